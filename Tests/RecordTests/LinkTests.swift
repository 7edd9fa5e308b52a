import JSONText
import Record
import Testing

@Suite struct LinkTests {
  private static func draft(_ link: Subject?) -> EntryDraft {
    EntryDraft(subject: .interview("i1"), link: link, kind: "began", body: ["v": "1"])
  }

  @Test func aLinkStandsBehindTheSubjectAndOutlivesTheBody() throws {
    var journal = InventedJournal()
    let links: [Subject?] = [.household("h1"), nil, .interview("i2"), .other("z:\"\\é")]
    try journal.write(links.map(Self.draft))
    let (entries, faults, _) = journal.read(journal.bytes)
    #expect(faults.isEmpty)
    #expect(entries.map(\.link) == links)
    #expect(
      String(decoding: journal.lines[1], as: UTF8.self).contains(
        #","s":"i:i1","o":"h:h1","k":"began","p":""#))
    #expect(!String(decoding: journal.lines[2], as: UTF8.self).contains(#""o":"#))
    var lines = journal.lines
    lines[1] = try #require(ErasedLine.erasing(lines[1], sha256: journal.crypto.sha256))
    let erased = journal.read(journal.joined(lines))
    #expect(erased.faults.isEmpty)
    #expect(erased.entries == [entries[0].withoutBody] + entries.dropFirst())
    #expect(erased.entries[0].link == .household("h1") && erased.entries[0].body == nil)
  }

  @Test(arguments: [
    #""o":"","#, #""o":7,"#, #""o":null,"#, #""o":["h:h1"],"#, #""o": "h:h1","#,
    #""o":"h:h1","o":"h:h1","#, #""O":"h:h1","#, #""o":"h:h1""#, #""o":"h:h1\"#,
  ]) func otherFormsOfALinkAreNoEntries(_ form: String) throws {
    var journal = InventedJournal()
    try journal.write([Self.draft(.household("h1"))])
    try journal.write([Self.draft(nil)])
    var lines = journal.lines
    let text = String(decoding: lines[1], as: UTF8.self)
    lines[1] = Array(text.replacing(#""o":"h:h1","#, with: form, maxReplacements: 1).utf8)
    let (entries, faults, _) = journal.read(journal.joined(lines))
    #expect(faults.map(\.kind) == [.badLine])
    #expect(entries.map(\.sequence) == [2])
  }

  @Test func aLinkInAnotherPlaceIsNoEntry() throws {
    var journal = InventedJournal()
    try journal.write([Self.draft(.household("h1"))])
    let text = String(decoding: journal.lines[1], as: UTF8.self)
    let bare = text.replacing(#""o":"h:h1","#, with: "", maxReplacements: 1)
    for before in [#""t":""#, #""s":""#, #""p":""#, #""d":""#] {
      let line = bare.replacing(before, with: #""o":"h:h1","# + before, maxReplacements: 1)
      let bytes = journal.joined([journal.lines[0], Array(line.utf8)])
      #expect(journal.read(bytes).faults.map(\.kind) == [.badLine], "before \(before)")
    }
  }

  @Test func aLinkCannotBeExchangedUnnoticed() throws {
    var journal = InventedJournal()
    try journal.write([Self.draft(.household("h1"))])
    for other in [#""o":"h:h2","#, #""o":"i:h1","#, ""] {
      let line = String(decoding: journal.lines[1], as: UTF8.self)
        .replacing(#""o":"h:h1","#, with: other, maxReplacements: 1)
      let read = journal.read(journal.joined([journal.lines[0], Array(line.utf8)]))
      #expect(read.faults.map(\.kind) == [.wrongDigest])
      #expect(read.entries.isEmpty)
    }
  }

  @Test func anEmptyLinkIsNotWritten() throws {
    var journal = InventedJournal()
    #expect(throws: DraftFault.notReadable) { try journal.write([Self.draft(.other(""))]) }
    #expect(journal.writer.sequence == 0)
  }
}
