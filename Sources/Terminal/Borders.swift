/// What separators and frames are drawn with.
public enum Borders: String, CaseIterable, Hashable, Sendable {
  /// Plain signs, which every terminal draws one cell wide.
  case ascii
  /// Box lines, which some terminals draw two cells wide.
  case line

  /// A piece of a line across.
  public var horizontal: Character { self == .ascii ? "-" : "─" }
  /// A piece of a line down.
  public var vertical: Character { self == .ascii ? "|" : "│" }
  /// The four corners: top left, top right, bottom left, bottom right.
  public var corners: (Character, Character, Character, Character) {
    self == .ascii ? ("+", "+", "+", "+") : ("┌", "┐", "└", "┘")
  }
}

extension Canvas {
  /// Draws a separator across a row.
  public mutating func separate(row: Int, columns: Range<Int>? = nil, borders: Borders = .ascii) {
    let columns = columns ?? 0..<size.columns
    fill(
      Rect(row: row, column: columns.lowerBound, rows: 1, columns: columns.count),
      borders.horizontal, role: .border)
  }

  /// Draws a frame along the edge of a part, and empties what is inside.
  public mutating func frame(_ rect: Rect, borders: Borders = .ascii) {
    guard rect.size.rows >= 2, rect.size.columns >= 2 else { return }
    fill(rect)
    let (top, bottom) = (rect.rows.lowerBound, rect.rows.upperBound - 1)
    let (left, right) = (rect.columns.lowerBound, rect.columns.upperBound - 1)
    separate(row: top, columns: rect.columns, borders: borders)
    separate(row: bottom, columns: rect.columns, borders: borders)
    for row in (top + 1)..<max(bottom, top + 1) {
      put(String(borders.vertical), at: Point(row: row, column: left), role: .border)
      put(String(borders.vertical), at: Point(row: row, column: right), role: .border)
    }
    let corners = borders.corners
    put(String(corners.0), at: Point(row: top, column: left), role: .border)
    put(String(corners.1), at: Point(row: top, column: right), role: .border)
    put(String(corners.2), at: Point(row: bottom, column: left), role: .border)
    put(String(corners.3), at: Point(row: bottom, column: right), role: .border)
  }
}
