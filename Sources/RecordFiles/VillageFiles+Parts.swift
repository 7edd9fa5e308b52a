import Record

/// What is here, and pieces of it to be brought elsewhere.
extension VillageFiles {
  /// How far each journal goes here, in order.
  public func inventory() throws(DataFolderFault) -> [JournalState] {
    try ensureRead()
    return index.journals.sorted { $0.key < $1.key }.compactMap { name, journal in
      guard let opening = journal.opening else { return nil }
      return JournalState(
        journal: name, publicKey: opening.publicKey, sequence: journal.mark.sequence,
        head: journal.mark.entry, signed: journal.signed, bytes: journal.mark.offset,
        newest: newest(name, journal.mark) ?? opening.time)
    }
  }

  private func newest(_ name: JournalName, _ mark: JournalMark) -> String? {
    guard mark.sequence > 0, let file = try? disk.open(journalPath(name), .reading) else {
      return nil
    }
    defer { disk.close(file) }
    guard
      let line = try? disk.read(file, at: mark.lastLine, count: mark.offset - mark.lastLine - 1)
    else { return nil }
    return JournalReader.entry(line, scope: scope, writer: name.writer, crypto: crypto)?.time
  }

  /// The public keys of the devices whose journals are here.
  public func keys() -> [JournalName: [UInt8]] {
    guard (try? ensureRead()) != nil else { return [:] }
    return index.journals.compactMapValues { $0.opening?.publicKey }
  }

  /// What the journals here, and the team's, told of each other.
  public func causality() throws(DataFolderFault) -> Causality {
    try ensureTable()
    var causality = index.causality()
    if let team { causality.merge(try team.causality()) }
    for told in causality.unknownTips {
      if let home = home(of: told) ?? team?.home(of: told) { causality.found(told, in: home) }
    }
    return causality
  }

  /// In which journal a tip stands that was told; nil when it is not here.
  private func home(of told: Causality.Told) -> JournalName? {
    if let known = tipHomes[told], index.journals[known] != nil { return known }
    tipHomes[told] = index.home(of: told, idAt: idAt)
    return tipHomes[told]
  }

  /// The id of the entry with a number in a journal, 0 for its first line; nil when it is not here.
  public func id(
    of journal: JournalName, at sequence: Int
  ) throws(DataFolderFault) -> EntryID? {
    try ensureTable()
    return idAt(journal, sequence)
  }

  /// The number of an entry in a journal, which is searched; nil when it is not there.
  public func sequence(
    of id: EntryID, in journal: JournalName
  ) throws(DataFolderFault) -> Int? {
    try ensureRead()
    if let mark = index.journals[journal]?.mark, mark.entry == id { return mark.sequence }
    do {
      guard let bytes = try disk.contents(journalPath(journal)) else { return nil }
      for range in LineFacts.lines(bytes) {
        guard let line = LineFacts(bytes, range) else { continue }
        if line.id(bytes, crypto.sha256) == id { return line.sequence }
      }
      return nil
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// A piece of a journal from behind a number (0 for its beginning, with the first line): whole acts
  /// that its device signed, at least one, no more bytes than `limit` if that can be; nil when there
  /// is nothing more to give.
  public func part(
    of journal: JournalName, from: Int, limit: Int
  ) throws(DataFolderFault) -> JournalPart? {
    try ensureTable()
    guard let known = index.journals[journal], let opening = known.opening, from >= 0,
      from < known.signed, let first = index.place(of: journal, at: from + 1)
    else { return nil }
    // What a branch shares stands in another file; a piece comes from one file.
    let places = index.journals[first.journal]?.places ?? []
    let start = SubjectIndex.firstIndex(after: from, in: places)
    var last = known.signed
    if first.journal != journal { last = min(last, index.shared(first.journal, journal)) }
    let offset = from == 0 ? 0 : first.place.offset
    var count = 1
    while start + count < places.count {
      let place = places[start + count]
      let before = places[start + count - 1]
      // A damaged line is not given away.
      guard Int(place.sequence) <= last, place.sequence == before.sequence + 1,
        place.offset == before.offset + Int(before.length) + 1,
        place.offset + Int(place.length) + 1 - offset <= limit
      else { break }
      count += 1
    }
    do {
      let file = try disk.open(journalPath(first.journal), .reading)
      defer { disk.close(file) }
      count = try wholeActs(count, places[start...], file)
      let end = places[start + count - 1]
      let bytes = try disk.read(
        file, at: offset, count: end.offset + Int(end.length) + 1 - offset)
      let to = Int(end.sequence)
      guard to <= last, let head = idAt(journal, to) else { return nil }
      return JournalPart(
        journal: journal, publicKey: opening.publicKey, from: from, to: to,
        previous: from == 0 ? nil : idAt(journal, from), head: head, bytes: bytes)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// So many lines, less those of an act that is not whole, or with the rest of the first one.
  private func wholeActs(
    _ count: Int, _ places: ArraySlice<SubjectIndex.Place>, _ file: OpenFile
  ) throws(DiskFault) -> Int {
    let place = places[places.startIndex + count - 1]
    let line = try disk.read(file, at: place.offset, count: Int(place.length))
    guard let facts = LineFacts(line, 0..<line.count), facts.part < facts.parts else {
      return count
    }
    if count > facts.part { return count - facts.part }
    return min(count + facts.parts - facts.part, places.count)
  }
}
