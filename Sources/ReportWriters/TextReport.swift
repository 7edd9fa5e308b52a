import Reports
import Terminal

/// A report as lines for a terminal: columns stand under each other, a Chinese character counted as two
/// cells.
public struct TextReport {
  /// The lines.
  public private(set) var lines: [String] = []
  /// What stands over the part that is being set: a table of the same title needs no second one.
  private var heading = ""

  /// Sets a report as text.
  public init(_ report: Report) {
    lines.append(report.head.title)
    lines.append(report.head.subject)
    for line in report.head.lines where !line.text.isEmpty {
      lines.append("\(line.label): \(line.text)")
    }
    lines += report.head.warnings.map { "! \($0)" }
    for block in report.blocks { add(block, of: report) }
  }

  private mutating func add(_ block: Report.Block, of report: Report) {
    switch block {
    case .heading(let title, let level):
      heading = title
      lines += ["", title, String(repeating: level == 1 ? "=" : "-", count: width(of: title))]
    case .paragraph(let text): lines += ["", text]
    case .figures(let figures):
      lines.append("")
      let label = figures.map { width(of: $0.label) }.max() ?? 0
      let value = figures.map { width(of: $0.cell.text) }.max() ?? 0
      for figure in figures {
        lines.append(
          Self.left(figure.label, label) + "  " + Self.right(figure.cell.text, value))
      }
    case .table(let table): add(table)
    case .chart(let chart): add(chart, of: report)
    case .signatures(let places):
      lines.append("")
      lines.append(places.map { "\($0): ____________" }.joined(separator: "  "))
    case .newPage: break
    }
  }

  // MARK: Tables

  private mutating func add(_ table: ReportTable) {
    let cells = table.rows.map { row in row.cells.map(\.text) }
    let widths = table.columns.indices.map { column in
      let title = width(of: table.columns[column].title)
      return cells.reduce(title) { max($0, column < $1.count ? width(of: $1[column]) : 0) }
    }
    lines.append("")
    if table.title != heading { lines.append(table.title) }
    if table.hasGroups { lines.append(Self.trimmed(groups(table, widths))) }
    lines.append(
      set(table.columns.map(\.title), table.columns, widths))
    lines.append(
      widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for (row, texts) in zip(table.rows, cells) {
      switch row.role {
      case .heading: lines.append(texts.first ?? "")
      default: lines.append(set(texts, table.columns, widths))
      }
    }
    lines += table.notes
  }

  /// What stands over several columns stands over the first of them.
  private func groups(_ table: ReportTable, _ widths: [Int]) -> String {
    var line = ""
    var place = 0
    var last = ""
    for (column, space) in zip(table.columns, widths) {
      if !column.group.isEmpty, column.group != last {
        line += String(repeating: " ", count: max(0, place - width(of: line))) + column.group
      }
      last = column.group
      place += space + 2
    }
    return line
  }

  private func set(_ texts: [String], _ columns: [ReportColumn], _ widths: [Int]) -> String {
    Self.trimmed(
      zip(zip(texts, columns), widths).map { cell, space in
        switch cell.1.kind {
        case .text, .day: Self.left(cell.0, space)
        case .number, .share: Self.right(cell.0, space)
        }
      }.joined(separator: "  "))
  }

  // MARK: Charts

  /// One bar a row, one letter a part: the figures stand in the table.
  private mutating func add(_ chart: ReportChart, of report: Report) {
    guard let bars = ChartBars(chart, in: report) else { return }
    let letters: [Character] = ["#", "x", "?", ".", "+", "o"]
    lines += ["", chart.title]
    let label = bars.bars.map { width(of: $0.name) }.max() ?? 0
    for bar in bars.bars {
      let parts = bar.parts.enumerated().map { number, count in
        String(
          repeating: letters[number % letters.count],
          // What is there at all is seen.
          count: count == 0 ? 0 : max(1, count * 40 / bars.largest))
      }
      lines.append(Self.trimmed(Self.left(bar.name, label) + "  " + parts.joined()))
    }
    lines.append(
      zip(letters, bars.titles).map { "\($0) \($1)" }.joined(separator: "  "))
  }

  private static func left(_ text: String, _ space: Int) -> String {
    text + String(repeating: " ", count: max(0, space - width(of: text)))
  }

  private static func right(_ text: String, _ space: Int) -> String {
    String(repeating: " ", count: max(0, space - width(of: text))) + text
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
