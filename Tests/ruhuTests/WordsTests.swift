import FormEngine
import Foundation
import Screens
import Spreadsheets
import Testing

@testable import ruhu

@Suite struct WordsTests {
  @Test(arguments: [
    ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "de"], .chinese),
    (["RUHU_LANG": "zh", "LC_ALL": "en_GB"], .chinese),
    (["RUHU_LANG": "xx", "LANG": "zh"], .chinese),
  ])
  func languageOfTheEnvironment(_ environment: [String: String], _ language: Language) {
    #expect(Language.preferred(in: environment) == language)
  }

  @Test func tablesLineUpWithChinese() {
    let table = AlignedTable([["组", "户数"], ["3组", "5"], ["all", "120"]])
    #expect(table.lines == ["组   户数", "3组     5", "all   120"])
  }

  @Test func nothingInATextDrivesTheTerminal() {
    #expect("a\u{1B}[31m\u{202E}户\n".shownSafely == "a\\u{1B}[31m\\u{202E}户\\u{A}")
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
  func columnsAsSpreadsheetsCallThem(_ position: Int, _ letters: String) {
    #expect(RegisterSentences.letters(position) == letters)
  }

  @Test func equalFaultsOfAColumnAreOneLine() {
    let code = RegisterFault.Column(position: 1, title: "Village code")
    let rows = Array(2...462) + [470, 480, 481]
    let faults = RegisterFaults(
      rows.map { RegisterFault(row: $0, column: code, .otherVillage) }
        + [RegisterFault(row: 5, column: code, .missing)])
    let lines = RegisterSentences.of(.english).lines(faults, file: "a.csv", choices: [:])
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("a.csv rows 2–462, 470, 480–481, column A"))
    #expect(lines[1].hasPrefix("a.csv row 5, column A"))
    #expect(lines[2].hasPrefix("465 faults"))
  }

  @Test func noMoreFaultsAreListedThanAnybodyReads() {
    let faults = RegisterFaults(
      (1...30).map {
        RegisterFault(
          row: 40 + $0, column: RegisterFault.Column(position: 2, title: "Name"),
          .personTwice(row: $0))
      })
    let lines = RegisterSentences.of(.english).lines(faults, file: "a.csv", choices: [:])
    #expect(lines.count == 22)
    #expect(lines[20] == "… and 10 more.")
  }

  @Test(arguments: Language.allCases)
  func aFaultNamesFileRowAndColumn(_ language: Language) {
    let faults = RegisterFaults([
      RegisterFault(
        row: 3, column: RegisterFault.Column(position: 4, title: "身份证号"),
        .citizenNumber(.checkCharacter)),
      RegisterFault(row: nil, column: nil, .noTitles),
    ])
    let lines = RegisterSentences.of(language).lines(faults, file: "a.csv", choices: [:])
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("a.csv "))
    #expect(lines[0].contains("3") && lines[0].contains("D") && lines[0].contains("身份证号"))
  }

  @Test func faultsOfARegionsFileAreSaidOfThatFile() {
    let faults = FormFaults([
      FormFault(
        file: "overlays/east.json", sheet: "checks", row: 3, column: "level",
        kind: .overlay(.levelLowered(from: "red", to: "yellow"))),
      FormFault(sheet: "survey", row: 2, column: nil, kind: .missingName),
    ])
    #expect(
      FormSentences.of(.chinese).lines(faults, file: "form.json").first
        == "overlays/east.json 工作表 checks 第 3 行 “level”列: 等级不能从 red 降到 yellow。")
    #expect(
      FormSentences.of(.english).lines(faults, file: "form.json").prefix(2) == [
        "overlays/east.json sheet checks, row 3, column \"level\": A level cannot be lowered from red to yellow.",
        "form.json sheet survey, row 2: The name is missing.",
      ])
  }
}
