import Record

extension VillageFiles {
  var indexPath: String { "\(path)/index" }

  /// Takes in the marks of the index; false when there is none that fits the journals.
  func loadIndex() throws(DiskFault) -> Bool {
    let file: OpenFile
    do {
      file = try disk.open(indexPath, .reading)
    } catch {
      return false
    }
    defer { disk.close(file) }
    let first = try disk.read(file, at: 0, count: 65536)
    guard
      let index = try SubjectIndex.head(
        first, scope: scope, sha256: crypto.sha256,
        more: { (count) throws(DiskFault) -> [UInt8] in
          try disk.read(file, at: 0, count: count)
        })
    else { return false }
    self.index = index
    for (name, journal) in index.journals {
      if try !isAt(journal.mark, name) { return false }
    }
    return true
  }

  /// Whether a journal still has, where the mark says, the line that the mark names.
  func isAt(_ mark: JournalMark, _ name: JournalName) throws(DiskFault) -> Bool {
    guard mark.sequence > 0, let id = mark.id else {
      return try disk.status(journalPath(name))?.size ?? 0 >= mark.offset
    }
    let file: OpenFile
    do {
      file = try disk.open(journalPath(name), .reading)
    } catch {
      return false
    }
    defer { disk.close(file) }
    var line = try disk.read(file, at: mark.lastLine, count: mark.offset - mark.lastLine)
    guard line.count == mark.offset - mark.lastLine, line.popLast() == 0x0A else { return false }
    return JournalReader.entry(line, scope: scope, writer: name.writer, crypto: crypto)?.id == id
  }

  /// Takes in the table of the index if that has not been done; false when it is not whole.
  func loadTable() -> Bool {
    guard let unloaded = index.unloaded else { return true }
    guard let file = try? disk.open(indexPath, .reading) else { return false }
    defer { disk.close(file) }
    guard let table = try? disk.read(file, at: unloaded.offset, count: unloaded.length) else {
      return false
    }
    return index.load(table, crypto.sha256)
  }

  /// Writes the index if it has changed; it may fail, since it can be made anew at any time.
  func saveIndex() {
    guard folder.mayWrite, index.changed, index.unloaded == nil else { return }
    do {
      try disk.replace(
        indexPath, with: index.bytes(crypto.sha256), synced: true, folder: false)
      index.changed = false
      index.added = 0
    } catch {
      return
    }
  }

  /// The entries of some subjects that count, in causal order.
  public func entries(of subjects: some Sequence<Subject>) throws(DataFolderFault) -> [Entry] {
    try ensureTable()
    let found = try entries(at: index.places(of: subjects).filter(counts))
    guard try readAgain() else { return found }
    return try entries(at: index.places(of: subjects).filter(counts))
  }

  /// The entries that tie their subject to another and count, in causal order: whose interviews are
  /// whose, and which households are one.
  public func tiedEntries() throws(DataFolderFault) -> [Entry] {
    try ensureTable()
    let found = try entries(at: index.tied.filter(counts))
    guard try readAgain() else { return found }
    return try entries(at: index.tied.filter(counts))
  }

  /// Reads everything anew when lines turned out to stand elsewhere: another program erased bodies.
  private func readAgain() throws(DataFolderFault) -> Bool {
    guard hasMoved else { return false }
    hasMoved = false
    let before = index.journals
    do {
      // What is new among it is still to be told.
      untold += try readAll(.built).filter {
        $0.sequence > before[$0.place.journal]?.mark.sequence ?? 0
      }
    } catch {
      throw DataFolderFault(error)
    }
    return true
  }

  /// The entries that lie behind some heads and count, in causal order: what a derived file has not
  /// seen; nil when that cannot be told, since the heads name entries that are not here or do not
  /// count any more.
  public func entries(after heads: Heads) throws(DataFolderFault) -> [Entry]? {
    try ensureTable()
    guard heads.tips.keys.allSatisfy({ !index.branches(of: $0).isEmpty }) else {
      return nil
    }
    var found: [SubjectIndex.Found] = []
    for writer in Set(index.journals.keys.map(\.writer)) {
      guard let read = index.read(of: writer, by: heads, idAt: idAt) else { return nil }
      for (name, from) in read {
        guard from <= limits.last(of: name) || from == 0 else { return nil }
        let places = index.journals[name]?.places ?? []
        for place in places[SubjectIndex.firstIndex(after: from, in: places)...] {
          found.append(SubjectIndex.Found(journal: name, place: place))
        }
      }
    }
    let news = try entries(at: found.filter(counts))
    return try readAgain() ? try entries(after: heads) : news
  }

  /// Whether the entry at a place counts.
  func counts(_ found: SubjectIndex.Found) -> Bool {
    Int(found.place.sequence) <= limits.last(of: found.journal)
  }

  func ensureTable() throws(DataFolderFault) {
    try ensureRead()
    guard !loadTable() else { return }
    do {
      _ = try readAll(.checked)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Lines this near to each other are read with one call.
  private static let near = 1 << 16

  func entries(at places: [SubjectIndex.Found]) throws(DataFolderFault) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(places.count)
    for (name, found) in Dictionary(grouping: places, by: \.journal) {
      let sorted = found.map(\.place).sorted { $0.offset < $1.offset }
      do {
        let file = try disk.open(journalPath(name), .reading)
        defer { disk.close(file) }
        var next = 0
        while next < sorted.count {
          let start = sorted[next].offset
          var last = next
          while last + 1 < sorted.count, sorted[last + 1].offset - start < Self.near { last += 1 }
          let end = sorted[last].offset + Int(sorted[last].length)
          let bytes = try disk.read(file, at: start, count: end - start)
          for place in sorted[next...last] {
            let from = place.offset - start
            let to = from + Int(place.length)
            if to <= bytes.count,
              let entry = JournalReader.entry(
                Array(bytes[from..<to]), scope: scope, writer: name.writer, branch: name.branch,
                crypto: crypto),
              entry.sequence == Int(place.sequence)
            {
              entries.append(entry)
            } else {
              note(name, .wrongDigest, place)
            }
          }
          next = last + 1
        }
      } catch {
        throw DataFolderFault(error)
      }
    }
    Self.sort(&entries)
    return entries
  }

  private func note(
    _ name: JournalName, _ kind: JournalFault.Kind, _ place: SubjectIndex.Place
  ) {
    if folder.mode == .reading, let mark = index.journals[name]?.mark,
      (try? isAt(mark, name)) == false
    {
      hasMoved = true
      return
    }
    let line = (index.journals[name]?.places.firstIndex(of: place) ?? -1) + 2
    let fault = JournalFault(
      scope: scope, writer: name.writer, branch: name.branch, line: line, kind: kind)
    guard !faults.contains(fault) else { return }
    if folder.mayWrite, index.journals[name] != nil {
      // Kept in the index, so that the next meeting can put it right.
      index.journals[name]?.faults.append(fault)
      index.changed = true
    } else {
      otherFaults.append(fault)
    }
  }
}
