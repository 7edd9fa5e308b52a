/// One row of a table of texts.
public struct CSVRow: Equatable, Sendable {
  /// The row's number from 1, as a spreadsheet counts: a cell with line breaks is still one row.
  public let number: Int
  /// The line from 1 on which the row begins, as an editor counts.
  public let line: Int
  /// The cells from left to right.
  public let cells: [String]

  /// Makes a row of its parts.
  public init(number: Int, line: Int, cells: [String]) {
    self.number = number
    self.line = line
    self.cells = cells
  }

  /// Whether no cell holds anything but white space.
  public var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}
