import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// One issue: what can be done about it now, and all there is to know of it.
struct IssueScreen: Screen {
  enum Panel {
    static let begin = "issueBegin"
    static let sendBack = "issueSendBack"
    static let reopen = "issueReopen"
    static let report = "issueReport"
    static let reask = "issueReask"
  }

  /// What waits for the disk.
  enum Task: Equatable {
    case act(IssueAct)
    /// The household's interview is opened again, to ask about it.
    case reask
  }

  private(set) var opened: OpenedIssue
  private(set) var finding: IssueFinding?
  private var details: IssueDetails
  private var alike: Int
  private var page = ChoicePage()
  var task: Task?

  /// Shows an issue.
  init(_ opened: OpenedIssue, _ context: Context) {
    self.opened = opened
    finding = IssueFinding(opened, context)
    details = IssueDetails(opened, finding, context)
    alike = context.ledger.similar(to: opened.issue.id).count
  }

  private mutating func look(_ opened: OpenedIssue, _ context: Context) {
    // What is new stands at the top, and in the last lines.
    if opened.issue.steps.count != self.opened.issue.steps.count { page.readFromTop() }
    self.opened = opened
    finding = IssueFinding(opened, context)
    details = IssueDetails(opened, finding, context)
    alike = context.ledger.similar(to: opened.issue.id).count
  }

  // MARK: What can be done

  private func why(_ act: IssueAct, _ context: Context) -> String? {
    guard let person = context.person else { return context.strings.households.nobodyAtKeyboard }
    return opened.hindrance(act, by: person).map(context.strings.review.hindrance)
  }

  /// The lines of what can be done, in the order of their digits.
  private func choices(_ context: Context) -> [Offer] {
    let strings = context.strings.ledger
    let issue = opened.issue
    let isOver = issue.state == .struckOff
    let whyNotOver = why(.strikingOff, context)
    // What would be confirmed is said where it can be.
    let confirmed = whyNotOver == nil ? issue.ground.map(LedgerWords(context).ground) : nil
    return [
      Offer(
        .assignIssue, as: strings.assign(issue.assignment != nil),
        unless: why(.assigning, context)),
      Offer(.beginIssue, as: strings.begin, unless: why(.beginning, context)),
      Offer(.reportIssue, as: strings.report, unless: why(.reporting, context)),
      isOver
        ? Offer(.reopenIssue, as: strings.reopen, unless: why(.reopening, context))
        : Offer(.sendBack, as: strings.sendBack, unless: why(.sendingBack, context)),
      Offer(.strikeOff, as: strings.strikeOff(confirmed), unless: whyNotOver),
      Offer(.describeIssue, as: strings.describe, unless: why(.describing, context)),
      Offer(.reask, as: strings.reask, unless: whyNoReask(context)),
      Offer(
        .similar, as: strings.similar(alike), unless: alike == 0 ? strings.noSimilar : nil),
      Offer(.cancel, as: strings.back),
    ]
  }

  private func whyNoReask(_ context: Context) -> String? {
    let strings = context.strings
    guard let file = opened.file else { return strings.ledger.noHousehold }
    if context.person == nil { return strings.households.nobodyAtKeyboard }
    return file.current == nil ? strings.ledger.noInterview : nil
  }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.next, as: context.strings.households.chosenLine, inFooter: true)] + choices(context)
      + ChoicePage.scrolling(lines(context), below: Self.choiceCount, context)
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.ledger.issueHelp }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    if let index = page.chosen(key, of: Self.choiceCount, &context) {
      carryOut(choices(context)[index], &context)
    }
  }

  private mutating func carryOut(_ choice: Offer, _ context: inout Context) {
    if let reason = choice.reason {
      context.say(reason, role: .warning)
    } else {
      perform(choice.command, &context)
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    guard task == nil else { return }
    switch command {
    case .next: carryOut(choices(context)[page.focus(of: Self.choiceCount)], &context)
    case .assignIssue: context.push(AssignScreen(opened, context))
    case .describeIssue: context.push(DescribeScreen(opened, context))
    case .strikeOff:
      guard let person = context.person else { return }
      act(.act(.strikingOff), opened.strikeOff(by: person), &context)
    case .beginIssue, .sendBack, .reopenIssue, .reportIssue, .reask: ask(command, &context)
    case .similar: context.push(SimilarScreen(to: opened.line, context))
    case .cancel, .leave: context.pop()
    default: page.turn(command, lines(context), below: Self.choiceCount, context)
    }
  }

  mutating func act(
    _ task: Task, _ outcome: OpenedIssue.Outcome, _ context: inout Context
  ) {
    switch outcome {
    case .record(let drafts):
      self.task = task
      context.effects.append(.record(drafts))
    case .hindered(let hindrance):
      context.say(context.strings.review.hindrance(hindrance), role: .warning)
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .issue(let fresh): look(fresh, context)
    case .opened(let file, let place): goThere(file, place, &context)
    case .recorded: recorded(&context)
    case .notRecorded: task = nil
    case .panel(let answer): take(answer, &context)
    case .uncovered: reload(&context)
    case .languageChanged: look(opened, context)
    default: return
    }
  }

  private func reload(_ context: inout Context) {
    context.effects.append(.openIssue(opened.issue.id, in: context.ledger))
  }

  private mutating func recorded(_ context: inout Context) {
    guard let task else { return }
    self.task = nil
    let strings = context.strings.ledger
    switch task {
    case .act(.strikingOff):
      let ground = opened.issue.ground.map(LedgerWords(context).ground) ?? ""
      context.say(strings.struckOff(ground), role: .done)
    case .act(let act): context.say(strings.recorded(act), role: .done)
    case .reask:
      context.say(strings.opened, role: .done)
      if let household = opened.file?.household.id {
        context.effects.append(.open(household))
      }
      return
    }
    context.effects.append(.settle)
    reload(&context)
  }

  // MARK: Drawing

  private static let choiceCount = 9

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    details.lines(columns: ChoicePage.columns(context.size))
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let words = LedgerWords(context)
    Frame.head(
      "\(words.concern(opened.line))  \(words.problem(opened.line))",
      right: words.states(opened.line.issue.state), into: &canvas, context)
    page.draw(
      choices(context).map { .init($0.name(context.strings), unless: $0.reason) },
      lines(context), into: &canvas, context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
