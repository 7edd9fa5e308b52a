import Fieldwork
import FormEngine
import Foundation
import InventedVillages
import JSONText
import Record
import RecordFiles
import Station
import Testing

@testable import Screens
@testable import ruhu

/// The standard of a village, on real files: what is broken never makes it laxer.
@Suite struct StandardTests {
  private static func form(_ laptop: Laptop) -> String { "\(laptop.forms)/household/form.json" }

  /// What the screen says, whatever way it is wrapped.
  private static func expect(
    _ text: String, on sitting: Sitting, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let screen = sitting.screen
    #expect(
      screen.filter { !$0.isWhitespace }.contains(text.filter { !$0.isWhitespace }),
      "\(text) is not on:\n\(screen)", sourceLocation: sourceLocation)
  }

  private static func write(_ text: String, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// The form to which a new interview of the first household is bound.
  private static func formOfNewInterview(
    _ laptop: Laptop, _ sitting: Sitting, _ number: Int = 0
  ) throws -> String {
    let household = laptop.village.households[number]
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(5)
    sitting.press("^X {Esc}")
    return try #require(try laptop.file(of: laptop.id(household)).current?.start?.form)
  }

  @Test func theLastGoodFormStaysInUseAndTheScreenSaysSo() throws {
    let laptop = try Laptop(ownForms: true)
    let path = Self.form(laptop)
    let good = try #require(try laptop.disk.contents(path))
    let hash = DataFolder.name(of: good, laptop.crypto.sha256)
    let text = String(decoding: good, as: UTF8.self)

    try Self.write(text + "}", to: path)
    var sitting = try laptop.open(as: 1)
    sitting.close()
    sitting = try laptop.open()
    Self.expect("form.json", on: sitting)
    Self.expect("先照用原来的标准:全国标准(2026-11-21 ", on: sitting)
    #expect(try Self.formOfNewInterview(laptop, sitting) == hash)
    sitting.close()

    // A formula that names nothing: said by sheet, row and column.
    try Self.write(text.replacing("${c_target}=1", with: "${c_taget}=1"), to: path)
    sitting = try laptop.open(.english)
    Self.expect("sheet survey, row ", on: sitting)
    Self.expect("c_taget", on: sitting)
    Self.expect(
      "The standard before stays in use: the national standard, since 2026-11-21", on: sitting)
    #expect(try Self.formOfNewInterview(laptop, sitting, 1) == hash)
    sitting.close()

    try Self.write(text, to: path)
    sitting = try laptop.open()
    sitting.expectNot("先照用")
    sitting.close()
    try laptop.expectSound()
  }

  @Test func withoutALastGoodFormTheVillageIsNotOpenedForWork() throws {
    let laptop = try Laptop(ownForms: true)
    let path = Self.form(laptop)
    let text = String(decoding: try #require(try laptop.disk.contents(path)), as: UTF8.self)
    try FileManager.default.removeItem(
      atPath: "\(laptop.data)/villages/\(Laptop.code)/standard.json")
    try Self.write(text.replacing("${c_target}=1", with: "${c_taget}=1"), to: path)
    let refusal = #expect(throws: Refusal.self) { try laptop.open() }
    #expect(refusal?.lines.first?.contains("c_taget") == true)
    // To read, no form is needed but those that interviews are bound to.
    let reader = try Workplace(places: laptop.places, mode: .reading, fillsForms: false)
    defer { reader.close() }
    #expect(try reader.open(Laptop.code).village.households.count == 6)
  }

  // MARK: Overlays

  /// A county's own additions to Hubei's: the income line of the year, and one question more.
  private static func county(line: String = "7800", when: String = "${x_boat}='yes'") -> String {
    """
    {"overlay": [{"name": "shiwan", "label::中文 (zh)": "石湾县", "label::English (en)": "Shiwan",
      "extends": "hubei", "year": "2026"}],
     "parameters": [{"name": "par_mon_line", "value": "\(line)", "year": "2026", "basis": "proposal"}],
     "survey": [{"type": "select_one yn_d", "name": "x_boat", "group": "g_inc",
       "label::中文 (zh)": "家里有船吗", "label::English (en)": "Has the family a boat?",
       "basis": "proposal"}],
     "checks": [{"name": "SW1", "domain": "income", "level": "info", "when": "\(when)",
       "message::中文 (zh)": "家里有船", "message::English (en)": "The family has a boat",
       "basis": "proposal", "department": "agr"}]}
    """
  }

  private static func countyFile(_ laptop: Laptop) -> String {
    "\(laptop.data)/overlays/shiwan.json"
  }

  private static func choose(_ overlay: String, _ profile: String = "", in sitting: Sitting) {
    let chosen = Fact.standardChosen(overlay: overlay, profile: profile).draft(of: .village)
    sitting.receive([.record([chosen])])
  }

  private static func definition(_ laptop: Laptop, _ hash: String) throws -> FormDefinition {
    let bytes = try #require(try laptop.disk.contents("\(laptop.data)/forms/\(hash)"))
    #expect(DataFolder.name(of: bytes, laptop.crypto.sha256) == hash)
    return try FormDefinition(Workbook(json: JSON(parsing: bytes)))
  }

  @Test func aNewStandardHoldsForTheNextInterviewAndARunningOneKeepsItsOwn() throws {
    let laptop = try Laptop()
    try Self.write(Self.county(), to: Self.countyFile(laptop))
    let sitting = try laptop.open(as: 1)
    let national = try Self.formOfNewInterview(laptop, sitting)
    Self.choose("shiwan", "2021-transition", in: sitting)
    sitting.expectNot("先照用")
    let regional = try Self.formOfNewInterview(laptop, sitting, 1)
    #expect(regional != national)
    let form = try Self.definition(laptop, regional)
    #expect(form.standard.overlays.map(\.name) == ["hubei", "shiwan"])
    #expect(form.standard.profile?.name == "2021-transition")
    #expect(form.node(named: "x_boat") != nil)
    #expect(form.node(named: "x_five_loan") != nil)

    // The interview that had begun goes on with the form it was begun with.
    sitting.open(laptop.village.households[0].serial)
    sitting.press("⏎")
    #expect(sitting.interview?.session.definition.node(named: "x_boat") == nil)
    sitting.press("^X {Esc}")
    Self.choose("", in: sitting)
    #expect(try Self.formOfNewInterview(laptop, sitting, 2) == national)
    sitting.close()
    #expect(try Self.definition(laptop, national).standard.overlays.isEmpty)
    try laptop.expectSound()
  }

  @Test(arguments: ["broken JSON", "a name nobody knows", "a looser line", "gone", "there twice"])
  func aBrokenOverlayLeavesTheLastGoodStandardInUse(_ trouble: String) throws {
    let laptop = try Laptop()
    let file = Self.countyFile(laptop)
    try Self.write(Self.county(), to: file)
    var sitting = try laptop.open(as: 1)
    Self.choose("shiwan", in: sitting)
    let good = try Self.formOfNewInterview(laptop, sitting)
    sitting.close()
    switch trouble {
    case "broken JSON": try Self.write(Self.county() + "]", to: file)
    case "a name nobody knows": try Self.write(Self.county(when: "${x_baot}='yes'"), to: file)
    case "a looser line":
      let looser = Self.county().replacing("par_mon_line", with: "par_fetch_min")
      try Self.write(looser, to: file)
    case "gone": try FileManager.default.removeItem(atPath: file)
    default: try Self.write(Self.county(), to: "\(laptop.data)/overlays/other.json")
    }
    sitting = try laptop.open()
    Self.expect("先照用原来的标准:shiwan(2026-11-21 ", on: sitting)
    switch trouble {
    case "broken JSON": Self.expect("不是有效的 JSON", on: sitting)
    case "a name nobody knows": Self.expect("x_baot", on: sitting)
    case "a looser line": Self.expect("parameters", on: sitting)
    case "gone": Self.expect("没有“shiwan”这个地方补充", on: sitting)
    default: Self.expect("shiwan", on: sitting)
    }
    #expect(try Self.formOfNewInterview(laptop, sitting, 1) == good)
    sitting.close()

    // Mended, it holds again without a word.
    try Self.write(Self.county(line: "8000"), to: file)
    try? FileManager.default.removeItem(atPath: "\(laptop.data)/overlays/other.json")
    sitting = try laptop.open()
    sitting.expectNot("先照用")
    #expect(try Self.formOfNewInterview(laptop, sitting, 2) != good)
    sitting.close()
    try laptop.expectSound()
  }

  @Test func anOverlayThatIsNotHereIsRefusedWhereNoStandardWasGood() throws {
    let laptop = try Laptop()
    var sitting = try laptop.open(as: 1)
    Self.choose("shiwan", in: sitting)
    // It was in use a moment ago, so it stays in use.
    Self.expect("先照用原来的标准:全国标准", on: sitting)
    sitting.close()
    try FileManager.default.removeItem(
      atPath: "\(laptop.data)/villages/\(Laptop.code)/standard.json")
    let refusal = #expect(throws: Refusal.self) { try laptop.open() }
    #expect(refusal?.lines.first?.contains("没有“shiwan”这个地方补充") == true)
    #expect(refusal?.lines.first?.contains("hubei") == true)
    try Self.write(Self.county(), to: Self.countyFile(laptop))
    sitting = try laptop.open()
    Self.expect("共6户", on: sitting)
    sitting.close()
  }

  @Test func aBackupTakesTheCountysOwnOverlaysAlong() throws {
    let laptop = try Laptop()
    try Self.write(Self.county(), to: Self.countyFile(laptop))
    let sitting = try laptop.open(as: 1)
    Self.choose("shiwan", in: sitting)
    sitting.close()
    let stick = "\(laptop.scratch.path)/stick"
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    let workplace = try laptop.workplace()
    _ = try workplace.folder.backUp(to: "\(laptop.scratch.path)/backup")
    _ = try workplace.folder.updateSecondCopy(at: stick)
    // What changed since the second copy was made is copied anew.
    try Self.write(Self.county(line: "8000"), to: Self.countyFile(laptop))
    _ = try workplace.folder.updateSecondCopy(at: stick)
    workplace.close()
    for (source, line) in [("\(laptop.scratch.path)/backup", "7800"), (stick, "8000")] {
      try FileManager.default.removeItem(atPath: laptop.data)
      _ = try Restore.run(
        from: source, to: laptop.data, device: laptop.device, replacing: true,
        time: laptop.clock.time, crypto: laptop.crypto)
      let bytes = try #require(try laptop.disk.contents(Self.countyFile(laptop)))
      #expect(String(decoding: bytes, as: UTF8.self).contains(line))
      let sitting = try laptop.open()
      Self.expect("共6户", on: sitting)
      sitting.expectNot("先照用")
      sitting.close()
    }
  }

  // MARK: What was seen

  @Test func theLogSaysWhatWasSeenAndWhatChangedAfterwards() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    _ = try Self.formOfNewInterview(laptop, sitting)
    let id = laptop.id(household)
    let interview = try #require(try laptop.file(of: id).current)
    let subject = Subject.interview(interview.id.rawValue)
    let minutes = AnswerKey("w_min")
    func put(_ fact: Fact) { sitting.receive([.record([fact.draft(of: subject)])]) }
    put(.answered([GivenAnswer(minutes, "25")], reversal: nil, nil))
    put(.findingsSeen(atOnce: true, [SeenFinding(rule: "WA1", answers: [minutes])]))
    put(.answered([GivenAnswer(minutes, "15")], reversal: nil, nil))
    sitting.close()
    let workplace = try laptop.workplace(.reading)
    defer { workplace.close() }
    let file = try workplace.open(Laptop.code).file(of: id)
    #expect(file.current?.changedAfterSeen.map(\.after) == ["15"])
    let entries = try laptop.entries().filter { $0.subject == subject }
    for (language, seen, changed) in [
      (Language.chinese, "看了核查结果(边问边看):WA1", "(看过核查结果 WA1 以后改的)"),
      (.english, "findings seen during the interview: WA1", "(changed after WA1 was seen)"),
    ] {
      let lines = HouseholdHistory(
        file, team: workplace.team, forms: { workplace.forms.form($0) }, language: language
      ).lines(entries)
      #expect(lines.dropLast().last?.hasSuffix(seen) == true, "\(lines)")
      #expect(lines.last?.hasSuffix(changed) == true, "\(lines)")
      #expect(!lines.dropLast().contains { $0.hasSuffix(changed) })
    }
  }
}
