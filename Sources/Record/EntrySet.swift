/// Entries from any sources in any order, each once.
///
/// All state is a function of such a set: the order of arrival and repetition leave no trace.
public struct EntrySet: Sendable {
  private struct Place: Hashable {
    let writer: WriterID
    let sequence: Int
  }

  /// Two entries of one writer under one number: the journal went on from one point twice.
  public struct Fork: Hashable, Sendable {
    /// The writer whose journal forked.
    public let writer: WriterID
    /// The number that stands twice.
    public let sequence: Int
    /// The identities under it, in order.
    public let ids: [EntryID]
  }

  private var entries: [EntryID: Entry] = [:]
  private var ids: [Place: [EntryID]] = [:]

  /// An empty set.
  public init() {}

  /// A set of some entries.
  public init(_ entries: some Sequence<Entry>) {
    for entry in entries { insert(entry) }
  }

  /// How many entries there are.
  public var count: Int { entries.count }

  /// Takes an entry in; false when it was there already.
  ///
  /// An erased entry replaces its whole self and is not replaced by it, so that an erasure stays one
  /// whatever comes later.
  @discardableResult
  public mutating func insert(_ entry: Entry) -> Bool {
    if let known = entries[entry.id] {
      if known.body != nil && entry.body == nil { entries[entry.id] = entry }
      return false
    }
    entries[entry.id] = entry
    ids[Place(writer: entry.writer, sequence: entry.sequence), default: []].append(entry.id)
    return true
  }

  /// All entries in causal order.
  public var inOrder: [Entry] { entries.values.sorted() }

  /// Where a writer's journal forked, in order.
  public var forks: [Fork] {
    ids.filter { $0.value.count > 1 }
      .map { Fork(writer: $0.key.writer, sequence: $0.key.sequence, ids: $0.value.sorted()) }
      .sorted { ($0.writer, $0.sequence) < ($1.writer, $1.sequence) }
  }
}
