import CXLSXWriter
import ReportStream
import ReportWriters
import Reports
import Terminal

/// One table on a sheet of its own, written row by row: a row that was begun goes to the disk when the
/// next one begins.
struct TableSheet {
  let name: String
  let columns: [ReportColumn]
  private(set) var cells: XLSXCells
  /// The line of column titles that stands last.
  let titleRow: Int
  private let title: String
  private let hasGroups: Bool
  private var row: Int
  private var widths: [Int]
  /// Where rows of each role stand, as runs.
  private(set) var runs: [ReportRow.Role: [ClosedRange<Int>]] = [:]

  /// Rows and columns that a sheet can have.
  private static let limits = (rows: 1_048_576, columns: 16_384)
  private static let widest = 60

  init(
    _ table: ReportTable, name: String, warnings: [String],
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: XLSXFormats
  ) throws(PrintFault) {
    guard (1...Self.limits.columns).contains(table.columns.count) else {
      throw .tooLarge(table: table.title)
    }
    self.name = name
    title = table.title
    columns = table.columns
    hasGroups = table.hasGroups
    cells = XLSXCells(sheet, formats)
    widths = columns.map { min(Self.widest, Self.titleWidth($0)) }
    titleRow = 1 + warnings.count + (hasGroups ? 1 : 0)
    row = titleRow + 1
    cells.text(table.title, 0, 0, .title)
    for (number, warning) in warnings.enumerated() {
      cells.text(warning, number + 1, 0, .note)
    }
    writeTitles()
  }

  /// A long title of a narrow column is broken into two lines.
  private static func titleWidth(_ column: ReportColumn) -> Int {
    let whole = width(of: column.title)
    return column.kind == .text || whole <= 10 ? whole : max(10, whole / 2 + 2)
  }

  // A row that another one follows is on the disk already: what is put together within a line is so
  // before the next line, and what goes over both lines after the second.
  private mutating func writeTitles() {
    if hasGroups { writeGroups() }
    for (place, column) in columns.enumerated() {
      if hasGroups, column.group.isEmpty {
        cells.blank(titleRow, place, .columnTitle)
      } else {
        cells.text(column.title, titleRow, place, .columnTitle)
      }
    }
    for (place, column) in columns.enumerated() where hasGroups && column.group.isEmpty {
      cells.merge(
        column.title, rows: titleRow - 1...titleRow, columns: place...place, .columnTitle)
    }
    // Where the rows end is said at the end; the library takes no rows that are written already.
    cells.note(
      worksheet_autofilter(
        cells.sheet, UInt32(titleRow), 0, UInt32(titleRow + 1), UInt16(columns.count - 1)))
  }

  private mutating func writeGroups() {
    for (place, column) in columns.enumerated() {
      cells.text(
        column.group.isEmpty ? column.title : column.group, titleRow - 1, place, .columnGroup)
    }
    var place = 0
    while place < columns.count {
      let column = columns[place]
      let count =
        column.group.isEmpty ? 1 : columns[place...].prefix { $0.group == column.group }.count
      cells.merge(
        column.group, rows: titleRow - 1...titleRow - 1, columns: place...place + count - 1,
        .columnGroup)
      place += count
    }
  }

  mutating func add(_ next: ReportRow) throws(PrintFault) {
    guard row < Self.limits.rows else { throw .tooLarge(table: title) }
    for place in columns.indices {
      let cell = place < next.cells.count ? next.cells[place] : .blank
      cells.cell(cell, row, place, next.role)
      if next.role != .heading, widths[place] < Self.widest {
        widths[place] = min(Self.widest, max(widths[place], width(of: cell.text)))
      }
    }
    extendRuns(next.role)
    row += 1
    if let fault = cells.fault { throw fault }
  }

  private mutating func extendRuns(_ role: ReportRow.Role) {
    var own = runs[role] ?? []
    if let last = own.last, last.upperBound == row - 1 {
      own[own.count - 1] = last.lowerBound...row
    } else {
      own.append(row...row)
    }
    runs[role] = own
  }

  /// Writes what stands under the table, and how it is looked at and printed.
  mutating func end(notes: [String]) throws(PrintFault) {
    let last = row - 1
    for note in notes {
      cells.text(note, row, 0, .note)
      row += 1
    }
    let sheet = cells.sheet
    for (place, width) in widths.enumerated() {
      cells.note(
        worksheet_set_column(sheet, UInt16(place), UInt16(place), Double(width) + 2, nil))
    }
    worksheet_freeze_panes(sheet, UInt32(titleRow + 1), columns.count > 6 ? 1 : 0)
    // Sums at the end are no rows to be sorted or filtered away.
    let sums = runs[.total]?.last.flatMap { $0.upperBound == last ? $0.count : nil } ?? 0
    if last - sums > titleRow {
      sheet.pointee.autofilter.last_row = UInt32(last - sums)
    } else {
      sheet.pointee.autofilter.in_use = 0
    }
    // What warns is repeated with the titles on each page.
    cells.note(worksheet_repeat_rows(sheet, 0, UInt32(titleRow)))
    worksheet_set_paper(sheet, 9)
    if widths.reduce(0, { $0 + $1 + 2 }) > 90 { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    cells.note(worksheet_set_footer(sheet, "&C&P / &N"))
    if let fault = cells.fault { throw fault }
  }

  /// The next free row, under what stands there; a chart takes so many.
  mutating func takeRows(_ count: Int) -> Int {
    defer { row += count + 1 }
    return row + 1
  }

  /// A column's cells in the rows of a role, as a formula names them; nil where there are none.
  func range(of column: String, _ role: ReportRow.Role) -> String? {
    guard let place = columns.firstIndex(where: { $0.name == column }), let runs = runs[role] else {
      return nil
    }
    let letters = Self.letters(place)
    let parts = runs.map { run in
      "\(XLSXCells.quoted(name))!$\(letters)$\(run.lowerBound + 1):$\(letters)$\(run.upperBound + 1)"
    }
    return "=" + (parts.count == 1 ? parts[0] : "(\(parts.joined(separator: ",")))")
  }

  /// A column's title, as a formula names it.
  func title(of column: String) -> String? {
    columns.firstIndex { $0.name == column }.map {
      "=\(XLSXCells.quoted(name))!$\(Self.letters($0))$\(titleRow + 1)"
    }
  }

  /// A column's letters, as Excel counts them: A to Z, then AA.
  static func letters(_ place: Int) -> String {
    var rest = place + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
