import Record

/// Which bodies are to be gone, by the erasures that people recorded and that count.
///
/// Who was a supervisor or of the office, as far as they knew when they wrote it, has anything erased;
/// everybody has erased what they wrote themselves; and whoever knew of no team has anything erased. A
/// household takes with it the households that were found to be it and the interviews that belong to
/// it, those too that come to light later.
///
/// It follows from headers and from the erasures alone, which are never erased: so every laptop that has
/// the same entries comes to the same, whatever was gone before on which of them.
public enum Erasures {
  /// Finds what is to go in a village.
  ///
  /// `said` are the entries about the village, among which the erasures are; those that are held apart
  /// are not to be among them. `ties` reads the entries that have a link, `entriesOf` those of some
  /// subjects and `entries` all of them: only asked where a household was erased, or someone without
  /// the right to more had erased what they wrote themselves. Throws what they throw.
  public static func effective(
    among said: [Entry], _ authority: TeamAuthority, causality: Causality,
    ties: () throws -> [Entry], entriesOf: ([Subject]) throws -> [Entry],
    entries: () throws -> [Entry]
  ) rethrows -> ErasedBodies {
    var doomed = ErasedBodies()
    var belongings: Belongings?
    for entry in said where entry.kind == Entry.erased {
      guard case .erased(let ids, let subjects, _) = Fact(entry) else { continue }
      var all = Set(subjects)
      let households = Set(subjects.compactMap { HouseholdID($0) })
      if !households.isEmpty {
        let known = try belongings ?? Belongings(ties())
        belongings = known
        all.formUnion(known.all(of: households))
      }
      if authority.mayErase(entry, causality) {
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
}
