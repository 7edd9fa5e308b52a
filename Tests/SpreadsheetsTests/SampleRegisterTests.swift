import Foundation
import JSONText
import Testing

@testable import Spreadsheets

/// The register that is handed out with the program, read by the form that is handed out with it.
@Suite struct SampleRegisterTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func isImportedWithoutAFault() throws {
    let form = try Data(contentsOf: Self.root.appending(path: "Forms/household/form.json"))
    var lists: [String: [RegisterChoice]] = [:]
    for row in try #require(try JSON(parsing: [UInt8](form))["choices"]?.array) {
      let list = try #require(row["list_name"]?.string)
      let labels = try #require(row.members).filter { $0.key.hasPrefix("label") }
        .compactMap(\.value.string)
      let name = try #require(row["name"]?.string)
      lists[list, default: []].append(RegisterChoice(name: name, labels: labels))
    }
    let reader = RegisterReader(
      village: nil, choices: lists,
      today: try #require(CalendarDate(year: 2026, month: 12, day: 31)))
    let file = try Data(contentsOf: Self.root.appending(path: "Data/sample/register.csv"))
    let register = try reader.read([UInt8](file))
    #expect(register.households.count >= 120)
    #expect(Set(register.households.map(\.sourceKey)).count == register.households.count)
    #expect(register.households.allSatisfy { !$0.members.isEmpty })
    #expect(Set(register.households.compactMap { $0[.group] }).count >= 3)
  }
}
