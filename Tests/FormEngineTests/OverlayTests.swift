import FormEngine
import JSONText
import Testing

/// How a region's additions are merged into a form, and what is refused of them.
struct OverlayTests {
  @Test func parametersAreReplacedWithTheirYearAndTheSurveyFollows() throws {
    let merged = try OverlayForm.form.applying(
      OverlayForm.overlay(
        parameters: """
          name|value|year|basis
          par_litres|25|2026|memory:A1
          par_cap|5000|2018|
          par_text|o'clock|2020|
          """))
    let litres = OverlayForm.row(merged, "parameters", "par_litres")
    #expect(litres?["value"] == "25")
    #expect(litres?["year"] == "2026")
    #expect(litres?["basis"] == "memory:A1")
    #expect(litres?["set_by"] == "east")
    #expect(litres?["unit::English (en)"] == "litres")
    // Nothing of the value before stays with the new one.
    #expect(OverlayForm.row(merged, "parameters", "par_cap")?["basis"] == nil)
    #expect(OverlayForm.row(merged, "survey", "par_cap")?["calculation"] == "5000")
    #expect(OverlayForm.row(merged, "survey", "par_text")?["calculation"] == "\"o'clock\"")
    #expect(OverlayForm.row(merged, "survey", "par_red")?["calculation"] == "'no'")
    let red = try OverlayForm.form.applying(
      OverlayForm.overlay(parameters: "name|value|year\npar_red|yes|2019"))
    #expect(OverlayForm.row(red, "survey", "par_red")?["calculation"] == "'yes'")
    _ = try FormDefinition(red)
  }

