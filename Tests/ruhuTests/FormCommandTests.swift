import Foundation
import JSONText
import Testing

@Suite struct FormCommandTests {
  @Test func theHouseholdFormIsGood() throws {
    let command = try Command()
    defer { command.remove() }
    let check = try command.ruhu("form", "check", Command.root + "/Forms/household")
    #expect(check.status == 0)
    #expect(check.output.contains("103 questions"))
    // What can be merged into it is checked with it.
    for file in ["profiles/2020-census.json", "overlays/guizhou.json", "overlays/yongzhou.json"] {
      #expect(check.output.contains("/household/\(file): no faults."))
    }
    #expect(check.errors == "")
  }

  /// A rule raised to red, and a verdict that does not know of it.
  private static let county = #"""
    {"overlay":[{"name":"county","year":"2026","label::中文 (zh)":"某县","label::English (en)":"A county"}],
    "checks":[{"name":"HO12","level":"red"}]}
    """#

  @Test func aCountysFileIsCheckedTogetherWithTheForm() throws {
    let command = try Command()
    defer { command.remove() }
    let form = Command.root + "/Forms/household"
    let county = try command.file("county.json", Self.county)
    let english = try command.ruhu("form", "check", form, "--overlay", county)
    #expect(english.status == 1)
    #expect(english.errors.contains("\(county) sheet checks, row 2, column \"level\""))
    #expect(
      english.errors.contains(
        "\"housing\" can be met while this red rule is true, as with h_site=slide; "))
    #expect(english.output == "")
    let chinese = try command.ruhu("form", "check", form, "--overlay", county, "--lang", "zh")
    #expect(chinese.errors.contains("红色规则成立时,“housing”仍可能达标,例如:h_site=slide; "))
    let better = try command.file(
      "better.json",
      Self.county.replacing(
        #""level":"red"}]"#,
        with: #""level":"red"}],"verdicts":[{"domain":"housing","met":"${h_site}='none'"}]"#))
    let good = try command.ruhu("form", "check", form, "--overlay", better)
    #expect(good.status == 0)
    #expect(good.output.hasPrefix("\(better): no faults."))
    #expect(good.output.split(separator: "\n").count == 1)
  }

  @Test func aCountysFileThatCannotBeMergedIsToldByItsOwnCell() throws {
    let command = try Command()
    defer { command.remove() }
    let form = Command.root + "/Forms/household"
    let loose = try command.file(
      "loose.json", Self.county.replacing(#""HO12","level":"red""#, with: #""HO1","level":"info""#))
    let check = try command.ruhu("form", "check", form, "--overlay", loose)
    #expect(check.status == 1)
    #expect(check.errors.contains("\(loose) sheet checks, row 2, column \"level\""))
    let broken = try command.file("broken.json", "{")
    #expect(try command.ruhu("form", "check", form, "--overlay", broken).status == 1)
    #expect(try command.ruhu("form", "check", form, "--overlay", "nowhere.json").status == 1)
  }

  @Test func whatLiesBesideAFormIsCheckedWithIt() throws {
    let command = try Command()
    defer { command.remove() }
    let source = URL(filePath: Command.root + "/Forms/household")
    let copy = command.home.appending(path: "household")
    try FileManager.default.copyItem(at: source, to: copy)
    _ = try command.file("household/overlays/county.json", Self.county)
    _ = try command.file("household/overlays/broken.json", "{")
    let check = try command.ruhu("form", "check", copy.path)
    #expect(check.status == 1)
    let lines = check.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\(copy.path)/overlays/broken.json"))
    #expect(lines[1].hasPrefix("\(copy.path)/overlays/county.json sheet checks, row 2"))
    #expect(lines[2].hasPrefix("2 faults"))
  }

  @Test func faultsBySheetRowAndColumn() throws {
    let command = try Command()
    defer { command.remove() }
    let form = try command.file(
      "form.json",
      #"{"survey":[{"type":"text","name":"a","label":"A"},{"type":"foo","name":"b","label":"B"}]}"#)
    let english = try command.ruhu("form", "check", form)
    #expect(english.status == 1)
    #expect(english.errors.contains("sheet survey, row 3, column \"type\""))
    let chinese = try command.ruhu("form", "check", form, "--lang", "zh")
    #expect(chinese.errors.contains("工作表 survey 第 3 行"))
  }

  @Test func runsStepsFromStandardInput() throws {
    let command = try Command()
    defer { command.remove() }
    let form = try command.file(
      "form.json",
      #"""
      {"survey":[{"type":"integer","name":"a","label":"A","constraint":". < 5"},
      {"type":"date","name":"d","label":"D","default":"today()"},
      {"type":"calculate","name":"n","calculation":"now()"}]}
      """#)
    let run = try command.ruhu(
      "form", "run", form, "-", "--today", "2024-05-15", "--now", "2024-05-15T23:00:00.000Z",
      "--tz", "+08:00", input: "/data/a\t7\n/data/a\t3\n?/data\t${a} + 1\n")
    #expect(run.status == 0)
    let json = try JSON(parsing: run.output)
    let results = json["steps"]?.array?.compactMap { $0["result"]?.string }
    #expect(results == ["CONSTRAINT_VIOLATED", "OK", "OK"])
    let values = json["nodes"]?.array?.compactMap { $0["value"]?.string } ?? []
    #expect(values.contains("2024-05-15"))
    #expect(values.contains { $0.hasPrefix("2024-05-16T07:00:00") })
    #expect(try command.ruhu("form", "run", form, "-", "--today", "x").status == 1)
    #expect(try command.ruhu("form", "run", form, "-", "--lang", "fr").status == 1)
    #expect(try command.ruhu("form", "run", form, "-", "--random", "2").status == 1)
    #expect(try command.ruhu("form", "run", form, "-", "--tz", "Nowhere").status == 1)
  }

  // MARK: Findings and verdicts

  private static let steps = """
    /data/c_village\t990101201201
    /data/c_hh_no\t1
    /data/c_round\tbase
    /data/c_consent\tyes
    /data/g_main/g_water/w_acc\tpoint
    /data/g_main/g_water/w_min\t18
    /data/g_main/g_house/h_live\town
    /data/g_main/g_house/h_signs\tleak

