import Fieldwork
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
          "newest": "2026-11-21T09:30:00.000+08:00", "households": .array(list),
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
}
