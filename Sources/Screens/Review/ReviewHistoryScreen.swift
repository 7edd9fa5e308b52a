import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// Every answer of an interview under review as it came about: who, when, from what to what.
struct ReviewHistoryScreen: Screen {
  private let household: ReviewedHousehold
  private var session: InterviewSession?
  private let door: String
  /// The newest first.
  private let changes: [ReviewedHousehold.Change]
  private var list: ScrollList

  /// The history of a household's answers; `session` is nil where the form is not here.
  init(_ household: ReviewedHousehold, _ session: InterviewSession?, door: String) {
    self.household = household
    self.session = session
    self.door = door
    changes = household.history.reversed()
    list = ScrollList(count: changes.count)
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    let noForm = session == nil ? strings.households.formMissing : nil
    let nothing = changes.isEmpty ? strings.review.noHistory : nil
    return [
      Offer(.next, as: strings.command(.history), unless: nothing ?? noForm, inFooter: true),
      Offer(.filter, as: strings.command(.goTo), unless: nothing ?? noForm, inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.review.historyHelp }

  mutating func key(_ key: Key, _ context: inout Context) {
    _ = list.handle(key, rows: Self.area(context.size).size.rows)
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      if let selected = list.selected { open(changes[selected].key, &context) }
    case .filter:
      guard let session else { return }
      let strings = context.strings.review
      context.push(
        GoToScreen(
          InterviewScreen(file: household.file, session: session), context,
          purpose: (strings.historyPick, strings.historyEnter)))
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer):
      guard case .choice(let index) = answer.value, let session,
        session.stops.indices.contains(index)
      else { return }
      open(session.key(session.stops[index].address), &context)
    case .languageChanged: session?.speak(context.language)
    default: return
    }
  }

  private func open(_ key: AnswerKey, _ context: inout Context) {
    guard let session, let address = session.address(key) else {
      return context.say(context.strings.households.formMissing, role: .warning)
    }
    // Whoever reads on by Enter does not mean to erase.
    context.push(AnswerHistoryScreen(address, in: session, door: door, erases: false))
  }

  private static func area(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row, column: 0, rows: body.size.rows, columns: body.size.columns)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.review
    Frame.head(
      door, right: strings.historyTitle(changes.count), into: &canvas, context)
    let area = Self.area(canvas.size)
    if changes.isEmpty {
      canvas.put(strings.noHistory, at: Point(row: area.origin.row, column: 2), role: .dim)
    }
    // Only what is seen is put into words: a long interview has thousands of lines.
    let writer = ReviewWriter(household, session, context)
    list.draw(into: &canvas, area) { index, row, isSelected, canvas in
      if isSelected {
        canvas.fill(row, role: .selected)
        canvas.cursor = row.origin
      }
      canvas.put(
        Fitting.cut(
          (isSelected ? "> " : "  ") + writer.change(changes[index]), to: row.size.columns - 1),
        at: row.origin, role: isSelected ? .selected : .text)
    }
    Frame.foot(offers(context), into: &canvas, context)
  }
}
