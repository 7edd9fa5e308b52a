import ReportWriters
import Reports

/// Fills pages from the top down.
struct PDFFlow {
  let text: PangoText
  private let head: Report.Head
  private(set) var pages: [PDFPage] = []
  private(set) var y = 0.0
  /// Titles that wait for what they stand over: a title is never left behind at a page's end.
  private var titles: [(title: String, style: PDFStyle)] = []
  private var wantsPage = false
  private var isEmpty = true

  static let margin = 40.0
  private static let footer = 28.0
  private static let warningsHeight = 90.0

  init(_ head: Report.Head, _ text: PangoText) {
    self.head = head
    self.text = text
  }

  private var page: PDFPage { pages[pages.count - 1] }
  /// How wide what stands on the page may be.
  var width: Double { page.size.width - 2 * Self.margin }
  private var bottom: Double { page.size.height - Self.margin - Self.footer + 12 }
  /// What is left of the page.
  var room: Double { bottom - y }
  /// What a page offers that has nothing on it yet.
  func roomOfPage(isLandscape: Bool) -> Double {
    let page = PDFPage(isLandscape: isLandscape)
    return page.size.height - Self.margin - Self.footer + 12 - top(of: page)
      - titles.reduce(0) { $0 + $1.style.size * 2.4 }
  }
  static func width(isLandscape: Bool) -> Double {
    PDFPage(isLandscape: isLandscape).size.width - 2 * margin
  }

  // MARK: Pages

  mutating func beginPage(isLandscape: Bool = false) {
    pages.append(PDFPage(isLandscape: isLandscape))
    wantsPage = false
    isEmpty = true
    y = top(of: page)
  }

  /// The next thing begins a new page.
  mutating func breakPage() { wantsPage = true }

  /// The first page has its title; the others say whose they are, and all say what warns.
  private func top(of page: PDFPage) -> Double {
    guard pages.count > 1 || !isEmpty else { return Self.margin }
    return Self.margin + 14 + warnings(on: page).height
  }

  /// What warns, small, in as much room as is given to it on each page.
  func warnings(on page: PDFPage) -> (texts: [String], height: Double) {
    let width = page.size.width - 2 * Self.margin - 12
    var texts: [String] = []
    var height = 0.0
    for (number, warning) in head.warnings.enumerated() {
      let more = text.size(of: warning, .smallWarning, width: width).height
      if number > 0, height + more > Self.warningsHeight {
        texts.append("… (+\(head.warnings.count - number))")
        height += PDFStyle.smallWarning.size * 1.5
        break
      }
      texts.append(warning)
      height += more
    }
    return (texts, texts.isEmpty ? 0 : height + 14)
  }

  /// Sees to it that so much fits, on this page or on a new one, with the titles that wait.
  mutating func place(_ height: Double, isLandscape: Bool = false) {
    let waiting = titles.reduce(0.0) {
      $0 + 14 + text.size(of: $1.title, $1.style, width: width).height
    }
    if page.isLandscape != isLandscape || (wantsPage && !isEmpty) {
      beginPage(isLandscape: isLandscape)
    } else if !isEmpty, height + waiting > room {
      beginPage(isLandscape: isLandscape)
    }
    wantsPage = false
    let written = titles
    titles = []
    for title in written { write(title.title, title.style) }
  }

  private mutating func write(_ title: String, _ style: PDFStyle) {
    if !isEmpty { y += 10 }
    let height = text.size(of: title, style, width: width).height
    add(.mark(title))
    add(.text(title, style, x: Self.margin, y: y, width: width, .left))
    y += height + 2
    if style == .heading {
      add(
        .line(
          fromX: Self.margin, fromY: y, toX: Self.margin + width, toY: y, weight: 1))
    }
    y += 4
    isEmpty = false
  }

  // MARK: What stands on them

  mutating func add(_ item: PDFItem) {
    pages[pages.count - 1].items.append(item)
    isEmpty = false
  }

