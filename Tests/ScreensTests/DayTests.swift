import Fieldwork
import Testing

@testable import Screens

@Suite("Days and ages")
struct DayTests {
  @Test(
    "are read as people type them",
    arguments: [
      ("2026-11-21", "2026-11-21"), ("2026/1/2", "2026-01-02"), ("20261121", "2026-11-21"),
      ("2026年11月21日", "2026-11-21"), (" 2024.2.29 ", "2024-02-29"),
      ("２０２６－１１－２１", "2026-11-21"),
    ])
  func areRead(typed: String, day: String) {
    #expect(Day(typed)?.text == day)
  }

  @Test(
    "are refused where there is no such day",
    arguments: [
      "", "2026", "2026-2-29", "2026-13-01", "2026-00-10", "26-11-21", "2026-11-211", "20261",
      "99999999999999999999", "2026-11-21-1",
    ])
  func areRefused(typed: String) {
    #expect(Day(typed) == nil)
  }

  @Test("count full years, by the birthday")
  func countYears() throws {
    let born = try #require(Day("1959-11-22"))
    #expect(try born.years(on: #require(Day("2026-11-21"))) == 66)
    #expect(try born.years(on: #require(Day("2026-11-22"))) == 67)
    #expect(try born.years(on: #require(Day("1959-11-21"))) == nil)
    let leap = try #require(Day("2024-02-29"))
    #expect(try leap.years(on: #require(Day("2025-02-28"))) == 0)
    #expect(try leap.years(on: #require(Day("2025-03-01"))) == 1)
  }
}
