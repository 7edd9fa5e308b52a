import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

/// Power cuts and kills at every call of a day's work.
@Suite struct CrashTests {
  /// What was acknowledged before the power failed.
  final class Acknowledged {
    var entries: [Entry] = []
    var acts: [[EntryID]] = []
    var kept: [String] = []
    var finished = false
  }

  private func work(_ place: Workplace, _ done: Acknowledged) throws {
    func append(_ files: VillageFiles, _ drafts: [EntryDraft]) throws {
      let entries = try files.append(drafts, person: place.person)
      done.entries += entries
      done.acts.append(entries.map(\.id))
    }
    for session in 0..<3 {
      let folder = try place.open()
      let team = try folder.team()
      let files = try folder.makeVillage(village)
      try append(team, [EntryDraft(subject: .team, kind: "joined", body: ["n": .int(session)])])
      try append(files, [place.answer("a\(session)")])
      try append(files, (0..<4).map { place.answer("act \(session) \($0)", "h\($0)") })
      files.rememberPlace(["question": "m_chron"])
      try files.writeDerived("households/h1.json", Array("{\"session\":\(session)}".utf8))
      done.kept.append(try folder.keep(Array("form \(session)".utf8), in: .forms))
      done.entries.append(try files.handOver(person: place.person))
      // The second session ends in a crash of its own.
      if session != 1 { folder.close() }
    }
    done.finished = true
  }

  private func check(_ place: Workplace, _ done: Acknowledged, _ what: String) throws {
    let comment = Comment(rawValue: what)
    for round in 0..<2 {
      if try place.disk.status("/data") != nil {
        let archive = Archive(path: "/data", disk: place.disk, crypto: place.crypto)
        let reports = try archive.verify()
        #expect(reports.allSatisfy { $0.isSound }, comment)
        let found = try archive.scopes().flatMap { archive.read($0).entries }
        #expect(done.entries.allSatisfy(found.contains), comment)
        // An act is there as a whole or not at all.
        let answers = found.filter { $0.body?["v"]?.string?.hasPrefix("act") == true }
        #expect(answers.count % 4 == 0, comment)
      } else {
        #expect(done.entries.isEmpty, comment)
      }
      for path in place.disk.allFiles()
      where path.hasSuffix(".json") && !path.contains("/.") && !path.hasSuffix("place.json") {
        let bytes = try #require(place.disk.bytes(path))
        #expect(throws: Never.self, comment) { try JSON(parsing: bytes) }
      }
      guard round == 0 else { return }
      let folder = try place.open()
      for name in done.kept { #expect(try folder.kept(name, in: .forms) != nil, comment) }
      let files = try folder.makeVillage(village)
      _ = files.place()
      let before = try files.entries()
      let new = try files.append([place.answer("later")], person: place.person)
      #expect(try files.entries() == before + new, comment)
      #expect(try files.entries(of: [.household("h1")]).last == new.last, comment)
      #expect(files.faults.isEmpty, comment)
      done.entries += new
      folder.close()
    }
  }

  @Test func everyPowerCutLeavesWhatWasAcknowledged() throws {
    let whole = try Workplace()
    let all = Acknowledged()
    try work(whole, all)
    #expect(all.finished)
    for call in 1...whole.disk.calls {
      let place = try Workplace()
      place.disk.cutPower(atCall: call)
      let done = Acknowledged()
      try? work(place, done)
      for seed in 0..<3 as Range<UInt64> {
        let after = Acknowledged()
        after.entries = done.entries
        after.kept = done.kept
        var restarted = place
        restarted.disk = place.disk.afterPowerCut(seed: seed &* 1000 &+ UInt64(call))
        try check(restarted, after, "power cut at call \(call), seed \(seed)")
      }
      var killed = place
      killed.disk = place.disk.afterKill()
      try check(killed, done, "kill at call \(call)")
    }
  }

  @Test func aSecondPowerCutDuringRecoveryLosesNothing() throws {
    let whole = try Workplace()
    try work(whole, Acknowledged())
    for call in stride(from: 20, through: whole.disk.calls, by: 7) {
      let place = try Workplace()
      place.disk.cutPower(atCall: call)
      let done = Acknowledged()
      try? work(place, done)
      var again = place
      again.disk = place.disk.afterPowerCut(seed: UInt64(call))
      for second in 1...12 {
        let disk = again.disk.copy()
        disk.cutPower(atCall: second)
        var interrupted = again
        interrupted.disk = disk
        let after = Acknowledged()
        after.entries = done.entries
        after.kept = done.kept
        if let more = try? interrupted.record(["more"]) { after.entries += more }
        interrupted.disk = disk.afterPowerCut(seed: UInt64(second))
        try check(interrupted, after, "power cuts at calls \(call) and \(second)")
      }
    }
  }
}
