import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

/// What comes from elsewhere: taken in as far as it is good, and what is wrong has its own name.
@Suite struct ArrivalTests {
  private func sender(_ values: [String] = ["1", "2", "3"]) throws -> (Workplace, [JournalPart]) {
    let place = try Workplace()
    try place.record(values)
    return (place, try place.parts())
  }

  private func problems(_ parts: [JournalPart]) throws -> [ArrivalProblem.Kind] {
    try Workplace().receive(parts).problems.map(\.kind)
  }

  @Test func whatWasSignedArrivesOnceWithTheSameIds() throws {
    let (sender, parts) = try sender()
    #expect(parts.count == 1 && parts[0].from == 0 && parts[0].to == 4)
    let receiver = try Workplace()
    let arrival = try receiver.receive(parts)
    #expect(arrival.problems.isEmpty && arrival.held == 0)
    #expect(arrival.entries == (try sender.entries()))
    #expect(try receiver.state() == sender.state())
    let again = try receiver.receive(parts)
    #expect(again.entries.isEmpty && again.problems.isEmpty)
    #expect(try receiver.verify().allSatisfy(\.isSound))
    try receiver.visit { files throws in
      let states = try files.inventory()
      #expect(states.map(\.sequence) == [4] && states.map(\.signed) == [4])
      #expect(states[0].newest == sender.clock && states[0].head == parts[0].head)
      #expect(files.keys() == [parts[0].journal: parts[0].publicKey])
      #expect(try files.id(of: parts[0].journal, at: 4) == parts[0].head)
      #expect(try files.sequence(of: parts[0].head, in: parts[0].journal) == 4)
      #expect(try files.sequence(of: arrival.entries[1].id, in: parts[0].journal) == 2)
    }
  }

  @Test func smallPartsInAnyOrderGiveTheSame() throws {
    let sender = try Workplace()
    try sender.visit { files throws in
      for number in 0..<6 {
        _ = try files.append(
          (0...(number % 3)).map { sender.answer("\(number).\($0)") }, person: sender.person)
      }
    }
    let parts = try sender.parts(limit: 1)
    #expect(parts.count == 7)
    let receiver = try Workplace()
    for part in parts.reversed() { try receiver.receive([part]) }
    #expect(try receiver.state() == sender.state())
    #expect(try receiver.disk.list("/data/villages/\(village)/pending").isEmpty)
    #expect(try receiver.verify().allSatisfy(\.isSound))
  }

  @Test func onlyWhatIsNewIsHandedOutOnTheNextMeeting() throws {
    let (sender, parts) = try sender()
    let receiver = try Workplace()
    try receiver.receive(parts)
    try sender.record(["4", "5"])
    let arrival = try receiver.take(from: sender)
    #expect(arrival.entries.compactMap { $0.body?["v"]?.string } == ["4", "5"])
    try receiver.record(["mine"])
    try sender.take(from: receiver)
    #expect(try receiver.state() == sender.state())
  }

