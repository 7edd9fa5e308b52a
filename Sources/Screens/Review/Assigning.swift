import Fieldwork
import Record
import Station
import Terminal

/// How households are given to a surveyor from a list: first which, then to whom.
struct Assigning: Sendable {
  private enum Panel {
    static let which = "assignWhich"
    static let whom = "assignWhom"
  }

  private var focus: HouseholdSummary?
  private var all: [HouseholdSummary] = []
  private var chosen: [HouseholdSummary] = []
  /// Whom the panel lists, in the order of its lines; the last one is nobody.
  private var people: [PersonID?] = []
  /// What waits for the disk.
  private var waiting: HouseholdAssignment?

  /// Asks which: the household in focus, or all that a list shows.
  mutating func begin(
    _ focus: HouseholdSummary?, of all: [HouseholdSummary], _ context: inout Context
  ) {
    guard let focus else { return }
    self.focus = focus
    self.all = all
    guard all.count > 1 else { return askWhom([focus], &context) }
    let strings = context.strings
    let door = strings.households.door(focus.group, focus.number, focus.head, focus.size)
    context.push(
      ListPanel(
        Panel.which, title: strings.review.assignWhich,
        items: [.init(door), .init(strings.review.assignAll(all.count))]))
  }

  private mutating func askWhom(_ households: [HouseholdSummary], _ context: inout Context) {
    let strings = context.strings
    chosen = households
    let code = context.village?.code ?? ""
    let here = context.team.people.filter { $0.works(in: code) }
    // Who surveys stands before who decides for others.
    let people = here.filter { !$0.decides } + here.filter(\.decides)
    self.people = people.map(\.id) + [nil]
    let given = Set(households.map(\.review.assignee))
    let now = given.count == 1 ? self.people.firstIndex { given.contains($0) } : nil
    context.push(
      ListPanel(
        Panel.whom, title: strings.review.assignWhom(households.count),
        items: people.map { .init("\($0.name)  \(strings.households.role($0.role))") }
          + [.init(strings.review.assignNobody)], selected: now ?? 0))
  }

  /// Takes an answer, where it is one of these panels'; tells whether it was.
  mutating func take(_ answer: PanelAnswer, _ context: inout Context) -> Bool {
    guard case .choice(let choice) = answer.value else { return false }
    switch answer.panel {
    case Panel.which: askWhom(choice == 0 ? [focus].compactMap { $0 } : all, &context)
    case Panel.whom:
      guard people.indices.contains(choice) else { return true }
      let assignment = HouseholdAssignment(chosen, to: people[choice])
      guard !assignment.households.isEmpty else {
        context.say(context.strings.review.assignedAlready)
        return true
      }
      waiting = assignment
      context.effects += [.record(assignment.drafts), .settle]
    default: return false
    }
    return true
  }

  /// The entries are on the disk.
  mutating func recorded(_ context: inout Context) {
    guard let waiting else { return }
    self.waiting = nil
    context.say(
      context.strings.review.assigned(
        waiting.households.count,
        waiting.person.map { context.team.name(of: $0, context.language) }), role: .done)
  }

  /// They are not.
  mutating func notRecorded() { waiting = nil }
}
