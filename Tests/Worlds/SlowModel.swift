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
  /// Whether a household stands in the list.
  let isListed: (HouseholdID) -> Bool
  /// The households that stand for those that were joined.
  let root: (HouseholdID) -> HouseholdID

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
    found.formUnion(interviewsSideBySide(bySubject))
    found.formUnion(doors())
    return found
  }

  /// A conflict in one line: what it is about and the entries that are in it.
  static func line(_ what: String, _ entries: some Sequence<Entry>) -> String {
    line(what, entries.map(\.id))
  }

  static func line(_ what: String, _ entries: [EntryID]) -> String {
    what + ": " + Set(entries).sorted().map { String($0.rawValue.prefix(8)) }.joined(separator: " ")
  }

  /// Which changes of a field no later change of it saw, and nobody settled.
  func tips(_ changes: [Change], _ settlements: [Set<EntryID>]) -> [Change] {
    var decided = Set<Int>()
    for named in settlements {
      let indices = changes.indices.filter { named.contains(changes[$0].entry.id) }
      decided.formUnion(indices.dropLast())
    }
    return changes.indices.filter { index in
      !decided.contains(index)
        && !changes.indices.contains { later in
          later > index
            && (changes[later].entry.id == changes[index].entry.id
              || record.saw(changes[later].entry, changes[index].entry))
        }
    }.map { changes[$0] }
  }

  private func villageConflicts(_ entries: [Entry]) -> Set<String> {
    var fields: [String: [Change]] = [:]
    var settlements: [Set<EntryID>] = []
    for entry in entries {
      switch Fact(entry) {
      case .villageNamed(_, let round) where !round.isEmpty:
        fields["village round", default: []].append(Change(entry: entry, what: round))
      case .standardChosen(let overlay, let profile):
        fields["village standard", default: []].append(
          Change(entry: entry, what: "\(overlay)|\(profile)"))
      case .settled(let entries, _): settlements.append(Set(entries))
      default: break
      }
    }
    var found = Set<String>()
    for (name, changes) in fields {
      let tips = tips(changes, settlements)
      if Set(tips.map(\.what)).count > 1 { found.insert(Self.line(name, tips.map(\.entry))) }
    }
    return found
  }

  /// Interviews of one household in one round that were begun side by side.
  private func interviewsSideBySide(_ bySubject: [Subject: [Entry]]) -> Set<String> {
    var starts: [(household: HouseholdID, round: String, entry: Entry)] = []
    for (interview, household) in interviews {
      for entry in bySubject[.interview(interview.rawValue)] ?? [] {
        guard case .interviewStarted(let start) = Fact(entry) else { continue }
        starts.append((root(household), start.round, entry))
        break
      }
    }
    return groups(starts) { one, other in
      guard one.household == other.household, one.round == other.round else { return false }
      let settled = (bySubject[.household(one.household.rawValue)] ?? []).contains { entry in
        guard case .settled(let entries, _) = Fact(entry) else { return false }
        return entries.contains(one.entry.id) && entries.contains(other.entry.id)
      }
      return !settled && record.areSideBySide(one.entry, other.entry)
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
