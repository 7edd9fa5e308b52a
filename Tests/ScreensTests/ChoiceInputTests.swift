import FormEngine
import Terminal
import Testing

@testable import Screens

@Suite struct ChoiceInputTests {
  private func ethnicGroups() throws -> ChoiceInput {
    let node = try #require(HouseholdForm.definition.node(named: "m_eth"))
    let definition = HouseholdForm.definition
    return ChoiceInput(
      definition.choices(of: node), isMultiple: false, value: "", language: "中文 (zh)",
      languages: definition.languages)
  }

  @Test(arguments: ["苗", "miaozu", "mz", "miao"])
  func aLongListIsSearchedByWordsOrPinyin(_ typed: String) throws {
    var input = try ethnicGroups()
    for character in typed { _ = input.handle(.character(character), rows: 10) }
    #expect(input.meant == "06")
  }
}
