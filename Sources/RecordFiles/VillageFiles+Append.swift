import Glibc
import JSONText
import Record

/// Recording: one write and one sync for an act, and nothing is acknowledged before the sync.
extension VillageFiles {
  /// Records an act of one or more facts and returns its entries once they are on the disk.
  ///
  /// After a fault nothing of the act counts. Its lines may stand in the file all the same, complete
  /// or not; before the next act the file is opened anew and they are cut off, so that what the
  /// person was told (not recorded) stays true and a second try does not stand there twice. Only when
  /// the program ended in between are complete lines kept: nobody was told anything of them.
  public func append(
    _ drafts: [EntryDraft], person: PersonID
  ) throws(AppendFault) -> [Entry] {
    guard !drafts.isEmpty else { return [] }
    return try record { (lines, time, seen, lamport, crypto) throws(DraftFault) in
      try lines.lines(
        drafts, person: person, time: time, seen: seen.numbers, tips: seen.tips,
        lamport: lamport, crypto: crypto)
    }
  }

  /// What was read of all writers: numbers, and tips of those whose journals split.
  typealias Seen = (numbers: [WriterID: Int], tips: [WriterID: [Heads.Head]])

  func record(
    _ make: (inout EntryWriter, String, Seen, Int, Crypto) throws(DraftFault) -> [UInt8]
  ) throws(AppendFault) -> [Entry] {
    try prepareToWrite()
    guard var own, let file = own.file else { throw .openedForReading }
    var heads = seen.tips
    // Its own branches but the one that goes on here, which sees itself.
    if let list = heads[own.writer] { heads[own.writer] = list.filter { $0.id != own.mark.entry } }
    var lamport = lamport
    if let team {
      do {
        try team.ensureRead()
      } catch {
        throw .folder(error)
      }
      heads.merge(team.seen.tips) { mine, _ in mine }
      lamport = max(lamport, team.lamport)
    }
    let seen: Seen = (
      heads.compactMapValues { $0.count == 1 ? $0[0].sequence : nil },
      heads.filter { $0.value.count > 1 || $0.key == own.writer }
    )
    let bytes: [UInt8]
    do {
      bytes = try make(&own.lines, folder.clock(), seen, lamport, crypto)
    } catch {
      throw .draft(error)
    }
    // What will be read is what counts, so it is read before it is written.
    var reader = JournalReader(
      scope: scope, writer: own.writer, crypto: crypto, resuming: own.mark,
      opening: index.journals[own.journal]?.opening)
    var found: [LocatedEntry] = []
    guard reader.read(bytes, each: { found.append($0) }) == bytes.count, reader.faults.isEmpty,
      reader.mark.sequence == own.lines.sequence, reader.mark.id == own.lines.head
    else { throw .draft(.notReadable) }
    do {
      try disk.writeAll(file, bytes)
      try disk.sync(file)
    } catch {
      self.own?.file = nil
      disk.close(file)
      throw AppendFault(error)
    }
    own.mark = reader.mark
    self.own = own
    index.journals[own.journal]?.mark = reader.mark
    for one in found { index.add(one) }
    return found.map(\.entry)
  }

  /// Chooses and opens the journal to write to; `append` does it too, at its first call.
  ///
  /// Called when a village is opened for work, it leaves nothing but one write and one sync for the
  /// first answer.
  public func prepareToWrite() throws(AppendFault) {
    guard folder.mayWrite else { throw .openedForReading }
    do {
      try ensureRead()
      guard loadTable() else {
        _ = try readAll(.checked)
        return try prepareToWrite()
      }
      if own == nil {
        try chooseJournal()
        // Sessions that end in a crash write no index: it must not fall behind further and further.
        if index.added > 2000 { saveIndex() }
      }
      if own?.file == nil { try reopen() }
    } catch let fault as DiskFault {
      throw AppendFault(fault)
    } catch let fault as DataFolderFault {
      switch fault {
      case .full: throw .full
      case .readOnly: throw .readOnly
      default: throw .folder(fault)
      }
    } catch let fault as AppendFault {
      throw fault
    } catch {
      throw .folder(.unreadable(path))
    }
  }

  /// Opens the own journal anew after a failure and cuts off what was not acknowledged.
  ///
  /// A sync that succeeds after one that failed proves nothing of the earlier bytes, since the kernel
  /// may have dropped them; cut off and written again, they have to go to the disk anew.
  func reopen() throws {
    guard var own else { return }
    let file = try disk.open(journalPath(own.journal), .appending)
    do {
      let size = try disk.size(file)
      if size < own.mark.offset || !endsAt(own.mark, own.journal) {
        disk.close(file)
        return try abandon(own)
      }
      if size > own.mark.offset { try disk.truncate(file, to: own.mark.offset) }
      try disk.sync(file)
    } catch let fault as DiskFault {
      disk.close(file)
      throw fault
    }
    own.file = file
    self.own = own
  }

  private func endsAt(_ mark: JournalMark, _ journal: JournalName) -> Bool {
    guard mark.offset > mark.lastLine, let file = try? disk.open(journalPath(journal), .reading)
    else { return false }
    defer { disk.close(file) }
    guard
      var line = try? disk.read(file, at: mark.lastLine, count: mark.offset - mark.lastLine),
      line.count == mark.offset - mark.lastLine, line.popLast() == 0x0A
    else { return false }
    guard mark.sequence > 0 else { return true }
    return JournalReader.entry(line, scope: scope, writer: journal.writer, crypto: crypto)?.id
      == mark.id
  }

  /// Acknowledged lines are gone from the journal under our hands: it is left, and another begun.
  private func abandon(_ journal: OwnJournal) throws {
    folder.notices.append(.damaged(scope: scope, writer: journal.writer))
    own = nil
    _ = try readAll(.checked)
    try beginJournal()
  }
}
