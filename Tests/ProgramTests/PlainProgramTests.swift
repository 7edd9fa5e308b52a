import Foundation
import Glibc
import Testing

/// The plain mode as a process: without a village, and stopped by ^C.
@Suite struct PlainProgramTests {
  @Test func aLaptopWithoutItsVillageSyncsFirst() throws {
    let scratch = try ScratchFolder()
    let stick = "\(scratch.path)/stick"
    for name in ["stick", "a", "b"] {
      try FileManager.default.createDirectory(
        atPath: "\(scratch.path)/\(name)", withIntermediateDirectories: true)
    }
    let first = BuiltProgram(place: "\(scratch.path)/a")
    try first.makeVillage()
    try first.run(["team", "new", "石湾队"])
    try first.run(["sync", stick])
    let second = BuiltProgram(place: "\(scratch.path)/b")
    try second.run(["team", "join", stick], ["y"])
    let said = try second.run(["--plain"], ["1", "1", "/s \(stick)", "1", "/q"])
    #expect(said.contains("去哪个村"))
    #expect(said.contains("资料还没收到"))
    #expect(said.contains("同步好了"))
    #expect(said.contains("去哪一户"))
  }

  @Test func interruptedAtAPromptItLeavesInOrder() throws {
    let scratch = try ScratchFolder()
    let program = BuiltProgram(place: scratch.path)
    try program.makeVillage()
    let child = try program.start(["--plain"])
    child.say(["1"])
    var said: [UInt8] = []
    while !String(decoding: said, as: UTF8.self).contains("去哪一户"),
      let more = child.read(within: 10_000)
    {
      said += more
    }
    child.interrupt()
    _ = child.rest()
    #expect(child.wait() == 0)
    #expect(try program.run(["verify"]).contains("没有问题"))
  }
}
