import Record

/// Putting lines back that were damaged or lost on this disk, from what others have of them.
extension VillageFiles {
  /// A journal that has lines back.
  public struct Mended: Equatable, Sendable {
    /// Which.
    public var journal: JournalName
    /// How many lines.
    public var lines: Int
    /// What they say, as far as it counts, in their order.
    public var entries: [Entry]
  }

  /// The journals of which lines are known to be damaged here, or missing between others.
  ///
  /// What stands in the middle of a journal is not read at every opening: `entries` reads all.
  public func damagedJournals() throws(DataFolderFault) -> [JournalName] {
    try ensureRead()
    let names = faults.filter(\.canBeMended).compactMap(\.journal)
    return Set(names).filter { index.journals[$0] != nil && own?.journal != $0 }.sorted()
  }

  /// Puts back what is damaged or missing in a journal, as far as the parts have it; nil when nothing
  /// of it is of use.
  ///
  /// The journal is written anew beside, synced, and put in the place of the damaged one, of which the
  /// bytes that stood in the holes are kept beside (`<journal>.torn-<n>`). What was good stays.
  public func mend(
    _ journal: JournalName, from parts: [JournalPart]
  ) throws(DataFolderFault) -> Mended? {
    guard folder.mayWrite else { throw .openedForReading }
    do {
      return try putBack(journal, parts)
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(path)
    }
  }

  private func putBack(_ journal: JournalName, _ parts: [JournalPart]) throws -> Mended? {
    try ensureTable()
    guard own?.journal != journal, index.journals[journal] != nil,
      let bytes = try disk.contents(journalPath(journal))
    else { return nil }
    var mending = JournalMending(scope, journal, crypto)
    for part in parts { mending.add(part, doomed) }
    guard let outcome = mending.mend(bytes), !outcome.lines.isEmpty else { return nil }
    let entries = outcome.lines.compactMap(mending.entry)
    // A damaged line may say again what is to be gone.
    if !outcome.removed.isEmpty, entries.allSatisfy({ $0.body != nil }) {
      try disk.replace(
        try evidencePath(journal), with: outcome.removed, synced: true, folder: true)
    }
    // The list beside the journals stands at the same heads without these lines, and would go on so.
    try removeLists()
    try disk.replace(journalPath(journal), with: outcome.bytes, synced: true, folder: true)
    index.journals[journal]?.faults.removeAll(where: \.canBeMended)
    otherFaults.removeAll { $0.journal == journal }
    _ = try reread(index.branches(of: journal.writer), .checked)
    countVouches()
    saveIndex()
    return Mended(
      journal: journal, lines: outcome.lines.count,
      entries: entries.filter { limits.counts($0.place) })
  }

  private func evidencePath(_ journal: JournalName) throws(DiskFault) -> String {
    var number = 1
    while try disk.status("\(journalPath(journal)).torn-\(number)") != nil { number += 1 }
    return "\(journalPath(journal)).torn-\(number)"
  }

  private func removeLists() throws(DiskFault) {
    var isGone = false
    for name in try disk.names(path) where !name.hasPrefix(".") && !Self.notDerived.contains(name) {
      guard let status = try disk.status("\(path)/\(name)"), !status.isFolder else { continue }
      try disk.remove("\(path)/\(name)")
      isGone = true
    }
    // On the disk before the lines are: else a power cut could leave the old list beside them.
    if isGone { try disk.syncFolder(path) }
  }
}

extension JournalFault {
  /// Whether lines from elsewhere could put it right.
  fileprivate var canBeMended: Bool {
    switch kind {
    case .badLine, .badOpening, .wrongDigest, .wrongSequence, .gap, .wrongChain, .wrongLamport,
      .badBody:
      true
    case .tornLastLine, .tornAct, .unknownVersion, .wrongScope, .wrongWriter, .wrongSignature,
      .cutShort, .lostEnd, .unreadable, .forked, .strayFile:
      false
    }
  }
}
