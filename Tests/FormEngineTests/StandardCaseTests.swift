import FormEngine
import Testing

/// Cases told as rows of a table, and what is said of rows that cannot be used.
@Suite struct StandardCaseTests {
  static let base = """
    member|question|answer
    |today|2024-05-15
    |asked|yes
    |enough|yes
    |minutes|5
    |signs|none
    old|age|40
    child|age|10
    child|school|yes
    """

  private func table(_ cases: String, base: String = base) throws -> StandardCaseTable {
    try StandardCaseTable(
      base: Scenario.sheet(named: "base.csv", base),
      cases: Scenario.sheet(named: "cases.csv", cases))
  }

  private func faults(_ cases: String, base: String = base) -> [StandardCaseFault] {
    do {
      let table = try table(cases, base: base)
      var forms = StandardCaseForms(JudgementTests.workbook(), overlays: [])
      for one in table.cases { _ = try table.judge(one, by: forms.definition(for: one)) }
    } catch let faults as StandardCaseFaults {
      return faults.faults
    } catch {
      Issue.record(error)
    }
    return []
  }

  @Test("a case is the base with other answers, judged as the form judges it")
  func judging() throws {
    let table = try table(
      """
      rule|kind|parameters|household|member|result|verdict
      W1|fires 触发||minutes=21||fires|not_met
      W1|边界||minutes=20||不触发|达标
      W1|||minutes=dk; metres=900||unknown|unknown
      S1||||child: school=no; old: age=41|fires|not_met
      S1||||old: age=15; school=yes; child: school=no|clear|not_met
      M1||||old: age=1|unset|
      M1||par_line=3@2024|||fires|
      M1||par_line=2|||clear|
      household||||child: age=|| unknown
      O1|||||fires|
      """)
    var forms = StandardCaseForms(JudgementTests.workbook(), overlays: [])
    #expect(table.cases.map(\.row) == Array(2...11))
    #expect(table.cases[0].kind == .fires && table.cases[1].kind == .boundary)
    for one in table.cases {
      let judged = try table.judge(one, by: forms.definition(for: one))
      #expect(judged.outcome == one.outcome, "row \(one.row)")
      if let verdict = one.verdict { #expect(judged.verdict == verdict, "row \(one.row)") }
    }
  }

  @Test("titles may be in Chinese, in English or in both")
  func titles() throws {
    let table = try table("规则|情况|CASE (English)|住户 household|结果 Result\nW1|远|Far|minutes=30|fires")
    #expect(table.cases[0].sentences == ("远", "Far"))
    #expect(table.cases[0].answers.map(\.value) == ["30"])
  }

  @Test(
    "what is wrong is named by its cell",
    arguments: [
      ("|minutes=3||fires|", "rule", .missingRule),
      ("X1|minutes=3||fires|", "规则 rule", .unknownRule("X1")),
      ("water|minutes=3||fires|", "结果 result", .resultOfDomain("water")),
      ("M1|minutes=3||fires|met", "结论 verdict", .noVerdict("money")),
      ("W1|minutes=3||often|", "result", .unknownWord("often")),
      ("W1|minutes=3||fires 不触发|", "result", .unknownWord("fires 不触发")),
      ("W1|minutes=3|||", "result", .nothingExpected),
      ("W1|minutes||fires|", "household", .notAnAnswer("minutes")),
      ("W1|=3||fires|", "household", .notAnAnswer("=3")),
      ("W1|minutes=3; minutes=4||fires|", "member", .answeredTwice("minutes")),
      ("W1|today=2024-13-01||fires|", "household", .badDate("2024-13-01")),
      ("W1|hours=3||fires|", "住户 household", .unknownQuestion("hours")),
      ("W1|people=3||fires|", "住户 household", .unknownQuestion("people")),
      ("S1|age=3||fires|", "住户 household", .wrongPlace("age")),
      ("S1||child: enough=no|fires|", "成员 member", .wrongPlace("enough")),
      ("S1||baby: age=1|fires|", "成员 member", .unknownPerson("baby")),
      ("S1||age=1|fires|", "member", .unknownPerson("")),
      ("W2|enough=maybe||fires|", "住户 household", .badAnswer(question: "enough", value: "maybe")),
      ("W1|minutes=far||fires|", "住户 household", .badAnswer(question: "minutes", value: "far")),
      ("H1|signs=none x||fires|", "住户 household", .badAnswer(question: "signs", value: "none x")),
    ] as [(String, String, StandardCaseFault.Kind)])
  func whatIsWrong(row: String, column: String, kind: StandardCaseFault.Kind) {
    let faults = faults("rule|household|member|result|verdict\n" + row)
    #expect(faults == [StandardCaseFault(.cases, row: 2, column: column, kind)])
  }

  @Test("regions and parameters that the form does not have are told")
  func wrongForms() {
    let unknown = faults("rule|overlay|result\nW1|atlantis|fires")
    #expect(unknown.map(\.kind) == [.unknownOverlay("atlantis")])
    let parameter = faults("rule|parameters|result\nW1|par_none=3|fires")
    #expect(parameter.map(\.column) == ["参数 parameters"])
    guard case .form(let fault)? = parameter.first?.kind else {
      Issue.record("\(parameter)")
      return
    }
    #expect(fault.kind == .overlay(.unknownParameter("par_none")))
  }

  @Test("a base that cannot be used is told")
  func wrongBase() {
    let cases = "rule|result\nW1|fires"
    #expect(faults(cases, base: "question|answer\nasked|yes").map(\.kind) == [.missingToday])
    #expect(
      faults(cases, base: "question|answer\ntoday|2024-02-30").map(\.kind)
        == [.badDate("2024-02-30")])
    #expect(
      faults(cases, base: "question|answer\ntoday|2024-05-15\nasked|yes\nasked|no").map(\.kind)
        == [.answeredTwice("asked")])
    #expect(
      faults(cases, base: "answer\nyes").map(\.column) == ["题目 question"])
    #expect(
      faults(cases, base: "question|answer\ntoday|2024-05-15\nminutes|near").map(\.kind)
        == [.badAnswer(question: "minutes", value: "near")])
    #expect(faults("household\nminutes=3").map(\.column) == ["规则 rule"])
  }
}
