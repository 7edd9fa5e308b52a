import Fieldwork
import FormEngine
import JSONText
import Record
import Station
import Terminal

/// The same work as on the screens, as prompts line by line: for a screen reader, a dumb terminal
/// or a pipe.
///
/// It is a value like `App`: lines go in, lines and effects come out.
public struct PlainApp: Sendable {
  /// What one step says and asks for.
  public struct Turn: Sendable {
    /// Lines to print.
    public var lines: [String] = []
    /// What is to be done outside.
    public var effects: [Effect] = []
    /// Whether the program is over.
    public var isOver = false
  }

  enum Stage: Sendable {
    case people
    /// The PIN of someone who is to be at the keyboard.
    case pin(PersonID)
    case checking(PersonID)
    /// Which village? None is open yet.
    case village
    case openingVillage
    /// The clock is behind the newest that is recorded: which day is it? An early one was doubted once.
    case date(newest: String, doubted: String?)
    case household
    case opening(IdentityCheck)
    case identity(HouseholdCase)
    case starting
    case interview(HouseholdCase, InterviewSession)
    case rowName(HouseholdCase, InterviewSession, NodeAddress)
    case remark(HouseholdCase, InterviewSession, NodeAddress?)
    case end(HouseholdCase, InterviewSession, asked: Bool)
    case reopening(HouseholdCase)
    /// What was found is read line by line.
    case found(Found)
    /// What two people wrote differently is listed.
    case conflicts([ShownConflict])
    /// One of it is to be decided; an answer of one's own is being written.
    case conflict(ShownConflict, isTyping: Bool)
  }

  /// What is to happen once a household is read.
  enum IdentityCheck: Sendable {
    case ask
    case done
  }

  let environment: Environment
  var language: Language
  var team: Team
  var person: PersonID?
  var village: Village
  var stage: Stage
  /// What was found so far in the open interview, where the team shows findings at once; else nil.
  var known: Set<Judgement.Mark>?
  /// A required question at which an empty line was given once already.
  var warned: NodeAddress?
  /// The village that is not one of theirs and that the person chose all the same.
  var elsewhere: String?
  /// What was last said of a meeting under way.
  var lastProgress: String?

  /// Begins on a village, or with the choice of one.
  public init(
    environment: Environment, team: Team, village: Village?, person: PersonID?, language: Language
  ) {
    self.environment = environment
    self.team = team
    self.village = village ?? Village(code: "")
    self.person = person
    self.language = language
    stage = .people
    if person != nil { stage = firstStage() }
  }

  /// Where the work begins: with the village where none is open, with the date when the clock is plainly
  /// behind.
  func firstStage() -> Stage {
    let works = person.flatMap { team.person($0) }?.works(in: village.code) ?? true
    guard hasVillage, works || elsewhere == village.code else { return .village }
    return switch WorkingDate.standing(String(environment.wallTime().prefix(10)), in: village) {
    case .behind(let newest): .date(newest: newest, doubted: nil)
    case .clock, .confirmed: .household
    }
  }

  /// Whether what is typed next is not for other eyes.
  public var isSecret: Bool { if case .pin = stage { true } else { false } }
  /// Whether a village is open.
  var hasVillage: Bool { !village.code.isEmpty }
  var strings: PlainStrings { language.strings.plain }
  var now: Int { environment.monotonic() }

  /// The date the work bears: the clock's, unless it is behind and a person has said which day it is.
  var today: String {
    switch WorkingDate.standing(String(environment.wallTime().prefix(10)), in: village) {
    case .clock(let date), .confirmed(let date): date
    case .behind(let newest): newest
    }
  }

  /// The first lines.
  public func start() -> Turn {
    var turn = Turn()
    let welcome = hasVillage ? strings.welcome(village.name) : strings.welcomeWithoutVillage
    turn.lines = [welcome, strings.commands] + prompt()
    return turn
  }

