import Fieldwork
import Record
import Station
import Testing

@Suite("Which day it is, while laptops' clocks are off")
struct WorkingDateTests {
  /// Three laptops on 21 November 2026; the clock of the first is ten years ahead.
  private static func ahead() throws -> SharedVillage {
    let village = try SharedVillage(3, Door.definition)
    village.laptops[0].time = "2036-11-21T09:30:00.000+08:00"
    try village.register("h1", number: 1)
    try village.meetAll()
    return village
  }

  private static func confirm(
    _ day: String, clock: String, on laptop: Int, _ village: SharedVillage
  )
    throws
  {
    let fact = WorkingDate.confirmation(day, clock: clock, in: village.desks[laptop].village)
    try village.add(fact, of: .village, on: laptop)
  }

  @Test func aClockYearsAheadIsAskedAboutOnceOnEachOtherLaptop() throws {
    let village = try Self.ahead()
    #expect(
      WorkingDate.standing("2036-11-21", in: village.desks[0].village) == .clock("2036-11-21"))
    for laptop in 1...2 {
      let desk = village.desks[laptop]
      #expect(
        WorkingDate.standing("2026-11-21", in: desk.village) == .behind(newest: "2036-11-21"))
      try Self.confirm("2026-11-21", clock: "2026-11-21", on: laptop, village)
      #expect(WorkingDate.standing("2026-11-21", in: desk.village) == .clock("2026-11-21"))
      try village.meetAll()
    }
    // The next day the first goes on as before, and all meet again.
    village.laptops[0].time = "2036-11-22T09:30:00.000+08:00"
    try village.register("h2", number: 2)
    try village.meetAll()
    for laptop in 1...2 {
      try village.desks[laptop].settle()
      let opened = [
        village.desks[laptop], try SharedVillage.desk(village.laptops[laptop], village.form),
        try village.laptops[laptop].freshDesk(village.form),
      ]
      for desk in opened {
        #expect(WorkingDate.standing("2026-11-22", in: desk.village) == .clock("2026-11-22"))
        // A clock that falls back all the same is found out.
        #expect(
          WorkingDate.standing("1970-01-01", in: desk.village) == .behind(newest: "2026-11-21"))
      }
    }
    try village.desks[0].settle()
    #expect(village.desks[0].village == village.desks[1].village)
  }

  @Test func whatAnotherLaptopConfirmedSaysNothingOfThisClock() throws {
    let village = try Self.ahead()
    try Self.confirm("2026-11-21", clock: "2026-11-21", on: 1, village)
    try village.meetAll()
    #expect(
      WorkingDate.standing("2026-11-21", in: village.desks[2].village)
        == .behind(newest: "2036-11-21"))
  }

  @Test func aClockThatWasAheadAndIsSetRightAsksOnce() throws {
    let village = try Self.ahead()
    let desk = village.desks[0]
    #expect(WorkingDate.standing("2026-11-22", in: desk.village) == .behind(newest: "2036-11-21"))
    village.laptops[0].time = "2026-11-22T09:30:00.000+08:00"
    try Self.confirm("2026-11-22", clock: "2026-11-22", on: 0, village)
    #expect(WorkingDate.standing("2026-11-23", in: desk.village) == .clock("2026-11-23"))
    #expect(WorkingDate.standing("1970-01-01", in: desk.village) == .behind(newest: "2026-11-22"))
  }
}
