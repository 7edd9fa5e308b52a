import JSONText
import Record
import Testing

/// What a line says of a writer that is known to have split.
@Suite struct SeenTipsTests {
  private let split = WriterID(bytes: id(2))
  private let other = WriterID(bytes: id(3))

  private func tip(_ number: Int, _ byte: UInt8) -> Heads.Head {
    Heads.Head(sequence: number, id: EntryID(digest: [UInt8](repeating: byte, count: 32)))
  }

  @Test func tipsAreToldWhenTheyAreOthersThanBefore() throws {
    var journal = InventedJournal()
    let two = [tip(57, 7), tip(60, 8)]
    try journal.write([answer("a", "1")], seen: [split: 50, other: 4])
    try journal.write([answer("b", "1"), answer("c", "1")], seen: [other: 5], tips: [split: two])
    try journal.write([answer("d", "1")], seen: [other: 5], tips: [split: two.reversed()])
    try journal.write([answer("e", "1")], seen: [other: 5], tips: [split: [two[0], tip(61, 9)]])
    let (entries, faults, mark) = journal.read(journal.bytes)
    #expect(faults.isEmpty)
    #expect(entries.map(\.seen) == [[split: 50, other: 4], [other: 5], [:], [:], [:]])
    let told = [split: two]
    let later = [split: [two[0], tip(61, 9)]]
    #expect(entries.map(\.seenTips) == [[:], told, [:], [:], later])
    #expect(mark.told == [split: 50, other: 5] && mark.toldTips == later)
    let text = String(decoding: journal.lines[2], as: UTF8.self)
    #expect(
      text.contains(
        "\"w\":{\"\(split.rawValue)\":[[57,\"\(two[0].id.rawValue)\"],"
          + "[60,\"\(two[1].id.rawValue)\"]],\"\(other.rawValue)\":5}"))
  }

  @Test func theMarkGoesOnWhereItWas() throws {
    var journal = InventedJournal()
    let tips = [split: [tip(57, 7), tip(60, 8)]]
    try journal.write([answer("a", "1")], seen: [other: 4], tips: tips)
    let mark = journal.read(journal.bytes).mark
    let json = try #require(JournalMark(json: try JSON(parsing: mark.json.compact)))
    #expect(json == mark)
    journal.writer = try #require(
      EntryWriter(scope: scope, writer: journal.writer.writer, continuing: json))
    try journal.write([answer("b", "1")], seen: [other: 4], tips: tips)
    #expect(journal.read(journal.bytes).entries.map(\.seenTips) == [tips, [:]])
  }

  @Test func theOwnWritersOtherBranchIsToldToo() throws {
    var journal = InventedJournal()
    let own = journal.writer.writer
    try journal.write([answer("a", "1")], seen: [own: 9], tips: [own: [tip(3, 7)], other: []])
    #expect(journal.read(journal.bytes).entries.map(\.seenTips) == [[own: [tip(3, 7)]]])
    #expect(journal.read(journal.bytes).entries.map(\.seen) == [[:]])
  }

  @Test func anotherFormIsNoLine() throws {
    var journal = InventedJournal()
    let tips = [tip(57, 7), tip(60, 8)]
    try journal.write([answer("a", "1")], tips: [split: tips])
    let line = String(decoding: journal.lines[1], as: UTF8.self)
    let (one, two) = ("[57,\"\(tips[0].id.rawValue)\"]", "[60,\"\(tips[1].id.rawValue)\"]")
    let list = "[\(one),\(two)]"
    #expect(line.contains(list))
    let others = [
      "[]", "[[]]", "[\(two),\(one)]", "[\(one),\(one)]", "[\(one),]", "[\(one) ,\(two)]",
      "[\(one),\(two)", "[[57]]", "[[57,\"\"]]", "[[57,\"x\"]]", "[57]", one, "null", "\"57\"",
      "[[0,\"\(tips[0].id.rawValue)\"]]", "[[-1,\"\(tips[0].id.rawValue)\"]]",
      "[[057,\"\(tips[0].id.rawValue)\"]]", "[\(one)],\"\(split.rawValue)\":9",
      "9,\"\(split.rawValue)\":[\(one)]", "[[\"57\",\"\(tips[0].id.rawValue)\"]]",
    ]
    for text in others {
      let bytes = Array(line.replacingOne(list, text).utf8)
      let (entries, faults, _) = journal.read(journal.joined([journal.lines[0], bytes]))
      #expect(entries.isEmpty && faults.map(\.kind) == [.badLine], "\(text)")
    }
  }
}

extension String {
  /// With the only place where a text stands replaced.
  fileprivate func replacingOne(_ text: String, _ other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
