/// Which entries had seen which: what the journals of a scope told of each other.
///
/// Seeing is direct. An entry saw what its own journal told up to it, and what stood before it there;
/// what those others had seen in turn counts only as far as its own journal told of it. Kept sparse
/// (one step where something new was told), so that one subject can be folded without anybody else's
/// lines.
public struct Causality: Equatable, Sendable {
  private struct Step: Equatable {
    var sequence: Int
    /// How far the other writer had been seen from there on.
    var told: Int
  }

  private struct Branching: Equatable {
    var parent: JournalName
    var shared: Int
  }

  private var steps: [JournalName: [WriterID: [Step]]] = [:]
  private var branchings: [JournalName: Branching] = [:]
  /// Up to which number all branches of a forked writer are one.
  private var forks: [WriterID: Int] = [:]

  /// What one writer's work needs, and nothing: nobody told of anybody.
  public init() {}

  /// What some entries tell, in any order.
  public init(_ entries: some Sequence<Entry>) {
    for entry in entries { note(of: entry, in: entry.place.journal) }
  }

  /// Takes in what an entry tells of other writers; twice is as good as once.
  public mutating func note(of entry: Entry, in journal: JournalName) {
    guard !entry.seen.isEmpty else { return }
    for (writer, number) in entry.seen {
      note(number, of: writer, in: journal, at: entry.sequence)
    }
  }

  /// Takes in that a journal told of another writer at one of its numbers.
  public mutating func note(
    _ number: Int, of writer: WriterID, in journal: JournalName, at sequence: Int
  ) {
    let step = Step(sequence: sequence, told: number)
    var list = steps[journal, default: [:]][writer, default: []]
    if let last = list.last, last.sequence >= sequence {
      let index = list.firstIndex { $0.sequence >= sequence } ?? list.endIndex
      guard list[index] != step else { return }
      list.insert(step, at: index)
    } else {
      if let last = list.last, last.told >= number { return }
      list.append(step)
    }
    steps[journal, default: [:]][writer] = list
  }

  /// Says that a journal is another's up to a number and goes on by itself from there.
  public mutating func branch(
    _ journal: JournalName, from parent: JournalName, after sequence: Int
  ) {
    branchings[journal] = Branching(parent: parent, shared: sequence)
  }

  /// Says that a writer's work is one up to a number and two or more behind it: whoever tells of it
  /// beyond that number tells of none of them.
  public mutating func fork(_ writer: WriterID, after sequence: Int) {
    forks[writer] = min(forks[writer] ?? sequence, sequence)
  }

  /// Whether any writer's work is known to have split: what was written next had then not seen all.
  public var hasForks: Bool { !forks.isEmpty }

  /// Takes in all that another knows: the team's, beside a village's.
  public mutating func merge(_ other: Causality) {
    steps.merge(other.steps) { mine, _ in mine }
    branchings.merge(other.branchings) { mine, _ in mine }
    forks.merge(other.forks) { min($0, $1) }
  }

  /// Whether the writer of an entry had seen another entry when it was written.
  public func saw(_ later: EntryPlace, _ earlier: EntryPlace) -> Bool {
    let writer = earlier.journal.writer
    if later.journal.writer == writer {
      guard earlier.sequence < later.sequence else { return false }
      return later.journal == earlier.journal
        || earlier.sequence <= shared(later.journal, earlier.journal)
    }
    if let fork = forks[writer], earlier.sequence > fork { return false }
    return told(of: writer, by: later) >= earlier.sequence
  }

  /// How far an entry had seen a writer; 0 for not at all.
  public func told(of writer: WriterID, by place: EntryPlace) -> Int {
    var journal = place.journal
    var sequence = place.sequence
    while true {
      if let list = steps[journal]?[writer] {
        var low = 0
        var high = list.count
        while low < high {
          let middle = (low + high) / 2
          if list[middle].sequence <= sequence { low = middle + 1 } else { high = middle }
        }
        if low > 0 { return list[low - 1].told }
      }
      guard let branching = branchings[journal], branching.parent < journal else { return 0 }
      journal = branching.parent
      sequence = min(sequence, branching.shared)
    }
  }

  /// Up to which number two journals of one writer are the same.
  private func shared(_ one: JournalName, _ other: JournalName) -> Int {
    var (one, other) = (one, other)
    var shared = Int.max
    while one != other {
      if one < other { swap(&one, &other) }
      guard let branching = branchings[one], branching.parent < one else { return 0 }
      shared = min(shared, branching.shared)
      one = branching.parent
    }
    return shared
  }
}
