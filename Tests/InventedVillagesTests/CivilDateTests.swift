import InventedVillages
import Testing

@Suite struct CivilDateTests {
  @Test("days and their numbers turn into each other over four centuries")
  func roundTrip() {
    for number in stride(from: -60_000, through: 80_000, by: 37) {
      #expect(CivilDate(dayNumber: number).dayNumber == number)
    }
    #expect(CivilDate(dayNumber: 0).text == "1970-01-01")
    #expect(CivilDate("2024-02-29")?.adding(days: 1).text == "2024-03-01")
    #expect(CivilDate("2023-02-29") == nil)
    #expect(CivilDate("2024-2-9") == nil)
  }

  @Test("an age grows on the birthday")
  func age() {
    let birth = CivilDate(year: 2000, month: 5, day: 15)
    #expect(birth.age(on: CivilDate(year: 2024, month: 5, day: 14)) == 23)
    #expect(birth.age(on: CivilDate(year: 2024, month: 5, day: 15)) == 24)
  }
}
