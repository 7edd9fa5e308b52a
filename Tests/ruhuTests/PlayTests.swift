import Foundation
import JSONText
import Testing

/// The recorded interview that `make run` plays where there is no terminal, on a village that was
/// only imported, by the standard of the sample's county.
@Suite struct PlayTests {
  @Test func aScriptMayComeThroughAPipe() throws {
    let command = try Command()
    defer { command.remove() }
    try command.ruhu("village", "new", "990101201201", "云溪村", "--person", "甲一")
    let played = try command.ruhu("play", "/dev/stdin", input: "?\n", piped: true)
    #expect(played.status == 0)
    #expect(played.output.contains("== ?\n"))
  }

  @Test func theRecordedInterviewEndsComplete() throws {
    let command = try Command()
    defer { command.remove() }
    let village = "990101201201"
    try command.ruhu("village", "new", village, "云溪村", "--person", "甲一")
    try command.ruhu(
      "import", Command.root + "/Data/sample/register.csv", "--village", village)
    try FileManager.default.copyItem(
      atPath: Command.root + "/Data/sample/overlays", toPath: command.home.path + "/Data/overlays")
    let chosen = try command.ruhu("standard", village, "--overlay", "yunshan")
    #expect(chosen.status == 0, "\(chosen.errors)")
    let script = Command.root + "/Data/sample/interview.keys"
    let played = try command.ruhu("play", script, "--lang", "zh")
    #expect(played.status == 0)
    #expect(played.output.contains("这一户已完成,已存好。"))
    let json = try JSON(
      parsing: try command.ruhu("report", village, "--format", "json").output)
    let all = json["tables"]?["coverage"]?.array?.first { $0["total"]?.bool == true }
    #expect(all?["complete"]?.int == 1)
    let log = try command.ruhu("log", "113")
    #expect(log.output.hasSuffix("interview complete\n"))
    // The number is shown with its middle hidden.
    #expect(!log.output.contains("990101194511090941"))
    let audit = try command.ruhu("log", "113", "--audit").output
    let events = audit.split(separator: "\n").map { $0.split(separator: ",")[0] }
    #expect(events.first == "event")
    // ODK's order: the start before what was filled in beforehand, and one exit before the end.
    #expect(events.dropFirst().first == "form start")
    #expect(events.count { $0 == "form start" } == 1)
    #expect(events.suffix(3) == ["form save", "form exit", "form finalize"])
    #expect(events.count { $0 == "form exit" } == 1)
    #expect(audit.contains("/data/g_main/m[1]/"))
    #expect(try command.ruhu("verify").status == 0)
  }
}
