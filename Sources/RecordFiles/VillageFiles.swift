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
  private var isRead = false
  /// Faults of files that are not in the index: stray ones, and what turned up in reading entries.
  var otherFaults: [JournalFault] = []
  var own: OwnJournal?

  var disk: any Disk { folder.disk }
  var crypto: Crypto { folder.crypto }
  var path: String { "\(folder.path)/\(scope.folder)" }
  var journalFolder: String { "\(path)/journal" }

  func journalPath(_ writer: WriterID) -> String { "\(journalFolder)/\(writer.rawValue).jsonl" }

  init(scope: Scope, folder: OpenFolder, team: VillageFiles?) throws(DataFolderFault) {
    self.scope = scope
    self.folder = folder
    self.team = team
    do {
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
    let found = index.journals.sorted { $0.key < $1.key }.flatMap(\.value.faults) + otherFaults
    return folder.mode == .reading ? found.filter { !$0.isUnacknowledgedTail } : found
  }

  /// How far each writer's journal has been read: the mark for everything derived from it.
  public func heads() throws(DataFolderFault) -> Heads {
    try ensureRead()
    var heads = Heads()
    for (writer, journal) in index.journals {
      if let id = journal.mark.entry {
        heads.byWriter[writer] = Heads.Head(sequence: journal.mark.sequence, id: id)
      }
    }
    return heads
  }

  /// The largest Lamport number read.
  var lamport: Int { index.journals.values.reduce(0) { max($0, $1.mark.lamport) } }

  /// The last number read of each writer.
  var sequences: [WriterID: Int] {
    index.journals.compactMapValues { $0.mark.sequence > 0 ? $0.mark.sequence : nil }
  }

  /// The writers whose journals are here, with the public keys of their devices.
  public func writers() throws(DataFolderFault) -> [WriterID: [UInt8]] {
    try ensureRead()
    return index.journals.compactMapValues { $0.opening?.publicKey }
  }

  func ensureRead() throws(DataFolderFault) {
    guard !isRead else { return }
    do {
      _ = try readAll(.checked)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// All entries in causal order, each checked; the index is made anew on the way.
  public func entries() throws(DataFolderFault) -> [Entry] {
    do {
      return try readAll(.built)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// The entries that others have added to the journals since they were last read, in causal order.
  public func refresh() throws(DataFolderFault) -> [Entry] {
    do {
      guard isRead else { return try readAll(.built) }
      return try readOn(.built)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// The writers whose journals lie here; other files are noted.
  private func listJournals() throws(DiskFault) -> [WriterID] {
    var writers: [WriterID] = []
    otherFaults.removeAll {
      if case .strayFile = $0.kind { true } else { false }
    }
    for name in try disk.names(journalFolder) {
      if name.hasSuffix(".jsonl"), let writer = WriterID(rawValue: String(name.dropLast(6))) {
        writers.append(writer)
      } else if !name.hasPrefix(".") && !name.contains(".torn-") {
        otherFaults.append(
          JournalFault(scope: scope, writer: nil, line: 0, kind: .strayFile(name)))
      }
    }
    return writers
  }

  /// Reads every journal from its first byte.
  func readAll(_ bodies: JournalReader.Bodies) throws(DiskFault) -> [Entry] {
    let before = index.journals
    var index = SubjectIndex(changed: true)
    var entries: [Entry] = []
    for writer in try listJournals() {
      var reader = JournalReader(scope: scope, writer: writer, crypto: crypto, bodies: bodies)
      index.journals[writer] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
      try read(writer, with: &reader) { found in
        index.add(found)
        if bodies == .built { entries.append(found.entry) }
      }
      Self.take(reader, before[writer], into: &index)
    }
    self.index = index
    isRead = true
    Self.sort(&entries)
    return entries
  }

  /// Reads what the journals have beyond the index.
  private func readOn(_ bodies: JournalReader.Bodies) throws(DiskFault) -> [Entry] {
    var entries: [Entry] = []
    for writer in try listJournals() {
      let known = index.journals[writer]
      let mark = known?.mark ?? .start
      guard try size(writer) > mark.offset else { continue }
      guard loadTable() else { return try readAll(bodies) }
      var reader = JournalReader(
        scope: scope, writer: writer, crypto: crypto, bodies: bodies, resuming: mark,
        opening: known?.opening)
      if known == nil {
        index.journals[writer] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
      }
      var found: [LocatedEntry] = []
      try read(writer, with: &reader) { found.append($0) }
      for one in found {
        index.add(one)
        if bodies == .built { entries.append(one.entry) }
      }
      Self.take(reader, known, into: &index)
    }
    Self.sort(&entries)
    return entries
  }

  /// An own journal is read only as far as it was acknowledged, once it is being written.
  private func read(
    _ writer: WriterID, with reader: inout JournalReader, each: (LocatedEntry) -> Void
  ) throws(DiskFault) {
    do {
      try disk.read(
        journalPath(writer), with: &reader, until: own?.writer == writer ? own?.mark.offset : nil,
        each: each)
    } catch {
      guard error.reason != .missing else { return }
      // One unreadable journal is no reason not to read the others.
      otherFaults.append(
        JournalFault(scope: scope, writer: writer, line: 0, kind: .unreadable(error.code)))
    }
  }

  private static func take(
    _ reader: JournalReader, _ known: SubjectIndex.Journal?, into index: inout SubjectIndex
  ) {
    let writer = reader.writer
    var faults = reader.faults
    if let known {
      if reader.mark.sequence < known.mark.sequence {
        faults.append(
          JournalFault(
            scope: reader.scope, writer: writer, line: 0,
            kind: .cutShort(had: known.mark.sequence)))
      }
      // Reading on finds only what is new; reading anew finds all that can be seen in the file.
      for fault in known.faults where !faults.contains(fault) && !fault.isUnacknowledgedTail {
        if case .cutShort(let had) = fault.kind, reader.mark.sequence >= had { continue }
        faults.append(fault)
      }
    }
    index.journals[writer]?.opening = reader.opening
    index.journals[writer]?.mark = reader.mark
    index.journals[writer]?.faults = faults
    index.changed = true
  }

  private func size(_ writer: WriterID) throws(DiskFault) -> Int {
    try disk.status(journalPath(writer))?.size ?? 0
  }

  static func sort(_ entries: inout [Entry]) {
    // A single writer's entries are in order already.
    for index in entries.indices.dropFirst() where entries[index] < entries[index - 1] {
      entries.sort()
      return
    }
  }
}
