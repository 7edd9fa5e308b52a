import JSONText
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import Sync
import Testing

@Suite struct MeetingTests {
  @Test func twoLaptopsHaveEverythingAfterThreeMeetings() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["a1", "a2"])
    try b.record(["b1"])
    let first = try a.meet(stick)
    #expect(first.isWhole)
    // Two answers and the signature over them.
    #expect(first.wentOut[.village(code: village)]?.entries == 3)
    let second = try b.meet(stick)
    #expect(second.cameIn[.village(code: village)]?.entries == 3)
    #expect(second.wentOut[.village(code: village)]?.entries == 2)
    try a.meet(stick)
    #expect(try a.values() == ["a1", "a2", "b1"])
    #expect(try b.values() == ["a1", "a2", "b1"])
  }

  @Test func aSecondMeetingWithoutNewsWritesNothing() throws {
    let stick = try newStick()
    let a = try Laptop(1)
    try a.record(["a1"])
    try a.meet(stick)
    let before = segments(stick)
    let again = try a.meet(stick)
    #expect(again.wentOut.isEmpty && again.cameIn.isEmpty && again.isWhole)
    #expect(segments(stick) == before)
  }

  @Test func whatOneCarriedNobodyWritesAgain() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["a1"])
    try a.meet(stick)
    try b.meet(stick)
    #expect(segments(stick, of: try b.id).isEmpty)
  }

  @Test func aThirdLaptopGetsItOverTwoSticks() throws {
    let (first, second) = (try newStick(), try newStick())
    let (a, b, c) = (try Laptop(1), try Laptop(2), try Laptop(3))
    try a.record(["a1"])
    try a.meet(first)
    try b.meet(first)
    try b.meet(second)
    try c.meet(second)
    #expect(try c.values() == ["a1"])
  }

  @Test func threeLaptopsAgreeInWhateverOrderTheyMeet() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<12 {
      let stick = try newStick()
      let laptops = [try Laptop(1), try Laptop(2), try Laptop(3)]
      var all: [String] = []
      for round in 0..<8 {
        let laptop = laptops[Int.random(in: 0..<3, using: &random)]
        if Bool.random(using: &random) {
          let value = "r\(round)"
          all.append(value)
          try laptop.record([value])
        } else {
          #expect(try laptop.meet(stick).isWhole)
        }
      }
      for laptop in laptops + laptops { try laptop.meet(stick) }
      for laptop in laptops { #expect(try laptop.values() == all.sorted()) }
    }
  }

  @Test func onlyTheChosenVillagesTravel() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["here"])
    try a.record(["there"], in: otherVillage)
    try a.meet(stick, villages: [village])
    #expect(segments(stick).allSatisfy { !$0.contains(otherVillage) })
    try a.meet(stick)
    try b.meet(stick, villages: [otherVillage])
    #expect(try b.values() == [])
    #expect(try b.values(otherVillage) == ["there"])
  }

  @Test func smallSegmentsGrowTogether() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    for number in 0..<40 {
      try a.record(["a\(100 + number)"])
      #expect(try a.meet(stick).isWhole)
      if number % 7 == 0 { try b.meet(stick) }
    }
    #expect(segments(stick, of: try a.id).count <= 7)
    #expect(try b.meet(stick).isWhole)
    #expect(try b.values().count == 40)
    #expect(try segments(stick, of: b.id).isEmpty)
  }

  @Test func theClockMayBeWrongByYears() throws {
    let stick = try newStick()
    var (a, b) = (try Laptop(1), try Laptop(2))
    a.clock = "1970-01-01T08:00:00.000+08:00"
    b.clock = "2031-01-01T08:00:00.000+08:00"
    try a.record(["a1"])
    try b.record(["b1"])
    try b.meet(stick)
    #expect(try a.meet(stick).isWhole)
    #expect(try b.meet(stick).isWhole)
    #expect(try a.values() == ["a1", "b1"])
    #expect(try b.values() == ["a1", "b1"])
  }

  @Test func whoWasSeenWhenIsToldAndPassedOn() throws {
    let (first, second) = (try newStick(), try newStick())
    var (a, b) = (try Laptop(1), try Laptop(2))
    let c = try Laptop(3)
    a.clock = "2026-11-19T18:00:00.000+08:00"
    try a.meet(first)
    b.clock = "2026-11-20T18:00:00.000+08:00"
    #expect(try b.meet(first).lastSeen.map(\.time) == [a.clock])
    try b.meet(second)
    let seen = try c.meet(second).lastSeen
    #expect(seen.map(\.device) == [try a.id, try b.id])
    #expect(seen.map(\.person) == [a.person, b.person])
    // Away from any stick it is still known.
    #expect(try c.meet(try newStick()).lastSeen == seen)
  }

  @Test func everyMeetingStandsInTheLog() throws {
    let stick = try newStick()
    let a = try Laptop(1)
    try a.record(["a1"])
    try a.meet(stick)
    try a.meet(stick)
    let log = try a.work { try $0.meetings() }
    #expect(log.count == 2)
    #expect(log[0]["out"]?[village]?[0] == 2)
    #expect(log[1]["out"] == .object([]))
    #expect(log.allSatisfy { $0["person"]?.string == a.person.rawValue })
  }

  @Test func whatArrivedIsToldScopeByScopeBeforeItIsPassedOn() throws {
    let (first, second) = (try newStick(), try newStick())
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.work { folder in
      let joined = EntryDraft(subject: .team, kind: "joined", body: [:])
      _ = try folder.team().append([joined], person: a.person)
    }
    try a.record(["a1"])
    try a.meet(first)
    var told: [Scope] = []
    try b.work { folder in
      _ = try b.exchange(first).meet(
        folder, person: b.person,
        arrived: { (scope, arrival) throws(DataFolderFault) in
          if !arrival.entries.isEmpty { told.append(scope) }
          // It is erased before it can leave again.
          if case .village(let code) = scope {
            let doomed = ErasedBodies(subjects: [.household("h1")])
            #expect(try folder.village(code).erase(doomed) == 1)
          }
        })
      _ = try b.exchange(second).meet(folder, person: b.person)
    }
    #expect(told == [.team, .village(code: village)])
    let c = try Laptop(3)
    try c.meet(second)
    #expect(try c.values() == [])
    #expect(try c.work { try $0.village(village).entries() }.count == 2)
  }

  @Test func erasedBodiesLeaveOurOwnSegments() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["secret", "other"])
    try a.meet(stick)
    let before = segments(stick)
    try a.work { folder in
      _ = try folder.village(village).erase(ErasedBodies(subjects: [.household("h1")]))
    }
    #expect(try a.meet(stick).isWhole)
    #expect(segments(stick).count == before.count)
    #expect(Set(segments(stick)).isDisjoint(with: before))
    try b.meet(stick)
    #expect(try b.values() == [])
    #expect(try b.work { try $0.village(village).entries() }.count == 3)
    // And nothing is written again for it.
    #expect(try a.meet(stick).wentOut.isEmpty)
  }
}
