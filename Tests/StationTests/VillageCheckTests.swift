import Fieldwork
import FormEngine
import Record
import Station
import Testing

/// What is found over a whole village, and above all what is not.
@Suite struct VillageCheckTests {
  @Test func findingsStandWithHouseholdMemberAndDepartment() throws {
    var village = CheckedVillage()
    village.add(1, ["w_min": "25"], members: [("甲一", "", "farm"), ("甲二", "", "none")])
    village.add(2, ["w_min": "20"])
    village.add(3, ["w_min": "90"], result: "refused", consent: "no")
    village.add(4, ["w_min": "90"], completed: false)
    village.addUnvisited(5)
    let check = try village.check(CheckedVillage.form())
    #expect(check.findings.map(\.rule) == ["WA1", "WK1"])
    let water = try #require(check.findings.first)
    #expect(water.number == 1)
    #expect(water.group == "2组")
    #expect(water.head == "甲一")
    #expect(water.person == "")
    #expect(water.messages["zh"] == "往返25分钟")
    #expect(water.departments.map(\.name) == ["wat"])
    #expect(water.basis.map(\.source.name) == ["own"])
    #expect(check.findings.last?.person == "甲二")
    #expect(check.households == 5)
    #expect(check.interviewed == 2)
    #expect(check.notAssessed == 3)
  }

  @Test func whatTheRegisterSaysAndNobodyConfirmedIsNoFinding() throws {
    var village = CheckedVillage()
    village.add(1, register: ["w_min": "90"])
    #expect(try village.check(CheckedVillage.form()).findings.isEmpty)
  }

  @Test func aFormThatIsNotHereIsSaid() throws {
    var village = CheckedVillage()
    village.add(1, ["w_min": "90"])
    let form = try CheckedVillage.form()
    let check = try VillageCheck(
      village.summaries, standard: form.standard, forms: { _ in nil }, file: village.file)
    #expect(check.withoutForm == 1)
    #expect(check.notAssessed == 0)
  }

