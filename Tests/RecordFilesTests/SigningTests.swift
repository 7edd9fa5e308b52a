import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct SigningTests {
  @Test func nothingLeavesUnsignedAndSigningTwiceWritesOnce() throws {
    let place = try Workplace()
    try place.record(["1", "2"])
    try place.visit { files throws in
      #expect(try Workplace.parts(files).isEmpty)
      #expect(try files.inventory().map(\.signed) == [0])
    }
    let parts = try place.parts()
    #expect(parts.map(\.to) == [3])
    #expect(try place.parts() == parts)
    #expect(try place.entries().count == 3)
    #expect(try place.verify().last?.unsigned == [:])
    try place.record(["3"])
    #expect(try place.verify().last?.unsigned == [parts[0].journal: 1])
    #expect(try place.parts().map(\.to) == [5])
  }

  @Test func aVillageWithoutWorkIsNotBegunBySigning() throws {
    let place = try Workplace()
    try place.visit { try $0.sign(person: place.person) }
    #expect(place.journals.isEmpty)
  }

  @Test func journalsLeftAfterACrashAreVouchedFor() throws {
    let place = try Workplace()
    try place.record(["1", "2"], closing: false)
    var next = place
    next.disk = place.disk.afterKill()
    try next.record(["3"], closing: false)
    next.disk = next.disk.afterKill()
    try next.record(["4"])
    #expect(next.journals.count == 3)
    let parts = try next.parts()
    #expect(parts.map(\.to).sorted() == [1, 2, 2])
    for order in [parts, parts.reversed()] {
      let receiver = try Workplace()
      let arrival = try receiver.receive(order)
      #expect(arrival.problems.isEmpty && arrival.entries.count == 5)
      #expect(try receiver.state() == next.state())
      // And from there to a third one, which reads its index anew.
      try receiver.disk.remove("/data/villages/\(village)/index")
      let third = try Workplace()
      try third.take(from: receiver)
      #expect(try third.state() == next.state())
    }
    // One by one, the signature last.
    let receiver = try Workplace()
    let signing = try #require(parts.first { $0.bytes.count == parts.map(\.bytes.count).max() })
    for part in parts where part != signing {
      #expect(try receiver.receive([part]).problems.count(where: \.isHarmless) >= 1)
    }
    #expect(try receiver.entries().isEmpty)
    #expect(try receiver.receive([signing]).entries.count == 5)
    #expect(try next.verify().last?.unsigned == [:])
  }

  @Test func aVouchOfAnotherDeviceIsWorthNothing() throws {
    let place = try Workplace()
    let keys = place.crypto.makeKeyPair()
    let made = try InventedPart(place, key: keys, signing: keys)
    let vouch = HeadVouch(
      writer: made.part.journal.writer, sequence: 2, id: made.part.head,
      signature: try #require(
        place.crypto.sign(
          HeadSignature.vouch(
            scope: .village(code: village), writer: made.part.journal.writer, sequence: 2,
            id: made.part.head), keys.secretKey)))
    let scope = Scope.village(code: village)
    #expect(vouch.isValid(in: scope, by: keys.publicKey, place.crypto))
    #expect(!vouch.isValid(in: .team, by: keys.publicKey, place.crypto))
    let other = place.crypto.makeKeyPair().publicKey
    #expect(!vouch.isValid(in: scope, by: other, place.crypto))
    #expect(HeadVouch(json: vouch.json) == vouch)
  }

  @Test func nobodyMakesAnotherEntryOfASignature() throws {
    let place = try Workplace()
    try place.record(["1"])
    let part = try #require(try place.parts().first)
    let line = String(decoding: part.lines[2], as: UTF8.self)
    let fields = try #require(JSONLine(line))
    // Another Lamport number, with everything recomputed that needs no key.
    for (old, new) in [("\"l\":2", "\"l\":999999999999999"), ("\"k\":", "\"k\":")] {
      let header = fields.header.replacing(old, with: new)
      let body = old == new ? fields.body.replacing("{\"_\":\"", with: "{\"_\":\"A") : fields.body
      let digest = Base64URL.text(place.crypto.sha256(Array((header + body).utf8)[...]))
      let forged = "{\"h\":\(header),\"d\":\"\(digest)\"},\"b\":\(body)}"
      let changed = part.changed { bytes in
        bytes = (part.lines[..<2] + [Array(forged.utf8)]).flatMap { $0 + [0x0A] }
      }
      let arrival = try Workplace().receive([changed])
      #expect(arrival.entries.isEmpty)
      #expect(arrival.problems.map(\.kind).first == .wrongSignature(at: 2))
    }
  }

  /// The parts of a line that anybody can write anew.
  private struct JSONLine {
    let header: String
    let body: String

    init?(_ line: String) {
      let parts = line.dropFirst(5).dropLast().split(separator: "},\"b\":", maxSplits: 1)
      guard parts.count == 2, let digest = parts[0].firstRange(of: ",\"d\":\"") else { return nil }
      header = String(parts[0][..<digest.lowerBound])
      body = String(parts[1])
    }
  }

  @Test func limitsHoldEntriesApartAndTheyTravelOn() throws {
    let sender = try Workplace()
    try sender.record(["1", "2", "3"])
    let parts = try sender.parts()
    let receiver = try Workplace()
    let journal = parts[0].journal
    try receiver.visit { files throws in
      files.limits = EntryLimits([journal: .upTo(2)])
      let arrival = try files.receive(parts)
      #expect(arrival.entries.map(\.sequence) == [1, 2] && arrival.held == 2)
      #expect(try files.entries().count == 2)
      #expect(try files.entries(of: [.household("h1")]).count == 2)
      #expect(try files.heads().sequences == [journal.writer: 2])
      #expect(try files.entries(after: Heads())?.count == 2)
      #expect(try Workplace.parts(files) == parts)
      let held = try files.heads()
      files.limits = EntryLimits()
      #expect(try files.entries(after: held)?.map(\.sequence) == [3, 4])
      let all = try files.heads()
      files.limits = EntryLimits([:], others: .none)
      #expect(try files.entries().isEmpty && files.heads() == Heads())
      // What was derived from more than counts now cannot be led on.
      #expect(try files.entries(after: all) == nil)
    }
    let reports = try Archive(path: "/data", disk: receiver.disk, crypto: receiver.crypto)
      .verify(limits: { _, _ in EntryLimits([journal: .upTo(1)]) })
    #expect(reports.last?.held == [journal: 3])
  }
}
