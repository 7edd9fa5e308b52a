import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// The households that want a supervisor's look, the worst first, and the way to each of them.
struct ReviewQueueScreen: Screen {
  private var queue: ReviewQueue
  private var chosen: Set<ReviewFacet> = []
  private var left: ReviewQueue.Selection
  private var list: ScrollList
  private var assigning = Assigning()
  /// What one filter panel lists, in the order of its lines.
  private var asked: [ReviewFacet?] = []

  private enum Panel {
    static let filter = "reviewFilter"
    static let facet = "reviewFacet"
    static let mark = "reviewMark"
  }

  /// The kinds of the filter, in the order of its panel; marks stand behind them in one.
  private static let kinds: [ReviewFacet.Kind] = [
    .flag, .level, .domain, .group, .surveyor, .state,
  ]

  init(_ context: Context) {
    queue = Self.queue(context)
    left = queue.narrowed(to: [])
    list = ScrollList(count: left.lines.count)
  }

  private static func queue(_ context: Context) -> ReviewQueue {
    let role = context.person.flatMap { context.roles[$0] }
    return context.village.map { ReviewQueue($0, today: context.workingDay, for: role) }
      ?? ReviewQueue()
  }

  private var shown: [HouseholdSummary] { left.lines.map { queue.lines[$0].household } }
  private var focus: ReviewLine? { list.selected.map { queue.lines[left.lines[$0]] } }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    _ = list.handle(key, rows: Self.rows(context.size))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .opened(let file, _):
      if let screen = ReviewScreen(file, context) {
        context.push(screen)
        context.effects.append(.readComments(screen.household.interview.id))
      } else {
        context.say(context.strings.review.notBegun, role: .warning)
      }
    case .uncovered: context.effects.append(.settle)
    case .villageChanged: refresh(context)
    case .recorded:
      assigning.recorded(&context)
      refresh(context)
    case .notRecorded: assigning.notRecorded()
    case .panel(let answer):
      if !assigning.take(answer, &context) { take(answer, &context) }
    default: return
    }
  }

  private mutating func refresh(_ context: Context) {
    let place = list.selection
    let id = focus?.household.id
    queue = Self.queue(context)
    narrow(to: id, else: place)
  }

  private mutating func narrow(to id: HouseholdID?, else place: Int = 0) {
    left = queue.narrowed(to: chosen)
    list.resize(count: left.lines.count)
    list.select(left.lines.firstIndex { queue.lines[$0].household.id == id } ?? place)
  }

  private mutating func openNext(after id: HouseholdID, _ context: inout Context) {
    let here = left.lines.firstIndex { queue.lines[$0].household.id == id }
    let behind = left.lines.indices.dropFirst((here ?? -1) + 1)
    let begun = behind.first { queue.lines[left.lines[$0]].household.interview != nil }
    guard let next = begun else {
      return context.say(context.strings.review.nothingDue)
    }
    list.select(next)
    context.effects.append(.open(queue.lines[left.lines[next]].household.id))
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: if let focus { context.effects.append(.open(focus.household.id)) }
    case .filter: context.push(filterPanel(context))
    case .approveMany:
      let screen = ApproveManyScreen(shown.map(\.id), &context)
      context.push(screen)
    case .assign: assigning.begin(focus?.household, of: shown, &context)
    case .ledger: context.push(LedgerScreen(context))
    case .cancel:
      guard !chosen.isEmpty else { return context.pop() }
      let id = focus?.household.id
      chosen = []
      narrow(to: id)
    case .leave: context.pop()
    default: return
    }
  }

  // MARK: Narrowing

  private func filterPanel(_ context: Context) -> ListPanel {
    let strings = context.strings.review
    let words = ReviewWords(context)
    let marks = chosen.compactMap { facet in
      if case .mark(let mark) = facet { strings.mark(mark) } else { nil }
    }.sorted()
    let items = Self.kinds.map { kind in
      ListPanel.Item(
        strings.chosen(strings.kind(kind), chosen.first { $0.kind == kind }.map(words.name)))
    }
    return ListPanel(
      Panel.filter, title: strings.filterTitle,
      items: items + [
        .init(
          strings.chosen(strings.marks, marks.isEmpty ? nil : marks.joined(separator: " + ")))
      ])
  }

  private func facets(of kind: ReviewFacet.Kind, _ words: ReviewWords) -> [ReviewFacet] {
    switch kind {
    case .flag: ReviewFlag.allCases.map(ReviewFacet.flag)
    case .level: FindingLevel.allCases.reversed().map(ReviewFacet.level)
    case .state: ReviewState.allCases.map(ReviewFacet.state)
    default:
      left.counts.keys.filter { $0.kind == kind }.sorted {
        let (one, other) = (words.name($0), words.name($1))
        return one.count == other.count ? one < other : one.count < other.count
      }
    }
  }

  private mutating func ask(_ kind: ReviewFacet.Kind, _ context: inout Context) {
    let strings = context.strings.review
    let words = ReviewWords(context)
    let facets = facets(of: kind, words)
    asked = [nil] + facets
    self.kind = kind
    context.push(
      ListPanel(
        Panel.facet, title: strings.kind(kind),
        items: [.init(strings.all)] + facets.map { .init(counted($0, words)) },
        selected: asked.firstIndex { $0.map(chosen.contains) ?? false } ?? 0))
  }

  private var kind = ReviewFacet.Kind.flag

  private func counted(_ facet: ReviewFacet, _ words: ReviewWords) -> String {
    "\(words.name(facet))  \(left.counts[facet] ?? 0)"
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    let id = focus?.household.id
    switch (answer.panel, answer.value) {
    case (ReviewScreen.next, .text(let household)):
      openNext(after: HouseholdID(household), &context)
    case (Panel.filter, .choice(let choice)):
      if Self.kinds.indices.contains(choice) { return ask(Self.kinds[choice], &context) }
      let words = ReviewWords(context)
      context.push(
        ListPanel(
          Panel.mark, title: context.strings.review.marks,
          items: ReviewMark.allCases.map { mark in
            .init((chosen.contains(.mark(mark)) ? "+ " : "  ") + counted(.mark(mark), words))
          }))
    case (Panel.facet, .choice(let choice)):
      guard asked.indices.contains(choice) else { return }
      let kind = kind
      chosen = chosen.filter { $0.kind != kind }
      if let facet = asked[choice] { chosen.insert(facet) }
      narrow(to: id)
    case (Panel.mark, .choice(let choice)):
      guard ReviewMark.allCases.indices.contains(choice) else { return }
      let facet = ReviewFacet.mark(ReviewMark.allCases[choice])
      if chosen.remove(facet) == nil { chosen.insert(facet) }
      narrow(to: id)
    default: return
    }
  }

  // MARK: What can be done

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    let nothing = focus == nil ? strings.households.nothingInFocus : nil
    return [
      Offer(.next, as: strings.households.open, unless: nothing, inFooter: true),
      Offer(.filter, inFooter: true),
      Offer(.approveMany, unless: nothing, inFooter: true),
      Offer(.ledger, inFooter: true),
      Offer(.assign, unless: nothing, inFooter: true),
      Offer(.cancel, as: chosen.isEmpty ? nil : strings.households.showAll, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] {
    ReviewWords(context).damage(context.environment.damage()) + context.strings.review.queueHelp
  }

  // MARK: Drawing

  private static let above = 3
  private static func rows(_ size: Size) -> Int { Frame.body(size).size.rows - above }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.review
    let person = context.person.map { context.team.name(of: $0) }
    Frame.head(
      strings.title(context.village?.name ?? "", person), right: context.workingDay,
      into: &canvas, context)
    let body = Frame.body(canvas.size)
    let words = ReviewWords(context)
    drawCounts(words, into: &canvas, row: body.origin.row, context)
    let area = Rect(
      row: body.origin.row + Self.above, column: 0, rows: body.size.rows - Self.above,
      columns: canvas.size.columns)
    let layout = Self.layout(context)
    drawDamage(words, into: &canvas, context)
    guard list.count > 0 else {
      let text = chosen.isEmpty ? strings.nothingDue : strings.nothingLeft
      canvas.put(text, at: Point(row: area.origin.row, column: 2))
      canvas.cursor = Point(row: area.origin.row, column: 2)
      return Frame.foot(offers(context), into: &canvas, context)
    }
    canvas.put(
      layout.line(strings.columns), at: Point(row: body.origin.row + 2, column: 1), role: .title)
    list.draw(into: &canvas, area) { index, row, isSelected, canvas in
      let line = queue.lines[left.lines[index]]
      let household = line.household
      let texts = [
        household.number.map(String.init) ?? "-", household.group,
        household.head.isEmpty ? context.strings.households.unnamed : household.head,
        strings.state(household.review.state), words.reasons(line),
      ]
      if isSelected {
        canvas.fill(row, role: .selected)
        canvas.cursor = row.origin
      }
      canvas.put(
        (isSelected ? ">" : " ") + layout.line(texts), at: row.origin,
        role: isSelected ? .selected : line.flags.first == .red ? .error : .text)
    }
    Frame.foot(offers(context), into: &canvas, context)
  }

  private static func layout(_ context: Context) -> ColumnLayout {
    let strings = context.strings.review
    let state = ReviewState.allCases.map { width(of: strings.state($0)) }.max() ?? 16
    return ColumnLayout(
      [
        .init(.fixed(4), .right), .init(.fixed(6)), .init(.fixed(12)), .init(.fixed(state)),
        .init(.rest(minimum: 12)),
      ], in: min(context.size.columns - 2, 150))
  }

  /// What is missing of the record stands above the footer; where it is more than one journal the help
  /// says the rest.
  private func drawDamage(_ words: ReviewWords, into canvas: inout Canvas, _ context: Context) {
    let sentences = words.damage(context.environment.damage())
    guard let first = sentences.first else { return }
    let more =
      sentences.count > 1 ? "  " + context.strings.review.damageMore(sentences.count - 1) : ""
    let columns = canvas.size.columns - 2
    canvas.put(
      Fitting.cut(first, to: columns - width(of: more)) + more,
      at: Point(row: canvas.size.rows - 3, column: 1), role: .warning)
  }

  private func drawCounts(
    _ words: ReviewWords, into canvas: inout Canvas, row: Int, _ context: Context
  ) {
    let strings = context.strings.review
    let flags = ReviewFlag.allCases.compactMap { flag -> String? in
      guard let count = left.counts[.flag(flag)], count > 0 else { return nil }
      return "\(strings.flag(flag)) \(count)"
    }
    let columns = canvas.size.columns - 2
    canvas.put(
      Fitting.cut(
        ([strings.due(queue.dueCount)] + flags).joined(separator: "  "), to: columns),
      at: Point(row: row, column: 1))
    let position = strings.position(list.count == 0 ? 0 : list.selection + 1, list.count)
    let names = chosen.map(words.name).sorted().joined(separator: " + ")
    canvas.put(
      Fitting.cut(names, to: columns - width(of: position) - 2),
      at: Point(row: row + 1, column: 1), role: .focus)
    canvas.put(
      position, at: Point(row: row + 1, column: columns + 1 - width(of: position)), role: .dim)
  }
}
