import Record

/// Reading journals: all from their first bytes, or what they have beyond the index.
extension VillageFiles {
  /// The journals that lie here, each writer's together; other files are noted.
  private func listJournals() throws(DiskFault) -> [[JournalName]] {
    var names: [JournalName] = []
    otherFaults.removeAll {
      if case .strayFile = $0.kind { true } else { false }
    }
    for file in try disk.names(journalFolder) {
      if let name = JournalName(fileName: file) {
        names.append(name)
      } else if !file.hasPrefix(".") && !file.contains(".torn-") {
        otherFaults.append(
          JournalFault(scope: scope, writer: nil, line: 0, kind: .strayFile(file)))
      }
    }
    names.sort()
    return names.reduce(into: []) { groups, name in
      if groups.last?.last?.writer == name.writer {
        groups[groups.count - 1].append(name)
      } else {
        groups.append([name])
      }
    }
  }

  /// Reads every journal from its first byte.
  func readAll(_ bodies: JournalReader.Bodies) throws(DiskFault) -> [Entry] {
    let before = index.journals
    var index = SubjectIndex(changed: true)
    var entries: [Entry] = []
    for branches in try listJournals() {
      var reading = BranchReading(branches)
      for name in branches {
        var reader = JournalReader(
          scope: scope, writer: name.writer, branch: name.branch, crypto: crypto, bodies: bodies)
        index.journals[name] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
        try read(name, with: &reader) { found in
          guard reading.isNew(found.entry) else { return }
          index.add(found)
          if bodies == .built { entries.append(found.entry) }
        }
        index.take(reader, name, before[name])
        index.journals[name]?.branching = reading.branching(of: name)
      }
    }
    self.index = index
    isRead = true
    countVouches()
    Self.sort(&entries)
    return entries
  }

  /// Reads what the journals have beyond the index.
  func readOn(_ bodies: JournalReader.Bodies) throws(DiskFault) -> [Entry] {
    var entries: [Entry] = []
    var hasNews = false
    for branches in try listJournals() {
      var hasGrown = false
      var hasMoved = false
      for name in branches {
        let mark = index.journals[name]?.mark ?? .start
        let size = try size(name)
        if size > mark.offset { hasGrown = true }
        if size != mark.offset, own?.journal != name, try !isAt(mark, name) { hasMoved = true }
      }
      guard hasGrown || hasMoved else { continue }
      guard loadTable() else { return try readAll(bodies) }
      hasNews = true
      // Where bodies were erased by another program, lines stand elsewhere.
      if branches.count > 1 || hasMoved {
        entries += try reread(branches, bodies)
        continue
      }
      let name = branches[0]
      let known = index.journals[name]
      var reader = JournalReader(
        scope: scope, writer: name.writer, branch: name.branch, crypto: crypto, bodies: bodies,
        resuming: known?.mark ?? .start, opening: known?.opening)
      if known == nil {
        index.journals[name] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
      }
      var found: [LocatedEntry] = []
      try read(name, with: &reader) { found.append($0) }
      for one in found {
        index.add(one)
        if bodies == .built { entries.append(one.entry) }
      }
      index.take(reader, name, known)
    }
    if hasNews { countVouches() }
    Self.sort(&entries)
    return entries
  }

  /// Reads all journals of a forked writer anew, since what one gains may be another's already, and
  /// hands out what was in none of them.
  func reread(
    _ branches: [JournalName], _ bodies: JournalReader.Bodies
  ) throws(DiskFault) -> [Entry] {
    guard let writer = branches.first?.writer else { return [] }
    let before = index.journals
    var old = Set<EntryID>()
    var entries: [Entry] = []
    var reading = BranchReading(branches)
    index.remove(writer)
    for name in branches {
      let had = before[name]?.mark.sequence ?? 0
      var reader = JournalReader(
        scope: scope, writer: writer, branch: name.branch, crypto: crypto, bodies: bodies)
      index.journals[name] = SubjectIndex.Journal(opening: nil, mark: .start, faults: [])
      var found: [LocatedEntry] = []
      try read(name, with: &reader) { one in
        if one.entry.sequence <= had { old.insert(one.entry.id) }
        if reading.isNew(one.entry) { found.append(one) }
      }
      for one in found {
        index.add(one)
        if bodies == .built { entries.append(one.entry) }
      }
      index.take(reader, name, before[name])
      index.journals[name]?.branching = reading.branching(of: name)
    }
    return entries.filter { !old.contains($0.id) }
  }

  /// An own journal is read only as far as it was acknowledged, once it is being written.
  private func read(
    _ name: JournalName, with reader: inout JournalReader, each: (LocatedEntry) -> Void
  ) throws(DiskFault) {
    do {
      try disk.read(
        journalPath(name), with: &reader, until: own?.journal == name ? own?.mark.offset : nil,
        each: each)
    } catch {
      guard error.reason != .missing else { return }
      // One unreadable journal is no reason not to read the others.
      otherFaults.append(
        JournalFault(
          scope: scope, writer: name.writer, branch: name.branch, line: 0,
          kind: .unreadable(error.code)))
    }
  }

  private func size(_ name: JournalName) throws(DiskFault) -> Int {
    try disk.status(journalPath(name))?.size ?? 0
  }

  /// Counts what devices signed of other journals of theirs.
  ///
  /// It is found out first: to look an entry up, the index is read.
  func countVouches() {
    let vouched = index.vouched(scope, crypto, idAt: idAt)
    if !vouched.isEmpty { index.sign(vouched) }
  }

  /// The id of the entry with a number; nil when there is none that can be read.
  func idAt(_ journal: JournalName, _ sequence: Int) -> EntryID? {
    guard sequence > 0 else { return index.journals[journal]?.opening?.id }
    if let mark = index.journals[journal]?.mark, mark.sequence == sequence { return mark.entry }
    guard let found = index.place(of: journal, at: sequence) else { return nil }
    return (try? entries(at: [found]))?.first?.id
  }
}
