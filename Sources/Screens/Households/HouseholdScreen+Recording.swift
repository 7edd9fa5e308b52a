import Fieldwork
import FormEngine
import Record
import Station
import Terminal

extension HouseholdScreen {
  // MARK: Interviews

  mutating func start(_ context: inout Context) {
    switch InterviewOpening.step(for: file, today: context.workingDay) {
    case .begin:
      if wroteDownToday(context) {
        begin(.enrolled, &context)
      } else {
        context.push(IdentityCheckScreen(file: file))
      }
    case .resume, .completed: openInterview(&context)
    case .revisit:
      guard let interview = file.current else { return }
      let visit = VisitID(random: context.environment.random)
      record(
        .revisit, InterviewOpening.revisit(interview, visit: visit, today: context.workingDay),
        &context)
    }
  }

  /// A household that was written down at its door today needs no second look at the door.
  private func wroteDownToday(_ context: Context) -> Bool {
    file.household.enrolledAtDoor && file.household.stamps.last?.day == context.today
  }

  private mutating func begin(_ check: IdentityCheckScreen.Answer, _ context: inout Context) {
    guard let village = context.village else { return }
    let environment = context.environment
    guard let form = environment.form(village) else {
      context.say(context.strings.households.formMissing, role: .error)
      return
    }
    let start = InterviewStart(
      household: file.household.id, round: village.round, form: form.hash,
      date: context.workingDay, identityCheck: check.rawValue)
    record(
      .begin,
      InterviewOpening.begin(
        file, start: start, interview: InterviewID(random: environment.random),
        visit: VisitID(random: environment.random), village: village.code,
        definition: form.definition, now: environment.wallTime()), &context)
  }

  private func openInterview(_ context: inout Context) {
    guard var session = session(&context) else { return }
    // Who returned it says where to look.
    if session.isOpen, let comment = session.firstCommentPlace { session.go(to: comment, now: 0) }
    context.push(interviewScreen(session, context))
  }

  /// Shows what was found, as when the interview was completed.
  func showFindings(_ context: inout Context) {
    guard let session = session(&context) else { return }
    let door = interviewScreen(session, context).door(context)
    guard let found = Found(session, context.team, context.person) else { return }
    context.push(FindingsScreen(found, door: door))
    if let seen = found.seen { context.effects.append(seen) }
  }

  private func interviewScreen(_ session: InterviewSession, _ context: Context) -> InterviewScreen {
    InterviewScreen(
      file: file, session: session, openedAt: context.now,
      showsFindings: session.isOpen && context.team.showsFindingsAtOnce)
  }

  private func session(_ context: inout Context) -> InterviewSession? {
    guard let interview = file.current, let person = context.person else { return nil }
    guard let definition = definition(context) else {
      context.say(context.strings.households.formMissing, role: .error)
      return nil
    }
    let language = context.language.name(
      among: definition.languages, default: definition.defaultLanguage)
    var session = InterviewSession(
      interview, definition: definition, person: person, language: language,
      at: place.flatMap { Self.place($0, definition) })
    session.compare(with: context.village)
    return session
  }

  private static func place(
    _ key: AnswerKey, _ definition: FormDefinition
  ) -> InterviewSession.Place? {
    guard let node = definition.node(named: key.question) else { return nil }
    let address = NodeAddress(node: node, rows: key.rows)
    switch definition.nodes[node].kind {
    case .question: return .stop(.question(address))
    case .note: return .stop(.note(address))
    case .repeat: return .stop(.roster(address))
    default: return nil
    }
  }

  // MARK: The disk

  mutating func record(_ task: Task, _ facts: [Fact], _ context: inout Context) {
    record(task, facts.map { $0.draft(of: .household(file.household.id.rawValue)) }, &context)
  }

  private mutating func record(_ task: Task, _ drafts: [EntryDraft], _ context: inout Context) {
    self.task = task
    context.effects.append(.record(drafts))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .opened(let file, let place):
      self.file = file
      self.place = place
      if opensInterview {
        opensInterview = false
        openInterview(&context)
      }
    case .recorded: recorded(&context)
    case .notRecorded:
      task = nil
      opensInterview = false
    case .uncovered:
      context.effects += [.settle, .open(file.household.id)]
    case .panel(let answer): take(answer, &context)
    default: return
    }
  }

  private mutating func recorded(_ context: inout Context) {
    guard let task else { return }
    self.task = nil
    // What was in focus is done: Enter goes on with the household.
    page.refocus(0, of: 0)
    let strings = context.strings.households
    switch task {
    case .begin, .revisit: opensInterview = true
    case .remark: context.say(strings.remarked, role: .done)
    case .reopen: context.say(strings.reopened, role: .done)
    case .take, .giveBack:
      context.say(task == .take ? strings.takenNow : strings.givenBack, role: .done)
      context.effects.append(.settle)
    case .move:
      context.say(strings.moved, role: .done)
      context.effects.append(.settle)
    }
    context.effects.append(.open(file.household.id))
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    switch (answer.panel, answer.value) {
    case (IdentityCheckScreen.name, .choice(let index)):
      if IdentityCheckScreen.Answer.allCases.indices.contains(index) {
        begin(IdentityCheckScreen.Answer.allCases[index], &context)
      }
    case (Panel.remark, .text(let text)):
      record(.remark, Enrolment.remark(text, on: file.household.id), &context)
    case (Panel.reopen, .text(let text)):
      guard let interview = file.current else { return }
      record(
        .reopen,
        [Fact.reopened(reason: text).draft(of: .interview(interview.id.rawValue))], &context)
    case (Panel.move, .text(let id)): checkMove(HouseholdID(id), &context)
    case (Panel.moveCheck, .choice(let choice)):
      guard choice == 0, let target, let interview = file.current else { return }
      record(.move, Enrolment.move(interview.id, to: target), &context)
    default: return
    }
  }

  private mutating func checkMove(_ household: HouseholdID, _ context: inout Context) {
    guard let other = context.village?.households[household] else { return }
    let strings = context.strings.households
    target = household
    context.push(
      ListPanel(
        Panel.moveCheck, title: strings.moveCheck(other),
        items: [
          .init(other.interview == nil ? strings.moveYes : strings.moveYesTwo),
          .init(strings.moveNo),
        ], selected: 1))
  }
}
