import Fieldwork
import SimulatedLaptops
import Station
import Testing

/// Two people fill the same question, and whoever clicks first, last or again must not make the other's
/// answer vanish: four orders in which another tool lost one.
@Suite struct LostConflictTests {
  private func begun() throws -> (Outing, InterviewID) {
    let outing = try Outing.of(2)
    let interview = try outing[0].begin(try outing.households()[0])
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    return (outing, interview)
  }

  private func expectBoth(_ outing: Outing, _ interview: InterviewID) throws {
    try outing.meetAll()
    for laptop in 0..<2 {
      let conflicts = try outing[laptop].opened().desk.conflicts()
      let values = conflicts.first?.tips.compactMap { tip -> String? in
        if case .answered(_, let value, _) = tip.act { value } else { nil }
      }
      #expect(conflicts.count == 1)
      #expect(Set(values ?? []) == ["yes", "no"], "both answers are shown to choose from")
    }
    #expect(try outing.areSame())
  }

  @Test func theFirstSyncsBeforeTheSecondBegins() throws {
    let (outing, interview) = try begun()
    try outing[0].say(interview, "h_safe", "yes")
    try outing.meet(0)
    try outing[1].say(interview, "h_safe", "no")
    try outing.meet(1)
    try outing.meet(1)
    try outing.meet(0)
    try expectBoth(outing, interview)
  }

  @Test func theSecondSyncsFirstAndTheFirstAgainAndAgain() throws {
    let (outing, interview) = try begun()
    try outing[0].say(interview, "h_safe", "yes")
    try outing[1].say(interview, "h_safe", "no")
    try outing.meet(1)
    for _ in 0..<3 { try outing.meet(0) }
    try outing.meet(1)
    try expectBoth(outing, interview)
  }

  @Test func bothFillBeforeAnybodySyncs() throws {
    let (outing, interview) = try begun()
    try outing[0].say(interview, "h_safe", "yes")
    try outing[1].say(interview, "h_safe", "no")
    try outing.meet(0)
    try outing.meet(1)
    try outing.meet(0)
    try expectBoth(outing, interview)
  }

  @Test func theSecondIsStoppedAndTheFirstSyncsAgain() throws {
    let (outing, interview) = try begun()
    try outing[0].say(interview, "h_safe", "yes")
    try outing[1].say(interview, "h_safe", "no")
    try outing.meet(0)
    try outing[1].meet(outing.stick, team: outing.team, stoppingAfter: 2)
    try outing.meet(0)
    try expectBoth(outing, interview)
    try outing.settle(1, .tip(0))
    try outing.meetAll()
    #expect(try outing.conflicts(0) == 0)
    #expect(try outing.areSame())
  }

  /// A rejected interview that never came back to its surveyor's tablet; here it is opened again.
  @Test func anInterviewThatWasOpenedAgainReachesItsSurveyor() throws {
    let outing = try Outing.of(3)
    let household = try outing.households()[0]
    let interview = try outing[0].begin(household)
    try outing[0].sayAll(interview)
    try outing[0].complete(interview)
    try outing.meetAll()
    #expect(try outing[2].interview(interview).isCompleted)
    // Opened again by one, completed, opened again by another: each time it goes back to the surveyor.
    for supervisor in [1, 2] {
      try outing[supervisor].reopen(interview, "water?")
      try outing.meet(supervisor)
      try outing.meet(0)
      #expect(try !outing[0].interview(interview).isCompleted)
      try outing[0].say(interview, "w_enough", supervisor == 1 ? "no" : "yes")
      try outing[0].complete(interview)
      try outing.meetAll()
      #expect(try outing[supervisor].interview(interview).isCompleted)
    }
    #expect(try outing[1].verdict(household, "water") == "met")
    #expect(try outing.areSame())
  }

  @Test func nothingIsMetThatTwoPeopleGaveInHalves() throws {
    let outing = try Outing.of(2)
    let household = try outing.households()[0]
    let interview = try outing[0].begin(household)
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    try outing[0].sayAll(interview)
    try outing[0].complete(interview)
    #expect(try outing[0].verdict(household, "housing") == "met")
    try outing[1].say(interview, "h_safe", "no")
    try outing.meetAll()
    for laptop in 0..<2 {
      #expect(try outing[laptop].verdict(household, "housing") != "met")
      #expect(try !outing[laptop].interview(interview).isCompleted)
    }
  }
}
