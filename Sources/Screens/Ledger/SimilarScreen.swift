import Fieldwork
import Record
import Station
import Terminal

/// The places where the same was found as in an issue, those most alike first.
struct SimilarScreen: Screen {
  private let line: LedgerLine
  private var ledger: Ledger
  private var cases: [SimilarCase]
  private var list: ScrollList

  /// Finds what is like an issue.
  init(to line: LedgerLine, _ context: Context) {
    self.line = line
    ledger = context.ledger
    cases = ledger.similar(to: line.issue.id)
    list = ScrollList(count: cases.count)
  }

  private var focus: SimilarCase? { list.selected.map { cases[$0] } }

  mutating func key(_ key: Key, _ context: inout Context) {
    _ = list.handle(key, rows: Self.rows(context.size))
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      guard let id = focus?.lines.first?.issue.id else { return }
      context.effects.append(.openIssue(id, in: ledger))
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .issue(let opened): context.push(IssueScreen(opened, context))
    case .uncovered, .villageChanged:
      ledger = context.ledger
      cases = ledger.similar(to: line.issue.id)
      list.resize(count: cases.count)
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.households
    return [
      Offer(
        .next, as: strings.open, unless: focus == nil ? strings.nothingInFocus : nil,
        inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.ledger.similarHelp }

  // MARK: Drawing

  private static func rows(_ size: Size) -> Int { Frame.body(size).size.rows - 1 }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let words = LedgerWords(context)
    let strings = words.strings
    Frame.head(
      strings.similarTitle(words.problem(line)),
      right: strings.position(list.count == 0 ? 0 : list.selection + 1, list.count),
      into: &canvas, context)
    let body = Frame.body(canvas.size)
    let layout = ColumnLayout(
      [
        .init(.fixed(4), .right), .init(.fixed(6)), .init(.fixed(16)),
        .init(.fixed(IssueState.allCases.map { width(of: words.states($0)) }.max() ?? 12)),
        .init(.rest(minimum: 12)),
      ], in: min(canvas.size.columns - 2, 120))
    canvas.put(
      layout.line(strings.similarColumns), at: Point(row: body.origin.row, column: 1), role: .title)
    let area = Rect(
      row: body.origin.row + 1, column: 0, rows: body.size.rows - 1, columns: canvas.size.columns)
    if cases.isEmpty {
      canvas.put(strings.noSimilar, at: Point(row: area.origin.row, column: 2))
      canvas.cursor = Point(row: area.origin.row, column: 2)
    }
    list.draw(into: &canvas, area) { index, row, isSelected, canvas in
      if isSelected {
        canvas.fill(row, role: .selected)
        canvas.cursor = row.origin
      }
      canvas.put(
        (isSelected ? ">" : " ") + layout.line(Self.texts(cases[index], words)), at: row.origin,
        role: isSelected ? .selected : .text)
    }
    Frame.foot(offers(context), into: &canvas, context)
  }

  private static func texts(_ similar: SimilarCase, _ words: LedgerWords) -> [String] {
    guard let line = similar.lines.first else { return [] }
    var alike: [String] = []
    if similar.hasSameCause { alike.append(words.strings.sameCause) }
    if similar.isSameGroup { alike.append(words.strings.sameGroup) }
    if similar.shared > 0 { alike.append(words.strings.shared(similar.shared)) }
    return [
      similar.household?.number.map(String.init) ?? "-", similar.household?.group ?? "",
      words.place(line), words.states(line.issue.state), alike.joined(separator: "  "),
    ]
  }
}
