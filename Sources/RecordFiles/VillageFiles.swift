import Record

/// The journals of one scope (a village, or the team) and what is derived from them.
public final class VillageFiles {
  /// What the journals are about.
  public let scope: Scope

  let folder: OpenFolder
  /// The team's journals, whose entries a village's entry has seen too.
  let team: VillageFiles?
  var index = SubjectIndex()
  /// Whether the journals have been read up to their ends (by the index or in full).
  var isRead = false
  /// Faults of files that are not in the index: stray ones, and what turned up in reading entries.
  var otherFaults: [JournalFault] = []
  var own: OwnJournal?
  /// How far each journal counts; what lies beyond is left out of everything that yields entries.
  public var limits = EntryLimits()
  /// Whether lines were found to stand elsewhere than the index says.
  var hasMoved = false
  /// Entries that were met in looking for lines that moved, and not told by `refresh` yet.
  var untold: [Entry] = []
  /// No more bytes than these wait here for what they follow: whoever brought more brings it again.
  var pendingRoom = 1 << 28
  /// What is to be gone, once it was asked for or read from its note.
  var known: ErasedBodies?
  /// Entries that were to be erased and are in no journal, nor were when the heads were these.
  var sought: (ids: Set<EntryID>, heads: Heads) = ([], Heads())
  /// Whether the derived files were not all on the disk when the program ended last, and nobody has made
  /// them anew since; whoever does says so here.
  public var mustDeriveAnew = false
  /// Whether it is noted that derived files may not be on the disk.
  var hasLooseNote = false
  /// The derived files that were written or taken away without a sync, by name.
  var loose: Set<String> = []
  /// In which journals tips stand that were looked up.
  var tipHomes: [Causality.Told: JournalName] = [:]

  var disk: any Disk { folder.disk }
  var crypto: Crypto { folder.crypto }
  var path: String { "\(folder.path)/\(scope.folder)" }
  var journalFolder: String { "\(path)/journal" }

  func journalPath(_ journal: JournalName) -> String { "\(journalFolder)/\(journal.fileName)" }

  init(scope: Scope, folder: OpenFolder, team: VillageFiles?) throws(DataFolderFault) {
    self.scope = scope
    self.folder = folder
    self.team = team
    do {
      try cutInterruptedArrivals()
      try lookForLoose()
      if try loadIndex() {
        _ = try readOn(.checked)
        isRead = true
      }
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// What is wrong with the journals, as far as was looked; `Archive.verify` looks at everything.
  ///
  /// A reader does not see the end that a writer is just adding.
  public var faults: [JournalFault] {
    let found =
      index.journals.sorted { $0.key < $1.key }.flatMap(\.value.faults) + index.forkFaults(scope)
      + otherFaults
    return folder.mode == .reading ? found.filter { !$0.isUnacknowledgedTail } : found
  }

  /// How far each writer's journals have been read, as far as they count: the mark for everything
  /// derived from them.
  public func heads() throws(DataFolderFault) -> Heads {
    try ensureRead()
    if !limits.isOpen { try ensureTable() }
    return index.heads(limits, idAt: idAt)
  }

  /// The largest Lamport number read.
  var lamport: Int { index.journals.values.reduce(0) { max($0, $1.mark.lamport) } }

  /// The last entry read of each journal, whether it counts or not: what is written next has seen it.
  var seen: Heads { index.heads(EntryLimits(), idAt: { _, _ in nil }) }

  /// The writers whose journals are here, with the public keys of their devices.
  public func writers() throws(DataFolderFault) -> [WriterID: [UInt8]] {
    try ensureRead()
    let keys = index.journals.compactMap { name, journal in
      journal.opening.map { (name.writer, $0.publicKey) }
    }
    return Dictionary(keys) { first, _ in first }
  }

  /// The writers whose journals this device wrote.
  public func ownWriters() throws(DataFolderFault) -> Set<WriterID> {
    let key = try folder.keys().publicKey
    return Set(try writers().filter { $0.value == key }.keys)
  }

  func ensureRead() throws(DataFolderFault) {
    guard !isRead else { return }
    do {
      _ = try readAll(.checked)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// All entries that count in causal order, each checked; the index is made anew on the way.
  public func entries() throws(DataFolderFault) -> [Entry] {
    do {
      return try readAll(.built).filter { limits.counts($0.place) }
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// The entries that others have added to the journals since they were last read, as far as they
  /// count, in causal order.
  public func refresh() throws(DataFolderFault) -> [Entry] {
    do {
      var news = try isRead ? readOn(.built) : readAll(.built)
      if !untold.isEmpty {
        news += untold
        untold = []
        Self.sort(&news)
      }
      return news.filter { limits.counts($0.place) }
    } catch {
      throw DataFolderFault(error)
    }
  }

  static func sort(_ entries: inout [Entry]) {
    // A single writer's entries are in order already.
    for index in entries.indices.dropFirst() where entries[index] < entries[index - 1] {
      entries.sort()
      return
    }
  }
}
