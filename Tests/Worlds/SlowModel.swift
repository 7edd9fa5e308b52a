import Fieldwork
import Record

/// Finds the conflicts of a village by comparing all pairs of changes, as the rules say it and not as
/// the program does it.
struct SlowModel {
  /// One change of a field.
  struct Change {
    var entry: Entry
    /// What it did: only changes that differ in it are in conflict.
    var what: String
    var isSaid = true
    var isStriking = false
  }

  let record: SlowRecord
  /// The interviews that count, with their households.
  let interviews: [InterviewID: HouseholdID]
  /// All interviews with the households that stand for theirs, those too that do not count.
  let placed: [InterviewID: HouseholdID]
  /// Whether a household stands in the list.
  let isListed: (HouseholdID) -> Bool
  /// The households that stand for those that were joined.
  let root: (HouseholdID) -> HouseholdID

  /// Acts of review that their writers had no right to, as the program told.
  let idle: Set<EntryID>

  /// Whether an act is not without effect.
  func hasEffect(_ entry: Entry) -> Bool { !idle.contains(entry.id) }

  /// Every open conflict, in the form of `line`.
  func conflicts() -> Set<String> {
    var found = Set<String>()
    let bySubject = Dictionary(grouping: record.entries, by: \.subject)
    for interview in interviews.keys {
      let subject = Subject.interview(interview.rawValue)
      found.formUnion(
        SlowInterview(bySubject[subject] ?? [], model: self, id: interview).conflicts())
    }
    found.formUnion(villageConflicts(bySubject[.village] ?? []))
    let interviewDecisions = SlowDecisions.interviews(self, bySubject)
    found.formUnion(interviewsSideBySide(bySubject, interviewDecisions))
    for decisions in interviewDecisions.values { found.formUnion(decisions.contradictions()) }
    found.formUnion(doors())
    let doorDecisions = SlowDecisions.doors(self, bySubject)
    found.formUnion(doorDecisions.contradictions())
    found.formUnion(doorDecisions.scattered(root))
    for move in openMoves().values { found.insert(move.line) }
    return found
  }

  /// A conflict in one line: what it is about and the entries that are in it.
  static func line(_ what: String, _ entries: some Sequence<Entry>) -> String {
    line(what, entries.map(\.id))
  }

  static func line(_ what: String, _ entries: [EntryID]) -> String {
    what + ": " + Set(entries).sorted().map { String($0.rawValue.prefix(8)) }.joined(separator: " ")
  }

  /// Changes of a field with those by which people left one of them standing, knowing others: each that
  /// settles something and sets nothing is a change where it names several that differ.
  func withDecisions(
    _ changes: [Change], _ decisions: [Entry], _ left: ([Change]) -> Change?
  ) -> [Change] {
    var all = changes
    for decision in decisions {
      guard case .settled(let ids, _) = Fact(decision) else { continue }
      let named = all.filter { ids.contains($0.entry.id) }
      let open = named.filter { one in
        !named.contains { $0.entry.id != one.entry.id && record.knew($0.entry, one.entry) }
      }
      guard var change = left(open) else { continue }
      change.entry = decision
      change.isSaid = true
      all.insert(change, at: all.firstIndex { decision < $0.entry } ?? all.endIndex)
    }
    return all
  }

  /// Which changes of a field no later change of it knew.
  func tips(_ changes: [Change]) -> [Change] {
    changes.indices.filter { index in
      !changes.indices.contains { later in
        later > index
          && (changes[later].entry.id == changes[index].entry.id
            || record.knew(changes[later].entry, changes[index].entry))
      }
    }.map { changes[$0] }
  }

  /// The last of changes that differ; nil where they say the same.
  static func lastOfDiffering(_ changes: [Change]) -> Change? {
    Set(changes.map(\.what)).count > 1 ? changes.last : nil
  }

  /// An interview that was moved to several doors.
  struct OpenMove {
    var doors: Set<HouseholdID>
    var line: String
  }

