/// The names that workbooks use, whatever they mean there.
struct UsedNames {
  /// Behind `${`: questions, calculations, parameters.
  private(set) var values: Set<String> = []
  private(set) var departments: Set<String> = []
  private(set) var sources: Set<String> = []
  private(set) var lists: Set<String> = []

  init(_ workbooks: [Workbook]) {
    for workbook in workbooks { note(workbook) }
  }

  mutating func note(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      for row in sheet.rows {
        for cell in row.cells { note(cell, of: sheet.name.lowercased()) }
      }
    }
  }

  private mutating func note(_ cell: Row.Cell, of sheet: String) {
    values.formUnion(Self.values(in: cell.text))
    switch (sheet, cell.header) {
    case (_, "basis"): sources.formUnion(Standard.Basis.read(cell.text).map(\.source))
    case (_, "department"): departments.formUnion(AnswerTokens.split(cell.text))
    case ("survey", "type"): lists.formUnion(AnswerTokens.split(cell.text).dropFirst())
    default: return
    }
  }

  /// The names that a text fills in or compares.
  static func values(in text: String) -> [String] {
    guard text.contains("${") else { return [] }
    return FormText.cut(text).compactMap(\.name)
  }
}