  @Test func questionsGoWhereTheySay() throws {
    let merged = try OverlayForm.form.applying(
      OverlayForm.overlay(
        survey: """
          type|name|label::中文 (zh)|label::English (en)|relevant|group|after|required_message::中文 (zh)|required_message::English (en)
          text|x_one|一|One||g_house|h_live|写|Write
          select_one struct|x_two|二|Two|${x_one} != ''|g_house|h_live
          text|x_three|三|Three|||x_one
          text|x_last|末|Last||g_house
          begin_group|x_group||||m
          integer|x_inside|里|Inside
          end_group
          note|x_in_group|注|Note||x_group|x_inside
          integer|x_member|人|Member||m
          text|x_end|尾|End|||m
          """,
        choices: """
          list_name|name|label::中文 (zh)|label::English (en)
          struct|earth|土|Earth
          """))
    #expect(
      OverlayForm.names(merged, "survey") == [
        "par_cap", "par_text", "par_red", "g_house", "h_live", "x_one", "x_three", "x_two", "h_pen",
        "x_last", "", "m", "m_name", "x_group", "x_inside", "x_in_group", "", "x_member", "",
        "x_end",
      ])
    let survey = try #require(merged["survey"])
    #expect(!survey.header.contains("group"))
    #expect(!survey.header.contains("after"))
    #expect(survey.header.contains("required_message::中文 (zh)"))
    #expect(OverlayForm.row(merged, "survey", "x_one")?["set_by"] == "east")
    #expect(OverlayForm.row(merged, "choices", "earth")?["set_by"] == "east")
    let definition = try FormDefinition(merged)
    let member = try #require(definition.node(named: "x_member"))
    #expect(definition.path(of: member) == "/data/m/x_member")
    #expect(definition.warnings.isEmpty)
  }

  @Test func rulesAreAddedRaisedAndSwitchedOn() throws {
    let merged = try OverlayForm.form.applying(
      OverlayForm.overlay(
        checks: """
          name|domain|level|when|message::中文 (zh)|message::English (en)|remedy::中文 (zh)|remedy::English (en)|enabled
          HO2||red|||||
          HO3||||||||yes
          HO9|housing|yellow|${h_pen} = 'near'|近|Near|移|Move|no
          """,
        verdicts: "domain|met\nhousing|${h_pen} = 'none' or ${h_pen} = 'apart'"))
    let raised = OverlayForm.row(merged, "checks", "HO2")
    #expect(raised?["level"] == "red")
    #expect(raised?["when"] == "${h_pen} = 'same'")
    #expect(raised?["set_by"] == "east")
    #expect(OverlayForm.row(merged, "checks", "HO3")?["enabled"] == "yes")
    #expect(OverlayForm.row(merged, "checks", "HO3")?["level"] == "yellow")
    #expect(OverlayForm.row(merged, "checks", "HO9")?["set_by"] == "east")
    #expect(OverlayForm.names(merged, "checks") == ["HO1", "HO2", "HO3", "HO9"])
    #expect(
      merged["verdicts"]?.rows[0]["met"]
        == "(${h_live} = 'own') and (${h_pen} = 'none' or ${h_pen} = 'apart')")
    #expect(merged["verdicts"]?.rows[0]["set_by"] == "east")
  }

  @Test func wordsFiguresAndDocumentsAreTheRegions() throws {
    let merged = try OverlayForm.form.applying(
      OverlayForm.overlay(
        labels: """
          sheet|list|name|label::中文 (zh)|label::English (en)|hint::中文 (zh)|hint::English (en)|means::中文 (zh)|means::English (en)
          survey||h_live|住处|Dwelling|看|Look
          choices|live|own|自有|Owned
          verdicts||housing|||||好|Fine
          """,
        references: """
          name|label::中文 (zh)|label::English (en)|value|unit::中文 (zh)|unit::English (en)|year
          subsidy|补助|Subsidy|40000|元|yuan|2020
          """,
        sources: "name|title::中文 (zh)|title::English (en)|year|sure\nnotice|通知|Notice|2026|document"
      ))
    let definition = try FormDefinition(merged)
    let node = try #require(definition.node(named: "h_live"))
    #expect(definition.nodes[node].label == ["住处", "Dwelling"])
    #expect(definition.nodes[node].hint == ["看", "Look"])
    #expect(definition.choices(of: node).first?.label("English (en)") == "Owned")
    #expect(merged["verdicts"]?.rows[0]["means::English (en)"] == "Fine")
    #expect(OverlayForm.row(merged, "references", "subsidy")?["set_by"] == "east")
    #expect(OverlayForm.row(merged, "sources", "notice")?["sure"] == "document")
    let renewed = try merged.applying(
      OverlayForm.overlay(
        named: "county",
        references: """
          name|label::中文 (zh)|label::English (en)|value|year
          subsidy|补助|Subsidy|50000|2026
          """))
    #expect(OverlayForm.names(renewed, "references") == ["subsidy"])
    #expect(OverlayForm.row(renewed, "references", "subsidy")?["value"] == "50000")
  }

  @Test func aMergedFormTellsWhatIsInIt() throws {
    let profile = try Overlay(
      OverlayForm.workbook(named: "2026", parameters: "name|value|year\npar_text|new|2026"),
      file: "profiles/2026.json", kind: .profile)
    let region = try OverlayForm.overlay(title: true, parameters: "name|value|year\npar_cap|1|2018")
    let county = try OverlayForm.overlay(
      named: "county", extends: "east", parameters: "name|value|year\npar_cap|2|2026",
      verdicts: "domain|met\nhousing|${h_pen} = 'none'")
    let chain = try Overlay.chain(of: "county", among: [county, region])
    let merged = try OverlayForm.form.applying([profile] + chain)
    #expect(OverlayForm.names(merged, "profile") == ["2026"])
    #expect(OverlayForm.names(merged, "overlays") == ["east", "county"])
    let row = OverlayForm.row(merged, "overlays", "county")
    #expect(row?["label::中文 (zh)"] == "东部")
    #expect(row?["year"] == "2020")
    #expect(row?["file"] == "county.json")
    #expect(row?["extends"] == "east")
    #expect(OverlayForm.row(merged, "standard", "national")?["title::English (en)"] == "East's")
    #expect(OverlayForm.row(merged, "standard", "national")?["label::English (en)"] == "National")
    #expect(OverlayForm.row(merged, "parameters", "par_cap")?["value"] == "2")
    #expect(OverlayForm.row(merged, "parameters", "par_cap")?["set_by"] == "county")
    #expect(
      county.labels == ["中文 (zh)": "东部", "English (en)": "East"] && county.extends == "east")
    #expect(region.titles["中文 (zh)"] == "东部标准")
  }

  @Test func mergingIsTheSameEveryTimeAndGoesRoundWithoutLoss() throws {
    func merge() throws -> Workbook {
      try OverlayForm.form.applying([
        OverlayForm.overlay(
          parameters: "name|value|year\npar_litres|25|2026",
          survey: """
            type|name|label::中文 (zh)|label::English (en)|group
            text|x_one|一|One|g_house
            """), Overlay.parameters(["par_cap": "9", "par_litres": "1", "par_red": "yes"]),
      ])
    }
    let merged = try merge()
    #expect(try merge() == merged)
    let again = try Workbook(json: merged.json)
    #expect(again.json == merged.json)
    #expect(try FormDefinition(again).nodes.map(\.name) == FormDefinition(merged).nodes.map(\.name))
    #expect(OverlayForm.row(merged, "survey", "x_one")?.origin == "overlays/east.json")
    // What is merged must not differ by where the file lay.
    let elsewhere = try Overlay(OverlayForm.workbook(), file: "/home/li/east.json")
    #expect(
      try OverlayForm.form.applying(elsewhere).json
        == OverlayForm.form.applying(OverlayForm.overlay()).json)
  }

  @Test func aTrialMayBeLooserAndNeedsNoYear() throws {
    let trial = try Overlay.parameters(["par_litres": "3", "par_cap": "800@2026", "par_red": "no"])
    let merged = try OverlayForm.form.applying(trial)
    #expect(OverlayForm.row(merged, "parameters", "par_litres")?["value"] == "3")
    #expect(OverlayForm.row(merged, "parameters", "par_litres")?["year"] == nil)
    #expect(OverlayForm.row(merged, "parameters", "par_litres")?["set_by"] == "set")
    #expect(OverlayForm.row(merged, "parameters", "par_cap")?["year"] == "2026")
    #expect(OverlayForm.row(merged, "overlays", "set")?["label::English (en)"] == "--set")
    let off = try OverlayForm.form.applying(Overlay.parameters(["par_litres": ""]))
    #expect(OverlayForm.row(off, "parameters", "par_litres")?["value"] == nil)
    let bad = try Overlay.parameters(["par_nobody": "3", "par_litres": "three", "par_cap": "1@x"])
    #expect(
      OverlayForm.faults { try OverlayForm.form.applying(bad) } == [
        "--set parameters 2 year badYear(\"x\")",
        "--set parameters 3 value notANumber(\"three\")",
        "--set parameters 4 name unknownParameter(\"par_nobody\")",
      ])
  }
}
