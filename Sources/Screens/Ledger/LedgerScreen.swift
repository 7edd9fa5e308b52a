import Fieldwork
import Record
import Station
import Terminal

/// The issues of the village, the most urgent first, as a list or as one of the four tables; and the way
/// to each of them.
struct LedgerScreen: Screen {
  private enum Panel {
    static let concern = "ledgerConcern"
    static let household = "ledgerHousehold"
  }

  private var ledger: Ledger
  private var filter: LedgerFilter
  private var order = Ledger.Order.urgency
  private var left = Ledger().narrowed()
  /// The lines that are left and stand in the table that is shown.
  private var lines: [LedgerLine] = []
  private var list = ScrollList(count: 0)
  /// The table that is shown instead of the list; nil for the list.
  private var table: LedgerTable?
  /// The household to which it is narrowed from the start.
  private let household: (id: HouseholdID, name: String)?

  /// All issues; or those of a household, by its name.
  init(_ context: Context, of household: (id: HouseholdID, name: String)? = nil) {
    ledger = context.ledger
    filter = LedgerFilter(household.map { [.household($0.id)] } ?? [])
    self.household = household
    narrow(to: nil, else: 0, context)
  }

  private var focus: LedgerLine? { list.selected.map { lines[$0] } }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    switch key {
    case .left: table?.move(by: -1, in: Self.columns(context.size))
    case .right: table?.move(by: 1, in: Self.columns(context.size))
    default: _ = list.handle(key, rows: Self.rows(context.size))
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .issue(let issue): context.push(IssueScreen(issue, context))
    case .uncovered:
      context.effects.append(.settle)
      refresh(context)
    case .villageChanged: refresh(context)
    case .languageChanged: narrow(to: focus?.issue.id, else: list.selection, context)
    case .panel(let answer): take(answer, &context)
    default: return
    }
  }

  private mutating func refresh(_ context: Context) {
    ledger = context.ledger
    narrow(to: focus?.issue.id, else: list.selection, context)
  }

  private mutating func narrow(to id: IssueID?, else place: Int, _ context: Context) {
    left = ledger.narrowed(to: filter.chosen, order: order)
    show(table?.view, id, else: place, context)
  }

  /// Shows the list or a table, with the same issue in focus where it stands there.
  private mutating func show(
    _ view: LedgerView?, _ id: IssueID?, else place: Int, _ context: Context
  ) {
    lines = view.map { Ledger.rows($0, of: left.lines) } ?? left.lines
    table = view.map { LedgerTable($0, lines, LedgerWords(context), after: table) }
    list.resize(count: lines.count)
    list.select(lines.firstIndex { $0.issue.id == id } ?? place)
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: if let focus { context.effects.append(.openIssue(focus.issue.id, in: ledger)) }
    case .ledgerView: show(nextView, focus?.issue.id, else: list.selection, context)
    case .filter: filter.push(order, &context)
    case .newIssue: askConcern(&context)
    case .cancel:
      guard filter.isNarrowed else { return context.pop() }
      filter.clear()
      narrow(to: focus?.issue.id, else: 0, context)
    case .leave: context.pop()
    default: return
    }
  }

  /// The table behind the one that is shown; nil for the list.
  private var nextView: LedgerView? {
    let all: [LedgerView?] = [nil] + LedgerView.allCases
    let here = all.firstIndex(of: table?.view) ?? 0
    return all[(here + 1) % all.count]
  }

  // MARK: Panels

  private func askConcern(_ context: inout Context) {
    let strings = context.strings.ledger
    if let household {
      return context.push(TypedIssueScreen(.household(household.id), ledger, &context))
    }
    context.push(
      ListPanel(
        Panel.concern, title: strings.newTitle,
        items: [
          .init(strings.newHousehold), .init(strings.newSite), .init(strings.newVillage),
        ]))
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    switch (answer.panel, answer.value) {
    case (Panel.concern, .choice(0)):
      context.push(
        PickHouseholdScreen(Panel.household, title: context.strings.ledger.whichHousehold, context))
    case (Panel.concern, .choice(let choice)):
      context.push(TypedIssueScreen(choice == 1 ? .site("") : .village, ledger, &context))
    case (Panel.household, .text(let id)):
      context.push(TypedIssueScreen(.household(HouseholdID(id)), ledger, &context))
    default:
      switch filter.take(answer, left.counts, &context) {
      case .narrowed: narrow(to: focus?.issue.id, else: 0, context)
      case .reorders:
        order = order.next
        narrow(to: focus?.issue.id, else: 0, context)
        context.say(context.strings.ledger.ordered(order))
      case .none: return
      }
    }
  }

  // MARK: What can be done

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    let nothing = focus == nil ? strings.households.nothingInFocus : nil
    let nobody = context.person == nil ? strings.households.nobodyAtKeyboard : nil
    return [
      Offer(.next, as: strings.households.open, unless: nothing, inFooter: true),
      Offer(.ledgerView, as: strings.ledger.nextView(nextView), inFooter: true),
      Offer(.filter, inFooter: true),
      Offer(.newIssue, unless: nobody, inFooter: true),
      Offer(.cancel, as: filter.isNarrowed ? strings.households.showAll : nil, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.ledger.help }

  // MARK: Drawing

  private static let above = 3
  private static func rows(_ size: Size) -> Int { Frame.body(size).size.rows - above }
  private static func columns(_ size: Size) -> Int { size.columns - 3 }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let words = LedgerWords(context)
    let strings = words.strings
    Frame.head(
      strings.title(table?.view, context.village?.name ?? ""), right: context.workingDay,
      into: &canvas, context)
    let body = Frame.body(canvas.size)
    drawCounts(words, into: &canvas, row: body.origin.row)
    drawPlace(words, into: &canvas, row: body.origin.row + 1)
    let area = Rect(
      row: body.origin.row + Self.above, column: 0, rows: body.size.rows - Self.above,
      columns: canvas.size.columns)
    if lines.isEmpty {
      let text =
        ledger.lines.isEmpty
        ? strings.none : left.lines.isEmpty ? strings.nothingLeft : strings.nothingInView
      for (offset, line) in Wrapping.lines(text, width: canvas.size.columns - 4).enumerated() {
        canvas.put(line, at: Point(row: area.origin.row + offset, column: 2))
      }
      canvas.cursor = Point(row: area.origin.row, column: 2)
    } else {
      let room = Self.columns(canvas.size)
      let layout = Self.layout(words, room)
      let heading = table?.heading(words, in: room) ?? layout.line(strings.columns)
      canvas.put(heading, at: Point(row: body.origin.row + 2, column: 1), role: .title)
      list.draw(into: &canvas, area) { index, row, isSelected, canvas in
        let line = lines[index]
        let text =
          table?.row(line, number: index + 1, words, in: room)
          ?? layout.line(Self.texts(line, words))
        if isSelected {
          canvas.fill(row, role: .selected)
          canvas.cursor = row.origin
        }
        canvas.put(
          (isSelected ? ">" : " ") + text, at: row.origin,
          role: isSelected ? .selected : Self.role(line))
      }
    }
    if let focus {
      // A column may be too narrow for it.
      canvas.put(
        Fitting.cut(words.problem(focus), to: canvas.size.columns - 2),
        at: Point(row: canvas.size.rows - 3, column: 1), role: .dim)
    }
    Frame.foot(offers(context), into: &canvas, context)
  }

  private static func texts(_ line: LedgerLine, _ words: LedgerWords) -> [String] {
    [
      words.strings.due(line.due), words.states(line.issue.state),
      line.household?.number.map(String.init) ?? "-", words.place(line), words.problem(line),
    ]
  }

  private static func role(_ line: LedgerLine) -> Role {
    switch line.due {
    case .overdue: .error
    case .soon: .warning
    case .none, .left: line.issue.state.isOpen ? .text : .dim
    }
  }

  private static func layout(_ words: LedgerWords, _ room: Int) -> ColumnLayout {
    let state = IssueState.allCases.map { width(of: words.states($0)) }.max() ?? 12
    return ColumnLayout(
      [
        .init(.fixed(10)), .init(.fixed(state)), .init(.fixed(4), .right), .init(.fixed(12)),
        .init(.rest(minimum: 12)),
      ], in: min(room, 150))
  }

  /// How many are overdue, due soon, and in each state: of all, whatever is shown.
  private func drawCounts(_ words: LedgerWords, into canvas: inout Canvas, row: Int) {
    let strings = words.strings
    let headline = ledger.headline
    var pieces: [(text: String, role: Role)] = []
    if headline.overdue > 0 { pieces.append((strings.overdue(headline.overdue), .error)) }
    if headline.soon > 0 { pieces.append((strings.soon(headline.soon), .warning)) }
    for state in IssueState.allCases {
      guard let count = headline.states[state], count > 0 else { continue }
      pieces.append((strings.count(words.states(state), count), .text))
    }
    if headline.isCleared, headline.total > 0 { pieces.append((strings.cleared, .done)) }
    let room = canvas.size.columns - 2
    let needed = pieces.reduce(-2) { $0 + 2 + width(of: $1.text) }
    let gap = needed <= room ? 2 : 1
    var column = 1
    // Never half a number: what has no room at the end is left out.
    for piece in pieces where column + width(of: piece.text) <= room + 1 {
      column += gap + canvas.put(piece.text, at: Point(row: row, column: column), role: piece.role)
    }
  }

  /// To what it is narrowed, and where in it one is.
  private func drawPlace(_ words: LedgerWords, into canvas: inout Canvas, row: Int) {
    let strings = words.strings
    let columns = canvas.size.columns - 2
    var place = strings.position(list.count == 0 ? 0 : list.selection + 1, list.count)
    if let shown = table?.position(in: Self.columns(canvas.size)) {
      place = strings.sideways(shown.columns, shown.count) + place
    }
    canvas.put(
      Fitting.cut(
        filter.names(words, of: household?.name), to: columns - width(of: place) - 2),
      at: Point(row: row, column: 1), role: .focus)
    canvas.put(
      place, at: Point(row: row, column: columns + 1 - width(of: place)), role: .dim)
  }
}
