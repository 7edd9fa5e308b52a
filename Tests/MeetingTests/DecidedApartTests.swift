import Fieldwork
import SimulatedLaptops
import Station
import Testing

/// People decide, and do not know that somebody else decided, too.
@Suite struct DecidedApartTests {
  /// Two answers to one question, known to three laptops.
  private func differing() throws -> (Outing, InterviewID, HouseholdID) {
    let outing = try Outing.of(3)
    let household = try outing.households()[0]
    let interview = try outing[0].begin(household)
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    try outing[0].sayAll(interview)
    try outing[1].say(interview, "h_safe", "no")
    try outing.meetAll()
    try outing[0].complete(interview)
    try outing.meetAll()
    #expect(try outing.questions(2) == ["h_safe"])
    return (outing, interview, household)
  }

  /// The place of the tip with that answer, on a laptop.
  private func tip(_ value: String, _ outing: Outing, _ laptop: Int) throws -> Int {
    let conflict = try #require(try outing[laptop].opened().desk.conflicts().first)
    return try #require(
      conflict.tips.firstIndex {
        if case .answered(_, value, _) = $0.act { true } else { false }
      })
  }

  @Test(arguments: ["yes", "no"])
  func oneLeavesItAsItStandsAndTheOtherChooses(_ chosen: String) throws {
    let (outing, interview, household) = try differing()
    try outing.settle(0, .asItStands)
    let stands = try outing[0].value(interview, "h_safe")
    let other = stands == "yes" ? "no" : "yes"
    try outing.settle(1, .tip(try tip(other, outing, 1)))
    try outing.meetAll()
    for laptop in 0..<3 {
      let open = try outing[laptop].opened().desk.conflicts()
      #expect(open.count == 1)
      #expect(open.first?.tips.map(\.isDecision) == [true, true])
      #expect(try outing[laptop].verdict(household, "housing") != "met")
    }
    try outing.settle(2, .tip(try tip(chosen, outing, 2)))
    try outing.meetAll()
    for laptop in 0..<3 {
      #expect(try outing.questions(laptop) == [])
      #expect(try outing[laptop].value(interview, "h_safe") == chosen)
    }
    #expect(try outing.areSame())
  }

  @Test func twoWhoChooseTheSameAreNotAskedAgain() throws {
    let (outing, interview, _) = try differing()
    for laptop in 0..<2 { try outing.settle(laptop, .tip(try tip("yes", outing, laptop))) }
    try outing.meetAll()
    #expect(try outing.questions(2) == [])
    #expect(try outing[2].value(interview, "h_safe") == "yes")
    #expect(try outing.areSame())
  }

  @Test func oneJoinsTwoDoorsAndTheOtherKeepsThemApart() throws {
    let outing = try Outing.of(3)
    let one = try outing[0].enrol("1组", 7, "丁")
    let other = try outing[1].enrol("1组", 7, "戊")
    try outing.meetAll()
    try outing.settle(0, .tip(0))
    try outing.settle(1, .asItStands)
    try outing.meetAll()
    for laptop in 0..<3 {
      let open = try outing[laptop].opened().desk.conflicts()
      #expect(open.map(\.kind) == [.households([one, other].sorted())])
      #expect(open.first?.tips.allSatisfy(\.isDecision) == true)
    }
    try outing.settle(2, .asItStands)
    try outing.meetAll()
    for laptop in 0..<3 {
      #expect(try outing.conflicts(laptop) == 0)
      #expect(try outing[laptop].households().count == 4)
    }
    #expect(try outing.areSame())
  }

  @Test func anInterviewIsMovedToTwoDoors() throws {
    let outing = try Outing.of(3)
    let doors = try outing.households()
    let wrong = try outing[0].enrol("2组", 8, "丁")
    let interview = try outing[0].begin(wrong)
    try outing[0].sayAll(interview)
    try outing[0].complete(interview)
    try outing.meetAll()
    #expect(try outing[1].verdict(wrong, "water") == "met")
    for laptop in 0..<2 {
      _ = try outing[laptop].record(Enrolment.move(interview, to: doors[laptop]))
    }
    try outing.meetAll()
    for laptop in 0..<3 {
      let open = try outing[laptop].opened().desk.conflicts()
      #expect(open.count == 1)
      #expect(
        Set(open.first?.tips.map(\.act) ?? []) == [.moved(to: doors[0]), .moved(to: doors[1])])
      for door in doors { #expect(try outing[laptop].verdict(door, "water") != "met") }
    }
    // Two choose again, apart: it is asked again; one who knows both ends it.
    for laptop in 0..<2 { try outing.settle(laptop, .tip(laptop)) }
    try outing.meetAll()
    #expect(try outing.conflicts(2) == 1)
    try outing.settle(2, .asItStands)
    try outing.meetAll()
    for laptop in 0..<3 { #expect(try outing.conflicts(laptop) == 0) }
    let own = try #require(try outing[0].interview(interview).household)
    #expect(try outing[1].verdict(own, "water") == "met")
    #expect(try outing.areSame())
  }

  @Test func anInterviewMovedTwiceToOneDoorIsNoQuestion() throws {
    let outing = try Outing.of(2)
    let doors = try outing.households()
    let interview = try outing[0].begin(doors[0])
    try outing.meetAll()
    for laptop in 0..<2 {
      _ = try outing[laptop].record(Enrolment.move(interview, to: doors[1]))
    }
    try outing.meetAll()
    #expect(try outing.conflicts(0) == 0)
    #expect(try outing.areSame())
  }
}
