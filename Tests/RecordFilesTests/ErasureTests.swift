import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct ErasureTests {
  private let gone = ErasedBodies(subjects: [.household("h2")])

  /// A laptop with work on two households, handed over.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.visit { files throws in
      for number in 0..<4 {
        _ = try files.append(
          [place.answer("keep \(number)"), place.answer("hidden \(number)", "h2")],
          person: place.person)
      }
      try files.sign(person: place.person)
    }
    return place
  }

  private func holds(_ place: Workplace, _ text: String) -> [String] {
    let wanted = Array(text.utf8)
    return place.disk.allFiles().filter { path in
      guard let bytes = place.disk.bytes(path) else { return false }
      return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }
  }

  @Test func bodiesAreGoneFromEveryFileAndTheChainIsWhole() throws {
    let place = try place()
    let before = try place.entries()
    try place.visit { files throws in
      #expect(try files.erase(gone) == 4)
      #expect(try files.erase(gone) == 0)
      #expect(try files.entries(of: [.household("h2")]).allSatisfy { $0.body == nil })
      // The journal goes on where it was.
      _ = try files.append([place.answer("later")], person: place.person)
      #expect(try files.entries(of: [.household("h1")]).count == 5)
    }
    #expect(holds(place, "hidden").isEmpty)
    #expect(place.journals.count == 1)
    let after = try place.entries()
    #expect(after.prefix(before.count).map(\.id) == before.map(\.id))
    let report = try #require(
      try Archive(path: "/data", disk: place.disk, crypto: place.crypto)
        .verify(device: place.device).last)
    #expect(report.isSound && report.erased.count == 4 && report.derived.isEmpty)
    try place.record(["closed in order, goes on"])
    #expect(place.journals.count == 1)
  }

  @Test func singleEntriesAreErasedAndSignaturesStay() throws {
    let place = try place()
    let entries = try place.entries()
    let ids = Set(entries.filter { $0.sequence == 3 || $0.kind == Entry.handedOver }.map(\.id))
    let unknown = EntryID(digest: [UInt8](repeating: 1, count: 32))
    let doomed = ErasedBodies(entries: ids.union([unknown]))
    try place.visit { files throws in
      #expect(try files.erase(doomed) == 1)
      #expect(try files.erase(doomed) == 0)
      #expect(try files.inventory().map(\.signed) == [9])
    }
    #expect(try place.entries().filter { $0.body == nil }.map(\.sequence) == [3])
    let receiver = try Workplace()
    #expect(try receiver.take(from: place).problems.isEmpty)
    #expect(try receiver.state() == place.state())
  }

  @Test func whatArrivesLaterLosesItsBodiesOnArrival() throws {
    let sender = try place()
    let receiver = try Workplace()
    try receiver.visit { files throws in
      #expect(try files.erase(gone) == 0)
      let arrival = try files.receive(sender.parts())
      #expect(arrival.entries.filter { $0.body == nil }.count == 4)
    }
    #expect(holds(receiver, "hidden").isEmpty)
    #expect(try receiver.verify().allSatisfy(\.isSound))
  }

  @Test func anErasureWithoutEffectIsHealedAndOneWithEffectIsNot() throws {
    let sender = try place()
    let careless = sender.clone()
    _ = try careless.visit { try $0.erase(gone) }
    let receiver = try Workplace()
    try receiver.take(from: careless)
    #expect(try receiver.entries().filter { $0.body == nil }.count == 4)
    let kept = receiver.clone()
    let arrival = try receiver.take(from: sender)
    #expect(arrival.healed == 4 && arrival.problems.isEmpty)
    #expect(try receiver.state() == sender.state())
    // An erased line does not erase ours.
    try receiver.take(from: careless)
    #expect(try receiver.state() == sender.state())
    try kept.visit { files throws in
      _ = try files.erase(gone)
      #expect(try files.receive(sender.parts()).healed == 0)
    }
    #expect(holds(kept, "hidden").isEmpty)
    #expect(try receiver.verify().allSatisfy(\.isSound))
  }

  @Test func bodiesComeBackTogetherWithWhatFollows() throws {
    let sender = try place()
    let careless = sender.clone()
    _ = try careless.visit { try $0.erase(gone) }
    let receiver = try Workplace()
    try receiver.take(from: careless)
    try sender.record(["later"])
    let arrival = try receiver.take(from: sender)
    #expect(arrival.healed == 4 && arrival.problems.isEmpty)
    #expect(arrival.entries.map(\.sequence) == [10, 11])
    #expect(try receiver.state() == sender.state())
    #expect(try receiver.verify().allSatisfy(\.isSound))
  }

  @Test func branchesLoseWhatTheyShare() throws {
    let one = try place()
    let two = one.clone()
    try one.record(["one"])
    try two.record(["two"])
    try one.take(from: two)
    #expect(one.journals.count == 2)
    let count = try one.visit { try $0.erase(gone) }
    #expect(count == 4)
    #expect(holds(one, "hidden").isEmpty)
    let report = try #require(try one.verify().last)
    #expect(report.isSound && report.derived.isEmpty && report.forks.count == 1)
  }

  @Test func whatWaitsAndWhatWasCutOffLosesBodiesToo() throws {
    let place = try place()
    let journal = try #require(try place.visit { try $0.inventory() }.first?.journal)
    try place.visit { files throws in
      _ = try files.append([place.answer("hidden 9", "h2")], person: place.person)
      try files.sign(person: place.person)
    }
    let part = try place.visit { try $0.part(of: journal, from: 9, limit: 1 << 20) }
    let end = try #require(part)
    let receiver = try Workplace()
    try receiver.receive([end])
    #expect(!holds(receiver, "hidden").isEmpty)
    _ = try receiver.visit { try $0.erase(gone) }
    #expect(holds(receiver, "hidden").isEmpty)
    try receiver.take(from: place)
    #expect(try receiver.entries().count == 11)
    #expect(holds(receiver, "hidden").isEmpty)
  }

  @Test func aPowerCutAtAnyCallLeavesTheOldOrTheNewJournalWhole() throws {
    let trial = try place()
    let ids = try trial.entries().map(\.id)
    let start = trial.disk.calls
    _ = try trial.visit { try $0.erase(gone) }
    let count = trial.disk.calls - start
    for call in 1...count {
      let place = try place()
      place.disk.cutPower(atCall: place.disk.calls + call)
      _ = try? place.visit { try $0.erase(gone) }
      for seed in 0..<3 as Range<UInt64> {
        var after = place
        after.disk = place.disk.afterPowerCut(seed: seed &* 1000 &+ UInt64(call))
        let found = try after.entries()
        #expect(found.count == 9, "call \(call), seed \(seed)")
        #expect(
          found.allSatisfy { $0.body != nil }
            || found.filter { $0.body == nil }.map(\.sequence) == [2, 4, 6, 8])
        #expect(try after.verify().allSatisfy(\.isSound))
        _ = try after.visit { try $0.erase(gone) }
        #expect(holds(after, "hidden").isEmpty, "call \(call), seed \(seed)")
        try after.record(["goes on"])
        #expect(try after.values().count == 5)
        #expect(try after.verify().allSatisfy(\.isSound))
        #expect(try after.entries().count == ids.count + 1)
      }
    }
  }

  @Test func aFullDiskErasesNothingHalf() throws {
    let place = try place()
    let folder = try place.open()
    let files = try folder.village(village)
    _ = try files.append([place.answer("5")], person: place.person)
    place.disk.limit(place.used + 300)
    #expect(throws: DataFolderFault.full) { try files.erase(gone) }
    place.disk.limit(nil)
    #expect(try files.entries(of: [.household("h2")]).allSatisfy { $0.body != nil })
    _ = try files.append([place.answer("6")], person: place.person)
    #expect(try files.erase(gone) == 4)
    #expect(files.faults.isEmpty)
    folder.close()
    #expect(try place.verify().allSatisfy(\.isSound))
    #expect(place.journals.count == 1)
  }

  @Test func anotherProgramThatReadsFindsTheLinesAgain() throws {
    let place = try place()
    let reader = try place.open(.reading).village(village)
    #expect(try reader.entries(of: [.household("h1")]).count == 4)
    _ = try place.visit { files in
      _ = try files.erase(gone)
      return try files.append([place.answer("later")], person: place.person)
    }
    #expect(try reader.entries(of: [.household("h1")]).count >= 4)
    #expect(try reader.refresh().compactMap { $0.body?["v"]?.string } == ["later"])
    #expect(try reader.refresh().isEmpty)
    #expect(try reader.entries(of: [.household("h1")]).count == 5)
    #expect(try reader.entries(of: [.household("h2")]).allSatisfy { $0.body == nil })
    #expect(reader.faults.isEmpty)
    let other = try place.open(.reading).village(village)
    _ = try other.heads()
    let more = ErasedBodies(subjects: [.household("h1")])
    _ = try place.visit { files in
      _ = try files.erase(more)
      return try files.append([place.answer("more", "h3")], person: place.person)
    }
    #expect(try other.refresh().compactMap { $0.body?["v"]?.string } == ["more"])
    #expect(other.faults.isEmpty)
  }

  @Test func theSecondCopyLosesThemTooAndIsNotPutAside() throws {
    let place = try place()
    let folder = try place.open()
    let files = try folder.village(village)
    try place.disk.makeFolders("/stick")
    _ = try folder.updateSecondCopy(at: "/stick")
    // A copy of another journal that was put aside, with the same lines in it.
    let copy = try #require(
      place.disk.allFiles().first { $0.hasPrefix("/stick") && $0.hasSuffix(".jsonl") })
    let bytes = try #require(place.disk.bytes(copy))
    try place.disk.replace("\(copy).old-1", with: bytes, synced: true, folder: true)
    #expect(holds(place, "hidden").filter { $0.hasPrefix("/stick") }.count == 2)
    _ = try files.erase(gone)
    _ = try files.append([place.answer("later")], person: place.person)
    let update = try folder.updateSecondCopy(at: "/stick")
    #expect(update.differed.isEmpty && update.ahead.isEmpty && update.bytes > 0)
    #expect(holds(place, "hidden").isEmpty)
    #expect(try folder.updateSecondCopy(at: "/stick").bytes == 0)
    let journal = try place.journal()
    #expect(place.disk.bytes(copy) == place.disk.bytes(journal))
    folder.close()
    // What was copied before the erasure is the same data all the same.
    _ = try Restore.run(
      from: "/stick", to: "/data", device: place.device, time: place.clock, disk: place.disk,
      crypto: place.crypto)
    #expect(try place.entries().count == 10)
    #expect(try place.verify().allSatisfy(\.isSound))
  }

  @Test func backupsHoldBranchesAndErasedBodies() throws {
    let one = try place()
    let two = one.clone()
    try one.record(["one"])
    try two.record(["two"])
    try one.take(from: two)
    let folder = try one.open()
    _ = try folder.village(village).erase(gone)
    let report = try folder.backUp(to: "/backup")
    #expect(report.faults.allSatisfy { !$0.isDamage } && report.files == 3)
    folder.close()
    let state = try one.state()
    _ = try Restore.run(
      from: "/backup", to: "/data", device: one.device, time: one.clock, disk: one.disk,
      crypto: one.crypto)
    #expect(try one.state() == state)
    let restored = try one.open()
    try one.disk.makeFolders("/stick")
    _ = try restored.updateSecondCopy(at: "/stick")
    #expect(try restored.updateSecondCopy(at: "/stick").bytes == 0)
    restored.close()
    #expect(one.disk.allFiles().filter { $0.hasPrefix("/stick") && $0.contains("~") }.count == 1)
  }
}
