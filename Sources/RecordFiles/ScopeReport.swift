import Record

/// What checking found in one scope.
public struct ScopeReport: Equatable, Sendable {
  /// What a derived file is worth.
  public enum DerivedState: Equatable, Sendable {
    /// What the entries give.
    case current
    /// What the entries gave at an earlier time: normal after a crash.
    case stale
    /// Made from entries that are no longer here: the journal lost its end.
    case newer
    /// What no entries here ever gave.
    case altered
    /// Should be there by the entries, and is not.
    case missing
    /// Nothing that follows from entries.
    case unknown
  }

  /// Entries that others had seen and that are not here: not handed over yet, or lost.
  public struct Absence: Equatable, Sendable {
    /// Whose entries.
    public let writer: WriterID
    /// Up to which number they were seen.
    public let seen: Int
    /// Up to which number they are here.
    public let here: Int
  }

  /// What was checked.
  public let scope: Scope
  /// How many entries there are.
  public let entries: Int
  /// Those whose bodies were erased.
  public let erased: [EntryID]
  /// What is wrong with the journals.
  public let faults: [JournalFault]
  /// Up to which number each journal is signed by its device, the signing entry with it.
  public let signed: [JournalName: Int]
  /// How many entries behind that no signature covers yet: they do not leave this folder.
  public let unsigned: [JournalName: Int]
  /// How many entries of each journal are held apart: they do not count.
  public let held: [JournalName: Int]
  /// Where the journals of a writer went on twice: the branches, and behind which number they leave.
  public var forks: [JournalName: Int] {
    var forks: [JournalName: Int] = [:]
    for fault in faults {
      if case .forked(let number) = fault.kind, let journal = fault.journal {
        forks[journal] = number
      }
    }
    return forks
  }
  /// What is known of and not here.
  public let absent: [Absence]
  /// The derived files that are not current, by name; `index` is the index.
  public let derived: [String: DerivedState]

  /// Whether nothing was found that somebody must look into.
  public var isSound: Bool {
    !faults.contains(where: \.isDamage)
      && !derived.values.contains { $0 == .altered || $0 == .newer }
  }
}