  /// Takes one line that was typed.
  public mutating func take(_ line: String) -> Turn {
    var turn = Turn()
    let text = line.trimmed
    if text == "/l" {
      language = language.other
      if case .interview(let file, var session) = stage {
        session.speak(
          language.name(
            among: session.definition.languages, default: session.definition.defaultLanguage),
          now: now)
        stage = .interview(file, session)
      }
      if case .found(var found) = stage {
        found.speak(language)
        stage = .found(found)
      }
      turn.lines = prompt()
      return turn
    }
    if text == "/?" {
      turn.lines = [strings.commands] + help() + prompt()
      return turn
    }
    if text == "/q" {
      leave(&turn)
      return turn
    }
    if meet(text, &turn) { return turn }
    switch stage {
    case .people: choosePerson(text, &turn)
    case .pin(let person): checkPIN(text, of: person, &turn)
    case .village: chooseVillage(text, &turn)
    case .date(let newest, let doubted): confirmDate(text, newest, doubted, &turn)
    case .household: chooseHousehold(text, &turn)
    case .identity(let file): checkIdentity(text, file, &turn)
    case .interview(let file, let session): interview(text, file, session, &turn)
    case .rowName(let file, let session, let roster): addRow(text, file, session, roster, &turn)
    case .remark(let file, let session, let address):
      remark(text, file, session, address, &turn)
    case .end(let file, let session, let asked): end(text, file, session, asked, &turn)
    case .reopening(let file): reopen(text, file, &turn)
    case .found(let found): read(text, found, &turn)
    case .conflicts(let all): choose(text, among: all, &turn)
    case .conflict(let one, let isTyping): decide(text, one, isTyping: isTyping, &turn)
    case .opening, .starting, .openingVillage, .checking: turn.lines = [strings.wait]
    }
    return turn
  }

  /// Takes what came of the effects.
  public mutating func receive(_ message: Message) -> Turn {
    var turn = Turn()
    switch message {
    case .opened(let file, let place): opened(file, place, &turn)
    case .recorded(let entries, let village):
      if let village { self.village = village }
      recorded(entries, &turn)
    case .notRecorded(let fault):
      turn.lines = [language.strings.fault(fault)]
      if case .interview(let file, var session) = stage {
        session.notRecorded()
        stage = .interview(file, session)
      }
      turn.lines += prompt()
    case .notOpened(let fault):
      stage = hasVillage ? .household : .village
      turn.lines = [language.strings.notOpened(fault)] + prompt()
    case .village(let village):
      self.village = village
      guard case .openingVillage = stage else { break }
      stage = firstStage()
      turn.lines = [strings.welcome(village.name)] + prompt()
    case .team(let team): self.team = team
    case .notice(let notice): turn.lines = [notice.text]
    case .secondCopy(let state):
      if let warning = language.strings.secondCopy(state) { turn.lines = [warning] }
    case .syncProgress(let progress): turn.lines = progressed(progress)
    case .syncEnded(let report): met(report, &turn)
    case .conflicts(let all): found(all, &turn)
    case .notSettled(let reason): turn.lines = [language.strings.refusal(reason)] + prompt()
    case .pin(let outcome): checked(outcome, &turn)
    case .key, .devices, .erasure, .erased, .clean, .comments, .issue, .evidence, .noEvidence: break
    }
    return turn
  }

  // MARK: Households

  private mutating func chooseHousehold(_ text: String, _ turn: inout Turn) {
    var query = HouseholdQuery()
    query.order = .open
    query.text = text
    let found = query.run(village)
    let exact = found.filter { $0.number.map(String.init) == text }
    if exact.count == 1 || (found.count == 1 && !text.isEmpty) {
      let household = exact.count == 1 ? exact[0] : found[0]
      stage = .opening(.ask)
      turn.effects = [.open(household.id)]
    } else {
      turn.lines =
        found.isEmpty ? [strings.noneFound] : found.prefix(20).map(line) + more(found.count)
      turn.lines += prompt()
    }
  }

  private func more(_ count: Int) -> [String] { count > 20 ? [strings.more(count - 20)] : [] }

  private func line(_ household: HouseholdSummary) -> String {
    strings.household(
      household.number.map(String.init) ?? "-", household.group, household.head, household.size,
      language.strings.status(household.status))
  }

  private mutating func opened(_ file: HouseholdCase, _ place: JSON?, _ turn: inout Turn) {
    switch InterviewOpening.step(for: file, today: today) {
    case .begin:
      stage = .identity(file)
      turn.lines = prompt()
    case .completed:
      stage = .reopening(file)
      turn.lines = prompt()
    case .revisit:
      guard case .opening(.ask) = stage, let interview = file.current else {
        return enter(file, place, &turn)
      }
      stage = .starting
      turn.effects = [
        .record(
          InterviewOpening.revisit(
            interview, visit: VisitID(random: environment.random), today: today))
      ]
    case .resume: enter(file, place, &turn)
    }
  }

