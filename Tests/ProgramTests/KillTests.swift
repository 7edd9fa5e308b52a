import Fieldwork
import Foundation
import JSONText
import Record
import RecordFiles
import SeededRandom
import Testing
import Trust

@testable import ruhu

/// The program killed at random instants while it records: what it had shown as answered is there.
@Suite struct KillTests {
  /// Two hundred kills, twenty in each village; the long tests have two thousand.
  static let villages =
    0..<(ProcessInfo.processInfo.environment["RUHU_TORTURE"] == nil ? 10 : 100)
  static let killsInEach = 20

  @Test(arguments: villages) func whatWasAcknowledgedIsThere(number: Int) throws {
    let scratch = try ScratchFolder()
    let program = BuiltProgram(place: scratch.path)
    try program.makeVillage()
    try bringToTheGroup(program)
    let crypto = try #require(Crypto.sodium())
    var random = SplitMix64(seed: UInt64(number) + 1)
    var acknowledged: Set<String> = ["g0"]
    var count = 0
    for _ in 0..<Self.killsInEach {
      let output = try killed(program, from: &count, &random)
      acknowledged.formUnion(Self.shownAsAnswered(output))
      let reading = Archive(path: program.data, crypto: crypto)
        .read(.village(code: BuiltProgram.code))
      let there = Set(
        reading.entries.flatMap { entry -> [String] in
          guard case .answered(let changes, _, _)? = Fact(entry) else { return [] }
          return changes.filter { $0.key.question == "c_group" }.map(\.value)
        })
      #expect(there.isSuperset(of: acknowledged), "lost: \(acknowledged.subtracting(there))")
      #expect(reading.faults.allSatisfy { $0.isUnacknowledgedTail }, "\(reading.faults)")
      try expectReadable(program.data)
    }
    #expect(acknowledged.count > Self.killsInEach, "hardly anything was recorded")
    try expectOpensAndIsSound(program, crypto, holding: acknowledged)
  }

  /// Begins the interview of the first household and goes to a question that takes any words.
  private func bringToTheGroup(_ program: BuiltProgram) throws {
    let back = Array(repeating: "/b", count: 10)
    let output = try program.run(
      ["--plain"], ["1", "1", "1"] + back + ["", "g0", "/b", "/q", "/q"])
    #expect(output.contains("现在的答案:g0"), "\(output)")
  }

  /// Answers the question again and again, leaves the door and comes back, until it is killed.
  private func killed(
    _ program: BuiltProgram, from count: inout Int, _ random: inout SplitMix64
  ) throws -> String {
    let child = try program.start(["--plain"])
    var lines = ["1"]
    for step in 1...300 {
      lines += ["g\(count + step)", "/b"]
      if step % 7 == 0 { lines += ["/q", "1"] }
    }
    count += 300
    child.say(lines)
    var bytes: [UInt8] = []
    // Some die while they open, most while they record; each at another point of an act.
    let wanted = random.below(8) == 0 ? 0 : random.below(16_000)
    let patience = Int32(random.below(wanted == 0 ? 120 : 3))
    while bytes.count < wanted, let more = child.read(within: -1) { bytes += more }
    bytes += child.read(within: patience) ?? []
    child.kill()
    return String(decoding: bytes + child.rest(), as: UTF8.self)
  }

  /// The answers that the program showed as standing.
  private static func shownAsAnswered(_ output: String) -> Set<String> {
    var found: Set<String> = []
    // The last line may be torn: what counts is what was shown whole.
    for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("现在的答案:g") { found.insert(String(line.dropFirst("现在的答案:".count))) }
    }
    return found
  }

  /// No file of JSON is torn: they are put in place whole.
  private func expectReadable(_ data: String) throws {
    let files = try #require(FileManager.default.enumerator(atPath: data))
    for case let name as String in files where name.hasSuffix(".json") {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(data)/\(name)")))
      #expect((try? JSON(parsing: bytes)) != nil, "\(name) is torn: \(bytes.count) bytes")
    }
  }

  /// RecordFiles opens it for work; a line that nobody was told of may be cut off, nothing else.
  private func expectOpensAndIsSound(
    _ program: BuiltProgram, _ crypto: Crypto, holding acknowledged: Set<String>
  ) throws {
    let folder = try DataFolder(
      path: program.data, crypto: crypto, clock: { BuiltProgram.now },
      device: "\(program.place)/device", mode: .writing)
    let files = try folder.village(BuiltProgram.code)
    try files.prepareToWrite()
    for notice in folder.notices {
      guard case .cutOff = notice else {
        Issue.record("\(notice)")
        continue
      }
    }
    #expect(files.faults.allSatisfy { $0.isUnacknowledgedTail })
    #expect(try files.entries().count > acknowledged.count)
    folder.close()
    let verified = try program.run(["verify"])
    #expect(!verified.isEmpty)
    try program.run(["rebuild"])
    try program.run(["verify"])
  }
}
