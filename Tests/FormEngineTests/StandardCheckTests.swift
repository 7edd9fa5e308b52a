import FormEngine
import Testing

/// What checking a form says of the sheets of its standard.
struct StandardCheckTests {
  static let survey = """
    type|name|label::en|label::zh|basis
    integer|minutes|Minutes|分钟|law
    select_one yn|enough|Enough|够|guess:F1
    """
  static let choices = """
    list_name|name|label::en|label::zh
    yn|yes|Yes|是
    yn|no|No|否
    """
  static let sources = """
    name|title::en|title::zh|sure
    law|Law|法|verified
    guess|Guess|猜|memory
    """
  static let parameters = """
    name|value|label::en|label::zh|basis
    par_far|20|Farthest|最远|law
    """
  static let departments = """
    name|label::en|label::zh
    wat|Water|水利
    """
  static let verdicts = """
    domain|label::en|label::zh|means::en|means::zh|met|basis
    water|Water|水|Near|近|${minutes}<=${par_far}|law
    """
  static let header =
    "name|domain|level|when|message::en|message::zh|remedy::en|remedy::zh|basis|department\n"
  static let rule = "W1|water|red|${minutes}>${par_far}|Far|远|Mend|改|law:F1|wat"

  static func workbook(_ changes: [String: String] = [:]) -> Workbook {
    var workbook = Scenario.workbook(changes["survey"] ?? survey, choices: choices)
    for (name, table) in [
      ("sources", sources), ("parameters", parameters), ("departments", departments),
      ("verdicts", verdicts), ("checks", header + rule),
    ] {
      workbook.sheets.append(Scenario.sheet(named: name, changes[name] ?? table))
    }
    return workbook
  }

  /// Each problem as `sheet row column: what`, a warning with a question mark.
  static func problems(
    _ changes: [String: String] = [:], facts: [String: String]? = nil
  ) -> [String] {
    FormCheck.problems(in: workbook(changes), facts: facts).map { problem in
      let fault = problem.fault
      let mark = problem.severity == .warning ? "?" : ""
      let what =
        if case .standard(let kind) = fault.kind { "\(kind)" } else { "\(fault.kind)" }
      return "\(fault.sheet) \(fault.row ?? 0) \(fault.column ?? ""): \(what)\(mark)"
    }
  }

  @Test func aCompleteStandardIsGood() {
    #expect(Self.problems() == [])
    #expect(Self.problems(facts: ["F1": "law"]).count == 1)
  }

  @Test(arguments: [
    ("|law:F1", "|", "checks 2 basis: missingBasis"),
    ("|law:F1", "|guess", "checks 2 basis: unsureBasis"),
    ("|Far|远", "||远", #"checks 2 message::en: missingTranslation(language: "en")"#),
    ("|Far|远", "||", "checks 2 message: missingText"),
    ("|Mend|改", "|Mend|", #"checks 2 remedy::zh: missingTranslation(language: "zh")"#),
    ("|Mend|改", "||", "checks 2 remedy: missingText"),
    ("|Far|远", "|${enough}|远", #"checks 2 message::en: notInRule("enough")?"#),
  ])
  func aRuleIsComplete(_ part: String, _ instead: String, _ problem: String) {
    let rule = Self.rule.replacing(part, with: instead)
    #expect(Self.problems(["checks": Self.header + rule]) == [problem])
  }

  @Test func whatIsOnlyToBeKnownNeedsNoRemedyAndAYellowRuleNoSureSource() {
    let rules = """
      W1|water|red|${minutes}>${par_far}|Far ${minutes}|远|Mend|改|guess law|wat
      W2|water|info|${minutes}=5|Five|五|||guess
      W3|water|yellow|${minutes}=6|Six|六|Do|做|guess
      """
    #expect(Self.problems(["checks": Self.header + rules]) == [])
  }

  @Test func labelsAreThereInEachLanguage() {
    #expect(
      Self.problems([
        "verdicts": Self.verdicts.replacing("|Near|近", with: "||近").replacing("|Water", with: "|"),
        "departments": Self.departments.replacing("|水利", with: "|"),
        "sources": Self.sources.replacing("|Law|法", with: "||"),
        "parameters": Self.parameters.replacing("|最远", with: "|"),
      ]) == [
        "sources 2 title: missingText",
        #"parameters 2 label::zh: missingTranslation(language: "zh")"#,
        #"departments 2 label::zh: missingTranslation(language: "zh")"#,
        #"verdicts 2 label::en: missingTranslation(language: "en")"#,
        #"verdicts 2 means::en: missingTranslation(language: "en")"#,
      ])
  }

  @Test func numbersAndVerdictsHaveABasis() {
    #expect(
      Self.problems([
        "verdicts": Self.verdicts.replacing("|law", with: "|"),
        "parameters": Self.parameters.replacing("|law", with: "|"),
      ]) == ["parameters 2 basis: missingBasis", "verdicts 2 basis: missingBasis"])
  }

  @Test func whatNobodyUsesIsSaid() {
    #expect(
      Self.problems([
        "parameters": Self.parameters + "\npar_off||Off|关|law",
        "departments": Self.departments + "\nedu|School|教育",
        "sources": Self.sources + "\nold|Old|旧|memory",
      ]) == [
        #"sources 4 name: unusedSource("old")?"#,
        #"parameters 3 name: unreadParameter("par_off")?"#,
        #"departments 3 name: unusedDepartment("edu")?"#,
      ])
    // A survey that reads it, as in the relevance of a question, is a use too.
    #expect(
      Self.problems([
        "parameters": Self.parameters + "\npar_off||Off|关|law",
        "survey": Self.survey + "\ncalculate|par_off\nnote|n|${par_off}|x",
      ]).filter { $0.contains("unread") } == [])
  }

  @Test func questionsCiteSourcesThatAreThere() {
    #expect(
      Self.problems(["survey": Self.survey.replacing("分钟|law", with: "分钟|lore")])
        == [#"survey 2 basis: unknownName("lore")"#])
  }

  @Test func factsAreThoseOfTheirSources() {
    #expect(
      Self.problems(facts: ["F2": "law"]) == [
        #"survey 3 basis: unknownFact("F1")"#, #"checks 2 basis: unknownFact("F1")"#,
      ])
    #expect(
      Self.problems(facts: ["F1": "law"]) == [
        #"survey 3 basis: factOfOtherSource(fact: "F1", source: "law")"#
      ])
  }

  @Test func aFormWithoutAStandardIsCheckedAsBefore() {
    let workbook = Scenario.workbook(Self.survey, choices: Self.choices)
    #expect(FormCheck.problems(in: workbook, facts: ["F1": "law"]).isEmpty)
  }
}
