import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// One household: what can be done at its door now, and all that is known of it.
struct HouseholdScreen: Screen {
  /// What waits for the disk.
  enum Task: Equatable { case begin, revisit, reopen, remark, move, take, giveBack }

  enum Panel {
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

  var file: HouseholdCase
  var place: AnswerKey?
  var page = ChoicePage()
  var task: Task?
  var opensInterview = false
  var target: HouseholdID?

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
        command: .next, text: mainText(step, context),
        reason: whyNoInterview(step, context))
    ]
    if found(context) != nil {
      choices.append(
        Choice(
          command: .found, text: context.strings.findings.choice,
          reason: whyNoInterview(step, context)))
    }
    if step == .completed {
      choices.append(Choice(command: .reopen, text: strings.reopen))
    }
    choices.append(Choice(command: .remark, text: strings.addRemark))
    choices.append(
      Choice(
        command: .move, text: strings.move,
        reason: file.current == nil ? strings.noInterview : nil))
    choices.append(Choice(command: .cancel, text: strings.backChoice))
    return choices
  }

  /// What Enter does; comments of a return go before anything else.
  private func mainText(_ step: InterviewOpening.Step, _ context: Context) -> String {
    let review = file.current?.review
    if let review, review.state == .returned, !review.openComments.isEmpty {
      return context.strings.review.goOnWith(review.openComments.count)
    }
    return context.strings.households.step(step, HouseholdStatus(file.current))
  }

  /// What was found here, where the interview is complete and somebody was interviewed.
  private func found(_ context: Context) -> HouseholdFindings? {
    context.village?.households[file.household.id]?.findings.flatMap { $0.isAssessed ? $0 : nil }
  }

  private func whyNoInterview(_ step: InterviewOpening.Step, _ context: Context) -> String? {
    let strings = context.strings.households
    if context.person == nil { return strings.nobodyAtKeyboard }
    if step == .begin { return nil }
    return definition(context) == nil ? strings.formMissing : nil
  }

  func definition(_ context: Context) -> FormDefinition? {
    file.current?.start.flatMap { context.environment.forms($0.form) }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    let choices = choices(context)
    // All of them, in one order: the number of a command in the menu is the same at every door.
    return Self.commands.map { command in
      let isMain = command == .next
      guard let choice = choices.first(where: { $0.command == command }) else {
        let reason =
          command == .found ? strings.findings.noneYet : strings.interview.onlyWhenCompleted
        return Offer(command, unless: reason)
      }
      return Offer(
        command, as: isMain ? strings.households.chosenLine : choice.text,
        unless: isMain && page.focus(of: choices.count) > 0 ? nil : choice.reason, inFooter: isMain)
    } + ChoicePage.scrolling(lines(context), below: choices.count, context)
      + [Offer(.person)] + meeting(context)
  }

  /// What can be done at some door, in the order of the menu.
  private static let commands: [Command] = [.next, .found, .reopen, .remark, .move, .cancel]

  /// What laptops that meet need: who means to go here, and what differs here.
  private func meeting(_ context: Context) -> [Offer] {
    let summary = context.village?.households[file.household.id]
    let nobody = context.person == nil ? context.strings.households.nobodyAtKeyboard : nil
    let isMine = context.person != nil && summary?.taker?.person == context.person
    let differs = (summary?.conflicts ?? 0) > 0
    return [
      Offer(isMine ? .giveBack : .takeAway, unless: nobody),
      Offer(.conflicts, unless: differs ? nil : context.strings.conflicts.noneHere),
      Offer(.erase, unless: nobody),
      Offer(.ledger, inFooter: !context.toReask(at: file.household.id).isEmpty),
    ]
  }

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    HouseholdDetails(file, context, columns: ChoicePage.columns(context.size)).lines
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.households.householdHelp }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    let choices = choices(context)
    if let index = page.chosen(key, of: choices.count, &context) {
      carryOut(choices[index], &context)
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
    opensInterview = false
    switch command {
    case .next:
      let choices = choices(context)
      carryOut(choices[page.focus(of: choices.count)], &context)
    case .found: showFindings(&context)
    case .remark:
      context.push(TextPanel(Panel.remark, title: strings.addRemark, hint: strings.remarkHint))
    case .reopen:
      context.push(TextPanel(Panel.reopen, title: strings.reopen, hint: strings.reopenHint))
    case .move:
      context.push(
        PickHouseholdScreen(
          Panel.move, title: strings.moveWhere, without: file.household.id, context))
    case .person: context.push(PeopleScreen(isFirst: false))
    case .takeAway: record(.take, [Fact.householdTaken], &context)
    case .giveBack: record(.giveBack, [Fact.householdGivenBack], &context)
    case .conflicts:
      context.push(ConflictsScreen(file.household.id))
      context.effects.append(.findConflicts(context.language))
    case .ledger:
      context.push(LedgerScreen(context, of: (file.household.id, door(context))))
    case .erase:
      context.push(ErasureScreen(.household(file.household.id), door(context), &context))
    case .cancel, .leave: context.pop()
    default: page.turn(command, lines(context), below: choices(context).count, context)
    }
  }

  // MARK: Drawing

  private func door(_ context: Context) -> String {
    context.strings.households.door(
      file.value("c_group"), Int(file.value("c_hh_no")), file.head()?["m_name"] ?? "",
      file.members().count { $0.removal == nil && !$0.isGone })
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let status = context.strings.status(HouseholdStatus(file.current))
    Frame.head(door(context), right: status, into: &canvas, context)
    page.draw(
      choices(context).map { .init($0.text, unless: $0.reason) }, lines(context), into: &canvas,
      context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
