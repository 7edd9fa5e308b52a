import FormEngine
import Testing

/// What checking a form says of rules that cannot be true, and of verdicts at odds with them.
struct StandardConsistencyTests {
  static let survey = """
    type|name|label::en|label::zh|relevant|constraint|calculation|special
    select_one yn|asked|Asked|问
    select_one acc|acc|Water|水|${asked}='yes'
    integer|minutes|Minutes|分钟|selected('point nature', ${acc})|(. >= 0 and . <= 600) or . = -8||dk=-8
    integer|metres|Metres|米|${minutes}=-8|. >= 0
    select_multiple sign|signs|Signs|迹象|${asked}='yes'|count-selected(.)=1 or not(selected(.,'none') or selected(.,'dk'))
    calculate|cracked|||||if(selected(${signs},'crack'), 1, 0)
    begin_repeat|m|Member|成员|${asked}='yes'
    integer|age|Age|年龄||. >= 0 and . <= 120
    calculate|pupil|||||if(${age}>=6 and ${age}<=15, 1, 0)
    begin_group|g|||${pupil}=1
    select_one yn|school|School|上学
    end_group
    end_repeat
    calculate|people|||||count(${m})
    """
  static let choices = """
    list_name|name|label::en|label::zh|special
    yn|yes|Yes|是
    yn|no|No|否
    acc|house|House|到户
    acc|point|Point|水点
    acc|nature|Nature|自取
    acc|dk|Don't know|不清楚|dk
    sign|crack|Crack|裂缝
    sign|tilt|Tilt|倾斜
    sign|leak|Leak|漏雨
    sign|none|None|没有
    sign|dk|Don't know|不清楚|dk
    """
  static let parameters = """
    name|value|line|label::en|label::zh|basis
    par_far|20||Farthest|最远|law
    par_line||yes|Line|线|law
    par_red|no||Red|红|law
    par_word|2026-normal||Word|词|law
    """

  static func workbook(rules: [String], met: String = "") -> Workbook {
    var workbook = Scenario.workbook(survey, choices: choices)
    let header =
      "name|domain|level|repeat|when|message::en|message::zh|remedy::en|remedy::zh|basis\n"
    for (name, table) in [
      ("sources", "name|title::en|title::zh|sure\nlaw|Law|法|verified"),
      ("parameters", parameters),
      ("checks", header + rules.joined(separator: "\n")),
      (
        "verdicts",
        """
        domain|label::en|label::zh|means::en|means::zh|met|basis|assessed
        water|Water|水|Met|达标|\(met)|law
        household|Household|户|Met|达标||law|${asked}='yes'
        """
      ),
    ] {
      workbook.sheets.append(Scenario.sheet(named: name, table))
    }
    return workbook
  }

  static func rule(
    _ name: String, _ when: String, level: String = "yellow", rows: String = ""
  ) -> String {
    "\(name)|water|\(level)|\(rows)|\(when)|Say|话|Do|做|law"
  }

  /// What is said of rules and verdicts at odds, by the cell.
  static func faults(_ workbook: Workbook) -> [String] {
    FormCheck.problems(in: workbook).compactMap { problem in
      guard case .standard(let kind) = problem.fault.kind, problem.severity == .error else {
        return problem.isRefused ? "\(problem.fault)" : nil
      }
      return "\(problem.fault.sheet) \(problem.fault.row ?? 0) \(kind)"
    }
  }

  @Test(arguments: [
    // Each side of a number, and between two whole ones.
    "${minutes}>20 and ${minutes}<=20",
    "${minutes}>20 and ${minutes}<21",
    "${minutes}<${par_far} and ${minutes}>=20",
    // What the constraint lets nobody answer.
    "${minutes}>600",
    "selected(${signs},'none') and selected(${signs},'crack')",
    "count-selected(${signs})>3",
    // What is not asked then.
    "${acc}='house' and ${minutes}>5",
    "${asked}='no' and ${minutes}>5",
    "${asked}='no' and selected(${signs},'tilt')",
    "special(${minutes})='' and ${metres}>5",
    // A calculation.
    "${cracked}=2",
    "${cracked}=1 and not(selected(${signs},'crack'))",
    "${cracked}=1 and ${asked}='no'",
    "${asked}='no' and ${cracked}=''",
    // Without an interview nothing is judged.
    "${asked}='no'",
    "${acc}=''",
    // Don't know is no value.
    "${minutes}=-8",
    "special(${minutes})='dk' and ${minutes}>=0",
    "selected(${signs},'dk')",
    // No setting of a parameter.
    "${par_red}='maybe'",
    "${par_red}='yes' and ${par_red}='no'",
    "${par_line}='' and ${minutes}>${par_line}",
    "${par_word}='2020-census' and ${par_word}!='2020-census'",
    // Rows.
    "some(${m}, ${age}>10) and every(${m}, ${age}<5)",
    "some(${m}, ${age}>30 and ${school}='no')",
    "not(every(${m}, ${age}<=120))",
    // Another rule.
    "finding('W9') and ${minutes}<30",
    // The same comparison of two open numbers.
    "${minutes}>${people} and ${people}>=${minutes}",
    "${minutes}>2 * ${people} and not(${minutes}>2 * ${people})",
    "${metres}>${minutes} and ${minutes}=''",
  ])
  func aRuleThatCanNeverBeTrueIsSaid(_ when: String) {
    let rules = [Self.rule("W1", when), Self.rule("W9", "${minutes}>30")]
    #expect(Self.faults(Self.workbook(rules: rules)) == ["checks 2 neverFires"])
  }

