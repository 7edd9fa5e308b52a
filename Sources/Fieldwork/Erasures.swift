import Record

/// Which bodies are to be gone, by the erasures that people recorded.
///
/// Who ever was a supervisor or of the office may have anything erased; everybody may have erased what
/// they wrote themselves; and whoever knew of no team may have anything erased. A household
/// takes its interviews with it, those too that come to light later; and where a household was erased, so
/// is what still comes of interviews whose beginning is gone, since that told whose they were.
public enum Erasures {
  /// Finds what is to go in a scope.
  ///
  /// `said` are the entries about the village (or team), among which the erasures are; `causality` tells
  /// which of them were written by someone who knew of the team: all, where it is nil. `interviews` may
  /// tell of interviews whose household is known otherwise. `entriesOf` reads
  /// the entries of some subjects and `entries` all of them: only asked where a household was erased, or
  /// someone without a role erased single entries. Throws what they throw.
  public static func effective(
    among said: [Entry], _ authority: TeamAuthority, causality: Causality? = nil,
    interviews: [InterviewID: HouseholdID] = [:],
    entriesOf: ([Subject]) throws -> [Entry], entries: () throws -> [Entry]
  ) rethrows -> ErasedBodies {
    var doomed = ErasedBodies()
    var begun: Beginnings?
    for entry in said where entry.kind == Entry.erased {
      guard case .erased(let ids, let subjects, _) = Fact(entry) else { continue }
      var all = Set(subjects)
      let knewTheTeam =
        authority.founded.map { causality?.saw(entry.place, $0.place) ?? true } ?? false
      // Else what was erased before anybody had heard of a team would come undone, on some laptops.
      let mayErase = !knewTheTeam || authority.mayErase(entry.person)
      let households = subjects.compactMap { subject -> HouseholdID? in
        if case .household(let id) = subject { HouseholdID(id) } else { nil }
      }
      if !households.isEmpty {
        let known = try begun ?? Beginnings(entries())
        begun = known
        for household in households { all.formUnion(known.interviews[household] ?? []) }
        for (id, household) in interviews where households.contains(household) {
          all.insert(.interview(id.rawValue))
        }
        if mayErase { all.formUnion(known.startless) }
      }
      if mayErase {
        doomed.entries.formUnion(ids)
        doomed.subjects.formUnion(all)
        continue
      }
      // One's own only: what others say of the same subject stays.
      if !all.isEmpty {
        let own = try entriesOf(all.sorted { $0.text < $1.text })
        doomed.entries.formUnion(own.filter { $0.person == entry.person }.map(\.id))
      }
      if !ids.isEmpty {
        let named = Set(ids)
        let own = try entries().filter { named.contains($0.id) && $0.person == entry.person }
        doomed.entries.formUnion(own.map(\.id))
      }
    }
    return doomed
  }

  /// How interviews began: whose they are, and of which that is gone.
  private struct Beginnings {
    var interviews: [HouseholdID: Set<Subject>] = [:]
    var startless: Set<Subject> = []

    init(_ entries: [Entry]) {
      for entry in entries where entry.kind == "interviewStarted" {
        if case .interviewStarted(let start) = Fact(entry) {
          interviews[start.household, default: []].insert(entry.subject)
        } else if entry.body == nil {
          startless.insert(entry.subject)
        }
      }
    }
  }
}
