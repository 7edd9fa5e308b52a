/// Which entries had seen which: what the journals of a scope told of each other.
///
/// Seeing is direct. An entry saw what its own journal told up to it, and what stood before it there;
/// what those others had seen in turn counts only as far as its own journal told of it. Kept sparse
/// (one step where something new was told), so that one subject can be folded without anybody else's
/// lines.
///
/// Of a writer whose work split a number says nothing beyond the split. Whoever knew of it told by ids
/// which branches it had, and how far. Such a tip counts once the entry with that id was found here, in
/// whatever journal: branches are called otherwise on every laptop.
public struct Causality: Equatable, Sendable {
  private struct Step: Equatable {
    var sequence: Int
    /// How far the other writer had been seen from there on.
    var told: Int
  }

  /// The last entry that was seen of one branch of a split writer, told at a number.
  private struct TipStep: Equatable {
    var sequence: Int
    var tip: Heads.Head
  }

  /// A tip that was told of a writer.
  public struct Told: Hashable, Sendable {
    /// Whose work split.
    public let writer: WriterID
    /// The last entry that was seen of one branch.
    public let tip: Heads.Head

    /// Names a tip.
    public init(writer: WriterID, tip: Heads.Head) {
      self.writer = writer
      self.tip = tip
    }
  }

  private struct Branching: Equatable {
    var parent: JournalName
    var shared: Int
  }

  private var steps: [JournalName: [WriterID: [Step]]] = [:]
  private var tipSteps: [JournalName: [WriterID: [TipStep]]] = [:]
  /// In which journal each tip stands that was told and is here.
  private var homes: [Told: JournalName] = [:]
  private var branchings: [JournalName: Branching] = [:]
  /// Up to which number all branches of a forked writer are one.
  private var forks: [WriterID: Int] = [:]

  /// What one writer's work needs, and nothing: nobody told of anybody.
  public init() {}

  /// What some entries tell, in any order.
  public init(_ entries: some Collection<Entry>) {
    for entry in entries { note(of: entry, in: entry.place.journal) }
    findTips(among: entries)
  }

  /// Takes in what an entry tells of other writers; twice is as good as once.
  public mutating func note(of entry: Entry, in journal: JournalName) {
    for (writer, number) in entry.seen {
      note(number, of: writer, in: journal, at: entry.sequence)
    }
    for (writer, tips) in entry.seenTips {
      for tip in tips { note(tip, of: writer, in: journal, at: entry.sequence) }
    }
  }

  /// Takes in that a journal told at one of its numbers how far it had seen a branch of a split writer.
  public mutating func note(
    _ tip: Heads.Head, of writer: WriterID, in journal: JournalName, at sequence: Int
  ) {
    let step = TipStep(sequence: sequence, tip: tip)
    var list = tipSteps[journal, default: [:]][writer, default: []]
    guard !list.contains(step) else { return }
    let index = list.firstIndex { ($0.sequence, $0.tip) > (sequence, tip) } ?? list.endIndex
    list.insert(step, at: index)
    tipSteps[journal, default: [:]][writer] = list
  }

  /// The tips that were told and were not found yet.
  public var unknownTips: Set<Told> {
    guard !tipSteps.isEmpty else { return [] }
    var told = Set<Told>()
    for (writer, steps) in tipSteps.values.joined() {
      for step in steps { told.insert(Told(writer: writer, tip: step.tip)) }
    }
    return told.subtracting(homes.keys)
  }

  /// Says in which journal a tip stands.
  public mutating func found(_ tip: Told, in journal: JournalName) { homes[tip] = journal }

  /// Looks for the tips that were told among some entries.
  public mutating func findTips(among entries: some Sequence<Entry>) {
    let wanted = unknownTips
    guard !wanted.isEmpty else { return }
    for entry in entries {
      let tip = Heads.Head(sequence: entry.sequence, id: entry.id)
      let told = Told(writer: entry.writer, tip: tip)
      if wanted.contains(told) { found(told, in: entry.place.journal) }
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

  /// Says that a writer's work is one up to a number and two or more behind it: a number beyond that
  /// tells of none of them.
  public mutating func fork(_ writer: WriterID, after sequence: Int) {
    forks[writer] = min(forks[writer] ?? sequence, sequence)
  }

  /// Whether a writer's work is known to have split, here or to anybody whose entries are here.
  public func isSplit(_ writer: WriterID) -> Bool {
    forks[writer] != nil || tipSteps.values.contains { $0[writer] != nil }
  }

  /// Takes in all that another knows: the team's, beside a village's.
  public mutating func merge(_ other: Causality) {
    steps.merge(other.steps) { mine, _ in mine }
    tipSteps.merge(other.tipSteps) { mine, _ in mine }
    homes.merge(other.homes) { mine, _ in mine }
    branchings.merge(other.branchings) { mine, _ in mine }
    forks.merge(other.forks) { min($0, $1) }
  }

  /// Whether the writer of an entry had seen another entry when it was written.
  public func saw(_ later: EntryPlace, _ earlier: EntryPlace) -> Bool {
    let writer = earlier.journal.writer
    if later.journal.writer == writer {
      if earlier.sequence < later.sequence,
        earlier.sequence <= shared(later.journal, earlier.journal)
      {
        return true
      }
    } else if earlier.sequence <= forks[writer] ?? Int.max,
      told(of: writer, by: later) >= earlier.sequence
    {
      return true
    }
    return sawByTips(later, earlier)
  }

  /// Whether some tip that was told up to an entry lies on a journal that has the other one.
  private func sawByTips(_ later: EntryPlace, _ earlier: EntryPlace) -> Bool {
    guard !tipSteps.isEmpty else { return false }
    let writer = earlier.journal.writer
    var journal = later.journal
    var sequence = later.sequence
    while true {
      for step in tipSteps[journal]?[writer] ?? [] where step.sequence <= sequence {
        guard step.tip.sequence >= earlier.sequence,
          let home = homes[Told(writer: writer, tip: step.tip)]
        else { continue }
        if earlier.sequence <= shared(home, earlier.journal) { return true }
      }
      guard let branching = branchings[journal], branching.parent < journal else { return false }
      journal = branching.parent
      sequence = min(sequence, branching.shared)
    }
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