  /// The interviews that people moved to different households without knowing of each other, where any of
  /// those is in the list.
  func openMoves() -> [InterviewID: OpenMove] {
    var moves: [InterviewID: [Change]] = [:]
    var decisions: [InterviewID: [Entry]] = [:]
    var begun: Set<InterviewID> = []
    for entry in record.entries {
      guard case .interview(let name) = entry.subject else { continue }
      let id = InterviewID(name)
      switch Fact(entry) {
      case .interviewStarted: begun.insert(id)
      // Where the beginning was erased nobody knows what it is that was moved.
      case .moved(let household) where begun.contains(id):
        moves[id, default: []].append(Change(entry: entry, what: household.rawValue))
      case .settled(_, let answers) where answers.isEmpty:
        decisions[id, default: []].append(entry)
      default: break
      }
    }
    var found: [InterviewID: OpenMove] = [:]
    for (id, changes) in moves {
      let tips = tips(withDecisions(changes, decisions[id] ?? [], Self.lastOfDiffering))
      let doors = Set(tips.map { root(HouseholdID($0.what)) })
      let isShown =
        interviews[id] != nil || doors.contains { $0 != placed[id] && isListed($0) }
      guard doors.count > 1, isShown else { continue }
      found[id] = OpenMove(doors: doors, line: Self.line("move \(id)", tips.map(\.entry)))
    }
    return found
  }

  private func villageConflicts(_ entries: [Entry]) -> Set<String> {
    var fields: [String: [Change]] = [:]
    var decisions: [Entry] = []
    for entry in entries {
      switch Fact(entry) {
      case .villageNamed(_, let round) where !round.isEmpty:
        fields["village round", default: []].append(Change(entry: entry, what: round))
      case .standardChosen(let overlay, let profile):
        fields["village standard", default: []].append(
          Change(entry: entry, what: "\(overlay)|\(profile)"))
      case .settled: decisions.append(entry)
      default: break
      }
    }
    var found = Set<String>()
    for (name, changes) in fields {
      let tips = tips(withDecisions(changes, decisions, Self.lastOfDiffering))
      if Set(tips.map(\.what)).count > 1 { found.insert(Self.line(name, tips.map(\.entry))) }
    }
    return found
  }

  /// Interviews of one household in one round that were begun side by side.
  private func interviewsSideBySide(
    _ bySubject: [Subject: [Entry]], _ decisions: [HouseholdID: SlowDecisions]
  ) -> Set<String> {
    var starts: [(id: String, household: HouseholdID, round: String, entry: Entry)] = []
    for (interview, household) in interviews {
      for entry in bySubject[.interview(interview.rawValue)] ?? [] {
        guard case .interviewStarted(let start) = Fact(entry) else { continue }
        starts.append((interview.rawValue, root(household), start.round, entry))
        break
      }
    }
    return groups(starts) { one, other in
      guard one.household == other.household, one.round == other.round else { return false }
      let isDecided = decisions[one.household]?.isDecided(one.id, other.id) ?? false
      return !isDecided && record.areSideBySide(one.entry, other.entry)
    }.reduce(into: []) { found, group in
      found.insert(Self.line("interviews", group.map(\.entry)))
    }
  }

  /// A household that was written down at its door.
  private struct Door {
    var household: HouseholdID
    var group: String
    var number: String
    var head: String
    var entry: Entry

    func resembles(_ other: Door) -> Bool {
      if !number.isEmpty, group == other.group, number == other.number { return true }
      return !head.isEmpty && head == other.head
    }
  }

  /// Households that were written down at doors that may be one, side by side.
  private func doors() -> Set<String> {
    var doors: [Door] = []
    var settlements: [Set<EntryID>] = []
    for entry in record.entries {
      switch (Fact(entry), entry.subject) {
      case (.householdEnrolled(let facts), .household(let id)):
        // One that was found to be another household is no open question any more.
        guard isListed(HouseholdID(id)) else { continue }
        func value(_ name: String) -> String { facts.values.first { $0.name == name }?.value ?? "" }
        doors.append(
          Door(
            household: HouseholdID(id), group: value("c_group"), number: value("c_hh_no"),
            head: facts.members.first?["m_name"] ?? "", entry: entry))
      case (.settled(let entries, _), .village): settlements.append(Set(entries))
      default: break
      }
    }
    let found = groups(doors) { one, other in
      guard one.household != other.household, one.resembles(other) else { return false }
      if settlements.contains(where: { $0.contains(one.entry.id) && $0.contains(other.entry.id) }) {
        return false
      }
      return record.areSideBySide(one.entry, other.entry)
    }
    return Set(found.map { Self.line("doors", $0.map(\.entry)) })
  }

  /// Groups of things that hang together, of two or more.
  private func groups<Thing>(
    _ things: [Thing], _ hangTogether: (Thing, Thing) -> Bool
  ) -> [[Thing]] {
    var group = Array(things.indices)
    for one in things.indices {
      for other in things.indices where other > one && hangTogether(things[one], things[other]) {
        let (old, new) = (group[other], group[one])
        for index in group.indices where group[index] == old { group[index] = new }
      }
    }
    return Set(group).map { number in
      things.indices.filter { group[$0] == number }.map { things[$0] }
    }.filter { $0.count > 1 }
  }
}
