import Foundation
import JSONText
import Testing

/// What holds in a village, and how it is chosen.
@Suite struct StandardCommandTests {
  private static let village = "990101201201"
  private static let county = """
    {"overlay": [{"name": "shiwan", "label::中文 (zh)": "石湾县", "label::English (en)": "Shiwan",
      "extends": "hubei", "year": "2026"}],
     "parameters": [{"name": "par_mon_line", "value": "7800", "year": "2026", "basis": "proposal"}]}
    """

  private func withVillage(_ body: (Command) throws -> Void) throws {
    let command = try Command()
    defer { command.remove() }
    #expect(
      try command.ruhu("village", "new", Self.village, "云溪村", "--person", "甲一").status == 0)
    try body(command)
  }

  private func put(_ text: String, _ name: String, _ command: Command) throws {
    let folder = command.home.appending(path: "Data/overlays")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func json(_ command: Command, _ arguments: String...) throws -> JSON {
    let said = try command.ruhu("standard", arguments.joined(), "--format", "json")
    #expect(said.status == 0, "\(said.errors)")
    return try JSON(parsing: said.output)
  }

  private func parameter(_ name: String, _ json: JSON) -> JSON? {
    json["parameters"]?.array?.first { $0["name"]?.string == name }
  }

  @Test func aVillageBeginsWithTheNationalStandard() throws {
    try withVillage { command in
      let json = try json(command, Self.village)
      #expect(json["overlay"] == "")
      #expect(json["overlays"]?.array?.isEmpty == true)
      #expect(parameter("par_fetch_min", json)?["value"] == "20")
      #expect(parameter("par_fetch_min", json)?["year"] == "2018")
      #expect(json["lines_not_set"]?.array?.first?["parameter"] == "par_mon_line")
      let text = try command.ruhu("standard", Self.village, language: "zh").output
      #expect(text.contains("地方补充:没有"))
      #expect(text.contains("没有设“防返贫监测收入线”:IN1"))
    }
  }

  @Test func anotherStandardIsChosenByName() throws {
    try withVillage { command in
      try put(Self.county, "shiwan.json", command)
      let chosen = try command.ruhu(
        "standard", Self.village, "--overlay", "shiwan", "--profile", "2021-transition",
        language: "zh")
      #expect(chosen.status == 0, "\(chosen.errors)")
      #expect(chosen.output.contains("从下一次访谈起用:shiwan,口径 2021-transition"))
      let json = try json(command, Self.village)
      #expect(json["overlays"]?.array?.compactMap { $0["name"]?.string } == ["hubei", "shiwan"])
      #expect(json["policy_profile"]?["name"] == "2021-transition")
      #expect(json["chosen_by"] == "甲一")
      let line = parameter("par_mon_line", json)
      #expect(line?["value"] == "7800")
      #expect(line?["set_by"] == "shiwan")
      #expect(parameter("par_oop_cap", json)?["set_by"] == "hubei")
      #expect(json["references"]?.array?.isEmpty == false)
      let csv = try command.ruhu("standard", Self.village, "--format", "csv").output
      #expect(csv.contains("parameter,par_mon_line,") && csv.contains(",7800,"))

      let again = try command.ruhu("standard", Self.village, "--overlay", "shiwan")
      #expect(again.output.contains("already. Nothing was recorded."))
      let back = try command.ruhu(
        "standard", Self.village, "--overlay", "national", "--profile", "form")
      #expect(back.output.contains("the national standard"))
      #expect(try self.json(command, Self.village)["overlays"]?.array?.isEmpty == true)
      #expect(try command.ruhu("verify").output.contains("Nothing is wrong"))
    }
  }

  @Test func whatIsNotHereIsRefusedWithTheNames() throws {
    try withVillage { command in
      let overlay = try command.ruhu("standard", Self.village, "--overlay", "hubie", language: "zh")
      #expect(overlay.status == 1)
      #expect(overlay.errors.contains("没有“hubie”这个地方补充。可以用:"))
      #expect(overlay.errors.contains("hubei"))
      let profile = try command.ruhu("standard", Self.village, "--profile", "1984")
      #expect(profile.status == 1)
      #expect(profile.errors.contains("2021-transition"))
      // Another laptop does not have this laptop's files under the same path.
      let file = try command.file("shiwan.json", Self.county)
      #expect(try command.ruhu("standard", Self.village, "--overlay", file).status == 1)
      #expect(try json(command, Self.village)["overlay"] == "")
      #expect(try command.ruhu("standard", "--overlay", "hubei").status == 64)
      #expect(try command.ruhu("standard", "990101201299").status == 1)
    }
  }

  @Test func aBrokenFileIsSaidByFileSheetRowAndColumnAndNotChosen() throws {
    try withVillage { command in
      let broken = Self.county.replacing("par_mon_line", with: "par_moon_line")
      try put(broken, "shiwan.json", command)
      let refused = try command.ruhu("standard", Self.village, "--overlay", "shiwan")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("overlays/shiwan.json sheet parameters, row 2"))
      #expect(refused.errors.contains("par_moon_line"))
      try put("{", "half.json", command)
      let list = try command.ruhu("standard", language: "zh")
      #expect(list.status == 0)
      #expect(list.output.contains("half.json:第 1 行"))
      #expect(list.output.contains("县里自己的  shiwan"))
      let listed = try JSON(parsing: command.ruhu("standard", "--format", "json").output)
      let half = listed["overlays"]?.array?.first { $0["name"] == "half" }
      #expect(half?["faults"]?.array?.count == 1)
    }
  }

  @Test func aVillageIsBegunWithAStandard() throws {
    let command = try Command()
    defer { command.remove() }
    let unknown = try command.ruhu(
      "village", "new", Self.village, "云溪村", "--person", "甲一", "--overlay", "x")
    #expect(unknown.status == 1)
    #expect(try command.ruhu("village", "list").output.isEmpty)
    let made = try command.ruhu(
      "village", "new", Self.village, "云溪村", "--person", "甲一", "--overlay", "guizhou",
      "--profile", "2026-normal")
    #expect(made.status == 0, "\(made.errors)")
    let json = try json(command, Self.village)
    #expect(json["overlay"] == "guizhou")
    #expect(parameter("par_draught", json)?["value"] == "yes")
  }

  @Test func overlaysAreListedWithoutAnyData() throws {
    let command = try Command()
    defer { command.remove() }
    let list = try command.ruhu("standard", language: "zh")
    #expect(list.status == 0)
    for name in ["guizhou", "gansu", "hubei", "guangdong", "yongzhou", "2020-census"] {
      #expect(list.output.contains(name))
    }
    #expect(!FileManager.default.fileExists(atPath: command.home.path + "/Data"))
  }

  @Test func aTeamSaysWhenFindingsAreShown() throws {
    try withVillage { command in
      #expect(try command.ruhu("team", "findings").output.contains("is complete"))
      let training = try command.ruhu("team", "findings", "at-once", language: "zh")
      #expect(training.status == 0)
      #expect(training.output.contains("边问边给调查员看"))
      #expect(try command.ruhu("team", "findings").output.contains("for training"))
      #expect(try command.ruhu("team", "findings", "at-end").status == 0)
      #expect(try command.ruhu("team", "findings").output.contains("is complete"))
      #expect(try command.ruhu("team", "findings", "never").status == 64)
    }
  }
}
