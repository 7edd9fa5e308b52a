import FormEngine
import Station
import Terminal

extension InterviewScreen {
  /// Takes a key at the choices of a question.
  mutating func choose(
    _ key: Key, _ choices: inout ChoiceInput, _ context: inout Context
  ) {
    let strings = context.strings.interview
    if key == .backTab {
      if !keepsUnsaved(&context, key: Binding.name(key)) { goBack(&context) }
      return
    }
    let before = choices
    let outcome = choices.handle(key, rows: choiceRows(choices, context))
    replacePrefilled(before, &choices, &context)
    enter(.choices(choices))
    switch outcome {
    case .ignored: return
    case .changed: forgetWarnings()
    case .chosen(let name): answer(name, coded: true, &context)
    case .noSuchKey: context.say(strings.noSuchKey, role: .warning)
    case .burst: context.refuseNumber(context.strings.burstRefused)
    }
  }

  /// How many choices stand in one column: what the arrows to the sides jump over.
  private func choiceRows(_ choices: ChoiceInput, _ context: Context) -> Int {
    let body = Self.body(context.size)
    return choices.layout(rows: max(3, body.size.rows / 2), columns: body.size.columns - 4).rows
  }

  /// Where the first tick does not go together with ticks that only the register made, it takes
  /// their place: "healthy" of last year is not what the person at the door has to untick first.
  mutating func replacePrefilled(
    _ before: ChoiceInput, _ after: inout ChoiceInput, _ context: inout Context
  ) {
    guard let question, after.isMultiple, !before.isTouched, after.isTouched,
      !before.chosen.isEmpty, !session.isConfirmed(question),
      let added = after.chosen.last, !before.chosen.contains(added),
      violates(after.value, at: question), !violates(added, at: question)
    else { return }
    let replaced = Fitting.cut(shown(context).text(before.value, at: question), to: 32)
    after.take(only: added)
    context.say(context.strings.interview.replaced(replaced), role: .warning)
  }

  private func violates(_ value: String, at question: NodeAddress) -> Bool {
    var candidate = session.instance
    if case .constraintViolated = candidate.set(question, value) { return true }
    return false
  }

  /// What Enter does among choices, where it is not the next question.
  func choosingLabel(_ choices: ChoiceInput, _ strings: InterviewStrings) -> String? {
    if choices.items.isEmpty { return openBefore == nil ? nil : strings.goToOpen }
    guard session.isOpen else { return nil }
    guard choices.isMultiple else { return choices.meant == nil ? nil : strings.choose }
    guard let toggled = choices.toggledByEnter else {
      return choices.isUnsaved ? strings.save : nil
    }
    return choices.chosen.contains(toggled) ? strings.untick : strings.tick
  }
}
