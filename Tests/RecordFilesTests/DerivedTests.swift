import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct DerivedTests {
  /// One file a household: its values and the heads they follow from.
  private let derivation = Derivation(
    files: { scope, entries, _, _ in
      guard scope != .team else { return [:] }
      let heads = Heads(of: entries)
      var files: [String: [UInt8]] = [:]
      for (subject, entries) in Dictionary(grouping: entries, by: \.subject) {
        guard case .household(let id) = subject else { continue }
        let json: JSON = [
          "heads": heads.json,
          "values": .array(entries.map { .string($0.body?["v"]?.string ?? "") }),
        ]
        files["households/\(id).json"] = Array(json.pretty.utf8)
      }
      return files
    },
    heads: { _, bytes in
      (try? JSON(parsing: bytes))?["heads"].flatMap { Heads(json: $0) }
    })

  private func write(_ files: VillageFiles) throws {
    for (name, bytes) in derivation.files(files.scope, try files.entries(), [], Causality()) {
      try files.writeDerived(name, bytes)
    }
  }

  private func states(_ place: Workplace) throws -> [String: ScopeReport.DerivedState] {
    let reports = try Archive(path: "/data", disk: place.disk, crypto: place.crypto)
      .verify(derivation)
    return try #require(reports.last).derived
  }

  @Test func staleAndAlteredAreToldApart() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1"), place.answer("2", "h2")], person: place.person)
    try write(files)
    #expect(try states(place) == [:])
    _ = try files.append([place.answer("3")], person: place.person)
    #expect(
      try states(place) == ["households/h1.json": .stale, "households/h2.json": .stale])
    try write(files)
    #expect(try files.derivedNames("households") == ["h1.json", "h2.json"])
    place.disk.tamper("/data/villages/\(village)/households/h2.json") { bytes in
      bytes = Array(
        String(decoding: bytes, as: UTF8.self).split(separator: "\"2\"").joined(separator: "\"9\"")
          .utf8)
    }
    #expect(try states(place) == ["households/h2.json": .altered])
    try files.removeDerived("households/h1.json")
    try files.writeDerived("households/h7.json", Array("{}".utf8))
    #expect(
      try states(place) == [
        "households/h1.json": .missing, "households/h2.json": .altered,
        "households/h7.json": .unknown,
      ])
    folder.close()
  }

  @Test func theIndexIsMadeAnewByteForByte() throws {
    let place = try Workplace()
    let other = place.another("/home/other")
    for round in 0..<4 {
      try (round % 2 == 0 ? place : other).record(["a\(round)", "b\(round)"])
    }
    let path = "/data/villages/\(village)/index"
    let index = try #require(place.disk.bytes(path))
    #expect(try place.verify().last?.derived == [:])
    try place.disk.remove(path)
    let folder = try place.open()
    #expect(try folder.village(village).entries().count == 8)
    folder.close()
    #expect(place.disk.bytes(path) == index)
  }

  @Test func anOldSpoiltOrForeignIndexDoesNoHarm() throws {
    let place = try Workplace()
    let path = "/data/villages/\(village)/index"
    try place.record(["1"])
    let old = try #require(place.disk.bytes(path))
    try place.record(["2", "3"])
    let whole = try #require(place.disk.bytes(path))
    let entries = try place.entries()
    func check(_ bytes: [UInt8], _ what: Comment) throws {
      place.disk.tamper(path) { $0 = bytes }
      let files = try place.open(.reading).village(village)
      #expect(try files.entries(of: [.household("h1")]) == entries, what)
      #expect(try files.heads().sequences.values.map { $0 } == [3], what)
      #expect(files.faults.isEmpty, what)
      let again = try place.open(.reading).village(village)
      #expect(try again.entries(after: Heads()) == entries, what)
    }
    try check(old, "an old index")
    #expect(try place.verify().last?.derived == ["index": .stale])
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1
      try check(bytes, "byte \(index)")
    }
    for count in stride(from: 0, to: whole.count, by: 13) {
      try check(Array(whole.prefix(count)), "cut at \(count)")
    }
    #expect(try place.verify().last?.derived == ["index": .altered])
  }

  @Test func crashesDoNotLetTheIndexFallBehind() throws {
    let place = try Workplace()
    let folder = try place.open()
    _ = try folder.makeVillage(village).append(
      (0..<2100).map { place.answer("\($0)", "h\($0 % 50)") }, person: place.person)
    var killed = place
    killed.disk = place.disk.afterKill()
    let path = "/data/villages/\(village)/index"
    #expect(killed.disk.bytes(path) == nil)
    try killed.record(["more"], closing: false)
    killed.disk = killed.disk.afterKill()
    #expect(killed.disk.bytes(path) != nil)
    let files = try killed.open(.reading).village(village)
    #expect(try files.entries(of: [.household("h7")]).count == 42)
    #expect(try files.entries().count == 2101)
  }

  @Test func whatLiesBehindHeadsIsGivenAlone() throws {
    let place = try Workplace()
    let other = place.another("/home/other")
    try place.record(["1", "2"])
    let files = try place.open(.reading).village(village)
    let heads = try files.heads()
    #expect(try files.entries(after: heads)?.isEmpty == true)
    let theirs = try other.record(["3"])
    let ours = try place.record(["4"])
    #expect(try files.refresh() == (theirs + ours).sorted())
    #expect(try files.refresh().isEmpty)
    #expect(try files.entries(after: heads) == (theirs + ours).sorted())
    #expect(try files.heads().covers(heads))
  }

  @Test func aVillagesEntryHasSeenTheTeams() throws {
    let place = try Workplace()
    let folder = try place.open()
    let team = try folder.team()
    let joined = try team.append(
      [EntryDraft(subject: .team, kind: "joined", body: ["n": 1])], person: place.person)
    let files = try folder.makeVillage(village)
    let answers = try ["1", "2"].map {
      try files.append([place.answer($0)], person: place.person)[0]
    }
    #expect(answers[0].seen == [joined[0].writer: 1])
    #expect(answers[1].seen == [:])
    #expect(answers[0].lamport > joined[0].lamport)
    folder.close()
    #expect(try place.verify().allSatisfy { $0.absent.isEmpty })
    try place.disk.remove("/data/team/journal/\(joined[0].writer.rawValue).jsonl")
    #expect(try place.verify().last?.absent.map(\.seen) == [1])
  }

  @Test func aSignedHeadIsReported() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1"), place.answer("2")], person: place.person)
    let handed = try files.handOver(person: place.person, body: ["to": "office"])
    #expect(handed.body?["to"]?.string == "office")
    folder.close()
    #expect(try place.verify().last?.signed == [handed.place.journal: 3])
    #expect(try place.verify().last?.isSound == true)
  }

  @Test func namesThatLeaveTheFolderAreRefused() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    for name in ["../x", "/x", "a//b", "journal/x", "index", "", ".hidden", "a/../../b"] {
      #expect(throws: DataFolderFault.badName(name)) { try files.writeDerived(name, []) }
    }
    #expect(throws: DataFolderFault.badVillageCode("../../x")) { try folder.village("../../x") }
    #expect(throws: DataFolderFault.noSuchVillage("990101001009")) {
      try folder.village("990101001009")
    }
    #expect(try folder.kept("../folder.json", in: .forms) == nil)
    folder.close()
  }

  @Test func thePlaceIsRememberedWithoutASync() throws {
    let place = try Workplace()
    let disk = TracingDisk(place.disk)
    let folder = try DataFolder(
      path: "/data", disk: disk, crypto: place.crypto, clock: { place.clock },
      device: place.device, mode: .writing)
    let files = try folder.makeVillage(village)
    #expect(files.place() == nil)
    disk.clear()
    files.rememberPlace(["question": "m_chron"])
    #expect(files.place() == ["question": "m_chron"])
    #expect(
      !disk.events.contains {
        switch $0 {
        case .synced, .syncedFolder: true
        default: false
        }
      })
    place.disk.tamper("/data/villages/\(village)/place.json") { $0 = [0, 0, 0] }
    #expect(files.place() == nil)
    folder.close()
  }

  @Test func afterCloseNothingIsWritten() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    folder.close()
    #expect(throws: AppendFault.openedForReading) {
      try files.append([place.answer("2")], person: place.person)
    }
    #expect(try files.entries().count == 1)
  }
}