  @Test func whatCannotBeComputedIsSaidAndNotPassedOver() throws {
    let unknown = """
      , {"name": "XX9", "domain": "water", "level": "yellow", "message::zh": "x", "remedy::zh": "x",
        "basis": "own", "department": "wat", "needs": "households"}
      """
    let form = try CheckedVillage.form(seconds: "", extraRule: unknown)
    let check = try CheckedVillage().check(form)
    #expect(check.notComputed.map(\.rule.name) == ["QA1", "MO1", "XX9"])
    #expect(
      check.notComputed.map(\.gap) == [
        .parameter("par_min_seconds"), .needs("rounds"), .needs("households"),
      ])
    #expect(check.unset.map(\.parameter.name) == ["par_line"])
    #expect(check.unset.map(\.rules) == [["IN1"]])
    #expect(check.unset.map(\.isSetNow) == [false])
  }

  @Test func aLineThatWasNotSetWhenTheInterviewWasDoneIsSaidToo() throws {
    var village = CheckedVillage()
    village.add(1, ["w_min": "5"])
    village.add(2, ["w_min": "5"])
    village.addUnvisited(3)
    let before = try CheckedVillage.form()
    let now = try CheckedVillage.form(line: "100")
    let check = try VillageCheck(
      village.summaries, standard: now.standard, forms: { _ in before }, file: village.file)
    #expect(!check.findings.contains { $0.rule == "IN1" })
    #expect(check.unset.map(\.parameter.name) == ["par_line"])
    #expect(check.unset.map(\.isSetNow) == [true])
    #expect(check.unset.map(\.households) == [2])
    let again = try VillageCheck(
      village.summaries, standard: now.standard, forms: { _ in now }, file: village.file)
    #expect(again.findings.map(\.rule) == ["IN1", "IN1"])
    #expect(again.unset.isEmpty)
  }

  // MARK: QA1, too fast

  @Test(arguments: [("09:02:59", [1]), ("09:03:00", []), ("09:03:01", [])])
  func aVisitIsTooFastBelowTheParameterAndNotAtIt(_ end: String, _ expected: [Int?]) throws {
    var village = CheckedVillage()
    village.add(1, visits: [("09:00:00", end)])
    #expect(try village.flagged("QA1", CheckedVillage.form()) == expected)
  }

  @Test func visitsOfAnInterviewAreAddedUp() throws {
    var village = CheckedVillage()
    village.add(1, visits: [("09:00:00", "09:01:30"), ("15:00:00", "15:01:30")])
    village.add(2, visits: [("09:00:00", "09:01:30"), ("15:00:00", "15:01:29")])
    #expect(try village.flagged("QA1", CheckedVillage.form()) == [2])
  }

  @Test func onlyADoneInterviewIsTooFastAndNoneOfWhichTheClockDoesNotTell() throws {
    var village = CheckedVillage()
    village.add(1, result: "refused", consent: "no", visits: [("09:00:00", "09:00:10")])
    village.add(2, visits: [("09:00:00", "09:00:10")], completed: false)
    // The clock was put back in the visit.
    village.add(3, visits: [("09:00:00", "08:00:00")])
    village.addUnvisited(4)
    #expect(try village.flagged("QA1", CheckedVillage.form()) == [])
  }

  @Test func theSupervisorIsToldWhoAndWhen() throws {
    var village = CheckedVillage()
    village.add(1, visits: [("09:00:00", "09:00:10")], by: CheckedVillage.chen)
    let check = try village.check(CheckedVillage.form())
    #expect(check.findings.isEmpty)
    let finding = try #require(check.quality.first)
    #expect(finding.surveyor == CheckedVillage.chen)
    #expect(finding.day == "2026-11-21")
    #expect(finding.messages["zh"] == "不到180秒")
  }

  // MARK: QA2, identical answers

  private func alike(_ count: Int) -> CheckedVillage {
    var village = CheckedVillage()
    for number in 1...count { village.add(number, ["w_min": "5", "w_tap": "yes"]) }
    return village
  }

  @Test func asManyAsTheParameterAreAlikeAndNotFewer() throws {
    #expect(try alike(2).flagged("QA2", CheckedVillage.form()) == [])
    #expect(try alike(3).flagged("QA2", CheckedVillage.form()) == [1, 2, 3])
    let check = try alike(3).check(CheckedVillage.form())
    #expect(check.quality.map(\.others) == [[2, 3], [1, 3], [1, 2]])
  }

  @Test func anotherSurveyorAnotherDayOrAnotherAnswerIsNotAlike() throws {
    var village = alike(2)
    village.add(3, ["w_min": "5", "w_tap": "yes"], by: CheckedVillage.chen)
    village.add(4, ["w_min": "5", "w_tap": "yes"], day: "2026-11-22")
    village.add(5, ["w_min": "6", "w_tap": "yes"])
    village.add(6, ["w_min": "5"])
    village.add(7, ["w_min": "5", "w_tap": "yes"], members: [("甲一", "", "none")])
    village.add(8, ["w_min": "5", "w_tap": "yes"], completed: false)
    #expect(try village.flagged("QA2", CheckedVillage.form()) == [])
  }

  @Test func registerTextsNamesAndTheOrderOfMembersDoNotTellHouseholdsApart() throws {
    var village = CheckedVillage()
    village.add(
      1, ["w_min": "5", "k_who": "甲"], members: [("甲一", "1", "farm"), ("甲二", "2", "none")],
      register: ["h_class": "yes"])
    village.add(
      2, ["w_min": "5", "k_who": "乙"], members: [("乙一", "3", "none"), ("乙二", "4", "farm")],
      register: ["h_class": "no"])
    village.add(
      3, ["w_min": "5"], members: [("丙一", "5", "farm"), ("丙二", "6", "none")])
    #expect(try village.flagged("QA2", CheckedVillage.form()) == [1, 2, 3])
  }

  @Test func refusalsAreNotAlike() throws {
    var village = CheckedVillage()
    for number in 1...5 { village.add(number, result: "refused", consent: "no") }
    #expect(try village.flagged("QA2", CheckedVillage.form()) == [])
  }

  // MARK: QA3, one number in two households

  private static let number = "99010119910101123x"

  @Test func aNumberInTwoHouseholdsIsFoundWhateverItsLetterAndNeverShown() throws {
    var village = CheckedVillage()
    village.add(1, members: [("甲一", Self.number, "farm")])
    village.addUnvisited(2, members: [("乙一", Self.number.uppercased())])
    village.addUnvisited(3, members: [("丙一", "990101199101011248")])
    let check = try village.check(CheckedVillage.form())
    let found = check.quality.filter { $0.rule == "QA3" }
    #expect(found.map(\.number) == [1, 2])
    #expect(found.map(\.person) == ["甲一", "乙一"])
    #expect(found.map(\.others) == [[2], [1]])
    #expect(!"\(check)".contains("19910101"))
  }

  @Test func twiceInOneHouseholdAndNoNumberAreNotFound() throws {
    var village = CheckedVillage()
    village.addUnvisited(1, members: [("甲一", Self.number), ("甲二", Self.number)])
    village.addUnvisited(2, members: [("乙一", ""), ("乙二", " ")])
    village.addUnvisited(3, members: [("丙一", "")])
    #expect(try village.flagged("QA3", CheckedVillage.form()) == [])
  }

  // MARK: Trials

  @Test func aRuleThatIsOffIsTried() throws {
    var village = CheckedVillage()
    village.add(1, ["w_min": "25"])
    village.add(2, ["w_min": "20"])
    village.add(3)
    village.addUnvisited(4)
    let off = try CheckedVillage.form(isOn: false)
    #expect(try village.check(off).findings.isEmpty)
    let trial = try VillageTrial(
      village.summaries, inForce: off, tried: off, rule: "WA1", file: village.file)
    let rule = try #require(trial.rules.first)
    #expect(trial.interviewed == 3)
    #expect(rule.findings.map(\.number) == [1])
    #expect(rule.new == [HouseholdID("h1")])
    #expect(rule.unknown == [HouseholdID("h3")])
  }

  @Test func whatIsNewIsToldFromWhatIsFoundNow() throws {
    var village = CheckedVillage()
    for (number, minutes) in [(1, "25"), (2, "20"), (3, "15")] {
      village.add(number, ["w_min": minutes])
    }
    let trial = try VillageTrial(
      village.summaries, inForce: CheckedVillage.form(), tried: CheckedVillage.form(minutes: "15"),
      rule: "WA1", file: village.file)
    let rule = try #require(trial.rules.first)
    #expect(rule.findings.map(\.number) == [1, 2])
    #expect(rule.new == [HouseholdID("h2")])
    #expect(rule.gone.isEmpty)
  }

  @Test func withoutARuleEachOneThatDiffersIsTold() throws {
    var village = CheckedVillage()
    village.add(1, ["w_min": "18"], visits: [("09:00:00", "09:04:00")])
    village.add(2, ["w_min": "5"])
    let trial = try VillageTrial(
      village.summaries, inForce: CheckedVillage.form(),
      tried: CheckedVillage.form(seconds: "300", minutes: "15"), file: village.file)
    #expect(trial.rules.filter(\.differs).map(\.name) == ["WA1", "QA1"])
    #expect(trial.notComputed.map(\.rule.name) == ["MO1"])
  }
}
