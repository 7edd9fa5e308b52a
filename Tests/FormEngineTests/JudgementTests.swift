import FormEngine
import Testing

/// What the standard of a form says of a household.
struct JudgementTests {
  static let survey = """
    type|name|label::en|label::zh|relevant|calculation|special
    select_one yn|asked|Asked|问
    select_one yn|enough|Enough|够|${asked}='yes'
    integer|minutes|Minutes|分钟|${asked}='yes'||dk=-8 ref=-9
    integer|metres|Metres|米|${minutes}=-8||dk=-8
    select_multiple sign|signs|Signs|迹象|${asked}='yes'
    begin_repeat|m|Member|成员|${asked}='yes'
    text|who|Name|姓名
    integer|age|Age|年龄|||dk=-8
    select_one yn|school|School|上学|${age}>=6 and ${age}<=15
    end_repeat
    calculate|people|People|人数||count(${m})
    """
  static let choices = """
    list_name|name|label::en|label::zh|special
    yn|yes|Yes|是
    yn|no|No|否
    yn|dk|Don't know|不清楚|dk
    yn|ref|Refused|拒答|ref
    sign|crack|Crack|裂缝
    sign|tilt|Tilt|倾斜
    sign|none|None|没有
    sign|dk|Don't know|不清楚|dk
    """
  static let parameters = """
    name|value|year|line|label::en
    par_far|20|2018||Farthest
    par_line|||yes|Line
    par_cap|||option|Cap
    par_cap_year||||Year of the cap
    """
  static let verdicts = """
    domain|label::en|label::zh|met|not_applicable|any|assessed
    water|Water|水|(${enough}='yes') and (${minutes}<=${par_far} or (special(${minutes})='dk' and ${metres}<=800))||yes
    house|House|房|not(selected(${signs},'crack') or selected(${signs},'tilt'))|${people}=0|yes
    school|School|学|every(${m}, ${age}<6 or ${age}>15 or ${school}='yes')|every(${m}, ${age}<6 or ${age}>15)|yes
    money|Money|钱|||yes
    watch|Watch|看||
    household|Household|户||||${asked}='yes'
    """
  static let checks = """
    name|domain|level|repeat|when|message::en|message::zh|basis|department|enabled
    W1|water|red||${minutes}>${par_far}|${minutes} minutes, the standard is ${par_far}|往返${minutes}分钟,标准是${par_far}分钟||wat
    W2|water|yellow||${enough}='no'|Not enough: ${enough}|不够
    H1|house|red||selected(${signs},'tilt')|Tilts|倾斜
    S1|school|red|m|${school}='no'|Not at school at ${age}|${age}岁没上学
    M1|money|yellow||${par_line}!='' and ${people}<${par_line}|Below|低
    M2|money|yellow||${par_cap}!='' and ${people}>${par_cap}|Above|高
    O1|water|red||${enough}='yes'|Off|关|||no
    A1|watch|info||any('red') or finding('M1')|Some|有
    A2|watch|info||verdict('household')='met' and not(any('yellow'))|Fine|好
    """
  static let departments = """
    name|label::en
    wat|Water
    """

  static func workbook(
    checks: String = checks, verdicts: String = verdicts, parameters: String = parameters
  ) -> Workbook {
    var workbook = Scenario.workbook(survey, choices: choices)
    workbook.sheets += [
      Scenario.sheet(named: "parameters", parameters), Scenario.sheet(named: "verdicts", verdicts),
      Scenario.sheet(named: "checks", checks), Scenario.sheet(named: "departments", departments),
    ]
    return workbook
  }

  /// A household in which all is well, with two members.
  private func household(_ changes: [(String, String)] = []) throws -> Scenario {
    var scenario = try Scenario(Self.workbook())
    scenario.answer("asked", "yes")
    for (path, value) in [
      ("enough", "yes"), ("minutes", "5"), ("signs", "none"), ("m[1]/age", "40"),
    ] { scenario.answer(path, value) }
    scenario.addRow("m")
    scenario.answer("m[2]/age", "10")
    scenario.answer("m[2]/school", "yes")
    for (path, value) in changes {
      if value.isEmpty {
        _ = scenario.form.clear(scenario.address(path))
      } else {
        scenario.answer(path, value)
      }
    }
    return scenario
  }

  private func names(_ marks: [Judgement.Mark], _ scenario: Scenario) -> [String] {
    marks.map { scenario.definition.standard.checks[$0.check].name }
  }

  private func states(_ scenario: Scenario) -> [String: VerdictState] {
    let judgement = scenario.form.judge()
    return Dictionary(
      uniqueKeysWithValues: zip(
        scenario.definition.standard.domains.map(\.name), judgement.verdicts))
  }

  @Test func aHouseholdInWhichAllIsWellIsMet() throws {
    let scenario = try household()
    let judgement = scenario.form.judge()
    #expect(judgement.findings.isEmpty)
    #expect(judgement.household == .met)
    #expect(states(scenario)["money"] == .notAssessed)
  }

