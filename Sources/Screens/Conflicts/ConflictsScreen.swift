import Fieldwork
import Station
import Terminal

/// All that two people wrote differently in the open village, or at one door; each waits for a decision.
struct ConflictsScreen: Screen {
  private let household: HouseholdID?
  private var all: [ShownConflict]?
  private var choices = NumberedChoices(count: 0)

  /// Those of a household, or all.
  init(_ household: HouseholdID? = nil) { self.household = household }

  private var shown: [ShownConflict] {
    guard let household else { return all ?? [] }
    return (all ?? []).filter { $0.household == household || $0.others.contains(household) }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.conflicts
    return [
      Offer(
        .next, as: strings.decide, unless: shown.isEmpty ? strings.noneHere : nil, inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.conflicts.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    let rows = Frame.body(context.size).size.rows - 1
    if let index = choices.chosen(key, rows: rows, &context) { open(index, &context) }
  }

  private func open(_ index: Int, _ context: inout Context) {
    guard shown.indices.contains(index) else { return }
    context.push(ConflictScreen(shown[index], left: shown.count - 1))
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: if let focus = choices.focus { open(focus, &context) }
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .conflicts(let conflicts):
      all = conflicts
      choices.resize(count: shown.count)
    case .uncovered, .languageChanged: context.effects.append(.findConflicts(context.language))
    default: return
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.conflicts
    Frame.head(strings.title, right: context.village?.name ?? "", into: &canvas, context)
    let body = Frame.body(canvas.size)
    guard !shown.isEmpty else {
      let text =
        all == nil ? strings.looking : household == nil ? strings.none : strings.noneHere
      canvas.put(text, at: Point(row: body.origin.row + 1, column: 2))
      canvas.cursor = Point(row: body.origin.row + 1, column: 2)
      Frame.foot(offers(context), into: &canvas, context)
      return
    }
    canvas.put(
      shown.count > 9
        ? context.strings.households.numberAndEnter : context.strings.households.pressNumber,
      at: Point(row: body.origin.row, column: 1), role: .dim)
    let words = ConflictLines(context.language)
    choices.draw(
      shown.map { .init(words.line($0)) }, into: &canvas,
      Rect(
        row: body.origin.row + 1, column: 0, rows: body.size.rows - 1,
        columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }
}
