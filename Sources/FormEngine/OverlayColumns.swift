/// What the columns of an overlay's sheet mean, and which of them an overlay may have.
struct OverlayColumns {
  let names: [ColumnName]
  private let byHeader: [String: ColumnName]

  /// The sheets that an overlay may have.
  static let sheets: Set<String> = [
    "overlay", "parameters", "survey", "choices", "checks", "verdicts", "labels", "references",
    "sources",
  ]

  /// The columns of our own sheets; the survey and the choices have those of the form, too.
  static let known: [String: Set<String>] = [
    "overlay": ["name", "label", "title", "extends", "year", "note"],
    "parameters": ["name", "value", "year", "basis"],
    "survey": [
      "type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant",
      "constraint", "constraint_message", "choice_filter", "calculation", "default", "read_only",
      "appearance", "special", "carry", "prefill", "domain", "mark", "basis", "group", "after",
    ],
    "choices": ["list_name", "name", "label", "special"],
    "checks": [
      "name", "domain", "level", "repeat", "when", "message", "remedy", "basis", "department",
      "enabled",
    ],
    "verdicts": ["domain", "met"],
    "labels": ["sheet", "list", "name", "label", "hint", "title", "means", "guidance_hint"],
    "references": ["name", "label", "value", "unit", "year", "basis"],
    "sources": ["name", "title", "year", "sure"],
  ]

  /// The columns whose texts are given for each language.
  static let translated: Set<String> = [
    "label", "hint", "guidance_hint", "constraint_message", "required_message", "mark", "title",
    "note", "means", "message", "remedy", "unit",
  ]

  init(_ headers: [String], of sheet: String) {
    switch sheet.lowercased() {
    case "survey", "choices":
      names = ColumnName.read(headers, choices: sheet.lowercased() == "choices").map { column in
        // A column of ours beside XLSForm's: its language is not XLSForm's affair.
        column.language == nil && column.header.contains("::") ? Self.read(column.header) : column
      }
    default: names = headers.map(Self.read)
    }
    byHeader = Dictionary(names.map { ($0.header, $0) }) { first, _ in first }
  }

  func read(_ row: Row) -> RowReader {
    RowReader(row, columns: byHeader)
  }

  /// The text in a column that is not translated, without reading the row's other cells.
  func text(_ row: Row, _ name: String) -> String? {
    for column in names where column.name == name && column.language == nil {
      let text = RowReader.tidy(row[column.header] ?? "")
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The header under which these columns hold what another sheet's column holds.
  func header(like column: ColumnName) -> String? {
    names.first { $0.name == column.name && $0.language == column.language }?.header
  }

  private static func read(_ header: String) -> ColumnName {
    guard let cut = header.firstRange(of: "::") else {
      return ColumnName(
        header: header, name: RowReader.tidy(header).lowercased(), language: nil)
    }
    let language = RowReader.tidy(String(header[cut.upperBound...]))
    return ColumnName(
      header: header, name: RowReader.tidy(String(header[..<cut.lowerBound])).lowercased(),
      language: language.isEmpty ? nil : language)
  }
}
