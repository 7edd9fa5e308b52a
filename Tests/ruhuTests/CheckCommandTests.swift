import Foundation
import JSONText
import Testing

/// What was found in a village that was walked through, and what another standard would find.
@Suite struct CheckCommandTests {
  private static let village = "990101201201"
  private static let sample = try? Command.withSample()

  private var command: Command { get throws { try #require(Self.sample) } }

  private func json(_ arguments: [String]) throws -> JSON {
    let said = try run(["check", Self.village, "--format", "json"] + arguments)
    #expect(said.status == 0, "\(said.errors)")
    return try JSON(parsing: said.output)
  }

  private func run(_ arguments: [String], language: String = "en") throws -> Command.Outcome {
    try command.run(arguments, language: language)
  }

  private func rows(_ json: JSON, _ name: String = "findings") -> [JSON] {
    json[name]?.array ?? []
  }

  @Test func everyHouseholdIsCountedAndEveryFindingExplained() throws {
    let all = try json([])
    #expect(all["households"]?.int == 126)
    let interviewed = try #require(all["interviewed"]?.int)
    #expect(all["not_assessed"]?.int == 126 - interviewed)
    let found = rows(all)
    #expect(found.count > 20)
    for finding in found {
      #expect(finding["message"]?.string?.isEmpty == false)
      #expect(finding["head"]?.string?.isEmpty == false)
      #expect(finding["basis"]?.array?.isEmpty == false)
      #expect(!["quality"].contains(finding["domain"]?.string))
    }
    #expect(rows(all, "not_computed").compactMap { $0["rule"]?.string } == ["ED8", "MO1"])
    let quality = rows(all, "quality")
    #expect(!quality.isEmpty)
    #expect(quality.allSatisfy { $0["departments"]?.array == ["supervisor"] })
  }

  @Test func whatIsNotSetAndNotComputableIsSaidInAVillageOfNobody() throws {
    let command = try Command()
    defer { command.remove() }
    try command.ruhu("village", "new", Self.village, "云溪村", "--person", "甲一")
    let chinese = try command.ruhu("check", Self.village, language: "zh").output
    #expect(chinese.contains("共 0 户,访谈完成 0 户"))
    #expect(chinese.contains("没有发现问题。"))
    #expect(chinese.contains("还不能核查 ED8"))
    #expect(chinese.contains("没有设“防返贫监测收入线”:IN1、MO4 没有判断。"))
    let english = try command.ruhu("check", Self.village).output
    #expect(english.contains("Line not set: Income line for monitoring. Not judged: IN1, MO4."))
    let csv = try command.ruhu("check", Self.village, "--format", "csv")
    #expect(csv.errors.contains("Line not set: "))
    let json = try JSON(parsing: command.ruhu("check", Self.village, "--format", "json").output)
    let line = rows(json, "lines_not_set").first
    #expect(line?["parameter"] == "par_mon_line")
    #expect(line?["set_by_now"] == false)
  }

  @Test func theTableIsNarrowed() throws {
    let all = rows(try json([]))
    let levels = try ["red", "yellow", "info"].map { rows(try json(["--level", $0])) }
    #expect(levels.map(\.count).reduce(0, +) == all.count)
    #expect(levels.allSatisfy { !$0.isEmpty })
    let water = rows(try json(["--domain", "water"]))
    #expect(water == all.filter { $0["domain"] == "water" })
    #expect(rows(try json(["--domain", "饮水安全"])) == water)
    let group = try #require(all.first?["group"]?.string)
    #expect(rows(try json(["--group", group])) == all.filter { $0["group"]?.string == group })
    let office = rows(try json(["--department", "edu"]))
    #expect(
      office == all.filter { $0["departments"]?.array?.contains("edu") ?? false })
    for (option, wrong) in [("--domain", "x"), ("--group", "99组"), ("--department", "x")] {
      let refused = try run(["check", Self.village, option, wrong], language: "zh")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("“\(wrong)”"))
    }
    #expect(try run(["check", Self.village, "--level", "green"]).status == 64)
  }

