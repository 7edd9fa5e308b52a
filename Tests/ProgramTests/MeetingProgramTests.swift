import Foundation
import Record
import Testing

/// Three processes of the program as it is built, on three Data folders, over one shared folder.
@Suite struct MeetingProgramTests {
  /// The derived files of a village, by name.
  private func derived(_ program: BuiltProgram) throws -> [String: Data] {
    let root = "\(program.data)/villages/\(BuiltProgram.code)"
    let households = try FileManager.default.contentsOfDirectory(atPath: "\(root)/households")
    var found: [String: Data] = [:]
    for name in households.map({ "households/\($0)" }) + ["village.json"] {
      found[name] = try Data(contentsOf: URL(filePath: "\(root)/\(name)"))
    }
    return found
  }

  /// The identity that a device tells of itself.
  private func identity(_ program: BuiltProgram) throws -> String {
    let words = try program.run(["device"]).split {
      $0 == " " || $0 == "\n" || $0 == ":" || $0 == "："
    }
    return try #require(words.map(String.init).last { ShortID.isValid($0) })
  }

  /// Begins the interview of a household and answers, until the person leaves.
  private func work(_ program: BuiltProgram, household: Int, _ group: String) throws {
    let back = Array(repeating: "/b", count: 10)
    let output = try program.run(
      ["--plain"], ["1", "1", "\(household)"] + back + ["", group, "/b", "/q", "/q"])
    #expect(output.contains("现在的答案:\(group)"), "\(output)")
  }

  @Test func threeProcessesMeetOverOneFolder() throws {
    let scratch = try ScratchFolder()
    let shared = "\(scratch.path)/shared"
    for folder in ["A", "B", "C", "shared"] {
      try FileManager.default.createDirectory(
        atPath: "\(scratch.path)/\(folder)", withIntermediateDirectories: true)
    }
    let programs = ["A", "B", "C"].map { BuiltProgram(place: "\(scratch.path)/\($0)") }
    try programs[0].makeVillage()
    try programs[0].run(["team", "new", "一队"])
    try programs[0].run(["sync", shared])
    for other in programs.dropFirst() {
      try other.run(["team", "join", shared], ["y"])
      try other.run(["sync", shared])
    }
    try programs[0].run(["sync", shared])
    for (other, name) in zip(programs.dropFirst(), ["B", "C"]) {
      try programs[0].run(["team", "admit", try identity(other), "--name", name])
    }
    try programs[0].run(["sync", shared])
    for other in programs.dropFirst() { try other.run(["sync", shared]) }
    // A day apart: two of them at one door.
    try work(programs[0], household: 1, "g1")
    try work(programs[1], household: 2, "g2")
    try work(programs[2], household: 2, "g3")
    // All three at once, as on a share; then until everybody has everything.
    for _ in 0..<3 {
      let meetings = try programs.map { try $0.start(["sync", shared]) }
      for meeting in meetings {
        let output = String(decoding: meeting.rest(), as: UTF8.self)
        #expect(meeting.wait() == 0, "\(output)")
      }
    }
    let first = try derived(programs[0])
    #expect(first.count > 4)
    for other in programs.dropFirst() { #expect(try derived(other) == first) }
    for program in programs { try program.run(["verify"]) }
    // Two interviews of one household were begun by people who did not know of each other.
    for program in programs {
      #expect(try program.run(["conflicts", BuiltProgram.code]).contains("周敏"))
    }
  }
}