  @Test func whatIsReceivedWhileTheVillageIsOpenIsSeenByTheNextEntry() throws {
    let (sender, parts) = try sender()
    let receiver = try Workplace()
    try receiver.visit { files throws in
      _ = try files.append([receiver.answer("a")], person: receiver.person)
      let arrived = try files.receive(parts).entries
      let next = try files.append([receiver.answer("b")], person: receiver.person)[0]
      #expect(next.seen == [parts[0].journal.writer: 4])
      let causality = try files.causality()
      for entry in arrived { #expect(causality.saw(next.place, entry.place)) }
      #expect(!causality.saw(arrived[0].place, next.place))
      #expect(try files.entries(of: [.household("h1")]).last == next)
      #expect(try files.entries().count == 6)
    }
    #expect(try sender.entries().count == 4)
  }

  @Test func aGapWaitsForWhatIsMissing() throws {
    let sender = try Workplace()
    try sender.record(["1"])
    let first = try sender.parts()
    try sender.record(["2"])
    let second = try sender.visit { files throws in
      try files.sign(person: sender.person)
      return try #require(try files.part(of: first[0].journal, from: first[0].to, limit: 1 << 20))
    }
    let receiver = try Workplace()
    let early = try receiver.receive([second])
    #expect(early.entries.isEmpty)
    #expect(early.problems.map(\.kind) == [.gap(has: 0, from: 2)])
    #expect(early.problems.filter { !$0.isHarmless }.isEmpty)
    #expect(try receiver.receive([]).problems.isEmpty)
    #expect(try receiver.receive([second]).problems == early.problems)
    let late = try receiver.receive(first)
    #expect(late.entries.count == 4 && late.problems.isEmpty)
  }

  @Test func anUnsignedEndWaitsAndIsNamed() throws {
    let (sender, _) = try sender()
    try sender.record(["4"])
    // As if somebody had copied further than the device signed.
    let whole = try #require(sender.disk.bytes(try sender.journal()))
    let name = try #require(sender.journals.first)
    let journal = try #require(JournalName(fileName: name))
    let (head, to, key) = try sender.visit { files throws in
      let state = try files.inventory()[0]
      return (try #require(state.head), state.sequence, state.publicKey)
    }
    #expect(to == 5)
    let part = JournalPart(
      journal: journal, publicKey: key, from: 0, to: to, previous: nil, head: head, bytes: whole)
    let receiver = try Workplace()
    let arrival = try receiver.receive([part])
    #expect(arrival.entries.count == 4)
    #expect(arrival.problems.map(\.kind) == [.unsigned(from: 5, to: 5)])
    // The signature alone brings it in.
    let rest = try sender.visit { files throws in
      try files.sign(person: sender.person)
      return try #require(try files.part(of: journal, from: 5, limit: 1))
    }
    #expect(try receiver.receive([rest]).entries.count == 2)
    #expect(try receiver.state() == sender.state())
  }

  @Test func aChangedByteIsAWrongHashAndWhatStoodBeforeItStays() throws {
    let sender = try Workplace()
    try sender.record(["1"])
    _ = try sender.parts()
    try sender.record(["2", "3"])
    let part = try #require(try sender.parts().first)
    let lines = part.lines
    let offset = lines[0].count + lines[1].count + lines[2].count + lines[3].count
    let bad = part.changed { $0[offset] ^= 1 }
    let receiver = try Workplace()
    let arrival = try receiver.receive([bad])
    #expect(arrival.problems.map(\.kind) == [.wrongHash(at: 3)])
    #expect(arrival.entries.map(\.sequence) == [1, 2])
    // And the whole one, even when the damaged twin comes first.
    let second = try receiver.receive([bad, part])
    #expect(second.problems.map(\.kind) == [.wrongHash(at: 3)])
    #expect(second.entries.map(\.sequence) == [3, 4, 5])
    #expect(try receiver.state() == sender.state())
  }

  @Test func linesThatAreMissingSwappedOrCutAreNamed() throws {
    let (_, parts) = try sender()
    let part = parts[0]
    let lines = part.lines
    func joined(_ order: [Int]) -> JournalPart {
      part.changed { $0 = order.flatMap { lines[$0] + [0x0A] } }
    }
    #expect(
      try problems([joined([0, 1, 3, 4])])
        == [.wrongSequence(expected: 2, found: 3), .unsigned(from: 1, to: 1)])
    #expect(
      try problems([joined([0, 2, 1, 3, 4])]) == [.wrongSequence(expected: 1, found: 2)])
    #expect(try problems([joined([0, 1, 2])]).first == .cutShort(expected: 4, found: 2))
    #expect(
      try problems([part.changed { $0.removeLast(5) }]).first == .cutShort(expected: 4, found: 3))
    #expect(
      try problems([part.changed { $0.insert(0x20, at: lines[0].count + 3) }]).first
        == .badLine(at: 1))
    #expect(try problems([part.changed { $0.removeFirst(9) }]) == [.badOpening])
  }

  @Test func anotherChainUnderTheSameNumbersIsNamed() throws {
    let (sender, parts) = try sender(["1"])
    let other = sender.clone()
    try sender.record(["2"])
    try other.record(["3"])
    let receiver = try Workplace()
    try receiver.receive(parts)
    let ours = try #require(try sender.parts().first)
    let theirs = try #require(try other.parts().first)
    // Line 3 of one and the lines behind it of the other.
    let mixed = ours.changed { bytes in
      bytes = (ours.lines[..<4] + theirs.lines[4...]).flatMap { $0 + [0x0A] }
    }
    #expect(try receiver.receive([mixed]).problems.map(\.kind).first == .wrongChain(at: 4))
  }

  @Test func aSignatureByAnotherDeviceIsRefused() throws {
    let place = try Workplace()
    let (mine, theirs) = (place.crypto.makeKeyPair(), place.crypto.makeKeyPair())
    let made = try InventedPart(place, key: mine, signing: theirs)
    let receiver = try Workplace()
    let arrival = try receiver.receive([made.part])
    #expect(arrival.entries.isEmpty)
    #expect(arrival.problems.map(\.kind).first == .wrongSignature(at: 2))
    let stranger = try InventedPart(place, key: mine, signing: mine)
    var wrongKey = stranger.part
    wrongKey.publicKey = theirs.publicKey
    #expect(try problems([wrongKey]) == [.wrongKey])
    #expect(try problems([stranger.part]).isEmpty)
  }

  @Test func otherScopesWritersAndVersionsAreNamed() throws {
    let place = try Workplace()
    let keys = place.crypto.makeKeyPair()
    let team = try InventedPart(place, key: keys, signing: keys, scope: .team)
    #expect(try problems([team.part]) == [.otherScope])
    let made = try InventedPart(place, key: keys, signing: keys)
    var renamed = made.part
    renamed.journal = JournalName(writer: WriterID(bytes: [UInt8](repeating: 3, count: 10)))
    #expect(try problems([renamed]) == [.otherWriter])
    // The first line of a later version, with its own hash.
    let text = String(decoding: made.part.lines[0], as: UTF8.self)
    let header =
      Array(
        text.dropFirst(5).prefix { $0 != "}" }.replacing("\"v\":1", with: "\"v\":7").utf8) + [0x7D]
    let id = Base64URL.text(place.crypto.sha256(header[...]))
    let line = Array("{\"h\":".utf8) + header + Array(",\"i\":\"\(id)\"}".utf8)
    let later = made.part.changed { bytes in
      bytes = ([line] + made.part.lines[1...]).flatMap { $0 + [0x0A] }
    }
    #expect(try problems([later]) == [.laterVersion(7)])
  }

  @Test func nobodyTakesAnothersName() throws {
    let place = try Workplace()
    let keys = place.crypto.makeKeyPair()
    let receiver = try Workplace()
    try receiver.receive([try InventedPart(place, key: keys, signing: keys).part])
    let others = place.crypto.makeKeyPair()
    let impostor = try InventedPart(place, key: others, signing: others).part
    #expect(try receiver.receive([impostor]).problems.map(\.kind) == [.wrongKey])
    let twice = try InventedPart(
      place, key: keys, signing: keys, time: "2026-11-22T08:03:11.123+08:00")
    #expect(try receiver.receive([twice.part]).problems.map(\.kind) == [.otherOpening])
    #expect(try receiver.entries().count == 2)
  }

  @Test func afterAPowerCutAtAnyCallTheNextMeetingBringsAll() throws {
    let (sender, parts) = try sender()
    try sender.record(["4", "5"])
    let more = try sender.parts()
    let trial = try Workplace()
    try trial.receive(parts)
    let before = trial.disk.calls
    try trial.receive(more)
    for call in (before + 1)...trial.disk.calls {
      let place = try Workplace()
      try place.receive(parts)
      place.disk.cutPower(atCall: call - before + place.disk.calls)
      _ = try? place.receive(more)
      for seed in 0..<3 as Range<UInt64> {
        var restarted = place
        restarted.disk = place.disk.afterPowerCut(seed: seed &* 100 &+ UInt64(call))
        try restarted.receive(more)
        #expect(try restarted.state() == sender.state(), "call \(call), seed \(seed)")
        #expect(try restarted.verify().allSatisfy(\.isSound))
      }
    }
  }

  @Test func aFullDiskTakesNothingInAndSpoilsNothing() throws {
    let (sender, parts) = try sender()
    let receiver = try Workplace()
    try receiver.receive(parts)
    let state = try receiver.state()
    try sender.record((0..<50).map(String.init))
    let more = try sender.parts()
    let folder = try receiver.open()
    let files = try folder.village(village)
    receiver.disk.limit(receiver.used + 2000)
    #expect(throws: DataFolderFault.full) { try files.receive(more) }
    receiver.disk.limit(nil)
    #expect(try files.entries().count == state.count - 1)
    #expect(try files.receive(more).entries.count == 51)
    folder.close()
    #expect(try receiver.state() == sender.state())
  }
}
