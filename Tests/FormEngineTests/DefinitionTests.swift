import FormEngine
import JSONText
import Testing

/// What is read out of a workbook, and what is refused.
struct DefinitionTests {
  @Test func aWorkbookGoesRoundWithoutLoss() throws {
    let text = """
      {"survey":[{"type":"text","name":"q","label":"Q","carry":"yes"},{},{"note":"a remark"}],\
      "survey_header":[["type","name","label","carry","note","empty"]],\
      "settings":[{"form_id":"f","version":"3"}],"settings_header":[["form_id","version"]],\
      "remarks":[{"name":"FD1"}],"remarks_header":[["name"]],"schema":"1"}
      """
    let json = try JSON(parsing: text)
    let workbook = try Workbook(json: json)
    #expect(workbook.json == json)
    #expect(workbook["survey"]?.rows[2].number == 4)
    let definition = try FormDefinition(workbook)
    #expect(definition.id == "f")
    #expect(definition.version == "3")
    #expect(definition.ownSheets.map(\.name) == ["remarks"])
    #expect(definition.nodes[1].isMarked("carry"))
    #expect(definition.path(of: 1) == "/data/q")
  }

  @Test func numbersInCellsBecomeText() throws {
    let workbook = try Workbook(json: ["survey": [["type": "text", "name": "q", "n": 3]]])
    #expect(workbook["survey"]?.rows[0]["n"] == "3")
    #expect(throws: WorkbookFault.notAText(sheet: "survey", row: 2, column: "x")) {
      try Workbook(json: ["survey": [["x": []]]])
    }
  }

  @Test func namesThatAreNotUniqueAreKeyedByPath() throws {
    let definition = try FormDefinition(
      Scenario.workbook(
        """
        type|name|label
        begin_group|a|A
        text|x|X
        end_group
        begin_group|b|B
        text|x|X
        text|y|Y
        end_group
        """))
    #expect(definition.node(named: "x") == nil)
    #expect(definition.node(named: "b/x").map { definition.key(of: $0) } == "b/x")
    #expect(definition.node(named: "y").map { definition.key(of: $0) } == "y")
  }

  @Test func aliasesOfOldFormsAreRead() throws {
    var scenario = try Scenario(
      """
      type|name|caption|relevance|readonly
      begin group|g|G
      int|n|N
      string|s|S|${n} = 1
      end group
      select all that apply from yn|many|Many
      """, choices: "list name|value|label\nyn|yes|Yes")
    #expect(!scenario.isRelevant("s"))
    scenario.answer("n", "1")
    #expect(scenario.isRelevant("s"))
    #expect(scenario.answer("many", "yes").isOK)
  }

  @Test func refusalsNameSheetRowAndColumn() {
    let faults = Scenario.faults(
      """
      type|name|label|relevant|repeat_count|parameters|special|choice_filter|default
      geopoint|place|Place
      frobnicate|x|X
      text|q|Q|${nobody} = 1
      begin_repeat|r|R||3
      select_one none|s|S
      integer|n|N||||dk
      select_one yn randomize|t|T
      text|2bad|B
      text||No name
      integer|d|D||||||abc
      select_one yn|u|U|||randomize=true
      """, choices: "list_name|name|label\nyn|yes|Yes")
    func kind(_ row: Int) -> [FormFault.Kind] { faults.filter { $0.row == row }.map(\.kind) }
    #expect(kind(2) == [.unsupportedType("geopoint")])
    #expect(kind(3) == [.unknownType("frobnicate")])
    #expect(kind(4) == [.expression(.unknownName("nobody"))])
    #expect(faults.first { $0.row == 4 }?.column == "relevant")
    #expect(kind(5) == [.unsupportedColumn, .unclosed("r")])
    #expect(kind(6) == [.unknownList("none")])
    #expect(kind(7) == [.badSpecial("dk")])
    #expect(kind(8) == [.unsupportedType("select_one yn randomize")])
    #expect(kind(9) == [.badName("2bad")])
    #expect(kind(10) == [.missingName])
    #expect(kind(11) == [.badDefault("abc")])
    #expect(kind(12) == [.unsupportedParameter("randomize")])
  }

  @Test func cyclesAreRefused() {
    let faults = Scenario.faults(
      """
      type|name|label|calculation|relevant
      calculate|a||${b} + 1
      calculate|b||${c}
      calculate|c||${a}
      """)
    #expect(faults.count == 1)
    guard case .cycle(let names)? = faults.first?.kind else {
      Issue.record("no cycle found")
      return
    }
    #expect(Set(names) == ["a", "b", "c"])
    let selfish = Scenario.faults("type|name|label|relevant\ntext|a|A|${a} = ''")
    #expect(selfish.map(\.kind) == [.cycle(["a"])])
    let group = Scenario.faults(
      "type|name|label|relevant\nbegin_group|g|G|${a} = ''\ntext|a|A\nend_group")
    #expect(group.count == 1)
  }

  @Test func forwardReferencesAreNoCycle() throws {
    var scenario = try Scenario(
      """
      type|name|label|calculation|choice_filter
      calculate|a||${b} + 1
      calculate|b||${n} * 2
      integer|n|N
      select_one yn|p|P||name != ${q}
      select_one yn|q|Q||name != ${p}
      """, choices: "list_name|name|label\nyn|yes|Yes\nyn|no|No")
    scenario.answer("n", "5")
    #expect(scenario.value("a") == "11")
    scenario.answer("p", "yes")
    #expect(scenario.choices("q") == ["no"])
  }

  @Test func duplicatesAreTold() {
    let twice = Scenario.faults("type|name|label\ntext|a|A\ntext|a|B")
    #expect(twice.map(\.kind) == [.duplicateName("a")])
    let spaces = Scenario.faults(
      "type|name|label\nselect_multiple l|a|A", choices: "list_name|name|label\nl|x y|X")
    #expect(spaces.map(\.kind) == [.choiceNameHasSpace("x y")])
    let ambiguous = Scenario.faults(
      """
      type|name|label|relevant
      begin_group|a|A
      text|x|X
      end_group
      begin_group|b|B
      text|x|X
      end_group
      text|q|Q|${x} = 1
      """)
    #expect(ambiguous.map(\.kind) == [.expression(.ambiguousName("x"))])
  }

  @Test func checkFindsMissingTranslationsAndUnusedLists() {
    let problems = FormCheck.problems(
      in: Scenario.workbook(
        """
        type|name|label::English (en)|label::中文 (zh)|hint::English (en)|hint::中文 (zh)
        text|a|A|甲|H
        select_one yn|b|B|
        """,
        choices: """
          list_name|name|label::English (en)|label::中文 (zh)
          yn|yes|Yes|是
          yn|yes|Yes|
          other|x|X|X
          """))
    func described(_ problem: FormProblem) -> String {
      "\(problem.fault.sheet) \(problem.fault.row ?? 0) \(problem.fault.column ?? "") \(problem.severity)"
    }
    #expect(
      problems.map(described) == [
        "survey 2 hint::中文 (zh) error", "survey 3 label::中文 (zh) error",
        "choices 3 label::中文 (zh) error", "choices 3 name warning", "choices 4  warning",
      ])
    #expect(problems.allSatisfy { !$0.isRefused })
  }

  @Test func metadataComesFromTheDevice() throws {
    let definition = try FormDefinition(
      Scenario.workbook("type|name\nstart|start\ntoday|today\ndeviceid|device"))
    let form = FormInstance(
      definition, today: "2024-05-15", now: "2024-05-15T10:11:12.000Z", random: { 0 },
      creating: true, metadata: ["deviceid": "d1"], newRowID: { "r" })
    #expect(form.calculated("start") == "2024-05-15T10:11:12.000Z")
    #expect(form.calculated("today") == "2024-05-15")
    #expect(form.calculated("device") == "d1")
    #expect(form.stops().isEmpty)
  }

  @Test func manyValuesInOnePlaceAreWarnedOf() throws {
    let definition = try FormDefinition(
      Scenario.workbook(
        """
        type|name|label|calculation
        begin_repeat|m|Member
        integer|age|Age of ${age}
        calculate|older||${age} + 1
        end_repeat
        calculate|sum||sum(${age})
        calculate|one||${age} + 1
        note|shown|Ages ${age}
        """))
    #expect(definition.warnings.map(\.row) == [7, 8])
    #expect(definition.warnings.map(\.kind) == [.manyValues("age"), .manyValues("age")])
  }

  @Test func whatWouldExhaustTheStackIsRefused() {
    let groups = (0..<100).map { "begin_group|g\($0)|G" }.joined(separator: "\n")
    #expect(Scenario.faults("type|name|label\n" + groups).contains { $0.kind == .nestedTooDeep })
    let sum = Array(repeating: "1", count: 5000).joined(separator: "+")
    #expect(
      Scenario.faults("type|name|label|calculation\ncalculate|c||" + sum).map(\.kind)
        == [.expression(.tooDeep)])
  }
}