  @Test func aMissingAnswerIsUndeterminedAndNeverMet() throws {
    for value in ["", "dk", "ref"] {
      let scenario = try household([("enough", value)])
      #expect(states(scenario)["water"] == .unknown)
      #expect(scenario.form.judge().household == .unknown)
      #expect(names(scenario.form.judge().undetermined, scenario).contains("W2"))
    }
    for value in ["", "-8", "-9"] {
      let scenario = try household([("minutes", value)])
      #expect(states(scenario)["water"] == .unknown)
      #expect(!names(scenario.form.judge().findings, scenario).contains("W1"))
    }
    let several = try household([("signs", "dk")])
    #expect(states(several)["house"] == .unknown)
  }

  @Test func aSpecialAnswerLetsAnotherDecide() throws {
    let scenario = try household([("minutes", "-8"), ("metres", "700")])
    #expect(states(scenario)["water"] == .met)
  }

  @Test func aRedRuleMakesTheDomainNotMetAndSaysTheValues() throws {
    let scenario = try household([("minutes", "30")])
    let judgement = scenario.form.judge()
    #expect(names(judgement.findings, scenario) == ["W1", "A1"])
    #expect(states(scenario)["water"] == .notMet)
    #expect(judgement.household == .notMet)
    let finding = scenario.form.finding(judgement.findings[0], in: judgement)
    #expect(finding.messages["en"] == "30 minutes, the standard is 20")
    #expect(finding.messages["zh"] == "往返30分钟,标准是20分钟")
    #expect(finding.values.map(\.name) == ["minutes", "par_far"])
    #expect(finding.values[0].texts["en"] == "30")
    #expect(finding.values[1].year == "2018")
    #expect(finding.answers == [scenario.address("minutes")])
    #expect(finding.check.departments == ["wat"])
    let water = try #require(scenario.definition.standard.domain(named: "water"))
    let reasons = scenario.form.reasons(of: water, in: judgement)
    #expect(names(reasons.findings, scenario) == ["W1"])
  }

  @Test func theBoundaryItselfPasses() throws {
    #expect(states(try household([("minutes", "20")]))["water"] == .met)
    #expect(states(try household([("minutes", "21")]))["water"] == .notMet)
  }

  @Test func aRuleOfAMemberSpeaksOfThatMember() throws {
    let scenario = try household([("m[2]/school", "no")])
    let judgement = scenario.form.judge()
    let mark = try #require(judgement.findings.first)
    #expect(mark.rows == scenario.address("m[2]").rows)
    let finding = scenario.form.finding(mark, in: judgement)
    #expect(finding.messages["en"] == "Not at school at 10")
    #expect(finding.values.map { $0.texts["en"] } == ["No"])
    #expect(finding.address == scenario.address("m[2]"))
  }

  @Test func anIrrelevantQuestionIsEmptyAndDetermined() throws {
    let scenario = try household([("m[2]/age", "30")])
    #expect(states(scenario)["school"] == .notApplicable)
    let unknown = try household([("m[2]/age", "-8")])
    #expect(states(unknown)["school"] == .unknown)
  }

  @Test func everyGoesThroughNoRows() throws {
    var scenario = try household()
    for path in ["m[2]", "m[1]"] {
      let address = scenario.address(path)
      scenario.form.removeRow(NodeAddress(node: address.node), id: address.rows[0])
    }
    #expect(states(scenario)["school"] == .notApplicable)
    #expect(states(scenario)["house"] == .notApplicable)
  }

  @Test func withoutInterviewNothingIsAssessed() throws {
    let scenario = try household([("asked", "no")])
    #expect(Set(states(scenario).values) == [.notAssessed])
    #expect(scenario.form.judge().findings.isEmpty)
    #expect(scenario.form.judge().undetermined.isEmpty)
  }

  @Test func aLineThatIsNotSetLetsNothingPass() throws {
    let scenario = try household()
    let standard = scenario.definition.standard
    #expect(standard.unset.map { standard.checks[$0.check].name } == ["M1", "M2"])
    // Both rest on M1, of which nothing is known; M2's cap is in force only where a region sets it.
    #expect(names(scenario.form.judge().undetermined, scenario) == ["A1", "A2"])
  }

  @Test func anUnsetLineIsSaidAndASetOneIsCompared() throws {
    let parameters = Self.parameters.replacing(
      "par_line|||yes|Line", with: "par_line|3|2026|yes|Line")
    let definition = try FormDefinition(Self.workbook(parameters: parameters))
    #expect(definition.standard.unset.map(\.check).count == 1)
    #expect(definition.standard.parameters[1].value == "3")
    var scenario = try Scenario(Self.workbook(parameters: parameters))
    scenario.answer("asked", "yes")
    #expect(names(scenario.form.judge().findings, scenario).contains("M1"))
  }

