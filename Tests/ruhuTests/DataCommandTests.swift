import Foundation
import JSONText
import Testing

@Suite struct DataCommandTests {
  private static let village = "990101201201"
  private static let register = Command.root + "/Data/sample/register.csv"

  private func withVillage(_ body: (Command) throws -> Void) throws {
    let command = try Command()
    defer { command.remove() }
    let made = try command.ruhu("village", "new", Self.village, "云溪村", "--person", "甲一")
    #expect(made.status == 0)
    try body(command)
  }

  @Test func aVillageFromNothingToItsReport() throws {
    try withVillage { command in
      #expect(try command.ruhu("village", "list").output == "990101201201  云溪村\n")
      let first = try command.ruhu("import", Self.register, "--village", Self.village)
      #expect(first.status == 0)
      #expect(first.output.contains("126 new, 0 changed, 0 unchanged"))
      let again = try command.ruhu("import", Self.register, "--village", Self.village)
      #expect(again.output.contains("0 new, 0 changed, 126 unchanged"))
      let json = try command.ruhu("report", Self.village, "--format", "json").output
      #expect(try coverage(json)["notVisited"]?.int == 126)
      let text = try command.ruhu("report", Self.village, language: "zh").output
      let all = try #require(text.split(separator: "\n").first { $0.hasPrefix("合计") })
      #expect(all.split(separator: " ")[1] == "126")
      let water = try #require(text.split(separator: "\n").first { $0.hasPrefix("饮水安全") })
      #expect(
        water.split(separator: " ").dropFirst().prefix(6) == ["126", "0", "0", "0", "126", "0"])
      let csv = try command.ruhu(
        "report", Self.village, "--format", "csv", "--table", "verdicts"
      ).output
      #expect(csv.hasPrefix("\u{FEFF}Domain,"))
      #expect(csv.contains(",Households Unknown,"))
      let log = try command.ruhu("log", "1")
      #expect(log.status == 0)
      #expect(log.output.contains("registered from register.csv"))
    }
  }

  @Test func whatIsWrongIsSaidAndNothingIsImported() throws {
    try withVillage { command in
      let bad = try command.file(
        "bad.csv", "户序号,姓名,与户主关系,身份证号\n1,甲一,户主,99010119491231028X\n1,乙,朋友,123\n")
      let refused = try command.ruhu("import", bad, "--village", Self.village, language: "zh")
      #expect(refused.status == 1)
      #expect(refused.output.isEmpty)
      let lines = refused.errors.split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].contains("第 3 行, C 列“与户主关系”"))
      #expect(lines[1].contains("D 列“身份证号”"))
      // What stands in the cells is about people and is not repeated.
      #expect(!refused.errors.contains("123"))
      let json = try command.ruhu("report", Self.village, "--format", "json").output
      #expect(try coverage(json)["households"]?.int == 0)
    }
  }

  @Test func refusals() throws {
    let command = try Command()
    defer { command.remove() }
    let none = try command.ruhu("report", Self.village)
    #expect(none.status == 1)
    #expect(none.errors.contains("no such data folder"))
    #expect(try command.ruhu("village", "new", Self.village, "x").status == 1)
    #expect(try command.ruhu("village", "new", "123", "x", "--person", "甲").status == 1)
    #expect(try command.ruhu("import", "missing.csv", "--village", Self.village).status == 1)
    #expect(try command.ruhu("import").status == 64)
    #expect(try command.ruhu("nonsense").status == 64)
    #expect(try command.ruhu("form", "check", "missing").status == 1)
  }

  @Test func backupRestoreAndVerify() throws {
    try withVillage { command in
      try command.ruhu("import", Self.register, "--village", Self.village)
      #expect(try command.ruhu("verify").status == 0)
      #expect(try command.ruhu("backup", "copy").status == 0)
      #expect(try command.ruhu("backup", "copy").status == 1)
      let before = try command.ruhu("report", Self.village, "--format", "json").output
      try FileManager.default.removeItem(at: command.home.appending(path: "Data"))
      let restored = try command.ruhu("restore", "copy")
      #expect(restored.status == 0)
      #expect(restored.output.contains("backup of 2026-11-21 09:30: "))
      #expect(try derived(command).count == 126)
      #expect(try !command.ruhu("verify").output.contains("missing"))
      #expect(try command.ruhu("restore", "copy").status == 0, "nothing newer was begun")
      #expect(try command.ruhu("report", Self.village, "--format", "json").output == before)
      #expect(try command.ruhu("rebuild").status == 0)
      #expect(try command.ruhu("verify").output.contains("Nothing is wrong"))
      let household = try #require(try derived(command).first)
      let bytes = try String(contentsOf: household, encoding: .utf8)
      try Data(bytes.replacing("\"value\"", with: "\"valve\"").utf8).write(to: household)
      let altered = try command.ruhu("verify")
      #expect(altered.status == 1)
      #expect(altered.output.contains(household.lastPathComponent))
      #expect(try command.ruhu("rebuild", Self.village).status == 0)
      #expect(try String(contentsOf: household, encoding: .utf8) == bytes)
      #expect(try command.ruhu("verify").status == 0)
    }
  }

  @Test func anAlteredLineIsFound() throws {
    try withVillage { command in
      try command.ruhu("import", Self.register, "--village", Self.village)
      let folder = command.home.appending(path: "Data/villages/\(Self.village)/journal")
      let journal = try #require(
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
          .first { $0.pathExtension == "jsonl" })
      let text = try String(contentsOf: journal, encoding: .utf8)
      try Data(text.replacing("1组", with: "9组").utf8).write(to: journal)
      let found = try command.ruhu("verify")
      #expect(found.status == 1)
      #expect(found.output.contains(".jsonl, line 4: "))
      #expect(found.output.contains("Not the bytes that were written"))
    }
  }

  @Test func aLostEndIsSaidByEveryCommandThatMeetsIt() throws {
    try withVillage { command in
      try command.ruhu("import", Self.register, "--village", Self.village)
      let journal = try journal(command)
      let bytes = try Data(contentsOf: journal)
      try bytes.dropLast(40).write(to: journal)
      let found = try command.ruhu("verify")
      #expect(found.status == 1)
      #expect(found.output.contains("entries were written here, "))
      #expect(!found.output.contains("power cut"))
      #expect(!found.output.contains("altered"))
      #expect(found.output.contains("village.json: newer than the journal"))
      // Nor when no household is left.
      try bytes.prefix(3000).write(to: journal)
      let most = try command.ruhu("verify").output
      #expect(!most.contains("not a file that ruhu made"))
      #expect(most.contains("… and "))
      try bytes.dropLast(40).write(to: journal)
      let walked = try command.ruhu("walk", "--plain", input: "/q\n").output
      #expect(walked.hasPrefix("The data is older than it was: "))
      // A line of a terminal says what happened.
      #expect(walked.prefix(78).contains(" are left"))
    }
  }

  @Test func copiesAreNotMadeInTheDataFolder() throws {
    try withVillage { command in
      let inside = command.home.appending(path: "Data/copy")
      for act in [["backup", "Data/new/copy"], ["backup", "./Data/../Data/copy"]] {
        let refused = try command.ruhu(act[0], act[1])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("lies in the data folder"))
      }
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: command.home.appending(path: "link"), withDestinationURL: inside)
      for target in ["Data/copy", "link"] {
        let refused = try command.ruhu("second-copy", "set", target)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("lies in the data folder"))
      }
    }
  }

  @Test func whatOnlyReadsTakesTheFormThatIsKept() throws {
    try withVillage { command in
      try command.ruhu("import", Self.register, "--village", Self.village)
      for arguments in [["report", Self.village], ["log", "1"], ["verify", Self.village]] {
        let said = try command.ruhu(arguments[0], arguments.dropFirst().joined(), forms: "none")
        #expect(said.status == 0, "\(arguments[0]): \(said.errors)")
        if arguments[0] == "report" { #expect(said.output.contains("Safe drinking water")) }
      }
      let walk = try command.ruhu("walk", "--plain", forms: "none")
      #expect(walk.status == 1)
      #expect(walk.errors.contains("--forms"))
    }
  }

  @Test func whatFindsNoDataLeavesNoneBehind() throws {
    let command = try Command()
    defer { command.remove() }
    for arguments in [
      ["import", Self.register, "--village", Self.village],
      ["walk", "--plain", "--borders", "ascii"],
    ] {
      let refused = try command.ruhu(arguments[0], arguments[1], arguments[2], arguments[3])
      #expect(refused.status == 1)
      #expect(!FileManager.default.fileExists(atPath: command.home.path + "/Data"))
    }
  }

  @Test func secondCopy() throws {
    try withVillage { command in
      #expect(try command.ruhu("second-copy", "now").status == 1)
      #expect(try command.ruhu("second-copy", "set").status == 64)
      let stick = command.home.appending(path: "stick")
      try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
      #expect(try command.ruhu("second-copy", "set", stick.path).status == 0)
      try command.ruhu("import", Self.register, "--village", Self.village)
      #expect(try command.ruhu("second-copy", "now").status == 0)
      #expect(try command.ruhu("second-copy").output.contains("complete"))
      try FileManager.default.removeItem(at: command.home.appending(path: "Data"))
      #expect(try command.ruhu("restore", stick.path).status == 0)
      let away = try command.ruhu("second-copy", "set", "nowhere")
      #expect(away.status == 1)
      #expect(away.errors.contains("no such folder. Make it, or plug in the stick."))
      let json = try command.ruhu("report", Self.village, "--format", "json").output
      #expect(try coverage(json)["households"]?.int == 126)
    }
  }

  /// The line of all households in a report of completion.
  private func coverage(_ json: String) throws -> JSON {
    let rows = try #require(try JSON(parsing: json)["tables"]?["coverage"]?.array)
    return try #require(rows.first { $0["total"]?.bool == true })
  }

  private func journal(_ command: Command) throws -> URL {
    let folder = command.home.appending(path: "Data/villages/\(Self.village)/journal")
    return try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .first { $0.pathExtension == "jsonl" })
  }

  private func derived(_ command: Command) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: command.home.appending(path: "Data/villages/\(Self.village)/households"),
      includingPropertiesForKeys: nil)
  }
}
