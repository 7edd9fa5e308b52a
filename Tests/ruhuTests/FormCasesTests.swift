import Foundation
import Testing

/// A county's own table of cases, judged from the command line.
@Suite struct FormCasesTests {
  private static let form = Command.root + "/Forms/household"
  private static let titles =
    "规则 rule,情况 case,case (English),地区 overlay,参数 parameters,"
    + "住户 household,成员 member,结果 result,结论 verdict\n"

  @Test func theShippedTableAgrees() throws {
    let command = try Command()
    defer { command.remove() }
    let run = try command.ruhu("form", "cases", Self.form, Self.form + "/cases.csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(!run.output.contains("differs"))
    #expect(run.output.contains("row 2 FD1 ok: Often not enough to eat\n"))
    #expect(run.output.contains("cases agree."))
  }

  @Test func aDifferenceIsToldAndRefused() throws {
    let command = try Command()
    defer { command.remove() }
    let cases = try command.file(
      "cases.csv",
      Self.titles
        + "WA1,挑水21分钟,21 minutes,,,w_acc=point; w_min=21,,触发,不达标\n"
        + "WA1,挑水20分钟,20 minutes,,,w_acc=point; w_min=20,,fires,not_met\n"
        + "WA2,人均20升,20 litres,gansu,,w_enough=tight; w_lpd=80,,clear,met\n"
        + "IN1,没有定线,No line,,,,,unset,\n")
    let run = try command.ruhu("form", "cases", Self.form, cases)
    #expect(run.status == 1)
    #expect(run.output.contains("row 2 WA1 ok: 21 minutes\n"))
    #expect(
      run.output.contains(
        "row 3 WA1 differs: 20 minutes. The result should be fires and is clear. "
          + "The verdict should be not met and is met.\n"))
    #expect(run.output.contains("row 4 WA2 ok"))
    #expect(run.errors == "Of 4 cases 1 differs.\n")
    let chinese = try command.ruhu("form", "cases", Self.form, cases, language: "zh")
    #expect(chinese.output.contains("第 3 行 WA1 不一致:挑水20分钟。结果应是触发,算出来是不触发。结论应是不达标,算出来是达标。"))
    #expect(chinese.errors == "4 个情况里,1 个不一致。\n")
  }

  @Test func aCountysOwnOverlayCanBeNamed() throws {
    let command = try Command()
    defer { command.remove() }
    let folder = command.home.appending(path: "Data/overlays")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let overlay = """
      {"overlay": [{"name": "our", "extends": "gansu", "year": "2026",
      "label::中文 (zh)": "本县", "label::English (en)": "Our county"}],
      "parameters": [{"name": "par_cut_days", "value": "30", "year": "2026", "basis": "ches18"}]}
      """
    try Data(overlay.utf8).write(to: folder.appending(path: "our.json"))
    try Data("{".utf8).write(to: folder.appending(path: "broken.json"))
    let rows = "WA3,,,our,,w_cut=31,,fires,not_met\nWA3,,,,,w_cut=31,,clear,met\n"
    let cases = try command.file(
      "cases.csv", Self.titles + rows + "WA2,,,our,,w_enough=tight; w_lpd=80,,clear,met\n")
    let run = try command.ruhu("form", "cases", Self.form, cases)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let bad = try command.file("bad.csv", Self.titles + "WA3,,,broken,,,,clear,met\n")
    #expect(try command.ruhu("form", "cases", Self.form, bad).errors.contains("broken.json"))
  }

  @Test func badRowsAreNamedByFileRowAndColumn() throws {
    let command = try Command()
    defer { command.remove() }
    let cases = try command.file(
      "cases.csv",
      Self.titles + "WA1,,,,,w_acc=tap,,fires,\nWA1,,,utopia,,,,fires,\n"
        + "WA1,,,,par_none=1,,,fires,\nXX1,,,,,,,fires,\nME1,,,,,,baby: m_ins=none,fires,\n"
        + "WA1,,,,,,,clear,met\n")
    let run = try command.ruhu("form", "cases", Self.form, cases)
    #expect(run.status == 1)
    let lines = run.errors.split(separator: "\n")
    #expect(lines[0].hasSuffix("row 2, column \"住户 household\": \"tap\" is no answer to w_acc."))
    #expect(lines[1].hasSuffix("row 3, column \"地区 overlay\": There is no overlay \"utopia\"."))
    #expect(lines[2].contains("row 4, column \"参数 parameters\"") && lines[2].contains("par_none"))
    #expect(lines[3].hasSuffix("row 5, column \"规则 rule\": There is no rule or domain \"XX1\"."))
    #expect(lines[4].hasSuffix("row 6, column \"成员 member\": The base has no member \"baby\"."))
    #expect(lines[5] == "Of 6 cases 0 differ, and 5 could not be judged.")
    #expect(run.output.contains("row 7 WA1 ok"))
  }

  @Test func tablesThatCannotBeReadAreRefusedWhole() throws {
    let command = try Command()
    defer { command.remove() }
    let bad = try command.file(
      "cases.csv", Self.titles + "WA1,,,,,w_min,,fires,\nWA1,,,,,,,often,\n")
    let run = try command.ruhu("form", "cases", Self.form, bad)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("row 2, column \"住户 household\": \"w_min\" should be"))
    #expect(run.errors.contains("row 3, column \"结果 result\": \"often\" is not known here."))
    let quoted = try command.file("quoted.csv", "rule,result\n\"WA1\"x,fires\n")
    #expect(try command.ruhu("form", "cases", Self.form, quoted).errors.contains("row 2"))
    let survey = #"{"survey":[{"type":"note","name":"a","label":"A"}]}"#
    let lone = try command.file("lone.json", survey)
    let good = try command.file("good.csv", "rule,result\nWA1,clear\n")
    let baseless = try command.ruhu("form", "cases", lone, good)
    #expect(baseless.errors.contains("--base"))
    let base = try command.file("base.csv", "question,answer\na,1\n")
    let dateless = try command.ruhu("form", "cases", lone, good, "--base", base)
    #expect(dateless.errors.contains("base.csv: The day on which is judged is missing"))
  }
}
