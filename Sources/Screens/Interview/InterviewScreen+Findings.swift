import Fieldwork
import FormEngine
import Record
import Station
import Terminal

extension InterviewScreen {
  /// Whether an entry only says that findings were seen.
  static func isViewing(_ entry: Entry) -> Bool {
    if case .findingsSeen = Fact(entry) { true } else { false }
  }

  /// The household as it is named at the right of a head.
  func door(_ context: Context) -> String {
    "\(context.strings.interview.group(group, number)) \(head)"
  }

  /// What was found takes the place of the interview that was just completed.
  func showFindings(_ context: inout Context) {
    context.say(context.strings.interview.completedNow, role: .done)
    guard let found = Found(session, context.team, context.person) else { return context.pop() }
    context.moves.append(.replace(FindingsScreen(found, door: door(context))))
    if let seen = found.seen { context.effects.append(seen) }
    // A key pressed once too often must not pass over it.
    if context.environment.dropsTypeAhead { context.effects.append(.dropTypeAhead) }
  }

  /// Where the team has set it, says in one line what the last answer made true.
  mutating func showNewFindings(_ context: inout Context) {
    guard let known, session.isOpen else { return }
    let judged = session.judged()
    self.known = Set(judged.judgement.findings)
    let found = judged.findings(besides: known).filter {
      context.team.shows($0, to: context.person)
    }
    guard let first = found.first else { return }
    let words = FoundWords(session, judged, context.strings)
    let text = words.strings.atOnce(
      words.strings.level(first.check.level), words.sentence(first), found.count - 1)
    context.say(Fitting.cut(text, to: context.size.columns - 2), role: .warning)
    if let seen = session.seen(found, atOnce: true) { context.effects.append(.record([seen])) }
  }
}
