import Record

/// Taking in what came from elsewhere.
extension VillageFiles {
  /// Takes in parts of journals, in any order.
  ///
  /// What is whole and follows what is here is appended, one write and one sync a journal; what is here
  /// already is passed over; what is wrong is named, and what was good before it stays. Nothing that is
  /// here is overwritten. Only what its device signed counts; so all parts of one meeting are best given at once.
  public func receive(_ parts: [JournalPart]) throws(DataFolderFault) -> Arrival {
    guard folder.mayWrite else { throw .openedForReading }
    do {
      return try takeIn(parts)
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(path)
    }
  }

  func reader(
    _ name: JournalName, resuming mark: JournalMark, _ opening: JournalOpening?
  ) -> JournalReader {
    JournalReader(
      scope: scope, writer: name.writer, branch: name.branch, crypto: crypto, resuming: mark,
      opening: opening)
  }

  /// The id of a journal's first line; nil when it opens no journal of this scope and writer.
  func openingID(_ line: [UInt8], _ writer: WriterID) -> EntryID? {
    var reader = reader(JournalName(writer: writer), resuming: .start, nil)
    _ = reader.read(line + [0x0A]) { _ in }
    return reader.opening?.id
  }

  private func takeIn(_ parts: [JournalPart]) throws -> Arrival {
    try ensureTable()
    var arrival = Arrival()
    var new = try readOn(.built)
    let waited = pendingParts()
    var writers: [ArrivingWriter] = []
    let all = Dictionary(
      grouping: parts + waited.filter { !parts.contains($0) }, by: \.journal.writer)
    for (writer, parts) in all.sorted(by: { $0.key < $1.key }) {
      var arriving = ArrivingWriter(self, writer)
      var known: Set<EntryID> = []
      for part in parts.sorted(by: { ($0.from, $1.to) < ($1.from, $0.to) }) {
        // The same part from two places is one; a damaged twin says another hash only by chance.
        if known.contains(part.head), arriving.has(part.head, at: part.to) { continue }
        known.insert(part.head)
        try arriving.take(part)
      }
      writers.append(arriving)
    }
    let vouches =
      index.journals.values.flatMap(\.vouches)
      + writers.flatMap { $0.tracks.flatMap(\.reader.vouches) }
    var waiting: [JournalPart] = []
    for arriving in writers {
      arrival.problems += arriving.problems
      waiting += arriving.waiting
      // Where bodies are put back, whatever stands behind them moves.
      let moves = !arriving.bodies.isEmpty
      if moves { arrival.healed += try heal(arriving.bodies) }
      var hasNews = false
      for track in arriving.tracks where !track.bytes.isEmpty {
        let signed = track.signed(vouches, scope, crypto)
        if signed < track.end {
          waiting.append(track.rest(behind: max(signed, track.baseEnd)))
          let from = max(signed, track.baseEnd) + 1
          arrival.problems.append(
            ArrivalProblem(track.givenName, .unsigned(from: from, to: track.end)))
        }
        guard signed > track.baseEnd else { continue }
        if !hasNews { try leaveOwn(arriving.writer) }
        hasNews = true
        let counted = track.counted(upTo: signed, self)
        if track.isFork {
          let branch = try addBranch(counted)
          arrival.problems.append(
            ArrivalProblem(branch, .forked(after: track.baseEnd, branch: branch)))
        } else {
          try extend(counted)
          if arriving.isSingle, !moves { takeUp(counted, &new) }
        }
      }
      if hasNews, moves || !arriving.isSingle {
        new += try rereadBranches(of: arriving.writer)
      }
    }
    countVouches()
    // Of what waited before, nothing is said again.
    arrival.problems.removeAll { Self.wasSaid($0, of: parts) }
    arrival.problems += try keep(waiting, instead: waited)
    Self.sort(&new)
    arrival.entries = limits.isOpen ? new : new.filter { limits.counts($0.place) }
    arrival.held = new.count - arrival.entries.count
    return arrival
  }

  /// Whether a problem is that something waits, and none of the parts that came has to do with it.
  private static func wasSaid(_ problem: ArrivalProblem, of parts: [JournalPart]) -> Bool {
    let came = parts.filter { $0.journal.writer == problem.journal.writer }
    return switch problem.kind {
    case .gap(_, let from), .unknownBranch(let from): !came.contains { $0.from == from }
    case .unsigned(let from, let to): !came.contains { $0.to >= from && $0.from < to }
    default: false
    }
  }

  /// Reads all journals of a forked writer anew, those that just came too.
  private func rereadBranches(of writer: WriterID) throws(DiskFault) -> [Entry] {
    let names = try disk.names(journalFolder).compactMap(JournalName.init(fileName:))
    return try reread(names.filter { $0.writer == writer }.sorted(), .built)
  }

  /// Leaves the journal that this device is writing when more of it comes from elsewhere.
  ///
  /// An older image of the disk was put back then, or a copy of it works elsewhere. Another is begun at
  /// the next act, so that no number is given twice again.
  private func leaveOwn(_ writer: WriterID) throws {
    guard let own, own.writer == writer else { return }
    // What was written and not acknowledged is cut off first.
    if own.file == nil { try reopen() }
    if let file = self.own?.file { disk.close(file) }
    self.own = nil
  }

  /// Appends what came to a journal, or makes the journal.
  private func extend(_ track: ArrivingTrack) throws {
    let name = JournalName(writer: track.reader.writer, branch: track.reader.branch)
    let path = journalPath(name)
    guard track.base != nil else {
      try disk.makeFolders(journalFolder)
      return try disk.replace(path, with: track.bytes, synced: true, folder: true)
    }
    let file = try disk.open(path, .appending)
    defer { disk.close(file) }
    let end = index.journals[name]?.mark.offset ?? track.offset
    // A write that was interrupted before: the same lines, and more, come now.
    if try disk.size(file) > end { try disk.truncate(file, to: end) }
    try noteLength(name, end)
    do {
      try disk.writeAll(file, track.bytes)
      try disk.sync(file)
    } catch {
      try? disk.truncate(file, to: end)
      throw error
    }
    try forgetLength(name)
  }

  /// Makes a journal of its own of a branch: all its lines from the first on.
  private func addBranch(_ track: ArrivingTrack) throws -> JournalName {
    let first = track.found.first?.entry.id ?? track.reader.mark.entry
    guard let first else { throw DataFolderFault.unreadable(journalFolder) }
    var name = JournalName(writer: track.reader.writer)
    // Where the journal that it leaves is still waiting for a signature this one is the first here.
    if try disk.status(journalPath(name)) != nil {
      name = JournalName(writer: track.reader.writer, beginning: first)
    }
    let prefix = track.prefixLines?.part.bytes ?? []
    try disk.makeFolders(journalFolder)
    try disk.replace(journalPath(name), with: prefix + track.bytes, synced: true, folder: true)
    return name
  }

  /// Takes what was appended into the index, and its entries to those that are new.
  private func takeUp(_ track: ArrivingTrack, _ new: inout [Entry]) {
    let name = JournalName(writer: track.reader.writer, branch: track.reader.branch)
    let known = index.journals[name]
    if known == nil {
      index.journals[name] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
    }
    index.add(track.found, to: name)
    index.take(track.reader, name, known)
    new.reserveCapacity(new.count + track.found.count)
    for one in track.found { new.append(one.entry) }
  }
}
