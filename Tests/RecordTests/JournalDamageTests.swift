import Record
import Testing

/// From which entry on a journal says less than it did.
@Suite struct JournalDamageTests {
  private func damage(_ journal: InventedJournal, _ bytes: [UInt8]) -> [JournalDamage] {
    let read = journal.read(bytes)
    return JournalDamage.all(in: read.faults) { _ in read.mark.sequence }
  }

  private func journal(_ count: Int = 6) throws -> InventedJournal {
    var journal = InventedJournal()
    for number in 0..<count { try journal.write([answer("q\(number)", "v")]) }
    return journal
  }

  @Test func aSoundJournalHasNone() throws {
    let journal = try journal()
    #expect(damage(journal, journal.bytes).isEmpty)
    // Nor has one whose last write was never acknowledged.
    #expect(damage(journal, Array(journal.bytes.dropLast(5))).isEmpty)
  }

  @Test(arguments: 1...5) func aSpoiltOrMissingLineIsNamedByItsEntry(_ number: Int) throws {
    let journal = try journal()
    let name = JournalName(writer: journal.writer.writer)
    var spoilt = journal.lines
    spoilt[number][spoilt[number].count / 2] ^= 1
    #expect(damage(journal, journal.joined(spoilt)) == [.init(journal: name, from: number)])
    var missing = journal.lines
    missing.remove(at: number)
    #expect(damage(journal, journal.joined(missing)) == [.init(journal: name, from: number)])
    // What comes first is what counts.
    var both = missing
    both[both.count - 1][20] ^= 1
    #expect(damage(journal, journal.joined(both)).map(\.from) == [number])
  }

  @Test func anEndThatIsGoneIsNamedByWhatIsLeft() {
    let writer = WriterID(bytes: id(1))
    func fault(_ kind: JournalFault.Kind, line: Int = 0) -> JournalFault {
      JournalFault(scope: scope, writer: writer, line: line, kind: kind)
    }
    func from(_ faults: JournalFault...) -> Int? {
      JournalDamage.all(in: faults) { _ in 811 }.first?.from
    }
    #expect(from(fault(.cutShort(had: 900))) == 812)
    #expect(from(fault(.lostEnd(written: 900, left: 811))) == 812)
    #expect(from(fault(.unreadable(5))) == 1)
    #expect(from(fault(.forked(after: 3))) == nil)
    #expect(from(fault(.cutShort(had: 900)), fault(.badLine, line: 13)) == 12)
  }
}