    """

  private func run(_ arguments: [String], _ command: Command) throws -> JSON {
    let said = try command.run(
      ["form", "run", Command.root + "/Forms/household", "-", "--lang", "en"] + arguments,
      input: Self.steps)
    #expect(said.status == 0, "\(said.errors)")
    return try JSON(parsing: said.output)
  }

  private func rules(_ json: JSON) -> [String] {
    (json["findings"]?.array ?? []).compactMap { $0["rule"]?.string }
  }

  @Test func findingsAndVerdictsOfTheAnswers() throws {
    let command = try Command()
    defer { command.remove() }
    let plain = try run([], command)
    #expect(rules(plain).contains("HO5"))
    #expect(!rules(plain).contains("WA1"))
    let leak = plain["findings"]?.array?.first { $0["rule"] == "HO5" }
    #expect(leak?["level"] == "yellow")
    #expect(leak?["domain"] == "housing")
    #expect(leak?["path"] == "/data")
    #expect(leak?["message"] == "The house leaks")
    #expect(leak?["departments"] == ["hou"])
    #expect(leak?["basis"]?.array?.first?["source"] == "guizhou2019")
    #expect(
      leak?["values"]?.array?.contains { $0["path"] == "/data/g_main/g_house/h_signs" } == true)
    #expect(plain["verdicts"]?["water"] == "unknown")
    #expect(plain["verdicts"]?["household"] == "unknown")
    #expect(plain["unset"]?.array?.contains { $0["rule"] == "IN1" } == true)
  }

  @Test func anOverlayAProfileAndParametersAreTried() throws {
    let command = try Command()
    defer { command.remove() }
    let region = try run(["--overlay", "guizhou", "--profile", "2020-census"], command)
    #expect(rules(region).contains("HO5r"))
    #expect(!rules(region).contains("HO5"))
    #expect(region["verdicts"]?["housing"] == "not_met")
    let file = Command.root + "/Forms/household/overlays/guizhou.json"
    #expect(rules(try run(["--overlay", file], command)) == rules(region))
    let nearer = try run(["--set", "par_fetch_min=15"], command)
    #expect(rules(nearer).contains("WA1"))
    #expect(nearer["verdicts"]?["water"] == "not_met")
    let form = Command.root + "/Forms/household"
    for (arguments, said) in [
      (["--overlay", "x"], "overlay \"x\""), (["--profile", "x"], "profile \"x\""),
      (["--set", "par_x=1"], "par_x"), (["--set", "par_fetch_min"], "PARAMETER=VALUE"),
    ] {
      let refused = try command.run(["form", "run", form, "-"] + arguments)
      #expect(refused.status == 1)
      #expect(refused.errors.contains(said))
    }
  }

  @Test func aFormWithoutAStandardHasNoFindings() throws {
    let command = try Command()
    defer { command.remove() }
    let form = try command.file(
      "form.json", #"{"survey":[{"type":"integer","name":"a","label":"A"}]}"#)
    let json = try JSON(parsing: command.ruhu("form", "run", form, "-").output)
    #expect(json["findings"] == nil)
    #expect(json["verdicts"] == nil)
  }
}
