import JSONText
import Record

/// The file `index`: a line `ruhu-index 3 <hash of the head> <its length>`, the head (JSON: marks,
/// signatures, faults, sizes), the table (for each journal its places, what it told, what it tied
/// together and what was erased; then the subjects' texts; numbers are little-endian).
///
/// The same journals give the same bytes, in whatever order they were read.
extension SubjectIndex {
  private static let magic = "ruhu-index 3 "
  private static let placeBytes = 20
  private static let toldBytes = 16 + ShortID.length
  private static let toldTipBytes = 8 + ShortID.length + 8 + 32
  private static let tieBytes = 12
  private static let erasedBytes = 8 + 32

  /// The file's bytes; the table must be loaded.
  func bytes(_ sha256: Digest) -> [UInt8] {
    var table: [UInt8] = []
    var renumbered = [Int32](repeating: -1, count: subjects.count)
    var order: [Int] = []
    var entries: [JSON] = []
    func renumber(_ subject: Int32) -> Int32 {
      let subject = Int(subject)
      if renumbered[subject] < 0 {
        renumbered[subject] = Int32(order.count)
        order.append(subject)
      }
      return renumbered[subject]
    }
    for (name, journal) in journals.sorted(by: { $0.key < $1.key }) {
      table.reserveCapacity(table.count + journal.places.count * Self.placeBytes)
      for place in journal.places {
        Self.put(UInt64(place.offset), 8, &table)
        Self.put(UInt64(place.length), 4, &table)
        Self.put(UInt64(place.sequence), 4, &table)
        Self.put(UInt64(renumber(place.subject)), 4, &table)
      }
      for told in journal.told {
        Self.put(UInt64(told.sequence), 8, &table)
        table.append(contentsOf: told.writer.rawValue.utf8)
        Self.put(UInt64(told.number), 8, &table)
      }
      for told in journal.toldTips {
        Self.put(UInt64(told.sequence), 8, &table)
        table.append(contentsOf: told.writer.rawValue.utf8)
        Self.put(UInt64(told.tip.sequence), 8, &table)
        table.append(contentsOf: told.tip.id.bytes)
      }
      for tie in journal.ties {
        Self.put(UInt64(tie.sequence), 8, &table)
        Self.put(UInt64(renumber(tie.subject)), 4, &table)
      }
      for (sequence, id) in journal.erased.sorted(by: { $0.key < $1.key }) {
        Self.put(UInt64(sequence), 8, &table)
        table.append(contentsOf: id.bytes)
      }
      entries.append(Self.json(name, journal))
    }
    for subject in order {
      let text = subjects[subject].utf8
      Self.put(UInt64(text.count), 4, &table)
      table.append(contentsOf: text)
    }
    let head: JSON = [
      "table": .int(table.count), "sha256": .string(Base64URL.text(sha256(table[...]))),
      "subjects": .int(order.count), "journals": .array(entries),
    ]
    var headBytes: [UInt8] = []
    head.append(to: &headBytes)
    let hash = Base64URL.text(sha256(headBytes[...]))
    return Array("\(Self.magic)\(hash) \(headBytes.count)\n".utf8) + headBytes + table
  }

  private static func json(_ name: JournalName, _ journal: Journal) -> JSON {
    var json: JSON = [
      "w": .string(name.writer.rawValue), "m": journal.mark.json, "c": .int(journal.places.count),
      "q": .int(journal.told.count), "o": .int(journal.ties.count),
      "x": .int(journal.erased.count), "g": .int(journal.signed),
    ]
    if !name.branch.isEmpty { json.set("b", .string(name.branch)) }
    if !journal.toldTips.isEmpty { json.set("h", .int(journal.toldTips.count)) }
    if let branching = journal.branching {
      json.set("z", [.string(branching.parent.branch), .int(branching.shared)])
    }
    if !journal.vouches.isEmpty { json.set("v", .array(journal.vouches.map(\.json))) }
    if let opening = journal.opening {
      json.set("y", .string(Base64URL.text(opening.publicKey)))
      json.set("t", .string(opening.time))
      json.set("i", .string(opening.id.rawValue))
    }
    // A torn tail is looked at anew each time.
    let faults = journal.faults.filter { !$0.isUnacknowledgedTail }
    if !faults.isEmpty { json.set("f", .array(faults.map(\.json))) }
    return json
  }

  private static func put(_ value: UInt64, _ count: Int, _ bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }

  /// Reads the head from the first bytes of the file; `more` gives further bytes if it is long.
  static func head(
    _ first: [UInt8], scope: Scope, sha256: Digest,
    more: (Int) throws(DiskFault) -> [UInt8]
  ) throws(DiskFault) -> SubjectIndex? {
    guard let newline = first.firstIndex(of: 0x0A), newline < 200 else { return nil }
    let line = String(decoding: first[..<newline], as: UTF8.self)
    guard line.hasPrefix(magic) else { return nil }
    let words = line.dropFirst(magic.count).split(separator: " ")
    guard words.count == 2, let length = Int(words[1]), length >= 0, length < 1 << 28 else {
      return nil
    }
    let end = newline + 1 + length
    var bytes = first
    if bytes.count < end { bytes = try more(end) }
    guard bytes.count >= end else { return nil }
    let range = (newline + 1)..<end
    guard Base64URL.text(sha256(bytes[range])) == words[0],
      let json = try? JSON(parsing: bytes, in: range)
    else { return nil }
    return SubjectIndex(head: json, offset: end, scope: scope)
  }

