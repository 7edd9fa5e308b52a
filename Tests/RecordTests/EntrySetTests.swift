import JSONText
import Record
import SeededRandom
import Testing

@Suite struct EntrySetTests {
  /// Three writers who see each other now and then.
  private func entries(seed: UInt64) throws -> [Entry] {
    var random = SplitMix64(seed: seed)
    var journals = [InventedJournal(writer: 1), InventedJournal(writer: 2)]
    journals.append(InventedJournal(writer: 3))
    for number in 0..<40 {
      let index = Int.random(in: 0..<3, using: &random)
      var seen: [WriterID: Int] = [:]
      var lamport = 0
      if Bool.random(using: &random) {
        for other in journals {
          seen[other.writer.writer] = other.writer.sequence
          lamport = max(lamport, other.writer.lamport)
        }
      }
      try journals[index].write([answer("q", "\(number)")], seen: seen, lamport: lamport)
    }
    return journals.flatMap { $0.read($0.bytes).entries }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func anyOrderAndRepetitionGiveTheSame(
    seed: UInt64
  ) throws {
    let entries = try entries(seed: seed)
    let expected = EntrySet(entries).inOrder
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let doubled = (entries + entries.shuffled(using: &random).prefix(20))
        .shuffled(using: &random)
      let set = EntrySet(doubled)
      #expect(set.inOrder == expected)
      #expect(set.forks.isEmpty && set.count == entries.count)
    }
  }

  @Test(arguments: [4, 5] as [UInt64]) func whatWasSeenComesBefore(seed: UInt64) throws {
    let order = EntrySet(try entries(seed: seed)).inOrder
    for (index, entry) in order.enumerated() {
      for (writer, sequence) in entry.seen where sequence > 0 {
        let last = order[..<index].last { $0.writer == writer }
        #expect(try #require(last).sequence >= sequence)
      }
    }
  }

  @Test func aForkIsFoundAndBothSidesAreKept() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    var twin = journal
    try journal.write([answer("b", "2")])
    try twin.write([answer("b", "3")])
    let set = EntrySet(journal.read(journal.bytes).entries + twin.read(twin.bytes).entries)
    #expect(set.count == 3)
    #expect(set.forks.map(\.sequence) == [2])
    #expect(set.forks.first?.ids.count == 2)
  }

  @Test func anErasureStaysOneInWhateverOrder() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    let whole = journal.read(journal.bytes).entries
    var lines = journal.lines
    lines[1] = try #require(ErasedLine.erasing(lines[1], sha256: journal.crypto.sha256))
    let erased = journal.read(journal.joined(lines)).entries
    #expect(EntrySet(whole + erased).inOrder == erased)
    #expect(EntrySet(erased + whole).inOrder == erased)
  }
}
