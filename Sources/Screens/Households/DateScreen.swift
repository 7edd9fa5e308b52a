import Fieldwork
import Record
import Station
import Terminal

/// Asks which day it is, when the laptop's clock is behind what is already recorded.
///
/// What is recorded may bear the days of a clock that is ahead: a person who says an earlier day twice is
/// believed.
struct DateScreen: Screen {
  private let clock: String
  private let newest: String
  /// The early day that was doubted once.
  private var doubted: Day?
  private var field = TextField(kind: .number, limit: 20)
  private var isWaiting = false

  /// Nothing when the clock can be believed, or a person has already said the day.
  init?(_ village: Village, _ environment: Environment) {
    clock = String(environment.wallTime().prefix(10))
    guard case .behind(let newest) = WorkingDate.standing(clock, in: village) else { return nil }
    self.newest = newest
  }

  func isTyping(_ context: Context) -> Bool { true }

  mutating func key(_ key: Key, _ context: inout Context) { _ = field.handle(key) }

  mutating func perform(_ command: Command, _ context: inout Context) {
    let strings = context.strings.households
    switch command {
    case .next:
      guard !isWaiting else { return }
      guard let day = Day(FullWidth.number(field.text)) else {
        context.say(strings.noDate, role: .warning)
        return
      }
      guard day.text >= newest || day == doubted else {
        doubted = day
        context.say(strings.early(newest), role: .warning)
        return
      }
      guard let village = context.village else { return }
      isWaiting = true
      let fact = WorkingDate.confirmation(day.text, clock: clock, in: village)
      context.effects.append(.record([fact.draft(of: .village)]))
    case .leave: context.push(QuitPanel())
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .recorded where isWaiting: context.pop()
    case .notRecorded: isWaiting = false
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.next, as: context.strings.confirm, inFooter: true)]
  }

  func help(_ context: Context) -> [String] { [context.strings.households.whyDate] }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    Frame.head(strings.whichDay, into: &canvas, context)
    let body = Frame.body(canvas.size)
    var row = body.origin.row + 1
    for text in [strings.clockBehind(clock, newest), strings.whyDate] {
      for line in Wrapping.lines(text, width: canvas.size.columns - 4) {
        canvas.put(line, at: Point(row: row, column: 2))
        row += 1
      }
      row += 1
    }
    let used = canvas.put(strings.todayIs + " ", at: Point(row: row, column: 2), role: .title)
    field.draw(into: &canvas, at: Point(row: row, column: 2 + used), columns: 22)
    canvas.put(strings.dateExample, at: Point(row: row + 1, column: 2), role: .dim)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
