import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// A household under review: what can be done about its interview, and all there is to look at.
struct ReviewScreen: Screen {
  /// Under which name it asks the queue for the next household.
  static let next = "nextReview"

  /// What waits for the disk.
  private enum Task { case approve, giveBack(Int), takeBack }

  private enum Panel {
    static let comment = "reviewComment"
    static let reason = "reviewReason"
  }

  private struct Choice {
    var command: Command
    var text: String
    var reason: String?
  }

  private(set) var household: ReviewedHousehold
  private(set) var session: InterviewSession?
  private var details: ReviewDetails
  private var page = ChoicePage()
  /// The comments that were written and not sent.
  private var comments: [ReviewComment] = []
  /// On what a comment is being written; nil for the interview as a whole.
  private var subject: AnswerKey?
  private var task: Task?

  /// Shows a household; nil where nobody has begun an interview.
  init?(_ file: HouseholdCase, _ context: Context) {
    guard let household = ReviewedHousehold(file, roles: context.roles) else { return nil }
    self.household = household
    session = Self.session(household, context)
    details = ReviewDetails(household, session, toSend: [], context)
    details.wrap(columns: ChoicePage.columns(context.size))
    // One Enter too many looks at the findings: to approve takes a choice.
    page.refocus(Self.foundChoice, of: Self.choiceCount)
  }

  /// The place of the findings among the choices.
  private static let foundChoice = 5

  private static func session(
    _ household: ReviewedHousehold, _ context: Context
  ) -> InterviewSession? {
    guard let person = context.person,
      let definition = household.interview.start.flatMap({ context.environment.forms($0.form) })
    else { return nil }
    return InterviewSession(
      household.interview, definition: definition, person: person,
      language: context.language.name(
        among: definition.languages, default: definition.defaultLanguage))
  }

  private mutating func look(_ file: HouseholdCase, _ context: Context) {
    guard let fresh = ReviewedHousehold(file, roles: context.roles) else { return }
    household = fresh
    session = Self.session(fresh, context)
    refreshDetails(context)
  }

  private mutating func refreshDetails(_ context: Context) {
    details = ReviewDetails(household, session, toSend: comments, context)
    details.wrap(columns: ChoicePage.columns(context.size))
  }

  // MARK: What can be done

  private func why(_ act: ReviewAct, _ context: Context) -> String? {
    guard let person = context.person else { return context.strings.households.nobodyAtKeyboard }
    return household.hindrance(act, by: person).map(context.strings.review.hindrance)
  }

