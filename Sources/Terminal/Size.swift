/// How many rows and columns a screen or a part of it has.
public struct Size: Hashable, Sendable {
  /// The number of rows.
  public var rows: Int
  /// The number of cells in each row.
  public var columns: Int

  /// What every screen must fit in: 24 rows of 80 cells.
  public static let standard = Size(rows: 24, columns: 80)

  /// A size; numbers below nothing count as nothing.
  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// Whether the other size fits into this one.
  public func holds(_ other: Size) -> Bool {
    rows >= other.rows && columns >= other.columns
  }
}

extension Size: CustomStringConvertible {
  /// Columns by rows, as people name terminals: `80x24`.
  public var description: String { "\(columns)x\(rows)" }

  /// Reads columns by rows, as in `80x24`.
  public init?(_ description: some StringProtocol) {
    let parts = description.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...9_999).contains(rows), (1...9_999).contains(columns)
    else { return nil }
    self.init(rows: rows, columns: columns)
  }
}