  mutating func skip(_ height: Double) { y += height }

  mutating func add(title: String, level: Int) {
    titles.append((title, level == 1 ? .heading : .subheading))
  }

  /// Titles under which nothing stands stand all the same.
  mutating func end() { place(0, isLandscape: page.isLandscape) }

  /// Words over the whole width, line by line over as many pages as they need.
  mutating func add(_ words: String, _ style: PDFStyle = .text, after: Double = 6) {
    var rest = words
    repeat {
      place(min(text.size(of: rest, style, width: width).height, 60), isLandscape: page.isLandscape)
      let part = text.split(rest, style, width: width, height: room)
      let height = text.size(of: part.first, style, width: width).height
      add(.text(part.first, style, x: Self.margin, y: y, width: width, .left))
      y += height
      rest = part.rest
      if !rest.isEmpty { breakPage() }
    } while !rest.isEmpty
    y += after
  }

  mutating func addHead() {
    add(head.title, .title, after: 2)
    add(head.subject, .subject, after: 6)
    let labels =
      head.lines.map { text.size(of: $0.label, .label).width }.max().map { min($0, 140) + 10 } ?? 0
    for line in head.lines where !line.text.isEmpty {
      let space = width - labels
      let height = max(
        text.size(of: line.text, .text, width: space).height,
        text.size(of: line.label, .label, width: labels).height)
      place(height)
      add(.text(line.label, .label, x: Self.margin, y: y, width: labels, .left))
      add(.text(line.text, .text, x: Self.margin + labels, y: y, width: space, .left))
      y += height + 1
    }
    for warning in head.warnings {
      let height = text.size(of: warning, .warning, width: width - 12).height
      y += 5
      place(height + 8)
      add(
        .box(
          x: Self.margin, y: y, width: width, height: height + 8, ground: nil, frame: 1.2))
      add(
        .text(warning, .warning, x: Self.margin + 6, y: y + 4, width: width - 12, .left))
      y += height + 8
    }
    y += 6
  }

  /// Figures in boxes, as many in a line as fit.
  mutating func add(_ figures: [ReportFigure]) {
    let gap = 6.0
    let count = min(5, max(1, figures.count))
    let each = (width - gap * Double(count - 1)) / Double(count)
    for start in stride(from: 0, to: figures.count, by: count) {
      let line = figures[start..<min(start + count, figures.count)]
      let heights = line.map {
        text.size(of: $0.cell.text, .figure, width: each - 10).height
          + text.size(of: $0.label, .label, width: each - 10).height
      }
      let height = (heights.max() ?? 0) + 10
      place(height)
      for (number, figure) in line.enumerated() {
        let x = Self.margin + Double(number) * (each + gap)
        let high = text.size(of: figure.cell.text, .figure, width: each - 10).height
        add(.box(x: x, y: y, width: each, height: height, ground: nil, frame: 0.6))
        add(.text(figure.cell.text, .figure, x: x + 5, y: y + 4, width: each - 10, .left))
        add(.text(figure.label, .label, x: x + 5, y: y + 4 + high, width: each - 10, .left))
      }
      y += height + gap
    }
    y += 4
  }

  /// A line for each signature, with room above it for a stamp.
  mutating func add(signatures: [String]) {
    guard !signatures.isEmpty else { return }
    let count = min(4, signatures.count)
    let gap = 18.0
    let each = (width - gap * Double(count - 1)) / Double(count)
    for start in stride(from: 0, to: signatures.count, by: count) {
      place(110, isLandscape: page.isLandscape)
      y += 80
      for (number, place) in signatures[start..<min(start + count, signatures.count)].enumerated() {
        let x = Self.margin + Double(number) * (each + gap)
        add(.line(fromX: x, fromY: y, toX: x + each, toY: y, weight: 0.8))
        add(.text(place, .text, x: x, y: y + 3, width: each, .left))
      }
      y += 30
    }
  }
}
