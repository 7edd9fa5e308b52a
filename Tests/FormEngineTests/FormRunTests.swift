import FormEngine
import JSONText
import Testing

/// A script filled without a screen, and its report.
struct FormRunTests {
  static let survey = """
    type|name|label|relevant|constraint|constraint_message|required|special|calculation
    text|village|Village||||yes
    begin_repeat|m|Member
    text|name|Name
    integer|age|Age of ${name}||(. >= 0 and . <= 120) or . = -8|Not an age||dk=-8
    begin_group|adult|Adult|${age} >= 18
    select_one yn|works|Works
    end_group
    end_repeat
    calculate|people|||||||count(${m})
    """

  func run(_ script: String) throws -> JSON {
    let definition = try FormDefinition(
      Scenario.workbook(
        Self.survey,
        choices: "list_name|name|label|special\nyn|yes|Yes|\nyn|no|No|\nyn|dk|Unsure|dk"))
    return try FormRun.run(
      definition, steps: script,
      options: FormRunOptions(
        today: "2024-05-15", now: "2024-05-15T10:11:12.000Z", random: { 0.25 }))
  }

  func results(_ report: JSON) -> [String] {
    (report["steps"]?.array ?? []).compactMap { $0["result"]?.string }
  }

  @Test func stepsAnswerAsTheOracleDoes() throws {
    let report = try run(
      """
      # a remark
      /data/village
      /data/m[2]/age\t150
      /data/m[2]/age\t30
      /data/m[2]/adult/works\tmaybe
      /data/m[2]/adult/works\tspecial:dk
      /data/m[1]/adult/works\tyes
      !/data/m[1]/age\t-8
      /data/nothing\t1
      /data/people\t7
      /data/m[1]/age\tx
      +/data/m
      -/data/m[3]
      -/data/m[9]
      ?/data/m[2]/age\t. + 1
      ?\tcount(/data/m)
      @\tnowhere
      """)
    #expect(
      results(report) == [
        "REQUIRED_BUT_EMPTY", "CONSTRAINT_VIOLATED", "OK", "NOT_A_CHOICE", "OK", "NOT_RELEVANT",
        "OK", "NO_SUCH_NODE", "NOT_A_QUESTION", "BAD_VALUE", "OK", "OK", "NO_SUCH_INSTANCE", "OK",
        "OK", "NO_LANGUAGES",
      ])
    #expect(report["steps"]?[1]?["message"] == "Not an age")
    #expect(report["steps"]?[13]?["string"] == "31")
    #expect(report["steps"]?[14]?["number"] == "2")
    #expect(report["problems"] == ["/data/village required"])
    #expect(report["first_failure"] == "/data/village required")
    #expect(report["special"] == ["/data/m[1]/age": "dk", "/data/m[2]/adult/works": "dk"])
    let walk = (report["walk"]?.array ?? []).compactMap { $0["path"]?.string }
    #expect(
      walk == [
        "/data/village", "/data/m[1]", "/data/m[1]/name", "/data/m[1]/age", "/data/m[2]",
        "/data/m[2]/name", "/data/m[2]/age", "/data/m[2]/adult", "/data/m[2]/adult/works",
        "/data/m[3]",
      ])
    let xml = report["submission_xml"]?.string ?? ""
    #expect(xml.contains("<m><name /><age>-8</age></m><m><name /><age>30</age><adult><works>dk"))
  }

  @Test func stepsMayBeJSON() throws {
    let report = try run(
      #"[{"op":"set","path":"/data/village","value":"a & b"},{"op":"eval","context":"","expr":"1 + 1"}]"#
    )
    #expect(results(report) == ["OK", "OK"])
    #expect(report["submission_xml"]?.string?.contains("<village>a &amp; b</village>") == true)
    #expect(throws: FormRunFault.unknownOperation("jump", step: 1)) {
      try run(#"[{"op":"jump"}]"#)
    }
  }
}
