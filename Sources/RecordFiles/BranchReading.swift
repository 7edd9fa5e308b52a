import Record

/// Finds, while the journals of one writer are read in order, what a branch shares with those before.
struct BranchReading {
  /// Where each entry was met first; not kept for the one journal that nearly every writer has.
  private var places: [EntryID: EntryPlace] = [:]
  private var branchings: [JournalName: SubjectIndex.Branching] = [:]
  private let keeps: Bool

  init(_ branches: [JournalName]) { keeps = branches.count > 1 }

  /// Whether an entry is met for the first time; each journal is read from its first line.
  mutating func isNew(_ entry: Entry) -> Bool {
    guard keeps else { return true }
    let place = entry.place
    guard let first = places[entry.id] else {
      places[entry.id] = place
      return true
    }
    branchings[place.journal] = SubjectIndex.Branching(
      parent: first.journal, shared: entry.sequence)
    return false
  }

  /// Where a journal leaves another one; nil when it has nothing in common with any before it.
  func branching(of journal: JournalName) -> SubjectIndex.Branching? { branchings[journal] }
}
