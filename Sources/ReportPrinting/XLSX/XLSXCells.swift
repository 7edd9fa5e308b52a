import CXLSXWriter
import ReportStream
import ReportWriters
import Reports

/// Writes cells into one sheet, and keeps the first thing that went wrong.
struct XLSXCells {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: XLSXFormats
  /// What went wrong first.
  private(set) var fault: PrintFault?

  /// The most letters that Excel takes in a cell.
  private static let longest = 32_767

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: XLSXFormats) {
    self.sheet = sheet
    self.formats = formats
  }

  /// Words, whatever they begin with: never a formula.
  mutating func text(_ text: String, _ row: Int, _ column: Int, _ look: XLSXFormats.Look) {
    note(
      worksheet_write_string(
        sheet, UInt32(row), UInt16(column), Self.fitting(text), formats[look]))
  }

  /// An empty cell that has borders and a ground.
  mutating func blank(_ row: Int, _ column: Int, _ look: XLSXFormats.Look) {
    note(worksheet_write_blank(sheet, UInt32(row), UInt16(column), formats[look]))
  }

  /// A cell of a table, as the number, day or words that it is.
  mutating func cell(_ cell: ReportCell, _ row: Int, _ column: Int, _ role: ReportRow.Role) {
    value(cell, row, column) { .cell($0, role) }
  }

  /// A figure that is read first.
  mutating func figure(_ cell: ReportCell, _ row: Int, _ column: Int) {
    value(cell, row, column) { .figure($0) }
  }

  private mutating func value(
    _ cell: ReportCell, _ row: Int, _ column: Int, _ look: (XLSXFormats.Number) -> XLSXFormats.Look
  ) {
    switch cell {
    case .blank: blank(row, column, look(.text))
    case .text(let text): self.text(text, row, column, look(.text))
    case .count(let count, _): number(Double(count), row, column, look(.count))
    case .share(let part, let whole):
      // Rounded down like everywhere: what is shown as 100.0 % is all.
      guard let permille = ReportCell.permille(part, of: whole) else {
        return blank(row, column, look(.share))
      }
      number(Double(permille) / 1000, row, column, look(.share))
    case .number(let value, let decimals):
      // The number that the other formats show.
      guard let shown = Double(cell.text), shown.isFinite else {
        return text("\(value)", row, column, look(.text))
      }
      number(shown, row, column, look(.decimals(decimals)))
    case .day(let text): day(text, row, column, look)
    }
  }

  private mutating func day(
    _ text: String, _ row: Int, _ column: Int, _ look: (XLSXFormats.Number) -> XLSXFormats.Look
  ) {
    // Excel knows no day before its own beginning.
    guard let day = CivilDay(text), (1900...9999).contains(day.year) else {
      return self.text(text, row, column, look(.text))
    }
    var date = lxw_datetime()
    date.year = Int32(day.year)
    date.month = Int32(day.month)
    date.day = Int32(day.day)
    note(
      worksheet_write_datetime(sheet, UInt32(row), UInt16(column), &date, formats[look(.day)]))
  }

  private mutating func number(
    _ value: Double, _ row: Int, _ column: Int, _ look: XLSXFormats.Look
  ) {
    note(worksheet_write_number(sheet, UInt32(row), UInt16(column), value, formats[look]))
  }

  /// Words that lead to another sheet of the workbook.
  mutating func link(_ text: String, to name: String, _ row: Int, _ column: Int) {
    let target = "internal:\(Self.quoted(name))!A1"
    let code = worksheet_write_url_opt(
      sheet, UInt32(row), UInt16(column), target, formats[.link], Self.fitting(text), nil)
    // Beyond what Excel takes in links the words alone stand there.
    if code != LXW_NO_ERROR { self.text(text, row, column, .plain) }
  }

  /// Puts cells that were written together.
  mutating func merge(
    _ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ look: XLSXFormats.Look
  ) {
    guard rows.count > 1 || columns.count > 1 else { return }
    note(
      worksheet_merge_range(
        sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), Self.fitting(text), formats[look]))
  }

  mutating func note(_ code: lxw_error) {
    if code != LXW_NO_ERROR, fault == nil { fault = .library(code: Int32(code.rawValue)) }
  }

  /// A sheet's name as a formula has it.
  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// What does not fit a cell ends in dots: that it was longer can be seen.
  private static func fitting(_ text: String) -> String {
    guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(longest - 1))
    return String(scalars) + "…"
  }
}
