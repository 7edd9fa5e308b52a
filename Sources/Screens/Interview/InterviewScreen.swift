import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// An interview at the door: one question at a time, with what is near it.
struct InterviewScreen: Screen {
  /// What is to follow when the disk has said that it holds the entries.
  enum Following: Sendable {
    /// The next question; after a coded answer keys typed ahead are not meant for it.
    case next(coded: Bool)
    /// What was entered stays: a remark changes no answer.
    case keep(String)
    /// The same place shows what has become of it.
    case say(String)
    /// A row was added, with a name.
    case rowAdded(String)
    /// The interview is left.
    case leave(String?)
    /// The interview is complete: what was found takes its place.
    case completed
  }

  /// The door as the head of the screen names it: group, number and the head of the household.
  let group: String
  let number: String
  let head: String
  private(set) var session: InterviewSession
  private(set) var overview: InterviewOverview
  private(set) var input: QuestionInput
  private var following: Following?
  private let openedAt: Int
  /// Whether the question at the place has special answers.
  private(set) var hasSpecials = false
  /// The question at which an empty answer was warned of once.
  private var warnedEmpty: NodeAddress?
  /// Whether leaving was warned of once, because of something typed.
  private var warnedUnsaved = false
  /// What was found so far, where the team shows findings at once (training); else nil.
  var known: Set<Judgement.Mark>?

  /// An interview of a household; `openedAt` is the monotonic time at which its session counts 0.
  init(
    file: HouseholdCase, session: InterviewSession, openedAt: Int = 0, showsFindings: Bool = false
  ) {
    known = showsFindings ? Set(session.judged().judgement.findings) : nil
    group = file.value("c_group")
    let serial = file.value("c_hh_no")
    number = String(repeating: "0", count: max(0, 3 - serial.count)) + serial
    head = file.head()?["m_name"] ?? ""
    self.session = session
    self.openedAt = openedAt
    overview = InterviewOverview(session)
    let isChinese = session.language.hasSuffix("(zh)")
    let strings: InterviewStrings = isChinese ? .chinese : .english
    input = QuestionInput(session, strings)
    hasSpecials = question.map { !specials($0, strings).isEmpty } ?? false
  }

  // MARK: What there is

  /// The question or note at the place; nil at a roster and at the end.
  var question: NodeAddress? {
    if case .stop(.question(let address)) = session.place { return address }
    return nil
  }

  /// The stop at the place; nil at the end.
  var stop: Stop? {
    if case .stop(let stop) = session.place { return stop }
    return nil
  }

  func shown(_ context: Context) -> ShownAnswer { ShownAnswer(session, context.strings.interview) }

  func isTyping(_ context: Context) -> Bool {
    switch input {
    case .field(let field): !field.isNumber || isDate
    case .choices(let choices): !choices.filter.isEmpty
    case .roster(let roster): roster.isAdding
    case .reading, .end: false
    }
  }

  func refuses(burst text: String, _ context: Context) -> Bool {
    switch input {
    case .field: false
    case .choices(let choices): choices.refuses(burst: text)
    case .roster(let roster): !roster.isAdding && !text.contains(where: \.isLetter)
    case .reading, .end: true
    }
  }

