import FormEngine
import Testing

/// That the shipped rules and verdicts fit each other, and that it would be said if they did not.
struct ConsistencyTests {
  static let additions =
    HouseholdStandard.regions.map { "overlays/\($0)" }
    + ["profiles/2020-census", "profiles/2021-transition", "profiles/2026-normal"]

  private static func addition(_ path: String) throws -> Overlay {
    try Overlay(
      HouseholdStandard.workbook(path + ".json"), file: path,
      kind: path.hasPrefix("profiles/") ? .profile : .region)
  }

  /// What is said of rules and verdicts at odds, and where.
  private static func said(of workbook: Workbook) -> [String] {
    FormCheck.problems(in: workbook).compactMap { problem in
      guard case .standard(let kind) = problem.fault.kind, problem.severity == .error else {
        return problem.severity == .error ? "\(problem.fault)" : nil
      }
      return switch kind {
      case .metWithRed(let rule, _): "met with \(rule)"
      case .redWithMet(let domain, _): "red with \(domain)"
      case .neverFires, .neverMet: "\(problem.fault.sheet) \(problem.fault.row ?? 0) \(kind)"
      default: "\(kind)"
      }
    }
  }

  @Test(arguments: [""] + additions)
  func nothingShippedIsAtOdds(_ path: String) throws {
    let form = try HouseholdStandard.workbook()
    let others = try Self.additions.map { try Self.addition($0).workbook }
    let merged = path.isEmpty ? form : try form.applying(Self.addition(path))
    #expect(FormCheck.problems(in: merged, usedBy: others) == [])
  }

  /// The form with one domain and its rules alone, and with part of what met demands exchanged.
  private static func form(
    _ domain: String, _ part: String, _ instead: String, _ addition: String
  ) throws -> Workbook {
    var workbook = try HouseholdStandard.workbook()
    if !addition.isEmpty { workbook = try workbook.applying(Self.addition(addition)) }
    for index in workbook.sheets.indices {
      let name = workbook.sheets[index].name
      guard ["checks", "village_checks", "verdicts"].contains(name) else { continue }
      workbook.sheets[index].rows.removeAll { row in
        row["domain"] != domain && row["domain"] != "household"
      }
      guard name == "verdicts" else { continue }
      let row = try #require(workbook.sheets[index].rows.firstIndex { $0["domain"] == domain })
      let cells = workbook.sheets[index].rows[row].cells
      let cell = try #require(cells.firstIndex { $0.header == "met" })
      let met = cells[cell].text
      try #require(met.contains(part), "\(domain) no longer demands \(part)")
      workbook.sheets[index].rows[row].cells[cell].text = met.replacing(part, with: instead)
    }
    return workbook
  }

