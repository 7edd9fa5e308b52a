import Fieldwork
import SimulatedLaptops
import Station
import Testing

/// A laptop whose disk was copied with its key, so that two work on under one name.
@Suite struct ClonedLaptopTests {
  /// Three laptops, and the twin of the first; both worked on an interview behind the split.
  private func split() throws -> (Outing, HouseholdID, InterviewID, twin: Int) {
    let outing = try Outing.of(3)
    let household = try outing.households()[0]
    let interview = try outing[0].begin(household)
    try outing[0].sayAll(interview)
    try outing[0].complete(interview)
    try outing.meetAll()
    let twin = outing.clone(0)
    try outing[0].reopen(interview, "water?")
    try outing[0].say(interview, "w_enough", "no")
    try outing[twin].reopen(interview, "housing?")
    try outing[twin].say(interview, "h_safe", "yes")
    try outing[twin].complete(interview)
    return (outing, household, interview, twin)
  }

  private func expectCompleteEverywhere(_ outing: Outing, _ interview: InterviewID) throws {
    try outing.meetAll()
    for laptop in 0..<outing.count {
      #expect(try outing[laptop].interview(interview).isCompleted, "on laptop \(laptop)")
      #expect(try outing.conflicts(laptop) == 0, "on laptop \(laptop)")
    }
    #expect(try outing.areSame())
  }

  @Test func aThirdCompletesAnewWhatBothBranchesChanged() throws {
    let (outing, household, interview, _) = try split()
    try outing.meetAll()
    for laptop in 0..<outing.count {
      #expect(try !outing[laptop].interview(interview).isCompleted, "on laptop \(laptop)")
    }
    try outing[2].complete(interview)
    #expect(try outing[2].interview(interview).isCompleted)
    try expectCompleteEverywhere(outing, interview)
    #expect(try outing[1].verdict(household, "water") != "met")
    #expect(try outing[1].verdict(household, "housing") == "met")
  }

  @Test func oneOfTheTwoCompletesItAnew() throws {
    for first in [true, false] {
      let (outing, _, interview, twin) = try split()
      try outing.meetAll()
      try outing[first ? 0 : twin].complete(interview)
      try expectCompleteEverywhere(outing, interview)
    }
  }

  @Test func whoSawOnlyOneBranchDidNotCompleteIt() throws {
    let (outing, _, interview, twin) = try split()
    try outing.meet(0)
    try outing.meet(1)
    #expect(try !outing[1].interview(interview).isCompleted)
    try outing[1].complete(interview)
    #expect(try outing[1].interview(interview).isCompleted)
    try outing.meet(1)
    try outing.meet(twin)
    try outing.meet(1)
    for laptop in [1, twin] {
      #expect(try !outing[laptop].interview(interview).isCompleted, "on laptop \(laptop)")
    }
    #expect(try outing.conflicts(1) == 1)
    try outing[1].complete(interview)
    try expectCompleteEverywhere(outing, interview)
  }

  @Test func aChoiceBetweenTheBranchesStays() throws {
    for settles in [true, false] {
      let (outing, _, interview, twin) = try split()
      try outing[twin].reopen(interview, "water?")
      try outing[twin].say(interview, "w_enough", "unk")
      try outing.meetAll()
      #expect(try outing.questions(2) == ["w_enough"])
      if settles {
        let desk = try outing[2].opened().desk
        let conflict = try #require(
          try desk.conflicts().first { if case .answer = $0.kind { true } else { false } })
        _ = try outing[2].record(desk.settle(conflict, choosing: .value("no", special: nil)))
      } else {
        try outing[2].say(interview, "w_enough", "no")
      }
      try outing.meetAll()
      for laptop in 0..<outing.count {
        #expect(try outing.questions(laptop).isEmpty, "on laptop \(laptop)")
        #expect(try outing[laptop].value(interview, "w_enough") == "no")
      }
      try outing[1].complete(interview)
      try expectCompleteEverywhere(outing, interview)
    }
  }

  /// The clones may know of each other last of all.
  @Test func theOthersMeetTheBranchesInAnyOrder() throws {
    let (outing, _, interview, twin) = try split()
    try outing.meet(twin)
    try outing.meet(2)
    try outing.meet(0)
    try outing.meet(1)
    try outing.meet(2)
    try outing[1].complete(interview)
    #expect(try outing[1].interview(interview).isCompleted)
    try expectCompleteEverywhere(outing, interview)
  }
}
