import JSONText
import Record
import SeededRandom
import Testing

@Suite struct JournalReaderTests {
  @Test func whatWasWrittenIsRead() throws {
    var journal = InventedJournal()
    let other = WriterID(bytes: id(2))
    try journal.write([answer("m_chron", "htn dm")])
    try journal.write(
      [answer("a", "\"\\\n\u{7F}€𠮷"), answer("b", "")], seen: [other: 7], lamport: 40)
    try journal.write([answer("c", "1")], seen: [other: 7], lamport: 40)
    try journal.handOver()
    let (entries, faults, mark) = journal.read(journal.bytes)
    #expect(faults.isEmpty)
    #expect(entries.map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(entries.map(\.lamport) == [1, 41, 42, 43, 44])
    #expect(entries.map(\.seen) == [[:], [other: 7], [:], [:], [:]])
    #expect(entries[0].body == ["q": "m_chron", "v": "htn dm"])
    #expect(entries[1].body == ["q": "a", "v": "\"\\\n\u{7F}€𠮷"])
    #expect(entries[0].subject == .interview("i1"))
    #expect(entries[0].time == time)
    #expect(entries[0].person == journal.person)
    #expect(entries[4].kind == Entry.handedOver)
    #expect(mark.id == journal.writer.head && mark.offset == journal.bytes.count)
    #expect(mark.told == [other: 7])
  }

  @Test func chunksOfAnySizeGiveTheSame() throws {
    var journal = InventedJournal()
    for number in 0..<6 { try journal.write([answer("q\(number)", "v"), answer("r", "w")]) }
    let whole = journal.read(journal.bytes)
    for size in [1, 7, 100, 1000] {
      var reader = journal.reader()
      var entries: [Entry] = []
      var left: [UInt8] = []
      for start in stride(from: 0, to: journal.bytes.count, by: size) {
        left += journal.bytes[start..<min(start + size, journal.bytes.count)]
        left.removeFirst(reader.read(left) { entries.append($0.entry) })
      }
      reader.finish(leftover: left.count)
      #expect(entries == whole.entries && reader.faults.isEmpty && reader.mark == whole.mark)
    }
  }