  @Test(arguments: [
    ("food", "${f_enough}='yes'", "true()", "", ["FD1", "FD2"]),
    ("food", "${f_enough}='yes'", "selected('yes some', ${f_enough})", "", ["FD2"]),
    ("clothing", "${k_wear}='yes'", "true()", "", ["CL1"]),
    ("clothing", "${k_quilt}='yes'", "${k_quilt}!=''", "", ["CL2"]),
    ("education", "'in back special'", "'in back special out'", "", ["ED1"]),
    ("education", "'in back special'", "'in back special susp'", "", ["ED2"]),
    ("education", "${m_eduage}=6 and ${e_paper}='yes'", "true()", "", ["ED1"]),
    ("education", "selected('wk fort mon less', ${e_teach})", "true()", "", ["ED5"]),
    ("medical", "'res emp army other exempt'", "'res emp army other exempt none'", "", ["ME1"]),
    ("medical", "${d_why}='unwilling'", "${d_why}!='dk'", "", ["ME4"]),
    ("medical", "${m_own}<=${par_oop_cap}", "${m_own}>=0", "", []),
    ("medical", "${m_own}<=${par_oop_cap}", "${m_own}>=0", "overlays/hubei", ["ME8r"]),
    ("medical", "${m_own}<=${par_oop_cap}", "${m_own}<=5001", "overlays/hubei", ["ME8r"]),
    ("medical", "${m_own}<=${par_oop_cap}", "${m_own}<=5000", "overlays/hubei", []),
    ("housing", "not(selected('C D', ${h_grade}))", "true()", "", ["HO1"]),
    ("housing", "selected('assessed rebuilt supported', ${h_way})", "true()", "", ["HO2"]),
    ("housing", "${h_old}='no'", "true()", "", ["HO7"]),
    ("housing", "selected(${h_signs},'leak') or ", "", "", []),
    ("housing", "selected(${h_signs},'leak') or ", "", "overlays/guizhou", ["HO5r"]),
    (
      "housing", "selected(${h_signs},'leak') or selected(${h_signs},'draught')",
      "selected(${h_signs},'leak')", "overlays/guizhou", ["HO6r"]
    ),
    ("housing", "'none separate adjacent'", "'none separate same'", "overlays/guizhou", ["HO8r"]),
    ("water", "${w_min}<=${par_fetch_min}", "${w_min}<=21", "", ["WA1"]),
    ("water", "${w_dist_v}<=${par_fetch_up}", "${w_dist_v}<=81", "", ["WA1"]),
    ("water", "${w_pp}>=${par_lpd_min}", "${w_pp}>=30", "", ["WA2"]),
    ("water", "${w_pp}>=${par_lpd_min}", "${w_pp}>=30", "overlays/gansu", []),
    ("water", "${w_enough}='ok'", "${w_enough}!='tight'", "", ["WA2"]),
    ("water", "${w_cut}<=${par_cut_days}", "${w_cut}<=37", "", ["WA3"]),
    ("water", "selected('pass none', ${w_test})", "true()", "", ["WA5"]),
    ("water", "count-selected(${w_sense})=1", "count-selected(${w_sense})<3", "", ["WA6"]),
    ("water", "selected(${w_sense},'smell')", "selected(${w_sense},'ill')", "", ["WA6"]),
  ])
  func whatMetNoLongerDemandsIsMissed(
    domain: String, part: String, instead: String, addition: String, rules: [String]
  ) throws {
    let workbook = try Self.form(domain, part, instead, addition)
    #expect(Self.said(of: workbook) == rules.map { "met with \($0)" })
  }

  @Test(arguments: [
    // A formula that contradicts itself, the questions, a choice, a number.
    ("water", "${w_cut}<=${par_cut_days}", "${w_cut}<0", ["verdicts 2 neverMet"]),
    ("water", "${w_enough}='ok'", "${w_enough}='ok' and ${w_lpd}>9", []),
    (
      "water", "(${w_enough}='ok' or (${w_pp}!='' and ${w_pp}>=${par_lpd_min}))",
      "${w_enough}='ok' and ${w_lpd}>9", ["verdicts 2 neverMet"]
    ),
    (
      "clothing", "${k_wear}='yes'", "${k_wear}='good'",
      [#"unknownAnswer("good", question: "k_wear")"#, "verdicts 2 neverMet"]
    ),
  ])
  func whatCanNeverBeMetIsSaid(
    domain: String, part: String, instead: String, said: [String]
  ) throws {
    let workbook = try Self.form(domain, part, instead, "")
    let row = try #require(workbook["verdicts"]?.rows.first?.number)
    #expect(
      Self.said(of: workbook) == said.map { $0.replacing("verdicts 2", with: "verdicts \(row)") })
  }

  /// Raising a rule without telling the verdict is what a county does first.
  @Test func aRuleThatIsRaisedNeedsTheVerdictToKnow() throws {
    func overlay(_ verdicts: [[String]]) throws -> Overlay {
      let sheets = [
        Sheet(
          name: "overlay",
          table: [
            (1, ["name", "year", "label::中文 (zh)", "label::English (en)"]),
            (2, ["county", "2026", "某县", "A county"]),
          ]),
        Sheet(name: "checks", table: [(1, ["name", "level"]), (2, ["HO12", "red"])]),
        Sheet(
          name: "verdicts",
          table: [(1, ["domain", "met"])] + verdicts.enumerated().map { ($0 + 2, $1) }),
      ]
      return try Overlay(Workbook(sheets: sheets), file: "county.json")
    }
    let form = try HouseholdStandard.workbook()
    let raised = try form.applying(overlay([]))
    #expect(Self.said(of: raised) == ["red with housing"])
    let told = try form.applying(overlay([["housing", "${h_site}='none'"]]))
    #expect(Self.said(of: told) == [])
    let wrong = try form.applying(overlay([["housing", "${h_site}!='fire'"]]))
    #expect(Self.said(of: wrong) == ["met with HO12"])
  }
}
