import InventedVillages
import Testing

@Suite struct CitizenNumberTests {
  @Test("the examples of the standard have the check digits they should have")
  func examples() {
    #expect(CitizenNumber.checkDigit(of: "11010519491231002") == "X")
    #expect(CitizenNumber.checkDigit(of: "44052418800101001") == "4")
  }

  @Test("what is not seventeen digits has none")
  func notSeventeenDigits() {
    #expect(CitizenNumber.checkDigit(of: "1101051949123100") == nil)
    #expect(CitizenNumber.checkDigit(of: "110105194912310021") == nil)
    #expect(CitizenNumber.checkDigit(of: "1101051949123100X") == nil)
  }
}
