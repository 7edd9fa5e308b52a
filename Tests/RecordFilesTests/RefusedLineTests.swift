import Record
import SimulatedDisks
import Testing

@testable import RecordFiles

/// Lines whose hash is right and that are refused all the same, and what can follow nothing here.
@Suite struct RefusedLineTests {
  private func sender(_ values: [String] = ["1", "2", "3"]) throws -> (Workplace, JournalPart) {
    let place = try Workplace()
    try place.record(values)
    return (place, try #require(try place.parts().first))
  }

  /// A line with another text, and the digest that belongs to it.
  private func remade(
    _ line: [UInt8], _ crypto: Crypto,
    _ change: (_ header: inout String, _ body: inout String) -> Void
  ) throws -> [UInt8] {
    let text = String(decoding: line, as: UTF8.self)
    let digest = try #require(text.firstRange(of: ",\"d\":\""))
    let start = try #require(text.firstRange(of: "\"},\"b\":"))
    var header = String(text[..<digest.lowerBound].dropFirst(5))
    var body = String(text[start.upperBound...].dropLast())
    change(&header, &body)
    let sum = Base64URL.text(crypto.sha256(Array((header + body).utf8)[...]))
    return Array("{\"h\":\(header),\"d\":\"\(sum)\"},\"b\":\(body)}".utf8)
  }

  private func part(_ part: JournalPart, line: Int, _ bytes: [UInt8]) -> JournalPart {
    var lines = part.lines
    lines[line] = bytes
    return part.changed { $0 = lines.flatMap { $0 + [0x0A] } }
  }

  @Test func aLineMadeAnewInTheSameWordsIsTheSame() throws {
    let (sender, whole) = try sender()
    #expect(try remade(whole.lines[1], sender.crypto) { _, _ in } == whole.lines[1])
  }

  @Test func aBodyInAnotherFormIsNamed() throws {
    let (sender, whole) = try sender()
    let line = try remade(whole.lines[2], sender.crypto) { _, body in body = "{\"v\":\"2\"}" }
    let receiver = try Workplace()
    let arrival = try receiver.receive([part(whole, line: 2, line)])
    #expect(arrival.problems.map(\.kind).first == .badBody(at: 2))
    #expect(arrival.entries.isEmpty)
    // The whole ones come in all the same.
    #expect(try receiver.receive([whole]).entries.count == 4)
    #expect(try receiver.state() == sender.state())
  }

  @Test func aLamportNumberThatDoesNotGrowIsNamed() throws {
    let (sender, whole) = try sender()
    let line = try remade(whole.lines[2], sender.crypto) { header, _ in
      header = header.replacing("\"l\":2,", with: "\"l\":1,")
    }
    let receiver = try Workplace()
    let arrival = try receiver.receive([part(whole, line: 2, line)])
    #expect(arrival.problems.map(\.kind).first == .wrongLamport(at: 2))
    #expect(arrival.entries.isEmpty)
    #expect(try receiver.receive([whole]).entries.count == 4)
  }

  @Test func whatFindsNoRoomToWaitIsNamedAndComesAgain() throws {
    let (sender, first) = try sender(["1"])
    try sender.record(["2"])
    let second = try sender.visit { files throws in
      try files.sign(person: sender.person)
      return try #require(try files.part(of: first.journal, from: first.to, limit: 1 << 20))
    }
    let receiver = try Workplace()
    let kinds = try receiver.visit { files throws in
      files.pendingRoom = second.bytes.count / 2
      return try files.receive([second]).problems.map(\.kind)
    }
    #expect(kinds == [.gap(has: 0, from: 2), .notKept(from: 2, to: 4)])
    #expect(receiver.disk.allFiles().allSatisfy { !$0.contains("/pending/") })
    #expect(try receiver.receive([first]).entries.count == 2)
    #expect(try receiver.receive([second]).entries.count == 2)
    #expect(try receiver.state() == sender.state())
  }

  @Test func nothingFollowsAJournalWithADamagedBeginningOrEnd() throws {
    let (sender, first) = try sender(["1"])
    try sender.record(["2"])
    let more = try #require(try sender.parts().first)
    for isEnd in [false, true] {
      let receiver = try Workplace()
      try receiver.receive([first])
      let journal = try receiver.journal()
      receiver.disk.tamper(journal) { $0[isEnd ? $0.count - 9 : 9] ^= 1 }
      // Without the index everything is read, and what is damaged is found.
      try receiver.disk.remove("/data/villages/\(village)/index")
      let bytes = receiver.disk.bytes(journal)
      let arrival = try receiver.receive([more])
      #expect(arrival.problems.map(\.kind) == [.damagedHere])
      #expect(arrival.entries.isEmpty)
      #expect(receiver.disk.bytes(journal) == bytes)
      // With whole lines from elsewhere it is mended, and goes on.
      let mended = try receiver.visit { try $0.mend(more.journal, from: [more]) }
      #expect(mended?.lines ?? 0 > 0)
      try receiver.receive([more])
      #expect(try receiver.state() == sender.state())
      #expect(try receiver.verify().allSatisfy(\.isSound))
    }
  }
}
