import FormEngine
import Testing

/// A small form with a standard, and overlays for it, for tests.
enum OverlayForm {
  static var form: Workbook {
    Workbook(sheets: [
      Scenario.sheet(
        named: "survey",
        """
        type|name|label::中文 (zh)|label::English (en)|calculation
        calculate|par_cap|||''
        calculate|par_text|||'old'
        calculate|par_red|||'no'
        begin_group|g_house|住房|Housing
        select_one live|h_live|住哪里|Where
        text|h_pen|圈舍|Pen
        end_group
        begin_repeat|m|人|Member
        text|m_name|姓名|Name
        end_repeat
        """),
      Scenario.sheet(
        named: "choices",
        "list_name|name|label::中文 (zh)|label::English (en)\nlive|own|自家|Own\nlive|rent|租|Rent"),
      Scenario.sheet(
        named: "standard",
        """
        name|label::中文 (zh)|label::English (en)|title::中文 (zh)|title::English (en)|year
        national|全国|National|保障|Guarantees|2020
        """),
      Scenario.sheet(named: "sources", "name|sure\nmemory|memory\nproposal|proposal"),
      Scenario.sheet(
        named: "parameters",
        """
        name|value|unit::中文 (zh)|unit::English (en)|year|basis|stricter|loosest
        par_litres|35|升|litres|2018|memory|up|20
        par_minutes|20|分|minutes|2018|memory|down|30
        par_cap||元|yuan||proposal
        par_text|old|字|text|2019
        par_red|no||yes or no|2019||yes
        """),
      Scenario.sheet(
        named: "verdicts",
        """
        domain|label::中文 (zh)|label::English (en)|met
        housing|住房|Housing|${h_live} = 'own'
        income|收入|Income
        """),
      Scenario.sheet(
        named: "checks",
        """
        name|domain|level|when|message::中文 (zh)|message::English (en)|remedy::中文 (zh)|remedy::English (en)|enabled
        HO1|housing|red|${h_live} = 'rent'|租|Rents|建|Build
        HO2|housing|yellow|${h_pen} = 'same'|同室|Together|分|Part
        HO3|housing|yellow|${h_pen} = 'near'|近|Near|移|Move|no
        """),
      Scenario.sheet(named: "village_checks", "name|domain|level\nQA1|housing|yellow"),
    ])
  }

  static func workbook(
    named name: String = "east", extends: String = "", title: Bool = false,
    parameters: String = "", survey: String = "", choices: String = "", checks: String = "",
    verdicts: String = "", labels: String = "", references: String = "", sources: String = ""
  ) -> Workbook {
    let titles = title ? "|东部标准|East's" : "||"
    let own = """
      name|label::中文 (zh)|label::English (en)|extends|year|title::中文 (zh)|title::English (en)
      \(name)|东部|East|\(extends)|2020\(titles)
      """
    let sheets = [
      ("overlay", own), ("parameters", parameters), ("survey", survey), ("choices", choices),
      ("checks", checks), ("verdicts", verdicts), ("labels", labels), ("references", references),
      ("sources", sources),
    ]
    return Workbook(
      sheets: sheets.filter { !$0.1.isEmpty }.map { Scenario.sheet(named: $0.0, $0.1) })
  }

  static func overlay(
    named name: String = "east", extends: String = "", title: Bool = false,
    parameters: String = "", survey: String = "", choices: String = "", checks: String = "",
    verdicts: String = "", labels: String = "", references: String = "", sources: String = ""
  ) throws -> Overlay {
    try Overlay(
      workbook(
        named: name, extends: extends, title: title, parameters: parameters, survey: survey,
        choices: choices, checks: checks, verdicts: verdicts, labels: labels,
        references: references, sources: sources), file: "overlays/\(name).json")
  }

  static func row(_ workbook: Workbook, _ sheet: String, _ name: String) -> Row? {
    workbook[sheet]?.rows.first { $0["name"] == name }
  }

  static func names(_ workbook: Workbook, _ sheet: String) -> [String] {
    (workbook[sheet]?.rows ?? []).map { $0["name"] ?? "" }
  }

  /// The faults of an act that must be refused, each as file, sheet, row, column and kind.
  static func faults<Result>(_ act: () throws -> Result) -> [String] {
    do {
      _ = try act()
      return []
    } catch let error as FormFaults {
      return error.faults.map { fault in
        var kind = "\(fault.kind)"
        if case .overlay(let overlay) = fault.kind { kind = "\(overlay)" }
        return [
          fault.file ?? "form", fault.sheet, fault.row.map(String.init) ?? "", fault.column ?? "",
          kind,
        ].joined(separator: " ")
      }
    } catch {
      return ["\(error)"]
    }
  }
}
