import JSONText
import Record

/// Which journal this device writes to.
///
/// A journal is continued only if the device's mark says that it was left in order and ends exactly
/// where the mark says. In every other case (a crash, an older Data put back, a damaged file, a lost
/// mark, a copy of Data that was worked in elsewhere) a new writer begins, so that no honest hand ever
/// writes two entries under one number. Writers cost little: a file and its first line.
extension VillageFiles {
  func chooseJournal() throws {
    let data = try identity()
    let key = try folder.keys().publicKey
    guard let mark = try folder.device.mark(data, scope) else {
      try cutTornTails(key, mark: nil)
      return try beginJournal()
    }
    let name = JournalName(writer: mark.writer)
    let journal = index.journals[name]
    let damaged = journal?.faults.contains { !$0.isUnacknowledgedTail } ?? false
    let has = journal?.mark.sequence ?? 0
    if mark.state == .retired {
      // Put back by us, and the person knows.
    } else if has < mark.sequence {
      folder.notices.append(
        .rolledBack(scope: scope, writer: mark.writer, had: mark.sequence, has: has))
      var found = mark
      found.lost[mark.writer] = mark.sequence
      try folder.device.set(found, data, scope)
    } else if damaged {
      folder.notices.append(.damaged(scope: scope, writer: mark.writer))
    }
    if mark.state == .open, has > 0 { try syncLeft(name) }
    try cutTornTails(key, mark: mark)
    guard let journal, mark.state == .closed, !damaged, has == mark.sequence,
      journal.mark.id == mark.id, journal.opening?.publicKey == key,
      index.branches(of: mark.writer).count == 1, let current = index.journals[name],
      let lines = EntryWriter(scope: scope, writer: mark.writer, continuing: current.mark)
    else { return try beginJournal() }
    // On the disk before any entry is: from now on nobody knows how far the journal goes but itself.
    try folder.device.set(
      DeviceFolder.Mark(writer: mark.writer, state: .open, sequence: has, id: mark.id), data, scope)
    own = OwnJournal(lines: lines, mark: current.mark, file: nil)
  }

  /// Whatever counts of a journal that a crash left is on the disk before anything stands on it: the
  /// program may have ended between a write and its sync.
  private func syncLeft(_ name: JournalName) throws(DiskFault) {
    let file = try disk.open(journalPath(name), .reading)
    defer { disk.close(file) }
    try disk.sync(file)
  }

  private func identity() throws(DataFolderFault) -> String {
    guard let id = folder.id else { throw .unreadable("\(folder.path)/folder.json") }
    return id
  }

  /// Cuts unacknowledged ends off this device's journals and keeps them beside.
  ///
  /// An end is left as it is where the mark knows of more entries than the journal has: it could have
  /// been acknowledged then.
  private func cutTornTails(_ key: [UInt8], mark: DeviceFolder.Mark?) throws {
    for (name, journal) in index.journals.sorted(by: { $0.key < $1.key }) {
      let writer = name.writer
      let path = journalPath(name)
      let from = journal.mark.offset
      if from == 0, let mark, mark.writer == writer, mark.sequence == 0 {
        // Not even its first line was written.
        try disk.remove(path)
        index.journals[name] = nil
        index.changed = true
        continue
      }
      guard journal.opening?.publicKey == key,
        journal.faults.contains(where: \.isUnacknowledgedTail)
      else { continue }
      if let mark, mark.writer == writer, mark.sequence > journal.mark.sequence { continue }
      if let mark, mark.lost[writer, default: 0] > journal.mark.sequence { continue }
      let evidence = "\(path).torn-\(from)"
      guard let bytes = try disk.contents(path), bytes.count > from else { continue }
      try disk.replace(evidence, with: Array(bytes[from...]), synced: true, folder: true)
      let file = try disk.open(path, .appending)
      defer { disk.close(file) }
      try disk.truncate(file, to: from)
      try disk.sync(file)
      index.journals[name]?.faults.removeAll(where: \.isUnacknowledgedTail)
      index.changed = true
      folder.notices.append(
        .cutOff(scope: scope, writer: writer, evidence: evidence, bytes: bytes.count - from))
    }
  }

  /// Begins a new journal; its file and the folders above it are on the disk when this returns.
  func beginJournal() throws {
    let data = try identity()
    let key = try folder.keys().publicKey
    let writer = WriterID(bytes: crypto.random(ShortID.byteCount))
    let (line, lines) = EntryWriter.opening(
      scope: scope, writer: writer, publicKey: key, time: folder.clock(), crypto: crypto)
    try folder.device.set(
      DeviceFolder.Mark(writer: writer, state: .open, sequence: 0, id: nil), data, scope)
    try disk.makeFolders(journalFolder)
    let name = JournalName(writer: writer)
    let path = journalPath(name)
    let file = try disk.open(path, .creating)
    do {
      try disk.writeAll(file, line)
      try disk.sync(file)
      try disk.syncFolder(journalFolder)
    } catch {
      disk.close(file)
      // Nothing was acknowledged in it.
      try? disk.remove(path)
      throw error
    }
    var reader = JournalReader(scope: scope, writer: writer, crypto: crypto)
    _ = reader.read(line) { _ in }
    index.journals[name] = SubjectIndex.Journal(
      opening: reader.opening, mark: reader.mark, faults: [])
    index.changed = true
    own = OwnJournal(lines: lines, mark: reader.mark, file: file)
  }

  /// Leaves the scope in order.
  func close() {
    saveIndex()
    fastenLoose()
    guard let own else { return }
    if let file = own.file { disk.close(file) }
    self.own = nil
    guard let data = folder.id, own.file != nil else { return }
    // Without this mark a new writer begins next time: nothing is lost.
    try? folder.device.set(
      DeviceFolder.Mark(
        writer: own.writer, state: .closed, sequence: own.mark.sequence, id: own.mark.id),
      data, scope)
  }
}