  @Test func theYearOfAValueFillsItsOwnParameter() throws {
    let parameters = Self.parameters.replacing(
      "par_cap|||option|Cap", with: "par_cap|5000|2020|option|Cap")
    let definition = try FormDefinition(Self.workbook(parameters: parameters))
    #expect(definition.standard.parameters[3].value == "2020")
  }

  @Test func aRuleThatIsOffIsSilentAndCanBeTried() throws {
    let scenario = try household()
    let check = try #require(scenario.definition.standard.check(named: "O1"))
    #expect(scenario.form.judge(check: check).found.count == 1)
    #expect(!names(scenario.form.judge().findings, scenario).contains("O1"))
  }

  @Test func anAnswerTheFormWouldNotTakeIsAsGoodAsNone() throws {
    let survey = """
      type|name|label::en|constraint|choice_filter
      integer|most|Most
      integer|minutes|Minutes|. <= ${most}
      select_one yn|enough|Enough||${most} < 100 or name='dk'
      """
    var workbook = Scenario.workbook(survey, choices: Self.choices)
    workbook.sheets += [
      Scenario.sheet(
        named: "verdicts", "domain|met\nwater|${minutes}<=20 and ${enough}='yes'")
    ]
    var scenario = try Scenario(workbook)
    for (path, value) in [("most", "50"), ("minutes", "10"), ("enough", "yes")] {
      scenario.answer(path, value)
    }
    #expect(scenario.form.valid().judge().verdicts == [.met])
    scenario.form.load(scenario.address("most"), "5")
    #expect(scenario.form.judge().verdicts == [.met])
    #expect(scenario.form.valid().judge().verdicts == [.unknown])
    scenario.form.load(scenario.address("most"), "200")
    #expect(scenario.form.valid().judge().verdicts == [.unknown])
    scenario.form.load(scenario.address("most"), "50")
    scenario.form.load(scenario.address("enough"), "nonsense")
    #expect(scenario.form.valid().judge().verdicts == [.unknown])
    #expect(scenario.form.valid().value(scenario.address("enough")) == "")
  }

  @Test func whatWasReckonedIsRoundedInASentence() throws {
    let survey = Self.survey + "\ncalculate|each|Each|每人||${minutes} div 3"
    var workbook = Self.workbook(
      checks: "name|domain|level|when|message::en\nW1|water|red|${each}>1|${each} each")
    workbook.sheets[0] = Scenario.sheet(named: "survey", survey)
    var scenario = try Scenario(workbook)
    scenario.answer("asked", "yes")
    scenario.answer("minutes", "10")
    let judgement = scenario.form.judge()
    let finding = scenario.form.finding(judgement.findings[0], in: judgement)
    #expect(finding.messages["en"] == "3.3 each")
    #expect(finding.answers == [scenario.address("minutes")])
  }

  @Test func aVerdictSaysWhichAnswersKeepItFromBeingKnown() throws {
    let scenario = try household([("enough", "dk")])
    let judgement = scenario.form.judge()
    let water = try #require(scenario.definition.standard.domain(named: "water"))
    let reasons = scenario.form.reasons(of: water, in: judgement)
    #expect(reasons.values.map(\.name) == ["enough"])
    #expect(reasons.values[0].special == .dk)
    let house = try #require(scenario.definition.standard.domain(named: "house"))
    #expect(scenario.form.reasons(of: house, in: judgement).values.map(\.name) == ["signs"])
  }

  @Test(arguments: [
    ("M1|money|yellow||${nowhere}>1|a|a", 2, "when"),
    ("M1|money|pink||${people}>1|a|a", 2, "level"),
    ("M1|moon|red||${people}>1|a|a", 2, "domain"),
    ("M1|money|red|x|${people}>1|a|a", 2, "repeat"),
    ("M1|money|red||${age}>1|a|a", 2, "when"),
    ("M1|money|red||${people}>|a|a", 2, "when"),
    ("M1|money|red||finding('X')|a|a", 2, "when"),
    ("M1|money|red||random()>0|a|a", 2, "when"),
    ("M1|money|red|||a|a", 2, "when"),
    ("M1|money|red||${people}>1|${nowhere}|a", 2, "message::en"),
    ("M1|money|red||${people}>1|a|a|book", 2, "basis"),
    ("M1|money|red||${people}>1|a|a||hea", 2, "department"),
    ("M1|money|red||finding('M1')|a|a", 2, "when"),
    ("M1|money|red||${people}>1|a|a\nM1|money|red||${people}>1|a|a", 3, "name"),
  ])
  func whatIsWrongIsNamedByItsCell(row: String, number: Int, column: String) throws {
    let header = "name|domain|level|repeat|when|message::en|message::zh|basis|department\n"
    let faults = try #require(throws: FormFaults.self) {
      _ = try FormDefinition(Self.workbook(checks: header + row))
    }
    #expect(faults.faults.map(\.row) == [number])
    #expect(faults.faults.map(\.column) == [column])
    #expect(faults.faults.map(\.sheet) == ["checks"])
  }
}