  private init?(head json: JSON, offset: Int, scope: Scope) {
    guard let length = json["table"]?.int, let hash = json["sha256"]?.string,
      let subjects = json["subjects"]?.int, let journals = json["journals"]?.array
    else { return nil }
    self.init()
    var counts: [Counts] = []
    for journal in journals {
      guard let writer = journal["w"]?.string.flatMap({ WriterID(rawValue: $0) }),
        let mark = journal["m"].flatMap({ JournalMark(json: $0) }),
        let places = journal["c"]?.int, let told = journal["q"]?.int,
        let ties = journal["o"]?.int, let erased = journal["x"]?.int, let signed = journal["g"]?.int
      else { return nil }
      let name = JournalName(writer: writer, branch: journal["b"]?.string ?? "")
      var faults: [JournalFault] = []
      for fault in journal["f"]?.array ?? [] {
        guard
          let fault = JournalFault(scope: scope, writer: writer, branch: name.branch, json: fault)
        else { return nil }
        faults.append(fault)
      }
      var known = Journal(
        opening: Self.opening(journal, scope, writer), mark: mark, faults: faults)
      known.signed = signed
      known.vouches = (journal["v"]?.array ?? []).compactMap { HeadVouch(json: $0) }
      if let parent = journal["z"]?[0]?.string, let shared = journal["z"]?[1]?.int {
        known.branching = Branching(
          parent: JournalName(writer: writer, branch: parent), shared: shared)
      }
      self.journals[name] = known
      counts.append((name, places, told, journal["h"]?.int ?? 0, ties, erased))
    }
    unloaded = Unloaded(
      counts: counts, subjects: subjects, offset: offset, length: length, sha256: hash)
  }

  private static func opening(
    _ json: JSON, _ scope: Scope, _ writer: WriterID
  ) -> JournalOpening? {
    guard let key = json["y"]?.string.flatMap({ Base64URL.bytes($0.utf8) }),
      let time = json["t"]?.string,
      let id = json["i"]?.string.flatMap({ EntryID(rawValue: $0) })
    else { return nil }
    return JournalOpening(
      version: JournalOpening.currentVersion, scope: scope, writer: writer, publicKey: key,
      time: time, id: id)
  }

  /// Reads the table from its bytes; false when they are not what the head says.
  mutating func load(_ table: [UInt8], _ sha256: Digest) -> Bool {
    guard let unloaded else { return true }
    var total = 0
    for (_, places, told, tips, ties, erased) in unloaded.counts {
      guard min(places, told, tips, ties, erased) >= 0,
        max(places, told, tips, ties, erased) <= table.count
      else { return false }
      total += places * Self.placeBytes + told * Self.toldBytes + tips * Self.toldTipBytes
      total += ties * Self.tieBytes + erased * Self.erasedBytes
    }
    guard table.count == unloaded.length, total <= table.count,
      Base64URL.text(sha256(table[...])) == unloaded.sha256
    else { return false }
    var at = 0
    func take(_ count: Int) -> UInt64 {
      var value: UInt64 = 0
      for index in 0..<count { value |= UInt64(table[at + index]) << UInt64(8 * index) }
      at += count
      return value
    }
    var tables: [JournalName: Table] = [:]
    func takeWriter() -> WriterID? {
      at += ShortID.length
      return WriterID(rawValue: String(decoding: table[(at - ShortID.length)..<at], as: UTF8.self))
    }
    for (name, count, told, tips, ties, erased) in unloaded.counts {
      var list: [Place] = []
      list.reserveCapacity(count)
      for _ in 0..<count {
        list.append(
          Place(
            offset: Int(truncatingIfNeeded: take(8)), length: Int32(truncatingIfNeeded: take(4)),
            sequence: Int32(truncatingIfNeeded: take(4)),
            subject: Int32(truncatingIfNeeded: take(4))))
      }
      var steps: [Told] = []
      for _ in 0..<told {
        let sequence = Int(truncatingIfNeeded: take(8))
        guard let writer = takeWriter() else { return false }
        steps.append(
          Told(sequence: sequence, writer: writer, number: Int(truncatingIfNeeded: take(8))))
      }
      var toldTips: [ToldTip] = []
      for _ in 0..<tips {
        let sequence = Int(truncatingIfNeeded: take(8))
        guard let writer = takeWriter() else { return false }
        let number = Int(truncatingIfNeeded: take(8))
        let tip = Heads.Head(sequence: number, id: EntryID(digest: table[at..<(at + 32)]))
        at += 32
        toldTips.append(ToldTip(sequence: sequence, writer: writer, tip: tip))
      }
      var tied: [Tie] = []
      for _ in 0..<ties {
        let sequence = Int(truncatingIfNeeded: take(8))
        tied.append(Tie(sequence: sequence, subject: Int32(truncatingIfNeeded: take(4))))
      }
      var gone: [Int: EntryID] = [:]
      for _ in 0..<erased {
        let sequence = Int(truncatingIfNeeded: take(8))
        gone[sequence] = EntryID(digest: table[at..<(at + 32)])
        at += 32
      }
      tables[name] = (list, steps, toldTips, tied, gone)
    }
    var subjects: [String] = []
    for _ in 0..<unloaded.subjects {
      guard table.count - at >= 4 else { return false }
      let count = Int(take(4))
      guard table.count - at >= count else { return false }
      subjects.append(String(decoding: table[at..<(at + count)], as: UTF8.self))
      at += count
    }
    for (name, lists) in tables {
      let end = journals[name]?.mark.offset ?? 0
      guard lists.ties.allSatisfy({ subjects.indices.contains(Int($0.subject)) }) else {
        return false
      }
      for place in lists.places {
        guard subjects.indices.contains(Int(place.subject)), place.length >= 0,
          place.offset >= 0, place.offset <= end - Int(place.length)
        else { return false }
      }
    }
    load(subjects: subjects, tables: tables)
    return true
  }
}
