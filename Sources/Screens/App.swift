import Fieldwork
import JSONText
import Record
import Station
import Terminal

/// The whole program as a person sees it: a stack of screens and what they share.
///
/// `update` takes what comes and returns what is to be done outside; `draw` shows a state. Neither
/// knows a terminal, a file or a clock, so a whole day can be played in a test.
public struct App: Sendable {
  private let environment: Environment
  private(set) var stack: [any Screen]
  private var size: Size
  private(set) var language: Language
  private var team: Team
  private var person: PersonID?
  private var village: Village?
  private var secondCopy: SecondCopyState = .notSet
  private var carried: [String: String] = [:]
  private var notice: Notice?
  private var isBlank = false
  private var isNumberRefused = false

  /// Opens the program on a village, or on the list of people when nobody is chosen yet.
  public init(
    environment: Environment, team: Team, village: Village?, person: PersonID?,
    language: Language, size: Size
  ) {
    self.environment = environment
    self.team = team
    self.village = village
    self.person = person
    self.language = language
    self.size = size
    stack = [HouseholdListScreen()]
    if village == nil { stack.append(VillagesScreen()) }
    if let village, let person, !(team.person(person)?.works(in: village.code) ?? true) {
      stack.append(VillagesScreen())
    }
    if let village, let dated = DateScreen(village, environment) { stack.append(dated) }
    if person == nil { stack.append(PeopleScreen(isFirst: true)) }
  }

  /// The smallest window everything fits in.
  public static let minimum = Size.standard

  /// Takes what comes; returns what is to be done outside, in order.
  public mutating func update(_ message: Message) -> [Effect] {
    var context = makeContext()
    switch message {
    case .key(let key): take(key, &context)
    case .recorded(let entries, let village):
      if let village { context.village = village }
      withTop(&context) { $0.receive(.recorded(entries), &$1) }
    case .notRecorded(let fault):
      context.say(context.strings.fault(fault), role: .error)
      withTop(&context) { $0.receive(.notRecorded(fault), &$1) }
    case .opened(let file, let place):
      let key = place.flatMap { place in file.current.flatMap { PlaceMemory.key(place, in: $0) } }
      withTop(&context) { $0.receive(.opened(file, place: key), &$1) }
    case .notOpened(let fault): context.say(context.strings.notOpened(fault), role: .error)
    case .village(let village):
      context.village = village
      withTop(&context) { $0.receive(.villageChanged, &$1) }
    case .team(let team): context.team = team
    case .secondCopy(let state): context.secondCopy = state
    case .syncProgress(let progress): withTop(&context) { $0.receive(.syncProgress(progress), &$1) }
    case .syncEnded(let report): withTop(&context) { $0.receive(.syncEnded(report), &$1) }
    case .devices(let team): withTop(&context) { $0.receive(.devices(team), &$1) }
    case .conflicts(let all): withTop(&context) { $0.receive(.conflicts(all), &$1) }
    case .notSettled(let reason):
      context.say(context.strings.refusal(reason), role: .warning)
      withTop(&context) { $0.receive(.notSettled, &$1) }
    case .pin(let outcome): withTop(&context) { $0.receive(.pin(outcome), &$1) }
    case .erasure(let shown): withTop(&context) { $0.receive(.erasure(shown), &$1) }
    case .erased(let count): withTop(&context) { $0.receive(.erased(count), &$1) }
    case .clean(let approvals): withTop(&context) { $0.receive(.clean(approvals), &$1) }
    case .comments(let interview, let comments):
      withTop(&context) { $0.receive(.comments(interview, comments), &$1) }
    case .issue(let issue): withTop(&context) { $0.receive(.issue(issue), &$1) }
    case .evidence(let files): withTop(&context) { $0.receive(.evidence(files), &$1) }
    case .noEvidence(let path, let fault):
      withTop(&context) { $0.receive(.noEvidence(path, fault), &$1) }
    case .notice(let notice): context.notice = notice
    }
    return finish(context)
  }

  /// Whether something on the screen changes as time goes by: it is to be drawn anew every second.
  public var isTicking: Bool { stack[stack.count - 1].isTicking(makeContext()) }

  private func makeContext() -> Context {
    Context(
      environment: environment, size: size, language: language, team: team, person: person,
      village: village, secondCopy: secondCopy, carried: carried, notice: notice,
      isNumberRefused: isNumberRefused)
  }

  private mutating func finish(_ context: Context) -> [Effect] {
    var context = context
    for _ in 0..<8 where !context.moves.isEmpty {
      let moves = context.moves
      context.moves = []
      for move in moves { apply(move, &context) }
    }
    let isOtherLanguage = context.language != language
    if isOtherLanguage {
      language = context.language
      for index in stack.indices { stack[index].receive(.languageChanged, &context) }
    }
    if context.person != person || isOtherLanguage {
      context.effects.append(.remember(person: context.person, language: context.language))
    }
    team = context.team
    person = context.person
    village = context.village
    secondCopy = context.secondCopy
    carried = context.carried
    notice = context.notice
    isNumberRefused = context.isNumberRefused
    return context.effects
  }