  /// Whether a date is written here, in which `/` is a separator.
  private var isDate: Bool {
    question.map { session.definition.nodes[$0.node].kind.questionType == .date } ?? false
  }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    guard !session.isWaiting else { return }
    switch input {
    case .field(var field):
      let isTaken = field.handle(key)
      input = .field(field)
      if isTaken { forgetWarnings() }
      if !isTaken, key == .down, !keepsUnsaved(&context, key: Binding.name(key)) {
        goOn(context: &context)
      }
    case .choices(var choices): choose(key, &choices, &context)
    case .roster(var roster):
      let isTaken = roster.handle(key, rows: 8)
      input = .roster(roster)
      if isTaken { forgetWarnings() } else { step(key, &context) }
    case .reading: step(key, &context)
    case .end(let end): self.key(key, end, &context)
    }
  }

  /// The arrows where they have no other meaning.
  private mutating func step(_ key: Key, _ context: inout Context) {
    switch key {
    case .down: goOn(context: &context)
    case .up, .backTab: goBack(&context)
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .recorded(let entries): recorded(entries, &context)
    case .notRecorded:
      session.notRecorded()
      following = nil
    case .panel(let answer): panel(answer, &context)
    case .languageChanged: changeLanguage(context)
    default: return
    }
  }

  private mutating func recorded(_ entries: [Entry], _ context: inout Context) {
    if entries.allSatisfy(Self.isViewing) { return session.noted(entries) }
    carry(entries, &context)
    let before = session.place
    session.recorded(entries, now: elapsed(context))
    let done = following
    following = nil
    overview = InterviewOverview(session)
    let strings = context.strings.interview
    switch done {
    case .keep(let text):
      context.say(text, role: .done)
      return
    case .leave(let text):
      if let text { context.say(text, role: .done) }
      context.pop()
      return
    case .completed: return showFindings(&context)
    case .rowAdded(let name): context.say(strings.rowAdded(name), role: .done)
    case .say(let text): context.say(text, role: .done)
    case .next(let coded):
      if coded, session.place != before, context.environment.dropsTypeAhead {
        context.effects.append(.dropTypeAhead)
      }
    case nil: break
    }
    arrive(context)
    showNewFindings(&context)
  }

  /// Keeps what may serve at the next door.
  private func carry(_ entries: [Entry], _ context: inout Context) {
    for entry in entries {
      guard case .answered(let changes, _, _)? = Fact(entry) else { continue }
      for change in changes where change.key.rows.isEmpty && !change.value.isEmpty {
        guard let node = session.definition.node(named: change.key.question),
          session.definition.nodes[node].isMarked("carry")
        else { continue }
        context.carried[change.key.question] = change.value
      }
    }
  }

  private mutating func changeLanguage(_ context: Context) {
    let definition = session.definition
    let language = context.language.name(
      among: definition.languages, default: definition.defaultLanguage)
    session.speak(language, now: elapsed(context))
    overview = InterviewOverview(session)
    switch input {
    case .choices(var choices):
      if let question {
        choices.relabel(session.instance.choices(question), language: session.language)
        input = .choices(choices)
      }
    case .end(let end):
      var other = EndInput(session.review())
      other.isAsked = end.isAsked
      input = .end(other)
    case .field, .roster, .reading: return
    }
  }

  // MARK: Doing

  /// Milliseconds since the interview was opened.
  func elapsed(_ context: Context) -> Int { context.now - openedAt }

  /// Asks for what an outcome wants written, or says why it cannot be.
  mutating func settle(
    _ outcome: InterviewSession.Outcome, then following: Following, _ context: inout Context
  ) {
    switch outcome {
    case .record(let drafts):
      self.following = following
      context.effects.append(.record(drafts))
    case .refused(let refusal):
      context.say(context.strings.refusal(refusal), role: .warning)
    case .nothing: moved(&context)
    }
  }

  /// Takes up what can be entered at the place.
  mutating func arrive(_ context: Context, focus: RowID? = nil) {
    let strings = context.strings.interview
    input = QuestionInput(session, strings, focus: focus)
    hasSpecials = question.map { !specials($0, strings).isEmpty } ?? false
    warnedEmpty = nil
    warnedUnsaved = false
  }

  /// The place may have changed without an answer: it is remembered, unsynced.
  mutating func moved(_ context: inout Context) {
    arrive(context)
    context.effects.append(.rememberPlace(session.interview.id, PlaceMemory.json(session)))
  }

  mutating func go(to place: InterviewSession.Place, _ context: inout Context) {
    session.go(to: place, jumped: true, now: elapsed(context))
    moved(&context)
  }

  mutating func goOn(context: inout Context) {
    session.forward(now: elapsed(context))
    moved(&context)
  }

  mutating func goBack(_ context: inout Context) {
    guard session.previous != nil else {
      context.say(context.strings.interview.firstQuestion)
      return
    }
    session.back(now: elapsed(context))
    moved(&context)
  }

  /// Answers the question at the place.
  mutating func answer(_ value: String, coded: Bool, _ context: inout Context) {
    guard let question else { return }
    let outcome = session.answer(value, at: question, now: elapsed(context))
    settle(outcome, then: .next(coded: coded), &context)
  }

  /// Lets an empty answer pass at the second time; tells whether it may.
  mutating func mayStayEmpty(_ address: NodeAddress, _ context: inout Context) -> Bool {
    guard session.isOpen, session.instance.isRequired(address), warnedEmpty != address else {
      return true
    }
    warnedEmpty = address
    let strings = context.strings.interview
    context.say(
      hasSpecials ? strings.emptyRequired : strings.emptyRequiredNoSpecial, role: .warning)
    return false
  }

  /// Whether something typed would be lost by leaving; said once, by the key that leaves.
  mutating func keepsUnsaved(_ context: inout Context, key: String) -> Bool {
    guard session.isOpen, input.isUnsaved, !warnedUnsaved else { return false }
    warnedUnsaved = true
    context.say(context.strings.interview.unsavedText(key), role: .warning)
    return true
  }

  /// Something was typed or ticked since the warnings: they may be needed again.
  mutating func forgetWarnings() {
    warnedEmpty = nil
    warnedUnsaved = false
  }

  /// Puts another state of what is being entered in place.
  mutating func enter(_ input: QuestionInput) { self.input = input }

  /// Changes the session by an act.
  mutating func act(
    _ body: (inout InterviewSession, Int) -> InterviewSession.Outcome, then following: Following,
    _ context: inout Context
  ) {
    let now = elapsed(context)
    let outcome = body(&session, now)
    settle(outcome, then: following, &context)
  }
}
