import Reports

/// A report as one HTML file: nothing to load, no script, to be read on a phone and printed on A4.
public struct HTMLReport {
  private var html = ""
  private let report: Report
  /// What stands over the part that is being written: a table of the same title needs no second one.
  private var heading = ""

  /// Writes a report as HTML.
  public init(_ report: Report) {
    self.report = report
    write()
  }

  /// The file.
  public var bytes: [UInt8] { Array(html.utf8) }

  private mutating func write() {
    let head = report.head
    html = "<!DOCTYPE html>\n<html lang=\"\(Self.escaped(head.language))\">\n<head>\n"
    html += "<meta charset=\"utf-8\">\n"
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    html += "<title>\(Self.escaped("\(head.title) \(head.subject)"))</title>\n"
    html += "<style>\n\(Self.style)</style>\n</head>\n<body>\n"
    element("h1", head.title)
    element("p", head.subject, "subject")
    html += "<dl class=\"head\">\n"
    for line in head.lines where !line.text.isEmpty {
      html += "<dt>\(Self.escaped(line.label))</dt><dd>\(Self.escaped(line.text))</dd>\n"
    }
    html += "</dl>\n"
    for warning in head.warnings { element("p", warning, "warning") }
    for block in report.blocks { add(block) }
    html += "</body>\n</html>\n"
  }

  private mutating func add(_ block: Report.Block) {
    switch block {
    case .heading(let title, let level):
      heading = title
      element(level == 1 ? "h2" : "h3", title)
    case .paragraph(let text): element("p", text)
    case .figures(let figures):
      html += "<div class=\"figures\">\n"
      for figure in figures {
        html += "<div><b>\(Self.escaped(figure.cell.text))</b>"
        html += "<span>\(Self.escaped(figure.label))</span></div>\n"
      }
      html += "</div>\n"
    case .table(let table): add(table)
    case .chart(let chart):
      if let bars = ChartBars(chart, in: report) { html += ChartSVG(chart.title, bars).text }
    case .signatures(let places):
      html += "<div class=\"signatures\">\n"
      for place in places { html += "<div>\(Self.escaped(place))</div>\n" }
      html += "</div>\n"
    case .newPage: html += "<div class=\"page\"></div>\n"
    }
  }

  private mutating func add(_ table: ReportTable) {
    html += "<div class=\"wide\"><table>\n"
    if table.title != heading { html += "<caption>\(Self.escaped(table.title))</caption>\n" }
    html += "<thead>\n"
    if table.hasGroups { addGroups(table) }
    html += "<tr>"
    for column in table.columns where !(table.hasGroups && column.group.isEmpty) {
      html += "<th scope=\"col\">\(Self.escaped(column.title))</th>"
    }
    html += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows { add(row, table.columns) }
    html += "</tbody>\n</table></div>\n"
    for note in table.notes { element("p", note, "note") }
  }

  private mutating func addGroups(_ table: ReportTable) {
    html += "<tr>"
    var index = 0
    while index < table.columns.count {
      let column = table.columns[index]
      guard !column.group.isEmpty else {
        html += "<th scope=\"col\" rowspan=\"2\">\(Self.escaped(column.title))</th>"
        index += 1
        continue
      }
      let count = table.columns[index...].prefix { $0.group == column.group }.count
      html += "<th scope=\"colgroup\" colspan=\"\(count)\">\(Self.escaped(column.group))</th>"
      index += count
    }
    html += "</tr>\n"
  }

  private mutating func add(_ row: ReportRow, _ columns: [ReportColumn]) {
    guard row.role != .heading else {
      let text = Self.escaped(row.cells.first?.text ?? "")
      html += "<tr class=\"part\"><th scope=\"colgroup\" colspan=\"\(columns.count)\">\(text)</th>"
      html += "</tr>\n"
      return
    }
    html += row.role == .total ? "<tr class=\"total\">" : "<tr>"
    for (column, cell) in zip(columns, row.cells) {
      let isNumber = column.kind == .number || column.kind == .share
      html += isNumber ? "<td class=\"n\">" : "<td>"
      html += Self.escaped(cell.text) + "</td>"
    }
    html += "</tr>\n"
  }

  private mutating func element(_ name: String, _ text: String, _ style: String = "") {
    let attribute = style.isEmpty ? "" : " class=\"\(style)\""
    html += "<\(name)\(attribute)>\(Self.escaped(text))</\(name)>\n"
  }

  /// Text that means nothing but itself in HTML, in an attribute too.
  static func escaped(_ text: String) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static let style = """
    :root { color-scheme: light; }
    body { font: 15px/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", \
    sans-serif; margin: 1.2em auto; max-width: 72em; padding: 0 1em; color: #111; }
    h1 { font-size: 1.5em; margin: 0; }
    h2 { font-size: 1.2em; margin: 1.6em 0 .4em; border-bottom: 2px solid #345; }
    h3 { font-size: 1.05em; margin: 1.2em 0 .3em; }
    .subject { font-size: 1.1em; margin: .2em 0 .8em; }
    dl.head { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: 0; }
    dl.head dt { color: #555; } dl.head dd { margin: 0; }
    .warning { border: 2px solid #a00; padding: .4em .8em; font-weight: bold; }
    .figures { display: flex; flex-wrap: wrap; gap: .6em; margin: 1em 0; }
    .figures div { border: 1px solid #99a; padding: .4em .9em; min-width: 6em; }
    .figures b { display: block; font-size: 1.5em; }
    .figures span { color: #444; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; margin: .6em 0; font-size: .93em; }
    caption { text-align: left; font-weight: bold; padding: .2em 0; }
    th, td { border: 1px solid #99a; padding: .15em .5em; vertical-align: top; }
    th { background: #eef1f5; text-align: left; }
    td.n { text-align: right; font-variant-numeric: tabular-nums; }
    tr.part th { background: #dfe5ec; }
    tr.total td { font-weight: bold; border-top: 2px solid #345; }
    .note { color: #444; font-size: .9em; margin: .2em 0 1em; }
    .signatures { display: flex; flex-wrap: wrap; gap: 1em; margin: 3em 0 1em; }
    .signatures div { flex: 1; min-width: 9em; border-top: 1px solid #111; padding-top: .2em; }
    svg { max-width: 100%; height: auto; margin: .6em 0; }
    svg text { font: 13px "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
    @page { size: A4; margin: 15mm 12mm; }
    @media print {
      body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
      .page { break-before: page; } .wide { overflow: visible; }
      thead { display: table-header-group; } tr, svg { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      table { font-size: 8pt; } th, td { padding: .1em .3em; }
    }

    """
}