  @Test func noCitizenNumberIsEverPrinted() throws {
    for format in ["text", "csv", "json"] {
      for arguments in [[], ["--rule", "QA3"], ["--with", "guizhou"]] {
        let said = try run(["check", Self.village, "--format", format] + arguments)
        #expect(said.status == 0)
        let runs = (said.output + said.errors).split { !$0.isNumber }
        #expect(!runs.contains { $0.count >= 15 })
      }
    }
  }

  @Test func inBothLanguages() throws {
    let chinese = try run(["check", Self.village], language: "zh").output
    #expect(chinese.contains("户号"))
    #expect(chinese.contains("还不能核查 MO1"))
    #expect(chinese.contains("给督导员看的(调查质量):"))
    let english = try run(["check", Self.village]).output
    #expect(english.contains("Not yet computable: ED8"))
    #expect(english.contains("For the supervisor (how the work was done):"))
    let csv = try run(["check", Self.village, "--format", "csv"])
    #expect(csv.output.hasPrefix("\u{FEFF}No.,Group,"))
    #expect(csv.errors.contains("print them with --domain quality"))
    let apart = try run(["check", Self.village, "--format", "csv", "--domain", "quality"])
    #expect(apart.output.hasPrefix("\u{FEFF}No.,Group,Head,Person,Surveyor,Day,"))
  }

  // MARK: Trials

  @Test func aRuleIsTriedWithAnotherNumber() throws {
    let now = try json(["--rule", "WA4"])
    let rule = try #require(rows(now, "rules").first)
    #expect(rule["would_flag"] == rule["flagged_now"])
    #expect(rule["new"]?.int == 0)
    let stricter = try json(["--rule", "WA4", "--set", "par_cut_warn=1"])
    let tried = try #require(rows(stricter, "rules").first)
    let flagged = try #require(tried["would_flag"]?.int)
    let before = try #require(rule["flagged_now"]?.int)
    #expect(flagged > before)
    #expect(tried["new"]?.int == flagged - before)
    #expect(rows(tried).count { $0["new"] == true } == flagged - before)
    let interviewed = try #require(now["interviewed"]?.int)
    let said = try run(["check", Self.village, "--rule", "WA4", "--set", "par_cut_warn=1"])
    #expect(
      said.output.contains(
        "WA4 would flag \(flagged) of \(interviewed) interviewed households, "
          + "\(flagged - before) of them new"))
    let chinese = try run(
      ["check", Self.village, "--rule", "WA4", "--set", "par_cut_warn=1"], language: "zh")
    #expect(
      chinese.output.contains(
        "访谈完成的 \(interviewed) 户里会标出 \(flagged) 户,其中 \(flagged - before) 户是新的"))
  }

  @Test func anOverlayIsTriedAndEachRuleThatDiffersCounted() throws {
    let tried = try json(["--with", "guizhou"])
    let rules = rows(tried, "rules")
    #expect(rules.contains { $0["rule"] == "HO5r" })
    #expect(rules.allSatisfy { $0["new"]?.int != 0 || $0["no_longer"]?.int != 0 })
    // It is the same when the very file is named.
    let file = Command.root + "/Forms/household/overlays/guizhou.json"
    #expect(try json(["--with", file]) == tried)
    #expect(try run(["check", Self.village, "--with", "nowhere"]).status == 1)
    let national = try json(["--with", "national", "--rule", "IN1"])
    #expect(rows(national, "rules").first?["would_flag"]?.int == 0)
  }

  @Test func nothingIsRecordedInATrial() throws {
    let before = try run(["verify"]).output
    _ = try json(["--with", "guizhou"])
    _ = try json(["--rule", "QA1", "--set", "par_min_seconds=9000"])
    #expect(try run(["verify"]).output == before)
  }

  @Test func whatCannotBeTriedIsSaid() throws {
    let rounds = try run(["check", Self.village, "--rule", "MO1"], language: "zh")
    #expect(rounds.status == 0)
    #expect(rounds.output.contains("还不能核查 MO1"))
    let unknown = try run(["check", Self.village, "--rule", "XX1"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("There is no rule \"XX1\""))
    let parameter = try run(["check", Self.village, "--set", "par_x=1"])
    #expect(parameter.status == 1)
    #expect(parameter.errors.contains("par_x"))
    #expect(try run(["check", Self.village, "--set", "par_x"]).errors.contains("PARAMETER=VALUE"))
  }
}
