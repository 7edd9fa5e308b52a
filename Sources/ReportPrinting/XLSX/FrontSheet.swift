import CXLSXWriter
import ReportStream
import Reports
import Terminal

/// The first sheet: the head, what warns, the figures, what is said, and the way to each table.
struct FrontSheet {
  private(set) var cells: XLSXCells
  private var row = 0
  private static let widths = (label: 26, text: 80)
  private static let line = 16.0

  init(
    _ head: Report.Head, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: XLSXFormats
  ) {
    cells = XLSXCells(sheet, formats)
    cells.note(worksheet_set_column(sheet, 0, 0, Double(Self.widths.label), nil))
    cells.note(worksheet_set_column(sheet, 1, 1, Double(Self.widths.text), nil))
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    cells.note(worksheet_set_footer(sheet, "&C&P / &N"))
    cells.text(head.title, row, 0, .title)
    row += 1
    cells.text(head.subject, row, 0, .subject)
    row += 1
    for line in head.lines where !line.text.isEmpty {
      height(line.text, Self.widths.text)
      cells.text(line.label, row, 0, .label)
      cells.text(line.text, row, 1, .text)
      row += 1
    }
    for warning in head.warnings { across(warning, .warning) }
  }

  /// Puts words over both columns, as high as they need: cells put together do not grow by themselves.
  private mutating func across(_ text: String, _ look: XLSXFormats.Look) {
    height(text, Self.widths.label + Self.widths.text)
    cells.text(text, row, 0, look)
    cells.blank(row, 1, look)
    cells.merge(text, rows: row...row, columns: 0...1, look)
    row += 1
  }

  private mutating func height(_ text: String, _ space: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, (width(of: $1) + space - 1) / space)
    }
    guard lines > 1 else { return }
    cells.note(
      worksheet_set_row(cells.sheet, UInt32(row), min(409, Double(lines) * Self.line), nil))
  }

  mutating func add(_ figures: [ReportFigure]) {
    row += 1
    for figure in figures {
      cells.text(figure.label, row, 0, .label)
      cells.figure(figure.cell, row, 1)
      row += 1
    }
    row += 1
  }

  mutating func add(paragraph: String) { across(paragraph, .text) }

  /// Names a table and leads to its sheet.
  mutating func add(table title: String, on name: String) {
    cells.link(title, to: name, row, 0)
    row += 1
  }

  mutating func add(signatures: [String]) {
    row += 1
    for place in signatures {
      cells.text(place, row, 0, .label)
      cells.text("____________________", row, 1, .plain)
      row += 2
    }
  }
}
