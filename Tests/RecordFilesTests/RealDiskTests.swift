import JSONText
import Record
import RecordFiles
import Testing
import Trust

@Suite struct RealDiskTests {
  let crypto: Crypto
  let person = PersonID(bytes: [UInt8](repeating: 7, count: 10))

  init() throws { crypto = try #require(Crypto.sodium()) }

  @Test func whatWasRecordedIsThereAfterOpeningAgain() throws {
    let scratch = try ScratchFolder()
    var recorded: [Entry] = []
    for round in 0..<3 {
      let folder = try openFolder(scratch.path, PosixDisk(), crypto)
      let files = try folder.makeVillage(village)
      #expect(try files.entries() == recorded)
      for number in 0..<5 {
        recorded += try files.append(
          [
            EntryDraft(
              subject: .household("h\(number % 2)"), kind: "answered",
              body: ["q": "m_chron", "n": .int(round * 10 + number)])
          ], person: person)
      }
      #expect(try files.entries(of: [.household("h0")]).count == (round + 1) * 3)
      folder.close()
    }
    let reading = try openFolder(scratch.path, PosixDisk(), crypto, mode: .reading)
    let files = try reading.village(village)
    #expect(try files.entries() == recorded)
    #expect(try files.writers().count == 1)
    #expect(files.faults.isEmpty)
    #expect(try reading.village(village).entries(of: [.household("h1")]).count == 6)
  }

  @Test func anAnswerIsOneWriteAndOneSync() throws {
    let scratch = try ScratchFolder()
    let disk = TracingDisk(PosixDisk())
    let folder = try openFolder(scratch.path, disk, crypto)
    let files = try folder.makeVillage(village)
    try files.prepareToWrite()
    disk.clear()
    _ = try files.append(
      [EntryDraft(subject: .interview("i"), kind: "answered", body: ["q": "x"])], person: person)
    disk.note("frame")
    let events = disk.events
    try #require(events.count == 3)
    guard case .wrote(let path, _) = events[0] else {
      Issue.record("the first event is no write")
      return
    }
    #expect(events[1] == .synced(path))
    #expect(events[2] == .note("frame"))
  }
}
