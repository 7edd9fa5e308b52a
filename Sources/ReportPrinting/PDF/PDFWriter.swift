import Glibc
import ReportStream
import ReportWriters
import Reports

/// Writes a report as pages of A4, to be printed, signed and stamped.
///
/// How many pages there are stands on each, so that all is set before the first one is drawn.
public struct PDFWriter: PartWriter {
  private let file: Int32
  private var collector = ReportCollector()
  /// Code points of characters that no font has are told up to so many.
  private static let told = 20

  /// Writes into an open file.
  public init(file: Int32) { self.file = file }

  /// Takes the next piece.
  public mutating func add(_ part: ReportPart) throws(PrintFault) {
    if case .head = part, collector.report != nil { throw .broken }
    collector.add(part)
  }

  /// Sets and draws the pages.
  public mutating func finish() throws(PrintFault) {
    guard let report = collector.report else { throw .broken }
    guard let text = PangoText(language: report.head.language) else { throw .library(code: 0) }
    let words = ReportWords.of(report.head.language.hasPrefix("zh") ? "zh" : "en")
    let absent = text.absent(Self.characters(of: report, words))
    guard absent.isEmpty else {
      throw .noGlyphs(Array(absent.prefix(Self.told)), count: absent.count)
    }
    let flow = Self.set(report, text)
    let surface = try PDFSurface(file, report.head)
    for (number, page) in flow.pages.enumerated() {
      surface.begin(page)
      for item in Self.frame(number, flow, report.head, words) + page.items {
        surface.draw(item, text, page: number + 1)
      }
      try surface.endPage()
    }
    try surface.finish()
  }

  private static func set(_ report: Report, _ text: PangoText) -> PDFFlow {
    var flow = PDFFlow(report.head, text)
    flow.beginPage()
    flow.addHead()
    var heading = ""
    for block in report.blocks {
      switch block {
      case .heading(let title, let level):
        heading = title
        flow.add(title: title, level: level)
      case .paragraph(let words): flow.add(words)
      case .figures(let figures): flow.add(figures)
      case .table(let table): PDFTable(table, text).set(in: &flow, under: heading)
      case .chart(let chart):
        if let bars = ChartBars(chart, in: report) {
          PDFChart(title: chart.title, bars: bars).set(in: &flow)
        }
      case .signatures(let places): flow.add(signatures: places)
      case .newPage: flow.breakPage()
      }
    }
    flow.end()
    return flow
  }

  /// What stands on every page: which it is of how many, whose, and what warns.
  private static func frame(
    _ number: Int, _ flow: PDFFlow, _ head: Report.Head, _ words: ReportWords
  ) -> [PDFItem] {
    let page = flow.pages[number]
    let margin = PDFFlow.margin
    let width = page.size.width - 2 * margin
    var items: [PDFItem] = [
      .text(
        words.page(number + 1, of: flow.pages.count), .small, x: margin,
        y: page.size.height - margin + 4, width: width, .centre)
    ]
    guard number > 0 else { return items }
    let line = "\(head.title)  \(head.subject)  \(head.day)"
    let shown = flow.text.split(line, .small, width: width, height: 1).first
    items.append(.text(shown, .small, x: margin, y: margin - 8, width: width, .left))
    let warnings = flow.warnings(on: page)
    guard !warnings.texts.isEmpty else { return items }
    var y = margin + 8
    items.append(
      .box(
        x: margin, y: y, width: width, height: warnings.height - 6, ground: nil, frame: 1))
    y += 3
    for warning in warnings.texts {
      items.append(
        .text(warning, .smallWarning, x: margin + 6, y: y, width: width - 12, .left))
      y += flow.text.size(of: warning, .smallWarning, width: width - 12).height
    }
    return items
  }

  /// Every character that is drawn.
  private static func characters(of report: Report, _ words: ReportWords) -> Set<Unicode.Scalar> {
    var found: Set<Unicode.Scalar> = []
    func take(_ text: String) {
      found.formUnion(PangoText.printable(text).unicodeScalars.lazy.filter { $0.value >= 0x20 })
    }
    let head = report.head
    for text in [head.title, head.subject, head.day, words.page(1, of: 2), "0123456789…(+)"] {
      take(text)
    }
    for line in head.lines {
      take(line.label)
      take(line.text)
    }
    head.warnings.forEach(take)
    for block in report.blocks {
      switch block {
      case .heading(let text, _), .paragraph(let text): take(text)
      case .figures(let figures):
        for figure in figures { take(figure.label + figure.cell.text) }
      case .table(let table):
        take(table.title)
        for column in table.columns { take(column.title + column.group) }
        for row in table.rows { for cell in row.cells { take(cell.text) } }
        table.notes.forEach(take)
      case .chart(let chart): take(chart.title)
      case .signatures(let places): places.forEach(take)
      case .newPage: break
      }
    }
    return found
  }
}