  private func choices(_ context: Context) -> [Choice] {
    let strings = context.strings.review
    let returning = why(.returning, context)
    let noForm = session == nil ? context.strings.households.formMissing : nil
    let unsaid = comments.isEmpty ? strings.hindrance(.nothingSaid) : nil
    return [
      Choice(command: .approve, text: strings.approve, reason: why(.approving, context)),
      Choice(command: .comment, text: strings.commentOn, reason: returning ?? noForm),
      Choice(command: .commentWhole, text: strings.commentWhole, reason: returning),
      Choice(
        command: .returnInterview, text: strings.giveBack(comments.count),
        reason: returning ?? unsaid),
      Choice(command: .unapprove, text: strings.takeBack, reason: why(.unapproving, context)),
      Choice(command: .found, text: strings.found, reason: noForm),
      Choice(command: .nextHousehold, text: strings.next),
      Choice(command: .history, text: strings.history),
      Choice(command: .cancel, text: strings.back),
    ]
  }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.next, as: context.strings.households.chosenLine, inFooter: true)]
      + choices(context).map { Offer($0.command, as: $0.text, unless: $0.reason) }
      + [Offer(.dropComments, unless: comments.isEmpty ? context.strings.review.noComments : nil)]
      + ChoicePage.scrolling(lines(context), below: Self.choiceCount, context)
      + [Offer(.ledger)]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.review.householdHelp }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    details.wrap(columns: ChoicePage.columns(context.size))
    let choices = choices(context)
    if let index = page.chosen(key, of: choices.count, &context) {
      carryOut(choices[index], &context)
    }
  }

  private mutating func carryOut(_ choice: Choice, _ context: inout Context) {
    if let reason = choice.reason {
      context.say(reason, role: .warning)
    } else {
      perform(choice.command, &context)
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    let strings = context.strings.review
    guard task == nil, let person = context.person else { return }
    switch command {
    case .next:
      let choices = choices(context)
      carryOut(choices[page.focus(of: choices.count)], &context)
    case .approve: act(.approve, household.approve(by: person), &context)
    case .comment: pickQuestion(&context)
    case .commentWhole:
      subject = nil
      askComment(strings.whole, &context)
    case .returnInterview:
      act(.giveBack(comments.count), household.giveBack(comments, by: person), &context)
    case .unapprove:
      context.push(
        TextPanel(Panel.reason, title: strings.takeBack, hint: strings.reasonHint))
    case .found: showFindings(&context)
    case .history: context.push(ReviewHistoryScreen(household, session, door: door(context)))
    case .ledger:
      context.push(LedgerScreen(context, of: (household.file.household.id, door(context))))
    case .dropComments:
      let count = comments.count
      keep([], &context)
      context.say(strings.commentsDropped(count))
    case .nextHousehold:
      tellOfComments(&context)
      let id = household.file.household.id.rawValue
      context.moves.append(.answer(PanelAnswer(panel: Self.next, value: .text(id))))
    case .cancel, .leave:
      tellOfComments(&context)
      context.pop()
    default: page.turn(command, lines(context), below: Self.choiceCount, context)
    }
  }

  /// Comments that were not sent stay, and whoever leaves is told.
  private func tellOfComments(_ context: inout Context) {
    guard !comments.isEmpty else { return }
    context.say(context.strings.review.commentsStay(comments.count), role: .warning)
  }

  /// Takes other comments to be sent; they are kept on this laptop until the return.
  private mutating func keep(_ comments: [ReviewComment], _ context: inout Context) {
    self.comments = comments
    context.effects.append(.keepComments(household.interview.id, comments))
    refreshDetails(context)
  }

  private mutating func pickQuestion(_ context: inout Context) {
    guard let session else { return }
    let strings = context.strings.review
    let screen = InterviewScreen(file: household.file, session: session)
    context.push(
      GoToScreen(screen, context, purpose: (strings.pickTitle, strings.pickEnter)))
  }

  private func askComment(_ title: String, _ context: inout Context) {
    context.push(
      TextPanel(Panel.comment, title: title, hint: context.strings.review.commentHint))
  }

  private func showFindings(_ context: inout Context) {
    // A reviewer's look is no showing of findings at the door: nothing is recorded of it.
    guard let session, let found = Found(session, context.team, context.person) else {
      return context.say(context.strings.findings.noneYet, role: .warning)
    }
    context.push(FindingsScreen(found, door: door(context)))
  }

  private func door(_ context: Context) -> String {
    let file = household.file
    return context.strings.households.door(
      file.value("c_group"), Int(file.value("c_hh_no")), file.head()?["m_name"] ?? "",
      file.members().count { $0.removal == nil && !$0.isGone })
  }

  private mutating func act(
    _ task: Task, _ outcome: ReviewedHousehold.Outcome, _ context: inout Context
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
    case .opened(let file, _): look(file, context)
    case .comments(let interview, let kept):
      guard interview == household.interview.id, !kept.isEmpty, comments.isEmpty else { return }
      comments = kept
      refreshDetails(context)
      context.say(context.strings.review.commentsFound(kept.count), role: .warning)
    case .recorded: recorded(&context)
    case .notRecorded: task = nil
    case .languageChanged:
      session?.speak(context.language)
      refreshDetails(context)
    case .panel(let answer): take(answer, &context)
    default: return
    }
  }

  private mutating func recorded(_ context: inout Context) {
    guard let task else { return }
    self.task = nil
    let strings = context.strings.review
    switch task {
    case .approve: context.say(strings.approved, role: .done)
    case .takeBack: context.say(strings.tookBack, role: .done)
    case .giveBack(let count):
      keep([], &context)
      context.say(strings.returned(count), role: .done)
    }
    // What comes next is the next household: Enter leads there.
    page.refocus(6, of: Self.choiceCount)
    context.effects += [.settle, .open(household.file.household.id)]
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    switch (answer.panel, answer.value) {
    case ("goTo", .choice(let index)):
      guard let session else { return }
      let stops = session.stops
      guard stops.indices.contains(index) else { return }
      subject = session.key(stops[index].address)
      let shown = ShownAnswer(session, context.strings.interview)
      askComment(shown.label(stops[index].address), &context)
    case (Panel.comment, .text(let text)):
      keep(comments + [ReviewComment(subject, text)], &context)
      context.say(context.strings.review.commentKept(comments.count), role: .done)
    case (Panel.reason, .text(let reason)):
      guard let person = context.person else { return }
      act(.takeBack, household.takeBack(reason: reason, by: person), &context)
    default: return
    }
  }

  // MARK: Drawing

  private static let choiceCount = 9

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    details.lines(columns: ChoicePage.columns(context.size))
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.review
    Frame.head(
      door(context), right: strings.state(household.review.state), into: &canvas, context)
    page.draw(
      choices(context).map { .init($0.text, unless: $0.reason) }, lines(context), into: &canvas,
      context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
