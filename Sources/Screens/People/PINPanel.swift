import Fieldwork
import Record
import Terminal

/// Asks for a PIN, which is not shown: to know who is at the keyboard, or to set a new one.
struct PINPanel: Screen {
  static let name = "pin"

  private let title: String
  /// Whose PIN it has to be; nil where a new one is set.
  private let person: PersonID?
  private var typed = ""
  /// Until when no try is free, by the clock that only goes forward, in milliseconds.
  private var until = 0
  private var isChecking = false

  /// Asks a person for theirs; answered by the choice 0 once it was right.
  init(asking person: Team.Person, _ context: inout Context) {
    self.person = person.id
    title = context.strings.people.askPIN(person.name)
    context.effects.append(.askPINWait(person.id))
  }

  /// Asks for a new one; answered by its digits.
  init(setting title: String) {
    person = nil
    self.title = title
  }

  var isPanel: Bool { true }
  func isTyping(_ context: Context) -> Bool { true }
  func isTicking(_ context: Context) -> Bool { seconds(context) > 0 }

  /// How many seconds there still are to wait.
  private func seconds(_ context: Context) -> Int {
    max(0, (until - context.now + 999) / 1000)
  }

  func offers(_ context: Context) -> [Offer] { [Offer(.cancel, inFooter: true)] }

  func help(_ context: Context) -> [String] { context.strings.people.pinHelp }

  mutating func perform(_ command: Command, _ context: inout Context) {
    if command == .cancel || command == .leave { context.pop() }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    guard !isChecking else { return }
    switch key {
    case .enter: accept(&context)
    case .backspace: typed = String(typed.dropLast())
    case .character(let character): type(String(character), &context)
    case .burst(let text): type(text, &context)
    default: return
    }
  }

  /// An input method makes full-width digits of digits, and may give several at once.
  private mutating func type(_ text: String, _ context: inout Context) {
    let digits = text.map(FullWidth.key)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return context.say(context.strings.people.onlyDigits, role: .warning)
    }
    typed = String((typed + digits).prefix(PINHash.digits.upperBound))
  }

  private mutating func accept(_ context: inout Context) {
    let strings = context.strings.people
    let seconds = seconds(context)
    guard seconds == 0 else { return context.say(strings.waitFirst(seconds), role: .warning) }
    guard PINHash.isPIN(typed) else {
      return context.say(
        strings.pinLength(PINHash.digits.lowerBound, PINHash.digits.upperBound), role: .warning)
    }
    if let person {
      isChecking = true
      context.effects.append(.checkPIN(person, typed))
    } else {
      context.moves.append(.answer(PanelAnswer(panel: Self.name, value: .text(typed))))
    }
    typed = ""
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    guard case .pin(let outcome) = event else { return }
    let strings = context.strings.people
    isChecking = false
    switch outcome {
    case .ready: until = 0
    case .right: context.moves.append(.answer(PanelAnswer(panel: Self.name, value: .choice(0))))
    case .wrong(let seconds):
      until = context.now + seconds * 1000
      context.say(strings.wrongPIN, role: .warning)
    case .wait(let seconds): until = context.now + seconds * 1000
    case .cannot: context.say(strings.cannotCheck, role: .error)
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.people
    let top = canvas.size.rows - 7
    canvas.fill(Rect(row: top, column: 0, rows: 7, columns: canvas.size.columns))
    canvas.separate(row: top, borders: context.environment.borders)
    canvas.put(
      Fitting.cut(" \(title) ", to: canvas.size.columns - 4), at: Point(row: top, column: 2),
      role: .title)
    let seconds = seconds(context)
    canvas.put(
      Fitting.cut(
        seconds > 0 ? strings.waitFirst(seconds) : strings.pinHint, to: canvas.size.columns - 4),
      at: Point(row: top + 1, column: 2), role: seconds > 0 ? .warning : .dim)
    let stars = String(repeating: "*", count: typed.count)
    canvas.put(stars, at: Point(row: top + 2, column: 2))
    canvas.cursor = Point(row: top + 2, column: 2 + typed.count)
    Frame.foot(
      [Offer(.next, as: context.strings.confirm, inFooter: true)] + offers(context), into: &canvas,
      context)
  }
}