  private mutating func apply(_ move: Context.Move, _ context: inout Context) {
    switch move {
    case .push(let screen): stack.append(screen)
    case .replace(let screen): stack[stack.count - 1] = screen
    case .pop:
      guard stack.count > 1 else { return }
      stack.removeLast()
      withTop(&context) { $0.receive(.uncovered, &$1) }
    case .popAndPerform(let command):
      guard stack.count > 1 else { return }
      stack.removeLast()
      perform(command, &context)
    case .answer(let answer):
      guard stack.count > 1 else { return }
      stack.removeLast()
      withTop(&context) { $0.receive(.panel(answer), &$1) }
    case .popToRoot:
      stack.removeLast(stack.count - 1)
      withTop(&context) { $0.receive(.uncovered, &$1) }
    }
  }

  /// Entries and panels answer the screen that asked: the topmost one that is no panel of ours.
  private mutating func withTop(
    _ context: inout Context, _ body: (inout any Screen, inout Context) -> Void
  ) {
    body(&stack[stack.count - 1], &context)
  }

  // MARK: Keys

  private mutating func take(_ key: Key, _ context: inout Context) {
    if case .resize(let size) = key {
      self.size = size
      return
    }
    context.notice = nil
    if isBlank {
      // Any key but the one that brings it back stays in the dark: it may be a neighbour's.
      if Binding.command(for: key, offered: [.blank, .cancel], typing: false) != nil
        || key == .enter
      {
        isBlank = false
      }
      return
    }
    guard size.holds(Self.minimum) else { return }
    let top = stack[stack.count - 1]
    if refuses(key, top, &context) { return }
    let offers = (top.offers(context) + Self.everywhere).filter { !$0.isMenuOnly }
    let offered = Set(offers.map(\.command))
    if let command = Binding.command(for: key, offered: offered, typing: top.isTyping(context)) {
      if let reason = offers.first(where: { $0.command == command })?.reason {
        context.say(reason, role: .warning)
      } else {
        perform(command, &context)
      }
    } else {
      withTop(&context) { $0.key(key, &$1) }
    }
  }

  /// Whether a key is not taken.
  ///
  /// Characters that came at once where each key chooses are not, and Enter right behind them or behind
  /// a number that does not exist: it would carry out the line that happens to be in focus.
  private func refuses(_ key: Key, _ top: any Screen, _ context: inout Context) -> Bool {
    let wasRefused = context.isNumberRefused
    context.isNumberRefused = false
    switch key {
    case .burst(let text), .paste(let text):
      guard top.refuses(burst: text, context) else { return false }
      context.refuseNumber(context.strings.burstRefused)
      return true
    case .enter, .tab:
      if wasRefused { context.say(context.strings.enterRefused, role: .warning) }
      return wasRefused
    default: return false
    }
  }

  /// What can be done on every screen.
  private static let everywhere: [Offer] = [
    Offer(.menu), Offer(.help), Offer(.language), Offer(.blank), Offer(.suspend), Offer(.repaint),
    Offer(.leave),
  ]

  private mutating func perform(_ command: Command, _ context: inout Context) {
    let top = stack[stack.count - 1]
    switch command {
    case .menu where !(top is MenuPanel):
      context.push(MenuPanel(top.offers(context) + Self.everywhere, context))
    case .help where !(top is HelpPanel):
      context.push(
        top.detail(context)
          ?? HelpPanel(top.help(context), top.offers(context) + Self.everywhere, context))
    case .language: context.language = language.other
    case .blank: isBlank = true
    case .suspend: context.effects.append(.suspend)
    case .repaint: context.effects.append(.repaint)
    case .leave where stack.count == 1: context.push(QuitPanel())
    default: withTop(&context) { $0.perform(command, &$1) }
    }
  }

  // MARK: Drawing

  /// Draws the state.
  public func draw(into canvas: inout Canvas) {
    let context = makeContext()
    guard !isBlank else {
      canvas.put(
        context.strings.blankHint, at: Point(row: canvas.size.rows - 1, column: 0), role: .dim)
      return
    }
    guard canvas.size.holds(Self.minimum) else {
      for (row, line) in Wrapping.lines(
        context.strings.tooSmall(canvas.size), width: canvas.size.columns
      ).enumerated() {
        canvas.put(line, at: Point(row: row, column: 0), role: .warning)
      }
      return
    }
    // The topmost whole screen, then the panels over it.
    let base = stack.lastIndex { !$0.isPanel } ?? 0
    for screen in stack[base...] { screen.draw(into: &canvas, context) }
    if let notice {
      // What is wrong with the data takes more than a line: it must be read whole.
      let lines = Wrapping.lines(notice.text, width: canvas.size.columns - 2).prefix(4)
      let top = canvas.size.rows - 2 - lines.count
      for (offset, line) in lines.enumerated() {
        canvas.fill(Rect(row: top + offset, column: 0, rows: 1, columns: canvas.size.columns))
        canvas.put(line, at: Point(row: top + offset, column: 1), role: notice.role)
      }
    }
  }

  /// Draws the state on a new canvas of the window's size.
  public func frame() -> Canvas {
    var canvas = Canvas(size)
    draw(into: &canvas)
    return canvas
  }
}
