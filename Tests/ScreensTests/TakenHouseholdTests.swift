import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("A household that someone takes")
struct TakenHouseholdTests {
  private func number(of line: String, in sitting: Sitting) throws -> Int {
    let found = try #require(
      sitting.text.split(separator: "\n").first { $0.contains(line) })
    return try #require(found.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first)
  }

  @Test("is marked in the list with who took it and when, and keeps nobody out")
  func isMarked() throws {
    for language in Screens.Language.allCases {
      let sitting = try Sitting([.sample], language: language)
      _ = try sitting.desk.append(
        [
          Fact.householdTaken.draft(of: .household(InventedVillage.household(4).rawValue)),
          Fact.householdTaken.draft(of: .household(InventedVillage.household(5).rawValue)),
        ], person: try #require(sitting.team.people.last?.id))
      try sitting.desk.settle()
      sitting.send(.village(sitting.desk.village))
      try sitting.play("↓")
      Golden.expect(sitting.app.frame(), "list-taken-\(language.rawValue)-80x24")
      try sitting.play("⏎")
      #expect(sitting.text.contains(language == .chinese ? "李芳 带走了 今天" : "李芳 took it"))
    }
  }

  @Test("is taken and given back from the menu of the list and of the household")
  func isTakenAndGivenBack() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("↓ ^P ↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓↓")
    try sitting.play("\(try number(of: "我带走这一户", in: sitting)) ⏎")
    #expect(sitting.text.contains("记下了"))
    let id = InventedVillage.household(4)
    #expect(sitting.desk.village.households[id]?.taker?.person == sitting.person)
    try sitting.play("⏎ ^P")
    try sitting.play("\(try number(of: "交回这一户", in: sitting)) ⏎")
    #expect(sitting.text.contains("交回了"))
    #expect(sitting.desk.village.households[id]?.taker == nil)
  }
}
