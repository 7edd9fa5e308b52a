import Record

/// Which bodies are to be gone, by the erasures that people recorded.
///
/// Who ever was a supervisor or of the office may have anything erased; everybody may have erased what
/// they wrote themselves; and where no team was founded everybody may have anything erased. A household
/// takes its interviews with it, those too that come to light later.
public enum Erasures {
  /// Finds what is to go in a scope.
  ///
  /// `said` are the entries about the village (or team), among which the erasures are; `interviews` tells
  /// the household of each interview. `entriesOf` reads the entries of some subjects and `entries` all of
  /// them; both are only asked where someone without a role erased. Throws what they throw.
  public static func effective(
    among said: [Entry], _ authority: TeamAuthority, interviews: [InterviewID: HouseholdID] = [:],
    entriesOf: ([Subject]) throws -> [Entry], entries: () throws -> [Entry]
  ) rethrows -> ErasedBodies {
    var doomed = ErasedBodies()
    for entry in said where entry.kind == Entry.erased {
      guard case .erased(let ids, let subjects, _) = Fact(entry) else { continue }
      let all = Set(subjects).union(Self.interviews(of: subjects, interviews))
      if authority.mayErase(entry.person) {
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

  private static func interviews(
    of subjects: [Subject], _ known: [InterviewID: HouseholdID]
  ) -> Set<Subject> {
    let households = Set(
      subjects.compactMap { subject -> String? in
        if case .household(let id) = subject { id } else { nil }
      })
    guard !households.isEmpty else { return [] }
    return Set(
      known.filter { households.contains($0.value.rawValue) }
        .map { .interview($0.key.rawValue) })
  }
}
