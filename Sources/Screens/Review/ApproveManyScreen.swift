import Fieldwork
import Record
import Station
import Terminal

/// What can be approved at once: how many and who they are, who stays out and why, and then the act.
struct ApproveManyScreen: Screen {
  private static let choiceCount = 2
  private let households: [HouseholdID]
  /// Nil until every household was looked at.
  private var found: CleanApprovals?
  private var page = ChoicePage(count: choiceCount, focus: 1)
  private var isWaiting = false

  /// Looks at some households of the queue.
  init(_ households: [HouseholdID], _ context: inout Context) {
    self.households = households
    context.effects.append(.findClean(households, today: context.workingDay))
  }

  private func items(_ context: Context) -> [ListPanel.Item] {
    let strings = context.strings.review
    let count = found?.households.count ?? 0
    return [
      .init(
        strings.approveThese(count),
        unless: found == nil ? strings.looking : count == 0 ? strings.noneClean : nil),
      .init(strings.back),
    ]
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.households.chosenLine, inFooter: true),
      Offer(.cancel, inFooter: true),
    ] + ChoicePage.scrolling(lines(context), below: Self.choiceCount, context)
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.review.manyHelp }

  mutating func key(_ key: Key, _ context: inout Context) {
    if let index = page.chosen(key, of: Self.choiceCount, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: choose(page.focus(of: Self.choiceCount), &context)
    case .cancel, .leave: context.pop()
    default: page.turn(command, lines(context), below: Self.choiceCount, context)
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    guard !isWaiting else { return }
    if let reason = items(context)[index].reason { return context.say(reason, role: .warning) }
    guard index == 0, let found else { return context.pop() }
    isWaiting = true
    // Of many it takes a moment: each household is summed up anew.
    context.say(context.strings.review.recording)
    context.effects.append(.record(found.drafts))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .clean(let approvals): found = approvals
    case .recorded:
      guard isWaiting, let found else { return }
      context.say(context.strings.review.approvedMany(found.households.count), role: .done)
      context.pop()
    case .notRecorded: isWaiting = false
    default: return
    }
  }

  // MARK: Drawing

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    guard let found else { return [.init(context.strings.review.looking, .dim)] }
    return CleanLines(context.language).sections(found).map {
      $0.isHeading ? .init($0.text, .title) : .init("  " + $0.text)
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(
      context.strings.review.manyTitle, right: context.workingDay, into: &canvas, context)
    page.draw(items(context), lines(context), into: &canvas, context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
