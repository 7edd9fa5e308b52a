import Fieldwork
import FormEngine
import JSONText
import Testing

@testable import Reports

@Suite struct CompletionReportTests {
  private func village(_ households: [(group: String, status: HouseholdStatus)]) throws -> Village {
    let list = households.enumerated().map { index, household -> JSON in
      [
        "id": .string("h\(index)"), "group": .string(household.group), "head": "甲", "size": 1,
        "status": .string(household.status.rawValue),
      ]
    }
    return try #require(
      Village(
        json: [
          "code": "990101201201", "name": "云溪村", "round": "base",
          "newest": ["0g60r30c1g60r30c": "2026-11-21T09:30:00.000+08:00"],
          "households": .array(list),
        ]))
  }

  @Test func countsByGroupAndInAll() throws {
    let report = CompletionReport(
      try village([
        ("10组", .complete), ("2组", .complete), ("2组", .complete), ("2组", .absent),
        ("", .notVisited), ("2组", .refused),
      ]))
    #expect(report.groups.map(\.group) == ["2组", "10组", ""])
    #expect(report.groups[0][.complete] == 2)
    #expect(report.groups[0][.begun] == 0)
    #expect(report.groups[0].households == 4)
    #expect(report.groups[0].percent == 50)
    #expect(report.all.households == 6)
    #expect(report.all.percent == 50)
    #expect(report.asOf == "2026-11-21")
  }

  @Test func nearlyAllIsNotAHundredPercent() throws {
    let almost = Array(repeating: (group: "1组", status: HouseholdStatus.complete), count: 299)
    let report = CompletionReport(try village(almost + [("1组", .begun)]))
    #expect(report.all.percent == 99)
  }

  @Test func emptyVillage() throws {
    let report = CompletionReport(try village([]))
    #expect(report.all.percent == 0)
    #expect(report.groups.isEmpty)
  }

  @Test func jsonHasEveryStatus() throws {
    let json = CompletionReport(try village([("1组", .gone)])).json
    #expect(json["households"]?.int == 1)
    for status in HouseholdStatus.allCases {
      #expect(json[status.rawValue]?.int == (status == .gone ? 1 : 0))
      #expect(json["groups"]?[0]?[status.rawValue]?.int == (status == .gone ? 1 : 0))
    }
    #expect(Set(CompletionReport.statuses) == Set(HouseholdStatus.allCases))
  }

  // MARK: Verdicts

  private static let water = VerdictCounts.Domain(name: "water", label: "饮水安全")

  /// Households of two groups; nil verdicts where no interview is complete.
  private func judged(_ households: [(group: String, verdicts: String?)]) throws -> Village {
    let list = households.enumerated().map { index, household -> JSON in
      var json: JSON = [
        "id": .string("h\(index)"), "group": .string(household.group), "head": "甲", "size": 1,
        "status": .string(household.verdicts == nil ? "begun" : "complete"),
      ]
      if let verdicts = household.verdicts { json.set("verdicts", .string(verdicts)) }
      return json
    }
    return try #require(
      Village(json: ["code": "990101201201", "name": "云溪村", "households": .array(list)]))
  }

  @Test func everyHouseholdHasOneVerdictInEveryDomain() throws {
    let report = CompletionReport(
      try judged([
        ("1组", "water=met household=met"), ("1组", "water=not_met household=not_met"),
        ("1组", "water=unknown household=unknown"), ("2组", "water=not_applicable household=met"),
        ("2组", nil), ("2组", "water=not_assessed household=not_assessed"),
      ]), domains: [Self.water, .init(name: "household", label: "整户")])
    let states = VerdictCounts.states
    #expect(states.map { report.all.verdicts["water", $0] } == [1, 1, 1, 1, 2])
    #expect(states.map { report.all.verdicts["household", $0] } == [2, 1, 1, 0, 2])
    #expect(states.map { report.groups[0].verdicts["water", $0] } == [1, 1, 1, 0, 0])
    #expect(states.map { report.groups[1].verdicts["water", $0] } == [0, 0, 0, 1, 2])
    let json = report.json
    #expect(json["verdicts"]?.members?.map(\.key) == ["water", "household"])
    #expect(json["verdicts"]?["water"]?["unknown"]?.int == 1)
    #expect(json["groups"]?[1]?["verdicts"]?["water"]?["not_assessed"]?.int == 2)
    #expect(Set(states) == Set(VerdictState.allCases))
  }

  @Test func unknownIsNotMet() throws {
    let report = CompletionReport(
      try judged([("1组", "water=unknown"), ("1组", "water=unknown")]), domains: [Self.water])
    #expect(report.all.verdicts["water", .met] == 0)
    #expect(report.all.verdicts["water", .unknown] == 2)
  }

  @Test func aDomainNobodyWasJudgedInIsNotAssessed() throws {
    let report = CompletionReport(try judged([("1组", "food=met")]), domains: [Self.water])
    #expect(report.all.verdicts["water", .notAssessed] == 1)
    // What another standard judged by is not lost.
    #expect(report.domains.map(\.name) == ["water", "food"])
    #expect(report.domains.map(\.label) == ["饮水安全", "food"])
    #expect(report.all.verdicts["food", .met] == 1)
  }
}
