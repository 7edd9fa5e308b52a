import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct DamageTests {
  @Test func aFlippedBitIsNamedAndWorkGoesOnUnderANewWriter() throws {
    let place = try Workplace()
    try place.record(["1", "2", "3"])
    let journal = try place.journal()
    let lines = try #require(place.disk.bytes(journal)).split(separator: 0x0A)
    let offset = lines[0].count + lines[1].count + 60
    place.disk.tamper(journal) { $0[offset] ^= 4 }
    // The index does not look into the middle; reading everything does.
    let folder = try place.open()
    let files = try folder.village(village)
    #expect(try files.entries().compactMap { $0.body?["v"]?.string } == ["1", "3"])
    #expect(files.faults.map(\.line) == [3])
    #expect(files.faults.map(\.file) == [String(journal.dropFirst(6))])
    #expect(files.damage.map(\.from) == [2])
    let bytes = try #require(place.disk.bytes(journal))
    _ = try files.append([place.answer("4")], person: place.person)
    #expect(place.disk.bytes(journal) == bytes)
    #expect(place.journals.count == 2)
    #expect(folder.notices == [.damaged(scope: files.scope, writer: files.faults[0].writer!)])
    folder.close()
    #expect(try place.values() == ["1", "3", "4"])
    let report = try #require(try place.verify().last)
    #expect(!report.isSound && report.faults.map(\.line) == [3])
  }

  @Test func aFlippedBitIsFoundWhenItsHouseholdIsRead() throws {
    let place = try Workplace()
    try place.record(["1", "2", "3"])
    let journal = try place.journal()
    let lines = try #require(place.disk.bytes(journal)).split(separator: 0x0A)
    place.disk.tamper(journal) { $0[lines[0].count + 1 + lines[1].count - 3] ^= 1 }
    let files = try place.open(.reading).village(village)
    #expect(try files.entries(of: [.household("h1")]).count == 2)
    #expect(files.faults.map(\.kind) == [.wrongDigest])
    #expect(files.faults.map(\.line) == [2])
    #expect(try files.entries(of: [.household("h1")]).count == 2)
    #expect(files.faults.count == 1)
  }

  @Test func aCutFileIsNoticedAndWorkGoesOnUnderANewWriter() throws {
    let place = try Workplace()
    try place.record(["1", "2", "3"])
    let journal = try place.journal()
    place.disk.tamper(journal) { bytes in
      let newlines = bytes.indices.filter { bytes[$0] == 0x0A }
      bytes.removeLast(bytes.count - newlines[2] - 1)
    }
    let folder = try place.open()
    let files = try folder.village(village)
    #expect(try files.heads().sequences.values.map { $0 } == [2])
    #expect(files.faults.map(\.kind) == [.cutShort(had: 3)])
    #expect(files.damage.map(\.from) == [3])
    _ = try files.append([place.answer("4")], person: place.person)
    let writer = try #require(files.faults.first?.writer)
    #expect(
      folder.notices == [.rolledBack(scope: files.scope, writer: writer, had: 3, has: 2)])
    folder.close()
    #expect(try place.values() == ["1", "2", "4"])
  }

  @Test func verifyHoldsOwnJournalsAgainstWhatTheDeviceWrote() throws {
    let place = try Workplace()
    try place.record(["1", "2", "3"])
    let archive = Archive(path: "/data", disk: place.disk, crypto: place.crypto)
    #expect(try archive.verify(device: place.device).allSatisfy(\.isSound))
    let journal = try place.journal()
    // The end is gone, and what is left of it looks like a write that nobody confirmed.
    place.disk.tamper(journal) { $0.removeLast(20) }
    let torn = try #require(try archive.verify(device: place.device).last)
    #expect(torn.faults.map(\.kind) == [.lostEnd(written: 3, left: 2)])
    #expect(torn.derived["index"] == .newer)
    #expect(!torn.isSound)
    // Another device knows nothing of it.
    #expect(try archive.verify(device: "/home/other").last?.faults.map(\.kind) == [.tornLastLine])
    // Work goes on in another journal, and what was lost is not forgotten by that.
    let whole = try #require(place.disk.bytes(journal))
    try place.record(["4"])
    try place.record(["5"])
    let later = try #require(try archive.verify(device: place.device).last)
    #expect(later.faults.map(\.kind).contains(.lostEnd(written: 3, left: 2)))
    let reader = try place.open(.reading)
    #expect(try reader.village(village).damage.map(\.from) == [3])
    reader.close()
    place.disk.tamper(journal) { $0 = whole }
    // The journal as a whole.
    try place.disk.remove(journal)
    let gone = try #require(try archive.verify(device: place.device).last)
    #expect(gone.faults.map(\.kind) == [.lostEnd(written: 3, left: 0)])
  }

  @Test func aTornEndOfOursIsKeptAsideAndOfOthersOnlyReported() throws {
    let place = try Workplace()
    let other = place.another("/home/other")
    try other.record(["theirs"])
    let theirs = try place.journal()
    try place.record(["ours"], closing: false)
    let names = place.journals.filter { !theirs.hasSuffix($0) }
    let ours = "/data/villages/\(village)/journal/\(names[0])"
    var after = place
    after.disk = place.disk.afterKill()
    after.disk.tamper(ours) { $0 += Array("{\"h\":{\"n\":2".utf8) }
    after.disk.tamper(theirs) { $0 += Array("{\"h\":{\"n\":2".utf8) }
    let length = try #require(after.disk.bytes(theirs)?.count)
    let folder = try after.open()
    let files = try folder.village(village)
    _ = try files.append([place.answer("more")], person: place.person)
    #expect(after.disk.bytes(theirs)?.count == length)
    #expect(files.faults.map(\.file) == [String(theirs.dropFirst(6))])
    guard case .cutOff(_, _, let evidence, 11)? = folder.notices.first else {
      Issue.record("nothing was said of the cut")
      return
    }
    #expect(after.disk.bytes(evidence) == Array("{\"h\":{\"n\":2".utf8))
    #expect(after.disk.bytes(ours)?.last == 0x0A)
    folder.close()
    #expect(try after.values() == ["theirs", "ours", "more"])
  }

  @Test func dataRolledBackGoesOnUnderANewWriter() throws {
    let place = try Workplace()
    try place.record(["1", "2"])
    let old = place.disk.copy()
    try place.record(["3"])
    let device = place.disk.copy()
    // Last week's Data, today's device.
    let files = old.allFiles().filter { $0.hasPrefix("/data/") }
    for path in files {
      let bytes = try #require(old.bytes(path))
      place.disk.tamper(path) { $0 = bytes }
    }
    let folder = try place.open()
    let village = try folder.village(village)
    let new = try village.append([place.answer("4")], person: place.person)
    guard case .rolledBack(_, let writer, 3, 2)? = folder.notices.first else {
      Issue.record("the roll-back was not noticed: \(folder.notices)")
      return
    }
    folder.close()
    #expect(new[0].writer != writer)
    #expect(place.journals.count == 2)
    // What was rolled back comes home later: no number was given twice.
    var home = place
    home.disk = device
    let set = EntrySet(try home.entries() + place.entries())
    #expect(set.forks.isEmpty && set.count == 4)
    #expect(set.inOrder.compactMap { $0.body?["v"]?.string }.sorted() == ["1", "2", "3", "4"])
  }

  @Test func anOldCopyPutBackAfterACrashForksNothing() throws {
    let place = try Workplace()
    try place.record(["1"])
    let old = place.disk.copy()
    // The session that crashes goes on in the journal that the old copy has too.
    let lost = try place.record(["2"], closing: false)
    var after = place
    after.disk = place.disk.afterKill()
    for path in old.allFiles() where path.hasPrefix("/data/") {
      let bytes = try #require(old.bytes(path))
      after.disk.tamper(path) { $0 = bytes }
    }
    try after.record(["3"])
    let set = EntrySet(try after.entries() + lost)
    #expect(set.forks.isEmpty && set.count == 3)
  }

  @Test func aSpoiltLastLineLeavesTheHeadBeforeIt() throws {
    let place = try Workplace()
    try place.record(["1", "2"])
    let whole = try place.entries()
    place.disk.tamper(try place.journal()) { $0[$0.count - 9] ^= 1 }
    let files = try place.open(.reading).village(village)
    let head = try #require(try files.heads().tips.values.first?.first)
    #expect(head == Heads.Head(sequence: 1, id: whole[0].id))
    #expect(try files.entries(after: files.heads())?.isEmpty == true)
  }

  @Test func aJournalThatVanishedIsARollBack() throws {
    let place = try Workplace()
    try place.record(["1"])
    try place.disk.remove(try place.journal())
    let folder = try place.open()
    _ = try folder.village(village).append([place.answer("2")], person: place.person)
    guard case .rolledBack(_, _, 1, 0)? = folder.notices.first else {
      Issue.record("the loss was not noticed")
      return
    }
  }

  @Test func afterACrashANewWriterBeginsAndNobodyIsAlarmed() throws {
    let place = try Workplace()
    try place.record(["1"], closing: false)
    var after = place
    after.disk = place.disk.afterKill()
    let folder = try after.open()
    _ = try folder.village(village).append([place.answer("2")], person: place.person)
    #expect(folder.notices.isEmpty)
    #expect(after.journals.count == 2)
  }

  @Test func aCopyOfDataDoesNotPoseAsTheDevice() throws {
    let place = try Workplace()
    try place.record(["1"])
    var copy = place.another("/home/other")
    copy.disk = place.disk.copy()
    try copy.record(["theirs"])
    try place.record(["ours"])
    #expect(try copy.open(.reading).village(village).writers().count == 2)
    let set = EntrySet(try copy.entries() + place.entries())
    #expect(set.forks.isEmpty && set.count == 3)
  }

  @Test func everyByteOfASmallJournalMatters() throws {
    let place = try Workplace()
    try place.record(["1", "2"])
    let journal = try place.journal()
    let whole = try place.entries()
    let bytes = try #require(place.disk.bytes(journal))
    let archive = Archive(path: "/data", disk: place.disk, crypto: place.crypto)
    for index in bytes.indices {
      place.disk.tamper(journal) { $0[index] ^= 1 }
      let reading = archive.read(.village(code: village))
      #expect(!reading.faults.isEmpty, "byte \(index)")
      #expect(reading.entries.allSatisfy(whole.contains), "byte \(index)")
      place.disk.tamper(journal) { $0 = bytes }
    }
  }

  @Test func strayFilesAreNoticedAndLeftAlone() throws {
    let place = try Workplace()
    try place.record(["1"])
    let folder = "/data/villages/\(village)/journal"
    let file = try place.disk.open("\(folder)/0123456789abcdef (1).jsonl", .creating)
    place.disk.close(file)
    let files = try place.open(.reading).village(village)
    #expect(files.faults.map(\.kind) == [.strayFile("0123456789abcdef (1).jsonl")])
    #expect(try files.entries().count == 1)
  }

  @Test func aSpoiltMarkOrFolderFileIsNoDisaster() throws {
    let place = try Workplace()
    try place.record(["1"])
    for path in place.disk.allFiles() where path.contains("/marks/") {
      place.disk.tamper(path) { $0 = Array("nonsense".utf8) }
    }
    try place.record(["2"])
    #expect(try place.values() == ["1", "2"])
    place.disk.tamper("/data/folder.json") { $0 = [] }
    #expect(throws: DataFolderFault.unreadable("/data/folder.json")) { try place.open() }
    place.disk.tamper("/data/folder.json") {
      $0 = Array("{\"version\":9,\"id\":\"0123456789abcdef\"}".utf8)
    }
    #expect(throws: DataFolderFault.laterVersion(9)) { try place.open() }
  }
}
