/// One row of a sheet with its columns resolved.
struct RowReader {
  let row: Row

  /// The column and the tidied text of each cell that says something.
  private(set) var cells: [(column: ColumnName, text: String)] = []

  init(_ row: Row, columns: [String: ColumnName]) {
    self.row = row
    for cell in row.cells {
      guard let column = columns[cell.header] else { continue }
      let text = Self.tidy(cell.text)
      if !text.isEmpty { cells.append((column, text)) }
    }
  }

  /// The text in a column that is not translated.
  subscript(name: String) -> String? {
    cells.first { $0.column.name == name && $0.column.language == nil }?.text
  }

  /// The header under which a column stands in this row, as written.
  func header(_ name: String) -> String? {
    cells.first { $0.column.name == name }?.column.header
  }

  /// The texts of a column by language; an untagged one beside tagged ones is the default
  /// language's, and one that stands alone is shown in every language.
  func texts(_ name: String, languages: [String], untagged: String) -> [String?] {
    let texts = taggedTexts(name, languages: languages, untagged: untagged)
    guard cells.contains(where: { $0.column.name == name }), !isTagged(name) else { return texts }
    return languages.map { _ in self[name] }
  }

  /// The texts of a column by language, none standing in for another language's.
  func taggedTexts(_ name: String, languages: [String], untagged: String) -> [String?] {
    var texts = [String?](repeating: nil, count: languages.count)
    for cell in cells where cell.column.name == name {
      let language = cell.column.language ?? untagged
      guard let index = languages.firstIndex(of: language) else { continue }
      if texts[index] == nil || cell.column.language != nil { texts[index] = cell.text }
    }
    return texts
  }

  /// Whether a column's text is given for some named language.
  func isTagged(_ name: String) -> Bool {
    cells.contains { $0.column.name == name && $0.column.language != nil }
  }

  /// No-break spaces become spaces, runs of spaces one space, and none stand at the ends.
  static func tidy(_ text: String) -> String {
    var tidied = ""
    var spaceBefore = true
    for character in text {
      let character = character == "\u{A0}" ? " " : character
      if character == " " {
        if spaceBefore { continue }
        spaceBefore = true
      } else {
        spaceBefore = false
      }
      tidied.append(character)
    }
    while tidied.first?.isWhitespace == true { tidied.removeFirst() }
    while tidied.last?.isWhitespace == true { tidied.removeLast() }
    return tidied
  }
}
