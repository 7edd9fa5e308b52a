import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// One household: what can be done at its door now, and all that is known of it.
struct HouseholdScreen: Screen {
  /// What waits for the disk.
  private enum Task: Equatable { case begin, revisit, reopen, remark, move }

  private enum Panel {
    static let remark = "remark"
    static let reopen = "reopen"
    static let move = "move"
    static let moveCheck = "moveCheck"
  }

  /// One line of what can be done, in the order of its digit.
  private struct Choice {
    var command: Command
    var text: String
    var reason: String?
  }

  private var file: HouseholdCase
  private var place: AnswerKey?
  private var numbers = NumberedChoices(count: 0)
  private var scroll = ScrolledText()
  private var task: Task?
  private var opensInterview = false
  private var target: HouseholdID?

  /// Shows a household, with the place remembered in its interview.
  init(file: HouseholdCase, place: AnswerKey? = nil) {
    self.file = file
    self.place = place
  }

  // MARK: What can be done

  private func choices(_ context: Context) -> [Choice] {
    let strings = context.strings.households
    let step = InterviewOpening.step(for: file, today: context.workingDay)
    var choices = [
      Choice(
        command: .next, text: strings.step(step, HouseholdStatus(file.current)),
        reason: whyNoInterview(step, context))
    ]
    if step == .completed {
      choices.append(Choice(command: .reopen, text: strings.reopen))
    }
    choices.append(Choice(command: .remark, text: strings.addRemark))
    choices.append(
      Choice(
        command: .move, text: strings.move,
        reason: file.current == nil ? strings.noInterview : nil))
    choices.append(Choice(command: .cancel, text: strings.backToList))
    return choices
  }

  private func whyNoInterview(_ step: InterviewOpening.Step, _ context: Context) -> String? {
    let strings = context.strings.households
    if context.person == nil { return strings.nobodyAtKeyboard }
    if step == .begin { return nil }
    return definition(context) == nil ? strings.formMissing : nil
  }

  private func definition(_ context: Context) -> FormDefinition? {
    file.current?.start.flatMap { context.environment.forms($0.form) }
  }

  func offers(_ context: Context) -> [Offer] {
    choices(context).map { choice in
      let isMain = choice.command == .next
      return Offer(
        choice.command, as: isMain ? context.strings.households.chosenLine : choice.text,
        unless: isMain && isMainInFocus ? choice.reason : isMain ? nil : choice.reason,
        inFooter: isMain)
    } + [
      Offer(.sectionForward, as: context.strings.households.readOn, inFooter: true),
      Offer(.sectionBack, as: context.strings.households.readBack),
    ]
  }

  private var isMainInFocus: Bool { (numbers.focus ?? 0) == 0 }

  func help(_ context: Context) -> [String] { context.strings.households.householdHelp }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    let choices = choices(context)
    numbers.resize(count: choices.count)
    switch numbers.handle(key, rows: choices.count) {
    case .chosen(let index): carryOut(choices[index], &context)
    case .moved, .ignored: return
    }
  }

  private mutating func carryOut(_ choice: Choice, _ context: inout Context) {
    if let reason = choice.reason {
      context.say(reason, role: .warning)
    } else if choice.command == .next {
      start(&context)
    } else {
      perform(choice.command, &context)
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    let strings = context.strings.households
    guard task == nil else { return }
    switch command {
    case .next:
      let choices = choices(context)
      numbers.resize(count: choices.count)
      carryOut(choices[min(numbers.focus ?? 0, choices.count - 1)], &context)
    case .remark:
      context.push(TextPanel(Panel.remark, title: strings.addRemark, hint: strings.remarkHint))
    case .reopen:
      context.push(TextPanel(Panel.reopen, title: strings.reopen, hint: strings.reopenHint))
    case .move:
      context.push(
        PickHouseholdScreen(
          Panel.move, title: strings.moveWhere, without: file.household.id, context))
    case .cancel, .leave: context.pop()
    case .sectionForward: scroll(.pageDown, context)
    case .sectionBack: scroll(.pageUp, context)
    default: return
    }
  }

  private mutating func scroll(_ key: Key, _ context: Context) {
    let rect = detailRect(context)
    let lines = HouseholdDetails(file, context, columns: rect.size.columns).lines
    _ = scroll.handle(key, lines: lines.count, rows: rect.size.rows, arrows: false)
  }

  // MARK: Interviews

  private mutating func start(_ context: inout Context) {
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
      record(.revisit, InterviewOpening.revisit(interview, visit: visit), &context)
    }
  }

  /// A household that was written down at its door today needs no second look at the door.
  private func wroteDownToday(_ context: Context) -> Bool {
    file.household.enrolledAtDoor && file.household.stamps.last?.day == context.today
  }

  private mutating func begin(_ check: IdentityCheckScreen.Answer, _ context: inout Context) {
    guard let village = context.village else { return }
    let environment = context.environment
    let start = InterviewStart(
      household: file.household.id, round: village.round, form: environment.form.hash,
      date: context.workingDay, identityCheck: check.rawValue)
    record(
      .begin,
      InterviewOpening.begin(
        file, start: start, interview: InterviewID(random: environment.random),
        visit: VisitID(random: environment.random), village: village.code,
        definition: environment.form.definition, now: environment.wallTime()), &context)
  }

  private func openInterview(_ context: inout Context) {
    guard let interview = file.current, let person = context.person else { return }
    guard let definition = definition(context) else {
      context.say(context.strings.households.formMissing, role: .error)
      return
    }
    let language = context.language.name(
      among: definition.languages, default: definition.defaultLanguage)
    let session = InterviewSession(
      interview, definition: definition, person: person, language: language,
      at: place.flatMap { Self.place($0, definition) }, now: context.now)
    context.push(InterviewScreen(file: file, session: session))
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
    case .languageChanged, .villageChanged: return
    }
  }

  private mutating func recorded(_ context: inout Context) {
    guard let task else { return }
    self.task = nil
    let strings = context.strings.households
    switch task {
    case .begin, .revisit: opensInterview = true
    case .remark: context.say(strings.remarked, role: .done)
    case .reopen: context.say(strings.reopened, role: .done)
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

  // MARK: Drawing

  private func detailRect(_ context: Context) -> Rect {
    let body = Frame.body(context.size)
    let used = choices(context).count + 1
    return Rect(
      row: body.origin.row + used, column: 2, rows: body.size.rows - used,
      columns: context.size.columns - 3)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    let status = context.strings.status(HouseholdStatus(file.current))
    Frame.head(
      strings.door(
        file.value("c_group"), Int(file.value("c_hh_no")), file.head()?["m_name"] ?? "",
        file.members().count { $0.removal == nil && !$0.isGone }),
      right: status, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let choices = choices(context)
    let rect = detailRect(context)
    scroll.draw(
      HouseholdDetails(file, context, columns: rect.size.columns).lines, into: &canvas, rect,
      more: strings.more)
    canvas.separate(row: rect.origin.row - 1, borders: context.environment.borders)
    var numbers = numbers
    numbers.resize(count: choices.count)
    numbers.draw(
      choices.map { .init($0.text, unless: $0.reason) }, into: &canvas,
      Rect(
        row: body.origin.row, column: 0, rows: choices.count, columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }
}
