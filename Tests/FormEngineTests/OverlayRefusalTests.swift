import FormEngine
import JSONText
import Testing

/// What an overlay must not say is refused by file, sheet, row and column.
struct OverlayRefusalTests {
  private func refused(_ overlay: @autoclosure () throws -> Overlay) -> [String] {
    OverlayForm.faults { try OverlayForm.form.applying(overlay()) }.map { fault in
      fault.hasPrefix("overlays/east.json ")
        ? String(fault.dropFirst("overlays/east.json ".count)) : "elsewhere: \(fault)"
    }
  }

  @Test func parametersThatCannotBe() {
    let faults = refused(
      try OverlayForm.overlay(
        parameters: """
          name|value|year
          par_nobody|1|2020
          par_litres|19.5|2020
          par_minutes|31|2020
          par_minutes|20|2020
          par_cap|five|2020
          par_red|maybe|2020
          par_text|"a'|2020
          |1|2020
          """))
    #expect(
      faults == [
        #"parameters 2 name unknownParameter("par_nobody")"#,
        #"parameters 3 value looserThan(value: "19.5", bound: "20")"#,
        #"parameters 4 value looserThan(value: "31", bound: "30")"#,
        #"parameters 5 name nameTwice("par_minutes")"#,
        #"parameters 6 value notANumber("five")"#,
        #"parameters 7 value notYesOrNo("maybe")"#,
        #"parameters 8 value badText("\"a\'")"#,
        "parameters 9 name missingName",
      ])
    #expect(
      refused(
        try OverlayForm.overlay(
          parameters: """
            name|value|year
            par_litres|20|
            par_cap|-1|2020
            par_minutes|30|soon
            par_text||2020
            """)) == [
          "parameters 2 year missingYear", #"parameters 3 value notANumber("-1")"#,
          #"parameters 4 year badYear("soon")"#, "parameters 5 value missingValue",
        ])
  }

  @Test func aYesIsNotTakenBack() throws {
    let east = try OverlayForm.overlay(parameters: "name|value|year\npar_red|yes|2019")
    let county = try OverlayForm.overlay(
      named: "county", parameters: "name|value|year\npar_red|no|2026")
    #expect(
      OverlayForm.faults { try OverlayForm.form.applying([east, county]) }
        == [#"overlays/county.json parameters 2 value looserThan(value: "no", bound: "yes")"#])
  }

  @Test func questionsThatCannotBe() {
    let faults = refused(
      try OverlayForm.overlay(
        survey: """
          type|name|label::中文 (zh)|label::English (en)|hint::中文 (zh)|group|after
          text|x_a|甲|A||g_nowhere
          text|x_b|乙|B||g_house|m_name
          text|h_pen|圈|Pen||g_house
          text|x_c|丙|C
          text|x_d|丁|||g_house
          text|x_e|戊|E|提示|g_house
          text|x_e|戊|E||g_house
          text||己|F||g_house
          text|par_litres|庚|G||g_house
          end_group
          text|x_h||||g_house
          begin_group|x_g||||m
          text|x_i|壬|I||m
          """))
    #expect(
      faults == [
        #"survey 2 group unknownGroup("g_nowhere")"#,
        #"survey 3 after unknownRow("m_name")"#,
        #"survey 4 name nameTaken("h_pen")"#,
        "survey 5 group missingPlace",
        #"survey 6 label::English (en) missingTranslation(language: "English (en)")"#,
        #"survey 7 hint::English (en) missingTranslation(language: "English (en)")"#,
        #"survey 8 name nameTwice("x_e")"#,
        "survey 9 name missingName",
        #"survey 10 name nameTaken("par_litres")"#,
        #"survey 11 type unmatchedEnd("end_group")"#,
        "survey 12 label missingText",
        #"survey 13 type unclosed("x_g")"#,
        "survey 14 group placeInsideGroup",
      ])
  }

  @Test func choicesThatCannotBe() {
    #expect(
      refused(
        try OverlayForm.overlay(
          choices: """
            list_name|name|label::中文 (zh)|label::English (en)
            live|lent|借|Lent
            new|a|甲|A
            new|a|甲|A
            new|b|乙|
            new||丙|C
            |d|丁|D
            """)) == [
          #"choices 2 list_name nameTaken("live")"#, #"choices 4 name duplicateChoice("a")"#,
          #"choices 5 label::English (en) missingTranslation(language: "English (en)")"#,
          "choices 6 name missingChoiceName", "choices 7 list_name missingName",
        ])
  }

  @Test func rulesOfTheFormStand() {
    let faults = refused(
      try OverlayForm.overlay(
        checks: """
          name|domain|level|when|message::中文 (zh)|message::English (en)|remedy::中文 (zh)|remedy::English (en)|enabled
          HO1||yellow
          HO2||red|true()
          HO3||||||||no
          QA1|quality|red|true()|话|Say|做|Do
          X1|housing|orange|true()|话|Say|做|Do
          X2|housing|red|true()|话||做|
          X3|housing|yellow|true()
          X4|housing|info|true()|话|Say
          X4|housing|info|true()|话|Say
          """))
    #expect(
      faults == [
        #"checks 2 level levelLowered(from: "red", to: "yellow")"#,
        #"checks 3 when ruleChanged("HO2")"#,
        #"checks 4 enabled ruleChanged("HO3")"#,
        #"checks 5 name nameTaken("QA1")"#,
        #"checks 6 level badLevel("orange")"#,
        #"checks 7 message::English (en) missingTranslation(language: "English (en)")"#,
        #"checks 7 remedy::English (en) missingTranslation(language: "English (en)")"#,
        "checks 8 message missingText",
        "checks 8 remedy missingText",
        #"checks 10 name nameTwice("X4")"#,
      ])
    #expect(
      refused(try OverlayForm.overlay(checks: "name|enabled\nHO3|no\nHO1|")) == [
        #"checks 2 enabled ruleChanged("HO3")"#, #"checks 3 name nameTaken("HO1")"#,
      ])
  }

  @Test func verdictsAreOnlyNarrowed() {
    #expect(
      refused(
        try OverlayForm.overlay(
          verdicts: """
            domain|met
            housing|${h_pen} = 'a') or (1 = 1
            weather|true()
            income|true()
            income|
            """)) == [
          #"verdicts 2 met expression(FormEngine.ExpressionFault.unexpected(")", at: 14))"#,
          #"verdicts 3 domain unknownDomain("weather")"#,
          #"verdicts 4 domain domainNeverMet("income")"#,
          #"verdicts 5 domain nameTwice("income")"#,
        ])
  }

  @Test func labelsNameWhatIsThere() {
    #expect(
      refused(
        try OverlayForm.overlay(
          labels: """
            sheet|list|name|label::中文 (zh)|label::English (en)|means::中文 (zh)|means::English (en)
            checks||HO1|甲|A
            survey||h_none|甲|A
            survey||h_pen|甲|A|乙|B
            choices|live|own|甲|
            choices||own|甲|A
            survey||m
            survey||m|甲|A
            """)) == [
          "labels 2 sheet unknownSheet", #"labels 3 name unknownRow("h_none")"#,
          "labels 4 means::中文 (zh) unknownColumn", "labels 4 means::English (en) unknownColumn",
          #"labels 5 label::English (en) missingTranslation(language: "English (en)")"#,
          "labels 6 list missingName", "labels 7 label missingText",
          #"labels 8 name nameTwice("m")"#,
        ])
  }

  @Test func nothingIsPassedOver() {
    #expect(
      refused(
        try OverlayForm.overlay(
          parameters: "name|valeu\npar_cap|1", survey: "type|name|lable\n|",
          references: "name|label|year|set_by\n|||", sources: "name|title::French\n|")) == [
          "parameters 1 valeu unknownColumn", "survey 1 lable unknownColumn",
          "references 1 label unknownColumn", "references 1 set_by unknownColumn",
          "sources 1 title::French unknownColumn",
        ])
    #expect(
      OverlayForm.faults {
        try Overlay(
          Workbook(json: [
            "overlay": [["name": "a b", "year": "x"], ["name": "c"]], "cheks": [], "checks": 3,
          ]), file: "o.json")
      } == [
        "o.json cheks   unknownSheet", "o.json checks   unknownSheet",
        "o.json overlay 3  extraRow", #"o.json overlay 2 name badName("a b")"#,
        #"o.json overlay 2 year badYear("x")"#,
      ])
    #expect(
      OverlayForm.faults { try Overlay(Workbook(json: [:]), file: "o.json") }
        == ["o.json overlay   missingSheet"])
    #expect(
      OverlayForm.faults { try Overlay(Workbook(json: ["overlay": []]), file: "o.json") }
        == ["o.json overlay  name missingName"])
  }

  @Test func chainsThatDoNotEndAreRefused() throws {
    let east = try OverlayForm.overlay(extends: "county")
    let county = try OverlayForm.overlay(named: "county", extends: "east")
    let lost = try OverlayForm.overlay(named: "lost", extends: "nowhere")
    func faults(_ name: String, _ overlays: [Overlay]) -> [String] {
      OverlayForm.faults { try Overlay.chain(of: name, among: overlays) }
    }
    #expect(
      faults("east", [east, county])
        == [
          #"overlays/county.json overlay 2 extends overlayCycle(["east", "county", "east"])"#
        ])
    #expect(
      faults("lost", [lost]) == [
        #"overlays/lost.json overlay 2 extends unknownOverlay("nowhere")"#
      ])
    #expect(faults("west", [lost]) == [#"form overlay   unknownOverlay("west")"#])
    #expect(
      faults("lost", [lost, lost]) == [#"overlays/lost.json overlay 2 name nameTaken("lost")"#])
    let profile = try Overlay(
      OverlayForm.workbook(named: "new"), file: "profiles/new.json", kind: .profile)
    let other = try Overlay(
      OverlayForm.workbook(named: "old"), file: "profiles/old.json", kind: .profile)
    #expect(
      OverlayForm.faults { try OverlayForm.form.applying([profile, other]) }
        == ["profiles/old.json overlay 2  secondProfile"])
    let once = try OverlayForm.overlay()
    #expect(
      OverlayForm.faults { try OverlayForm.form.applying([once, once]) }
        == [#"overlays/east.json overlay 2 name nameTaken("east")"#])
  }

  @Test func faultsFoundLaterNameTheOverlaysOwnCells() throws {
    let merged = try OverlayForm.form.applying(
      OverlayForm.overlay(
        survey: """
          type|name|label::中文 (zh)|label::English (en)|relevant|group|after
          text|x_a|甲|A||g_house
          select_one nolist|x_b|乙|B|${nobody} = 1|g_house|h_live
          """,
        choices: "list_name|name|label::中文 (zh)|label::English (en)\nnew|a|甲${nobody}|A",
        labels: """
          sheet|name|label::中文 (zh)|label::English (en)
          survey|h_pen|圈${nobody}|Pen
          """))
    #expect(
      OverlayForm.faults { try FormDefinition(merged) } == [
        #"overlays/east.json survey 3 type unknownList("nolist")"#,
        #"overlays/east.json survey 3 relevant expression(FormEngine.ExpressionFault.unknownName("nobody"))"#,
        #"overlays/east.json labels 2 label::中文 (zh) expression(FormEngine.ExpressionFault.unknownName("nobody"))"#,
        #"overlays/east.json choices 2 label::中文 (zh) expression(FormEngine.ExpressionFault.unknownName("nobody"))"#,
      ])
  }
  @Test func faultsOfTheMergedStandardNameTheOverlaysOwnCells() throws {
    let merged = try OverlayForm.form.applying(
      OverlayForm.overlay(
        parameters: "name|value|year|basis\npar_litres|25|2026|nodoc",
        checks: """
          name|domain|level|when|message::中文 (zh)|message::English (en)|remedy::中文 (zh)|remedy::English (en)|department
          HO9|housing|yellow|${nobody} = 1|话|Say|做|Do|nobody
          HO10|weather|info|true()|话|Say
          """, verdicts: "domain|met\nhousing|${nobody} = 1"))
    #expect(
      OverlayForm.faults { try FormDefinition(merged) } == [
        #"overlays/east.json parameters 2 basis unknownName("nodoc")"#,
        #"overlays/east.json checks 2 department unknownName("nobody")"#,
        #"overlays/east.json checks 3 domain unknownName("weather")"#,
        #"overlays/east.json checks 2 when expression(FormEngine.ExpressionFault.unknownName("nobody"))"#,
        #"overlays/east.json verdicts 2 met expression(FormEngine.ExpressionFault.unknownName("nobody"))"#,
      ])
  }
}
