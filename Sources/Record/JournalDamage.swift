/// A journal of which something is lost or damaged here: from one entry on it may say less than it did.
public struct JournalDamage: Hashable, Sendable {
  /// Which journal.
  public var journal: JournalName
  /// The number of the first entry that is not here, or that cannot be relied on.
  public var from: Int

  /// Names a journal and an entry.
  public init(journal: JournalName, from: Int) {
    self.journal = journal
    self.from = from
  }

  /// What faults come to: of each journal that is damaged where that begins, in the order of their names.
  ///
  /// `last` tells the number of the last entry of a journal that is here.
  public static func all(
    in faults: [JournalFault], last: (JournalName) -> Int
  ) -> [JournalDamage] {
    var first: [JournalName: Int] = [:]
    for fault in faults {
      guard let journal = fault.journal, fault.isDamage else { continue }
      first[journal] = min(first[journal] ?? Int.max, fault.firstEntry(last(journal)))
    }
    return first.sorted { $0.key < $1.key }.map { JournalDamage(journal: $0.key, from: $0.value) }
  }
}

extension JournalFault {
  /// The number of the first entry that it takes away.
  fileprivate func firstEntry(_ last: Int) -> Int {
    switch kind {
    case .gap(let expected, _), .wrongSequence(let expected, _): expected
    case .lostEnd(_, let left): left + 1
    case .cutShort: last + 1
    case .badLine, .badOpening, .unknownVersion, .wrongScope, .wrongWriter, .wrongChain,
      .wrongDigest, .wrongLamport, .badBody, .wrongSignature, .unreadable, .strayFile,
      .tornLastLine, .tornAct, .forked:
      // The first line opens the journal, each one behind it is an entry. Behind a gap that is too
      // low a number, and then the gap is what counts.
      max(1, line - 1)
    }
  }
}