  @Test(arguments: [
    "${minutes}>20 and ${minutes}<=21",
    "${minutes}=600",
    "count-selected(${signs})=3",
    "${acc}='nature' and ${minutes}>5",
    "special(${minutes})='dk' and ${metres}>5",
    "${cracked}=1 and selected(${signs},'leak')",
    "${acc}='house' and ${minutes}=''",
    "not(${minutes}>20)",
    // A switch that is off and a line that is not set are no faults.
    "${par_red}='yes' and ${minutes}>5",
    "${par_line}!='' and ${minutes}<${par_line}",
    "${par_word}='2020-census'",
    // Different rows.
    "some(${m}, ${age}>10) and some(${m}, ${age}<5)",
    "some(${m}, ${age}>10) and every(${m}, ${age}>8 or ${school}='yes')",
    "every(${m}, ${age}>10) and every(${m}, ${age}<5)",
    "not(every(${m}, ${school}='yes'))",
    // What is not looked into may be anything.
    "${people}>7",
    "string-length(${minutes})=2 and ${minutes}=5",
    "${minutes} * 2 > 40 and ${minutes} < 3",
    "any('red')",
    "verdict('household')='unknown'",
    "finding('W9') and ${minutes}>40",
  ])
  func aRuleThatCanBeTrueIsLeftInPeace(_ when: String) {
    let rules = [Self.rule("W1", when), Self.rule("W9", "${minutes}>30")]
    #expect(Self.faults(Self.workbook(rules: rules)) == [])
  }

