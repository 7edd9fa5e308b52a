extension Canvas {
  /// The text of one row, with a wide character once and all trailing spaces.
  public func text(ofRow row: Int) -> String {
    var text = ""
    for cell in self.row(row) where !cell.isContinuation {
      text.unicodeScalars.append(cell.glyph.scalar)
      text.unicodeScalars.append(contentsOf: cell.glyph.marks)
    }
    return text
  }

  /// The canvas as text without trailing spaces and without styles, for people.
  public var plainText: String {
    var lines = (0..<size.rows).map { row in
      var line = Substring(text(ofRow: row))
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The canvas as text for golden files.
  ///
  /// First the size and the cursor; then each row between `|` margins; then each row's roles, one
  /// letter for a cell, where a row of plain text only is left as `.`.
  public func golden() -> String {
    var golden = "\(size)"
    if let cursor { golden += " cursor \(cursor.row),\(cursor.column)" }
    golden += "\n"
    for row in 0..<size.rows { golden += "|" + text(ofRow: row) + "|\n" }
    golden += "\n"
    for row in 0..<size.rows {
      let cells = self.row(row)
      if cells.allSatisfy({ $0.role == .text }) {
        golden += ".\n"
      } else {
        golden += String(cells.map(\.role.letter)) + "\n"
      }
    }
    return golden
  }
}
