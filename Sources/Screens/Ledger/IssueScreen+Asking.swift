import Fieldwork
import Record
import Station
import Terminal

extension IssueScreen {
  /// Asks for what an act takes besides the decision.
  func ask(_ command: Command, _ context: inout Context) {
    let strings = context.strings.ledger
    switch command {
    case .beginIssue:
      context.push(TextPanel(Panel.begin, title: strings.begin, hint: strings.beginHint))
    case .sendBack:
      context.push(TextPanel(Panel.sendBack, title: strings.sendBack, hint: strings.sendBackHint))
    case .reopenIssue:
      context.push(TextPanel(Panel.reopen, title: strings.reopen, hint: strings.reopenHint))
    case .reportIssue: context.push(groundPanel(context))
    case .reask: askReason(&context)
    default: return
    }
  }

  private func groundPanel(_ context: Context) -> ListPanel {
    let strings = context.strings
    var minute: String?
    if case .completed(let stamp)? = opened.file?.current?.phase { minute = stamp.minute }
    let reason =
      opened.file == nil
      ? strings.ledger.noHousehold
      : opened.answers.map { opened.hindrance(of: $0).map(strings.review.hindrance) }
        ?? strings.review.hindrance(.notCompleted)
    return ListPanel(
      Panel.report, title: strings.ledger.reportTitle,
      items: [
        .init(strings.ledger.byAnswers(minute), unless: reason),
        .init(strings.ledger.byEvidence),
      ], selected: reason == nil ? 0 : 1)
  }

  /// A completed interview is opened again for a reason; one that is open needs none.
  private func askReason(_ context: inout Context) {
    guard let file = opened.file else { return }
    guard file.current?.isCompleted == true else {
      context.effects.append(.open(file.household.id))
      return
    }
    let strings = context.strings.ledger
    context.push(
      TextPanel(
        Panel.reask, title: strings.reask, hint: strings.reaskHint,
        text: strings.reaskReason(LedgerWords(context).problem(opened.line))))
  }

  /// Takes what was asked for.
  mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    guard let person = context.person else { return }
    switch (answer.panel, answer.value) {
    case (Panel.begin, .text(let text)):
      act(.act(.beginning), opened.begin(text: text, by: person), &context)
    case (Panel.sendBack, .text(let reason)):
      act(.act(.sendingBack), opened.sendBack(reason: reason, by: person), &context)
    case (Panel.reopen, .text(let reason)):
      act(.act(.reopening), opened.reopen(reason: reason, by: person), &context)
    case (Panel.report, .choice(0)):
      guard let ground = opened.answers else { return }
      act(.act(.reporting), opened.report(ground, by: person), &context)
    case (Panel.report, .choice): context.push(EvidenceScreen(opened))
    case (Panel.reask, .text(let reason)):
      task = .reask
      context.effects.append(
        .record(
          opened.reask(
            visit: VisitID(random: context.environment.random), today: context.workingDay,
            reason: reason)))
    default: return
    }
  }

  /// Goes on in the household's interview, at the first answer that the finding rests on.
  func goThere(_ file: HouseholdCase, _ place: AnswerKey?, _ context: inout Context) {
    var screen = HouseholdScreen(file: file, place: finding?.place ?? place)
    let covered = context.moves.count
    screen.start(&context)
    context.moves.insert(.push(screen), at: covered)
  }
}
