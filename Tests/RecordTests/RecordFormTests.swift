import JSONText
import Record
import Testing

@Suite struct RecordFormTests {
  @Test func anAnswersLineIsShort() throws {
    var journal = InventedJournal()
    let before = journal.bytes.count
    for number in 0..<90 {
      try journal.write([
        EntryDraft(
          subject: .interview(ShortID.text(id(5))), kind: "answered",
          body: [
            "q": "m_chron", "r": .string(ShortID.text(id(6))), "v": "htn dm",
            "ms": [.int(4120 + number), 1800],
          ])
      ])
    }
    let mean = (journal.bytes.count - before) / 90
    #expect(mean <= 345, "mean \(mean)")
  }

  @Test func subjectsAndScopesComeBackFromTheirTexts() {
    let subjects: [Subject] = [
      .team, .village, .person("a"), .household("b"), .interview("c"), .site("d"),
      .issue("h/WA1/"),
      .other("z:new"), .other(""), .other("h:"), .other("village"),
    ]
    for subject in subjects { #expect(Subject(text: subject.text) == subject) }
    for scope in [Scope.team, .village(code: "990101001001")] {
      #expect(Scope(text: scope.text) == scope)
    }
    #expect(Scope(text: "../../etc") == nil)
    #expect(Scope(text: "99010100100１") == nil)
  }

  @Test func identitiesHaveOneText() throws {
    let digest = [UInt8](repeating: 0xAB, count: 32)
    let id = EntryID(digest: digest)
    #expect(id.rawValue.count == 43)
    #expect(EntryID(rawValue: id.rawValue) == id)
    #expect(id.bytes == digest)
    // The last character has two spare bits, which must be zero.
    #expect(EntryID(rawValue: String(id.rawValue.dropLast()) + "t") == nil)
    #expect(EntryID(rawValue: "short") == nil)
    #expect(WriterID(rawValue: "0123456789abcdef") != nil)
    #expect(WriterID(rawValue: "0123456789abcdeF") == nil)
    #expect(WriterID(rawValue: "../0123456789abc") == nil)
    #expect(WriterID(rawValue: "0123456789abcdei") == nil)
  }

  @Test func derivedIdentitiesAreTheSameEverywhere() throws {
    let journal = InventedJournal()
    let one = ShortID.derived(from: "990101001001|017", by: journal.crypto.sha256)
    #expect(one == ShortID.derived(from: "990101001001|017", by: journal.crypto.sha256))
    #expect(one != ShortID.derived(from: "990101001001|018", by: journal.crypto.sha256))
    #expect(ShortID.isValid(one))
  }

  @Test func draftsThatCannotBeEntriesAreRefusedAndChangeNothing() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    let writer = journal.writer
    #expect(throws: DraftFault.bodyIsNoObject) {
      try journal.write([
        answer("b", "2"), EntryDraft(subject: .team, kind: "x", body: .array([])),
      ])
    }
    #expect(throws: DraftFault.reservedMember("_")) {
      try journal.write([EntryDraft(subject: .team, kind: "x", body: ["_": "salt"])])
    }
    #expect(throws: DraftFault.reservedKind("handedOver")) {
      try journal.write([EntryDraft(subject: .team, kind: "handedOver", body: .object([]))])
    }
    #expect(throws: DraftFault.badTime("yesterday")) {
      _ = try journal.writer.lines(
        [answer("b", "2")], person: journal.person, time: "yesterday", seen: [:], lamport: 0,
        crypto: journal.crypto)
    }
    #expect(journal.writer.head == writer.head && journal.writer.sequence == 1)
  }

  @Test func headsKnowWhatTheyCover() throws {
    var journal = InventedJournal()
    try journal.write([answer("a", "1")])
    try journal.write([answer("b", "2")])
    let entries = journal.read(journal.bytes).entries
    let one = Heads([entries[0].writer: Heads.Head(sequence: 1, id: entries[0].id)])
    let two = Heads([entries[1].writer: Heads.Head(sequence: 2, id: entries[1].id)])
    #expect(two.covers(one) && !one.covers(two) && one.covers(Heads()))
    #expect(one.contains(entries[0]) && !one.contains(entries[1]))
    #expect(Heads(of: entries) == two)
    #expect(Heads(json: two.json) == two)
    let forked = Heads([entries[1].writer: Heads.Head(sequence: 2, id: entries[0].id)])
    #expect(!forked.covers(two))
  }

  @Test func faultsComeBackFromTheirJSON() throws {
    let writer = WriterID(bytes: id(1))
    let kinds: [JournalFault.Kind] = [
      .tornLastLine, .tornAct, .badLine, .badOpening, .unknownVersion(3), .wrongScope,
      .wrongWriter, .wrongSequence(expected: 3, found: 2), .gap(expected: 4, found: 9),
      .wrongChain, .wrongDigest, .wrongLamport, .badBody, .wrongSignature, .cutShort(had: 7),
      .lostEnd(written: 9, left: 7), .forked(after: 3),
      .unreadable(5),
    ]
    for kind in kinds {
      let fault = JournalFault(scope: scope, writer: writer, line: 12, kind: kind)
      #expect(JournalFault(scope: scope, writer: writer, json: fault.json) == fault)
    }
  }
}