  @Test func readingOnFromAMarkGivesTheRest() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    let mark = journal.read(journal.bytes).mark
    let first = journal.bytes.count
    try journal.write([answer("b", "2")])
    let json = try #require(JournalMark(json: try JSON(parsing: mark.json.compact)))
    #expect(json == mark)
    var reader = JournalReader(
      scope: scope, writer: journal.writer.writer, crypto: journal.crypto, resuming: json,
      opening: nil)
    var entries: [Entry] = []
    _ = reader.read(Array(journal.bytes[first...])) { entries.append($0.entry) }
    #expect(entries == [journal.read(journal.bytes).entries[1]])
    #expect(reader.faults.isEmpty)
  }

  @Test func everyFlippedBitIsAFaultAndNeverAChange() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    try journal.write([answer("b", "2"), answer("c", "3")])
    try journal.handOver()
    try journal.write([answer("d", "4")])
    let whole = journal.read(journal.bytes).entries
    for index in journal.bytes.indices {
      for bit in [UInt8(1), 2, 4, 32, 128, 255] {
        var bytes = journal.bytes
        bytes[index] ^= bit
        let (entries, faults, _) = journal.read(bytes)
        #expect(!faults.isEmpty, "byte \(index), bits \(bit)")
        #expect(entries.allSatisfy(whole.contains), "byte \(index), bits \(bit)")
      }
    }
  }

  @Test func everyCutKeepsWhatIsBeforeIt() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    try journal.write([answer("b", "2"), answer("c", "3")])
    let whole = journal.read(journal.bytes).entries
    let ends = journal.bytes.indices.filter { journal.bytes[$0] == 0x0A }.map { $0 + 1 }
    for count in journal.bytes.indices {
      let (entries, faults, mark) = journal.read(Array(journal.bytes[..<count]))
      let expected = count < ends[1] ? 0 : 1
      #expect(entries == Array(whole.prefix(expected)))
      #expect(faults.isEmpty == (count == 0 || count == ends[0] || count == ends[1]))
      #expect(faults.allSatisfy { $0.isUnacknowledgedTail })
      #expect(mark.offset <= count)
    }
  }

  @Test func aSpoiltLineCostsOnlyItself() throws {
    var journal = InventedJournal()
    for number in 0..<5 { try journal.write([answer("q\(number)", "v")]) }
    let whole = journal.read(journal.bytes).entries
    var lines = journal.lines
    lines[2] = Array("nonsense".utf8)
    let (entries, faults, mark) = journal.read(journal.joined(lines))
    #expect(entries == [whole[0], whole[2], whole[3], whole[4]])
    #expect(faults.map(\.line) == [3])
    #expect(faults.map(\.kind) == [.badLine])
    let writer = journal.writer.writer.rawValue
    #expect(faults[0].file == "villages/990101001001/journal/\(writer).jsonl")
    #expect(mark.sequence == 5)
  }

  @Test func missingRepeatedAndForeignLinesAreNoticed() throws {
    var journal = InventedJournal()
    for number in 0..<4 { try journal.write([answer("q\(number)", "v")]) }
    let lines = journal.lines
    let gap = journal.read(journal.joined([lines[0], lines[1], lines[3], lines[4]]))
    #expect(gap.faults.map(\.kind) == [.gap(expected: 2, found: 3)])
    #expect(gap.entries.count == 3)
    let twice = journal.read(journal.joined([lines[0], lines[1], lines[2], lines[2], lines[3]]))
    #expect(twice.faults.map(\.kind) == [.wrongSequence(expected: 3, found: 2)])
    #expect(twice.entries.map(\.sequence) == [1, 2, 3])
    var other = InventedJournal()
    try other.write([answer("x", "y")])
    let foreign = journal.read(journal.joined([lines[0], other.lines[1], lines[2]]))
    #expect(foreign.faults.map(\.kind) == [.wrongChain, .wrongChain])
  }

  @Test func aJournalOfAnotherScopeOrWriterCountsForNothing() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    var elsewhere = journal.reader(.village(code: "990101001002"))
    _ = elsewhere.read(journal.bytes) { _ in Issue.record("an entry was handed out") }
    #expect(elsewhere.faults.map(\.kind) == [.wrongScope])
    var another = JournalReader(
      scope: scope, writer: WriterID(bytes: id(3)), crypto: journal.crypto)
    _ = another.read(journal.bytes) { _ in Issue.record("an entry was handed out") }
    #expect(another.faults.map(\.kind) == [.wrongWriter])
  }

  @Test func aForgedSignatureIsNoticed() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    journal.bytes += try journal.writer.handOver(
      of: .village, body: .object([]), person: journal.person, time: time, seen: [:], lamport: 0,
      secretKey: journal.crypto.makeKeyPair().secretKey, crypto: journal.crypto)
    #expect(journal.read(journal.bytes).faults.map(\.kind) == [.wrongSignature])
  }

  @Test func anErasedBodyLeavesTheChainWhole() throws {
    var journal = InventedJournal()
    try journal.write([answer("name", "张三")])
    try journal.write([answer("b", "2"), answer("c", "3")])
    let whole = journal.read(journal.bytes).entries
    for line in 1...3 {
      var lines = journal.lines
      lines[line] = try #require(
        ErasedLine.erasing(lines[line], sha256: journal.crypto.sha256))
      #expect(ErasedLine.erasing(lines[line], sha256: journal.crypto.sha256) == lines[line])
      let (entries, faults, _) = journal.read(journal.joined(lines))
      #expect(faults.isEmpty)
      #expect(entries.map(\.id) == whole.map(\.id))
      #expect(entries[line - 1].body == nil)
      for index in lines[line].indices {
        var flipped = lines
        flipped[line][index] ^= 1
        #expect(!journal.read(journal.joined(flipped)).faults.isEmpty)
      }
    }
  }

  @Test func aHoleAtTheEndIsATornWriteAndElsewhereDamage() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    let before = journal.bytes.count
    try journal.write([answer("b", "2"), answer("c", "3"), answer("d", "4")])
    let act = journal.bytes.count
    for hole in [before..<(before + 400), (before + 200)..<(act - 300), (act - 200)..<(act - 1)] {
      var bytes = journal.bytes
      for index in hole { bytes[index] = 0 }
      let torn = journal.read(bytes)
      #expect(torn.entries.map(\.sequence) == [1])
      #expect(torn.faults.map(\.kind) == [.tornAct])
      #expect(torn.mark.offset == before)
    }
    try journal.write([answer("e", "5")])
    var bytes = journal.bytes
    for index in before..<(before + 100) { bytes[index] = 0 }
    let damaged = journal.read(bytes)
    #expect(damaged.entries.map(\.sequence) == [1, 3, 4, 5])
    #expect(damaged.faults.map(\.kind) == [.badLine])
  }

  @Test func aLaterVersionIsRefusedAsAWhole() throws {
    let journal = InventedJournal()
    let text = String(decoding: journal.bytes, as: UTF8.self)
    let header = try #require(
      text.split(separator: "\"h\":").last?.split(separator: ",\"i\"").first)
    let later = "{\"v\":2" + header.dropFirst(6)
    let hash = Base64URL.text(journal.crypto.sha256(Array(later.utf8)[...]))
    let (entries, faults, _) = journal.read(Array("{\"h\":\(later),\"i\":\"\(hash)\"}\n".utf8))
    #expect(entries.isEmpty)
    #expect(faults.map(\.kind) == [.unknownVersion(2)])
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func nothingThatABrokenFileHoldsIsAnEntryOrACrash(
    seed: UInt64
  ) throws {
    var journal = InventedJournal()
    for number in 0..<4 { try journal.write([answer("q\(number)", "\"\\é"), answer("r", "w")]) }
    let whole = journal.read(journal.bytes).entries
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var bytes = journal.bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...80, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.replaceSubrange(start..<end, with: [0x5C, 0x22, 0x7B, 0xFF])
        default: bytes[start] = UInt8.random(in: 0...255, using: &random)
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      let (entries, faults, _) = journal.read(bytes)
      #expect(entries.allSatisfy(whole.contains))
      #expect(!faults.isEmpty || entries == Array(whole.prefix(entries.count)))
    }
  }
}
