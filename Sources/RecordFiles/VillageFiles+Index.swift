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
    for (writer, journal) in index.journals {
      if try !isAt(journal.mark, writer) { return false }
    }
    return true
  }

  /// Whether a journal still has, where the mark says, the line that the mark names.
  private func isAt(_ mark: JournalMark, _ writer: WriterID) throws(DiskFault) -> Bool {
    guard mark.sequence > 0, let id = mark.id else {
      return try disk.status(journalPath(writer))?.size ?? 0 >= mark.offset
    }
    let file: OpenFile
    do {
      file = try disk.open(journalPath(writer), .reading)
    } catch {
      return false
    }
    defer { disk.close(file) }
    var line = try disk.read(file, at: mark.lastLine, count: mark.offset - mark.lastLine)
    guard line.count == mark.offset - mark.lastLine, line.popLast() == 0x0A else { return false }
    return JournalReader.entry(line, scope: scope, writer: writer, crypto: crypto)?.id == id
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

  /// The entries of some subjects, in causal order.
  public func entries(of subjects: some Sequence<Subject>) throws(DataFolderFault) -> [Entry] {
    try ensureTable()
    return try entries(at: index.places(of: subjects))
  }

  /// The entries that lie behind some heads, in causal order: what a derived file has not seen.
  public func entries(after heads: Heads) throws(DataFolderFault) -> [Entry] {
    try ensureTable()
    var found: [SubjectIndex.Found] = []
    for (writer, journal) in index.journals {
      let from = heads.byWriter[writer]?.sequence ?? 0
      for place in journal.places.reversed() {
        guard place.sequence > from else { break }
        found.append(SubjectIndex.Found(writer: writer, place: place))
      }
    }
    return try entries(at: found)
  }

  private func ensureTable() throws(DataFolderFault) {
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

  private func entries(at places: [SubjectIndex.Found]) throws(DataFolderFault) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(places.count)
    for (writer, found) in Dictionary(grouping: places, by: \.writer) {
      let sorted = found.map(\.place).sorted { $0.offset < $1.offset }
      do {
        let file = try disk.open(journalPath(writer), .reading)
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
                Array(bytes[from..<to]), scope: scope, writer: writer, crypto: crypto),
              entry.sequence == Int(place.sequence)
            {
              entries.append(entry)
            } else {
              note(writer, .wrongDigest, place)
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
    _ writer: WriterID, _ kind: JournalFault.Kind, _ place: SubjectIndex.Place
  ) {
    let line = (index.journals[writer]?.places.firstIndex(of: place) ?? -1) + 2
    let fault = JournalFault(scope: scope, writer: writer, line: line, kind: kind)
    if !faults.contains(fault) { otherFaults.append(fault) }
  }
}
