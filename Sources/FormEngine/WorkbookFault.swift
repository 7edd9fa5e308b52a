/// Why a JSON value is no workbook.
public enum WorkbookFault: Error, Equatable, Sendable {
  case notAnObject
  case notAText(sheet: String, row: Int, column: String)
  case duplicateColumn(sheet: String, row: Int, column: String)
}
