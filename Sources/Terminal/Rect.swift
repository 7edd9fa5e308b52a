/// A part of a canvas.
public struct Rect: Hashable, Sendable {
  /// The cell at the top left.
  public var origin: Point
  /// How far it reaches from there.
  public var size: Size

  /// A part of that size from that cell on.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// A part given by its first row and column and its extent.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.init(
      origin: Point(row: row, column: column), size: Size(rows: rows, columns: columns))
  }

  /// The rows it covers.
  public var rows: Range<Int> { origin.row..<(origin.row + size.rows) }

  /// The columns it covers.
  public var columns: Range<Int> { origin.column..<(origin.column + size.columns) }

  /// Whether nothing is in it.
  public var isEmpty: Bool { size.rows == 0 || size.columns == 0 }

  /// One row of it, counted from its own top.
  public func row(_ index: Int) -> Rect {
    Rect(row: origin.row + index, column: origin.column, rows: 1, columns: size.columns)
  }

  /// The same part without that many cells at each edge.
  public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: origin.row + rows, column: origin.column + columns,
      rows: size.rows - 2 * rows, columns: size.columns - 2 * columns)
  }

  /// What both parts cover.
  public func intersection(_ other: Rect) -> Rect {
    let rows = self.rows.clamped(to: other.rows)
    let columns = self.columns.clamped(to: other.columns)
    return Rect(
      row: rows.lowerBound, column: columns.lowerBound, rows: rows.count, columns: columns.count)
  }
}