  private mutating func enter(_ file: HouseholdCase, _ place: JSON?, _ turn: inout Turn) {
    guard let interview = file.current, var session = session(of: file) else {
      stage = .household
      turn.lines = [strings.formMissing] + prompt()
      return
    }
    let key = place.flatMap { PlaceMemory.key($0, in: interview) }
    session.compare(with: village)
    if let key, let address = session.address(key),
      let stop = session.stops.first(where: { $0.address == address })
    {
      session.go(to: .stop(stop), now: now)
    }
    // Returned, it opens where the first comment stands.
    if session.isOpen, let comment = session.firstCommentPlace { session.go(to: comment, now: now) }
    known = team.showsFindingsAtOnce ? Set(session.judged().judgement.findings) : nil
    stage = Self.stage(file, session)
    turn.lines = (known == nil ? [] : [strings.training]) + prompt()
  }

  /// The household's interview, opened behind its newest answer; nil when its form is not here.
  private func session(of file: HouseholdCase) -> InterviewSession? {
    guard let interview = file.current, let person,
      let definition = environment.forms(interview.start?.form ?? "")
    else { return nil }
    return InterviewSession(
      interview, definition: definition, person: person,
      language: language.name(among: definition.languages, default: definition.defaultLanguage),
      now: now)
  }

  /// Where an interview stands: at a stop of it, or at its end.
  static func stage(_ file: HouseholdCase, _ session: InterviewSession) -> Stage {
    session.place == .end ? .end(file, session, asked: false) : .interview(file, session)
  }

  private mutating func checkIdentity(
    _ text: String, _ file: HouseholdCase, _ turn: inout Turn
  ) {
    let check: String
    switch text {
    case "1": check = "confirmed"
    case "2": check = "neighbours"
    case "3":
      stage = .household
      turn.lines = prompt()
      return
    default:
      turn.lines = [strings.notUnderstood] + prompt()
      return
    }
    guard let form = environment.form(village) else {
      stage = .household
      turn.lines = [strings.formMissing] + prompt()
      return
    }
    let start = InterviewStart(
      household: file.household.id, round: village.round, form: form.hash,
      date: today, identityCheck: check)
    stage = .starting
    opening = file.household.id
    turn.effects = [
      .record(
        InterviewOpening.begin(
          file, start: start, interview: InterviewID(random: environment.random),
          visit: VisitID(random: environment.random), village: village.code,
          definition: form.definition, now: environment.wallTime()))
    ]
  }

  /// The household whose interview was just begun and is to be read again.
  var opening: HouseholdID?

  private mutating func recorded(_ entries: [Entry], _ turn: inout Turn) {
    if noteViewing(entries) { return }
    switch stage {
    case .date:
      stage = .household
      turn.lines = prompt()
    case .starting:
      let known = village.interviews
      let started = entries.lazy.compactMap { entry -> HouseholdID? in
        guard case .interview(let id) = entry.subject else { return nil }
        return known[InterviewID(id)]
      }.first
      guard let household = opening ?? started else { return }
      opening = nil
      stage = .opening(.done)
      turn.effects = [.open(household)]
    case .interview(let file, var session), .rowName(let file, var session, _),
      .remark(let file, var session, _):
      session.recorded(entries, now: now)
      stage = Self.stage(file, session)
      showNewFindings(session, &turn)
      turn.lines += prompt()
    case .conflict: decided(&turn)
    case .end(_, var session, _):
      session.recorded(entries, now: now)
      stage = .household
      turn.lines = [strings.saved]
      if session.interview.isCompleted { showFindings(session, &turn) }
      turn.effects.append(.settle)
      turn.lines += prompt()
    case .reopening(let file):
      stage = .opening(.done)
      turn.effects = [.open(file.household.id)]
    default: break
    }
  }

  private mutating func reopen(_ text: String, _ file: HouseholdCase, _ turn: inout Turn) {
    if text == "1", let session = session(of: file) {
      showFindings(session, &turn)
      turn.lines += prompt()
      return
    }
    guard !text.isEmpty, let interview = file.current else {
      stage = .household
      turn.lines = prompt()
      return
    }
    turn.effects = [
      .record([Fact.reopened(reason: text).draft(of: .interview(interview.id.rawValue))])
    ]
  }

  private mutating func leave(_ turn: inout Turn) {
    switch stage {
    case .interview(_, let session), .rowName(_, let session, _), .remark(_, let session, _),
      .end(_, let session, _):
      turn.effects = [
        .rememberPlace(session.interview.id, PlaceMemory.json(session)), .settle,
      ]
      stage = .household
      turn.lines = [strings.left] + prompt()
    case .identity, .reopening, .found, .conflicts, .conflict:
      stage = .household
      turn.lines = prompt()
    default:
      turn.effects = [.settle, .quit]
      turn.isOver = true
    }
  }
}
