import Fieldwork
import FormEngine
import Station
import Terminal

extension InterviewScreen {
  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.interview
    let completed =
      session.isOpen ? nil : context.strings.refusal(InterviewSession.Refusal.completed)
    // All that can be done in an interview, in one order: a command's number in the menu is the same at
    // every question.
    return [Offer(.next, as: nextLabel(strings), inFooter: true)]
      + atQuestion(completed, context) + anywhere(completed, context)
  }

  /// What hangs on the question at the place.
  private func atQuestion(_ completed: String?, _ context: Context) -> [Offer] {
    let strings = context.strings.interview
    let notAtQuestion = question == nil ? strings.onlyAtQuestion : nil
    // At an end where nothing is open Enter already reads back.
    let isNamed = if case .end(let end) = input { end.list.selected != nil } else { isReadBackDue }
    let roster: RosterInput? = if case .roster(let roster) = input { roster } else { nil }
    let isChoice = if case .choices = input { true } else { false }
    let onlyInRoster = roster == nil ? strings.onlyInRoster : nil
    let noRow = roster?.focus == nil ? strings.chooseRowFirst : nil
    let noSpecials = hasSpecials ? nil : strings.noSpecials
    let notCarried = question.map(isCarried) ?? false ? nil : strings.notCarried
    let nothingCarried =
      question.flatMap { carriedValue($0, context) } == nil ? strings.nothingCarried : nil
    return [
      Offer(.previous, inFooter: true, isMenuOnly: isInList),
      Offer(.readBack, inFooter: isNamed),
      Offer(
        .addRow, unless: onlyInRoster ?? completed, inFooter: true, isMenuOnly: roster == nil),
      Offer(
        .removeRow, unless: onlyInRoster ?? completed ?? noRow, inFooter: true,
        isMenuOnly: roster?.isAdding ?? true),
      Offer(.special, unless: completed ?? notAtQuestion ?? noSpecials, inFooter: roster == nil),
      Offer(
        .remark, as: commentToAnswer == nil ? nil : context.strings.review.answer,
        unless: stop == nil && commentToAnswer == nil ? strings.onlyAtQuestion : nil,
        inFooter: true),
      Offer(.nextUnanswered, inFooter: true),
      Offer(.goTo, inFooter: true),
      Offer(.carry, unless: notCarried ?? completed ?? nothingCarried),
      // In a text the key clears the text.
      Offer(.clear, unless: isChoice ? completed : strings.onlyChoices, isMenuOnly: !isChoice),
    ]
  }

  /// What can be done wherever one is in the interview.
  private func anywhere(_ completed: String?, _ context: Context) -> [Offer] {
    let strings = context.strings.interview
    let again = session.shownAgain.count
    let noVisit = session.interview.openVisit == nil ? strings.noOpenVisit : nil
    return [
      Offer(.sectionForward), Offer(.sectionBack), Offer(.undo, unless: completed),
      Offer(.redo, unless: completed),
      Offer(
        .stillHold, as: again > 0 ? strings.allStillHold(again) : nil,
        unless: completed ?? (again > 0 ? nil : strings.nothingShownAgain)),
      Offer(.visits, unless: completed ?? noVisit),
      Offer(.reopen, unless: session.isOpen ? strings.onlyWhenCompleted : nil),
      Offer(.cancel), Offer(.history, unless: question == nil ? strings.onlyAtQuestion : nil),
    ]
  }

  /// Whether the question at the place is the visit's result, of a household that was asked: whoever
  /// calls it done has read the answers back.
  var isReadBackDue: Bool {
    guard let question, session.isOpen,
      session.definition.key(of: question.node) == VisitQuestion.result
    else { return false }
    return session.interview.value(VisitQuestion.consent) == "yes"
  }

  /// The first question before the place that is still open: where nothing can be chosen, the
  /// choices wait for it.
  var openBefore: Stop? {
    guard session.isOpen, let stop, let here = session.index(of: stop) else { return nil }
    return session.stops[..<here].first { session.needsAnswer($0) }
  }

  /// What Enter does here, where that is not the next question.
  private func nextLabel(_ strings: InterviewStrings) -> String? {
    switch input {
    case .roster(let roster):
      roster.isAdding
        ? strings.rosterSave : roster.focus == nil ? strings.rosterNext : strings.rosterOpen
    case .end(let end): end.list.selected == nil ? strings.readBack : strings.goThere
    case .choices(let choices): choosingLabel(choices, strings)
    case .field(let field) where field.isUnsaved && session.isOpen: strings.save
    default: nil
    }
  }

  /// Whether ↑ moves in a list, so that it does not lead to the question before.
  private var isInList: Bool {
    switch input {
    case .choices(let choices): choices.focus != nil
    case .roster(let roster): roster.focus != nil || roster.isAdding
    case .end(let end): end.list.selection > 0
    case .field, .reading: false
    }
  }

  /// What leads to another question, so that something typed and not saved would be lost.
  private static let leaving: Set<Command> = [
    .previous, .sectionBack, .sectionForward, .nextUnanswered, .goTo, .undo, .redo, .carry, .visits,
    .history,
  ]

  mutating func perform(_ command: Command, _ context: inout Context) {
    guard !session.isWaiting else { return }
    let strings = context.strings.interview
    if Self.leaving.contains(command),
      keepsUnsaved(&context, key: Binding.name(of: command) ?? context.strings.command(command))
    {
      return
    }
    switch command {
    case .next: accept(&context)
    case .previous: goBack(&context)
    case .sectionBack: goToSection(forward: false, &context)
    case .sectionForward: goToSection(forward: true, &context)
    case .nextUnanswered: goToOpen(&context)
    case .special: askSpecial(&context)
    case .remark: askRemark(&context)
    case .goTo: context.push(GoToScreen(self, context))
    case .readBack: context.push(ReadBackScreen(self, context))
    case .carry:
      if let question, let value = carriedValue(question, context) {
        answer(value, coded: false, &context)
      }
    case .undo:
      act({ session, now in session.undo(now: now) }, then: .say(strings.undone), &context)
    case .redo:
      act({ session, now in session.redo(now: now) }, then: .say(strings.redone), &context)
    case .stillHold:
      act(
        { $0.confirmShownAgain(now: $1) }, then: .say(strings.stillHoldSaved), &context)
    case .clear:
      if case .choices(var choices) = input {
        choices.clearTyped()
        choices.clearChosen()
        enter(.choices(choices))
      }
    case .addRow: if case .roster = input { context.say(strings.rosterHint) }
    case .removeRow: askStrike(&context)
    case .visits: endVisit(&context)
    case .reopen:
      context.push(TextPanel("reopen", title: strings.reopenTitle, hint: strings.reopenHint))
    case .history:
      if let question {
        context.push(AnswerHistoryScreen(question, in: session, door: door(context)))
      }
    case .cancel: cancel(&context)
    case .leave: leave(&context, key: "^X")
    default: return
    }
  }

  // MARK: Enter

  /// Takes what was entered as the answer, or goes on where there is nothing to take.
  private mutating func accept(_ context: inout Context) {
    switch input {
    case .field(let field): accept(field, &context)
    case .choices(let choices): accept(choices, &context)
    case .roster(let roster): accept(roster, &context)
    case .reading: read(&context)
    case .end: acceptEnd(&context)
    }
  }

  private mutating func read(_ context: inout Context) {
    if let question, session.isOpen, !session.instance.isReadOnly(question),
      session.definition.nodes[question.node].kind.questionType == .acknowledge
    {
      answer("OK", coded: false, &context)
    } else {
      goOn(context: &context)
    }
  }

  private mutating func accept(_ field: FieldInput, _ context: inout Context) {
    guard let question, session.isOpen else { return goOn(context: &context) }
    if field.isFresh || field.value == field.stored {
      if field.stored.isEmpty {
        if mayStayEmpty(question, &context) { goOn(context: &context) }
      } else {
        act({ $0.confirm(question, now: $1) }, then: .next(coded: false), &context)
      }
      return
    }
    if field.value.isEmpty, !mayStayEmpty(question, &context) { return }
    let node = session.definition.nodes[question.node]
    guard let type = node.kind.questionType else { return }
    let value = TypedAnswer.value(field.value, type: type, choices: [])
    act(
      { session, now in
        let outcome = session.answer(value, at: question, now: now)
        // A code typed in full width, such as a telephone number, is the same code.
        let plain = FullWidth.code(value)
        guard case .refused(.constraint) = outcome, plain != value else { return outcome }
        let other = session.answer(plain, at: question, now: now)
        if case .record = other { return other }
        return outcome
      }, then: .next(coded: false), &context)
  }

  private mutating func accept(_ choices: ChoiceInput, _ context: inout Context) {
    guard let question, session.isOpen else { return goOn(context: &context) }
    if choices.items.isEmpty, let openBefore { return go(to: .stop(openBefore), &context) }
    var choices = choices
    if choices.isMultiple {
      let isNumber = !choices.typed.isEmpty
      if let toggled = choices.toggledByEnter {
        let before = choices
        choices.toggle(toggled)
        if isNumber || !choices.filter.isEmpty { choices.clearTyped() }
        if !isNumber { context.say(context.strings.interview.pressAgainToConfirm) }
        replacePrefilled(before, &choices, &context)
        forgetWarnings()
        return enter(.choices(choices))
      }
      if isNumber { return refuseNumber(&choices, &context) }
      return finish(choices.value, at: question, &context)
    }
    if !choices.typed.isEmpty, choices.meant == nil { return refuseNumber(&choices, &context) }
    if let meant = choices.meant {
      return answer(meant, coded: true, &context)
    }
    finish(choices.value, at: question, &context)
  }

  /// A number that is only the beginning of one is taken away, so that the next Enter means what
  /// stands.
  private mutating func refuseNumber(_ choices: inout ChoiceInput, _ context: inout Context) {
    choices.clearTyped()
    enter(.choices(choices))
    context.say(context.strings.interview.noSuchKey, role: .warning)
  }

  /// What stands is the answer: it is confirmed, recorded, or stays empty.
  private mutating func finish(
    _ value: String, at question: NodeAddress, _ context: inout Context
  ) {
    if value.isEmpty {
      guard mayStayEmpty(question, &context) else { return }
      if session.instance.value(question).isEmpty { return goOn(context: &context) }
    }
    answer(value, coded: true, &context)
  }

  private mutating func accept(_ roster: RosterInput, _ context: inout Context) {
    if roster.isAdding {
      let name = roster.name.text.trimmed
      guard !name.isEmpty else { return }
      let id = MembershipID(random: context.environment.random)
      act(
        { $0.addRow(to: roster.address, id: id, first: name, now: $1) }, then: .rowAdded(name),
        &context)
      return
    }
    guard let row = roster.focused else { return goOn(context: &context) }
    guard let first = session.firstStop(in: roster.address.rows + [row]) else { return }
    go(to: .stop(first), &context)
  }

  // MARK: Moving

  private mutating func goToOpen(_ context: inout Context) {
    if let stop = session.nextUnanswered() {
      go(to: .stop(stop), &context)
    } else {
      go(to: .end, &context)
      context.say(context.strings.interview.allAnswered, role: .done)
    }
  }

  private mutating func goToSection(forward: Bool, _ context: inout Context) {
    let sections = overview.sections
    guard let here = session.sectionIndex(of: session.place) else {
      if !forward, let last = sections.last(where: { $0.first != nil })?.first {
        go(to: .stop(last), &context)
      }
      return
    }
    if forward {
      let next = sections[(here + 1)...].first { $0.first != nil }?.first
      go(to: next.map { .stop($0) } ?? .end, &context)
      return
    }
    if let first = sections[here].first, session.place != .stop(first) {
      go(to: .stop(first), &context)
    } else if let before = sections[..<here].last(where: { $0.first != nil })?.first {
      go(to: .stop(before), &context)
    } else {
      context.say(context.strings.interview.firstSection)
    }
  }

  // MARK: Leaving

  private mutating func cancel(_ context: inout Context) {
    switch input {
    case .field(var field) where input.isUnsaved:
      field.restore()
      enter(.field(field))
    case .choices(let choices) where choices.hasTyped || choices.isTouched || choices.focus != nil:
      arrive(context)
    case .roster(var roster) where roster.isAdding || roster.focus != nil:
      roster.clearName()
      roster.unfocus()
      enter(.roster(roster))
    case .end(var end) where end.isAsked:
      end.isAsked = false
      enter(.end(end))
    default: leave(&context, key: "Esc")
    }
  }

  mutating func leave(_ context: inout Context, key: String) {
    guard !keepsUnsaved(&context, key: key) else { return }
    act({ $0.leave(now: $1) }, then: .leave(nil), &context)
    if !session.isWaiting { context.pop() }
  }
}
