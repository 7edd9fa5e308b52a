/// Where an entry stands: in which journal, under which number.
public struct EntryPlace: Hashable, Comparable, Sendable {
  /// The journal; what several branches of a writer share stands in the first of them.
  public let journal: JournalName
  /// The number, from 1.
  public let sequence: Int

  /// Names a place.
  public init(journal: JournalName, sequence: Int) {
    self.journal = journal
    self.sequence = sequence
  }

  /// By journal, then by number; this is no causal order.
  public static func < (left: Self, right: Self) -> Bool {
    (left.journal, left.sequence) < (right.journal, right.sequence)
  }
}