  @Test func aRuleOfAMemberLooksAtTheMembersOwnAnswers() {
    let rules = [
      Self.rule("W1", "${age}>15 and ${school}='no'", rows: "m"),
      Self.rule("W2", "${age}<=15 and ${school}='no'", rows: "m"),
      Self.rule("W3", "${age}<5 and some(${m}, ${age}>60)", rows: "m"),
      Self.rule("W4", "${age}<5 and every(${m}, ${age}>60)", rows: "m"),
      Self.rule("W5", "${asked}='no' and ${age}>5", rows: "m"),
      Self.rule("W6", "finding('W2') and ${age}=3", rows: "m"),
    ]
    #expect(
      Self.faults(Self.workbook(rules: rules)) == [
        "checks 2 neverFires", "checks 5 neverFires", "checks 6 neverFires",
        "checks 7 neverFires",
      ])
  }

  @Test func anAnswerThatIsNotOfferedIsNamed() {
    let rules = [
      Self.rule("W1", "${acc}='tap' or ${acc}='house'"),
      Self.rule("W2", "selected(${signs},'rot') or ${acc}='house'"),
      Self.rule("W3", "selected('house well', ${acc})"),
      Self.rule("W4", "special(${minutes})='ref' or ${acc}='house'"),
      Self.rule("W5", "every(${m}, ${school}!='dk')"),
      Self.rule("W6", "${acc}='' or ${acc}='house'"),
    ]
    let faults = Self.faults(Self.workbook(rules: rules, met: "${acc}!='pipe'"))
    #expect(
      Set(faults) == [
        #"verdicts 2 unknownAnswer("pipe", question: "acc")"#,
        #"checks 2 unknownAnswer("tap", question: "acc")"#,
        #"checks 3 unknownAnswer("rot", question: "signs")"#,
        #"checks 4 unknownAnswer("well", question: "acc")"#,
        #"checks 5 unknownAnswer("ref", question: "minutes")"#,
        #"checks 6 unknownAnswer("dk", question: "school")"#,
      ])
  }

  @Test func aVerdictThatCanNeverBeMetIsSaid() {
    let faults = Self.faults(
      Self.workbook(
        rules: [Self.rule("W1", "${acc}='house'")], met: "${acc}='house' and ${minutes}<=20"))
    #expect(faults == ["verdicts 2 neverMet"])
  }

  @Test(arguments: [
    ("${minutes}>20", "", "${minutes}<=25 or ${acc}='house'", "minutes=21; acc=point"),
    (
      "${minutes}>20", "", "not(selected(${signs},'crack')) and ${minutes}<99",
      "minutes=21; signs=tilt"
    ),
    ("selected(${signs},'tilt')", "", "not(selected(${signs},'crack'))", "signs=tilt"),
    ("count-selected(${signs})>=2", "", "selected(${signs},'crack')", "signs=crack tilt"),
    ("${school}='no'", "m", "every(${m}, ${age}<10 or ${school}='yes')", "school=no; age=6"),
    ("${acc}='nature'", "", "some(${m}, ${age}>60)", "acc=nature; age=61"),
    ("${par_far}=20 and ${acc}='nature'", "", "${asked}='yes'", "acc=nature; asked=yes"),
  ])
  func metTogetherWithARedRuleIsSaidWithTheAnswers(
    _ when: String, _ rows: String, _ met: String, _ answers: String
  ) {
    let rules = [Self.rule("W1", when, level: "red", rows: rows)]
    #expect(
      Self.faults(Self.workbook(rules: rules, met: met)) == [
        #"verdicts 2 metWithRed(rule: "W1", answers: "\#(answers)")"#
      ])
  }

  @Test(arguments: [
    ("${minutes}>20", "", "${minutes}<=20 or ${acc}='house'"),
    ("${minutes}>${par_far}", "", "${minutes}<=${par_far}"),
    // What is asked only elsewhere.
    ("${minutes}>20", "", "${acc}='house'"),
    ("${metres}>800", "", "${minutes}<=20"),
    ("${school}='no'", "m", "every(${m}, ${age}<6 or ${age}>15 or ${school}='yes')"),
    ("selected(${signs},'tilt')", "", "selected(${signs},'none')"),
    ("${cracked}=1", "", "not(selected(${signs},'crack'))"),
    // The parameter is off.
    ("${par_red}='yes' and ${acc}='nature'", "", "${acc}='nature'"),
  ])
  func metApartFromARedRuleIsLeftInPeace(_ when: String, _ rows: String, _ met: String) {
    let rules = [Self.rule("W1", when, level: "red", rows: rows)]
    #expect(Self.faults(Self.workbook(rules: rules, met: met)) == [])
  }

  @Test func aYellowRuleMayBeTrueOfWhatIsMet() {
    let rules = [Self.rule("W1", "${minutes}>10")]
    #expect(Self.faults(Self.workbook(rules: rules, met: "${minutes}<=20")) == [])
  }

  @Test func aFormThatDoesNotCompileIsNotLookedInto() {
    let rules = [Self.rule("W1", "${nowhere}>10"), Self.rule("W2", "${minutes}>700")]
    #expect(Self.faults(Self.workbook(rules: rules)).count == 1)
  }

  @Test func formulasThatStandDeepInOthersAreNoTrap() {
    let deep = (0..<60).reduce("${minutes}>3") { deep, _ in "(\(deep))=true()" }
    let chosen = (0..<60).reduce("${minutes}>3") { deep, _ in "if(\(deep), true(), false())" }
    var rules = [Self.rule("W1", deep), Self.rule("W2", chosen), Self.rule("F0", "${minutes}>3")]
    for index in 1...40 {
      rules.append(
        Self.rule("F\(index)", "finding('F\(index - 1)') or not(finding('F\(index - 1)'))"))
    }
    #expect(Self.faults(Self.workbook(rules: rules)) == [])
  }

  @Test func aCheckThatWouldTakeTooLongIsGivenUp() {
    // Pigeons in holes: no simple search sees that they do not fit.
    let names = (1...9).map { "q\($0)" }
    let survey = (["type|name|label::en|label::zh"] + names.map { "select_one hole|\($0)|Q|问" })
      .joined(separator: "\n")
    let choices = (["list_name|name|label::en|label::zh"] + (1...8).map { "hole|h\($0)|H|洞" })
      .joined(separator: "\n")
    var parts: [String] = []
    for (index, name) in names.enumerated() {
      for other in names.dropFirst(index + 1) {
        for hole in 1...8 {
          parts.append("not(${\(name)}='h\(hole)' and ${\(other)}='h\(hole)')")
        }
      }
    }
    var workbook = Self.workbook(rules: [Self.rule("W1", parts.joined(separator: " and "))])
    workbook.sheets.removeAll { ["survey", "choices", "verdicts"].contains($0.name) }
    workbook.sheets += Scenario.workbook(survey, choices: choices).sheets
    workbook.sheets.append(
      Scenario.sheet(
        named: "verdicts",
        "domain|label::en|label::zh|means::en|means::zh|basis\nwater|Water|水|Met|达标|law"))
    #expect(Self.faults(workbook) == [])
  }
}
