import FormEngine
import JSONText
import Testing

/// The village form and the supervisor's spot check: small forms beside the household's.
struct SmallFormsTests {
  static let household = "Forms/household/form.json"

  static func workbook(_ path: String) throws -> Workbook {
    try Workbook(json: JSON(parsing: RepositoryFile.bytes(path)))
  }

  @Test(arguments: ["village", "spot-check"])
  func isWithoutFaultInBothLanguages(name: String) throws {
    let workbook = try Self.workbook("Forms/\(name)/form.json")
    #expect(FormCheck.problems(in: workbook) == [])
    #expect(try FormDefinition(workbook).languages == ["中文 (zh)", "English (en)"])
  }

  /// What is asked again is compared with the interview: it must mean the same.
  @Test func theSpotCheckOffersTheHouseholdFormsChoices() throws {
    func lists(_ path: String) throws -> [String: [Row]] {
      Dictionary(
        grouping: try Self.workbook(path)["choices"]?.rows.map { Row(number: 0, cells: $0.cells) }
          ?? [], by: { $0["list_name"] ?? "" })
    }
    let own = try lists("Forms/spot-check/form.json")
    let asked = try lists(Self.household)
    let shared = Set(own.keys).intersection(asked.keys)
    #expect(
      shared == [
        "enough", "yn_dr", "edu_status", "ins", "grade", "signs", "w_acc", "w_sense", "card",
      ])
    for name in shared { #expect(own[name] == asked[name], "\(name)") }
  }

  private static func run(_ name: String, _ steps: String) throws -> JSON {
    try FormRun.run(
      FormDefinition(workbook("Forms/\(name)/form.json")), steps: steps,
      options: FormRunOptions(
        language: "English (en)", today: "2026-11-21", now: "2026-11-21T09:00:00.000+08:00",
        random: { 0.5 }))
  }

  private static func results(_ report: JSON) -> [String] {
    (report["steps"]?.array ?? []).compactMap { $0["result"]?.string }
  }

  @Test func aSpotCheckThatFindsADifferenceIsNoConfirmation() throws {
    let steps = """
      /data/c_village\t990101201201
      /data/c_hh_no\t17
      /data/g_how/s_draw\trandom
      /data/g_how/s_who\tthird
      /data/g_how/s_approval\t省批2026-7
      /data/g_again/s_food\tdiffers
      /data/g_again/s_food_now\tno
      /data/g_again/s_wear\tsame
      /data/g_decide/s_decision\tok
      /data/g_decide/s_decision\tfix
      """
    let report = try Self.run("spot-check", steps)
    let results = Self.results(report)
    #expect(results.prefix(8).allSatisfy { $0 == "OK" }, "\(results)")
    #expect(results[8] != "OK")
    #expect(results[9] == "OK")
  }

  @Test func theVillageFormAsksOnOnlyWhereThereIsSomething() throws {
    let steps = """
      /data/g_care/v_clinic\tdoc
      /data/g_water/v_water\tnone
      /data/g_water/v_keeper\tyes
      /data/g_common/v_income\t52000
      """
    let report = try Self.run("village", steps)
    #expect(Self.results(report) == ["OK", "OK", "NOT_RELEVANT", "OK"])
    let flag = report["nodes"]?.array?.first { $0["path"]?.string == "/data/g_common/v_income_50k" }
    #expect(flag?["value"]?.string == "1")
  }
}
