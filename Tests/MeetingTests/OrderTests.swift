import Fieldwork
import Record
import SeededRandom
import SimulatedLaptops
import Station
import Sync
import Testing

/// Work done offline that arrives in any order: the situations that other tools have been caught in.
@Suite struct OrderTests {
  @Test func aHouseholdAndItsChangesArriveInOrder() throws {
    let outing = try Outing.of(2)
    let household = try outing[0].enrol("1组", 7, "丁")
    let interview = try outing[0].begin(household)
    try outing.meet(0)
    try outing.meet(1)
    try outing[0].say(interview, "c_consent", "yes")
    try outing[0].say(interview, "w_tap", "no")
    try outing[0].say(interview, "w_min", "15")
    try outing.meet(0)
    try outing.meet(1)
    #expect(try outing[1].value(interview, "w_min") == "15")
    #expect(try outing.conflicts(1) == 0)
  }

  @Test func changesApplyThoughTheOtherSideWentOn() throws {
    let outing = try Outing.of(2)
    let interview = try outing[0].begin(try outing.households()[0])
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    // B goes on with one question, A with others: nobody contradicts anybody.
    try outing[1].say(interview, "h_safe", "yes")
    try outing[0].say(interview, "w_tap", "yes")
    try outing[0].say(interview, "w_enough", "no")
    try outing.meetAll()
    for laptop in 0..<2 {
      #expect(try outing[laptop].value(interview, "h_safe") == "yes")
      #expect(try outing[laptop].value(interview, "w_enough") == "no")
      #expect(try outing.conflicts(laptop) == 0)
    }
    #expect(try outing.areSame())
  }

  @Test func anotherChangeComesBetweenTwoOfOne() throws {
    let outing = try Outing.of(3)
    let interview = try outing[0].begin(try outing.households()[0])
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    try outing[0].say(interview, "w_tap", "yes")
    try outing.meet(0)
    try outing.meet(2)
    try outing[2].say(interview, "w_tap", "no")
    try outing[0].say(interview, "h_safe", "no")
    try outing.meetAll()
    // C knew of the first: its change follows it, and A's second is about something else.
    #expect(try outing[1].value(interview, "w_tap") == "no")
    #expect(try outing[1].value(interview, "h_safe") == "no")
    #expect(try outing.conflicts(1) == 0)
  }

  @Test func whatComesBeforeItsBeginningWaits() throws {
    let outing = try Outing.of(2)
    let household = try outing[0].enrol("2组", 9, "戊")
    let interview = try outing[0].begin(household)
    let before = Set(outing.stick.files)
    try outing.meet(0)
    let first = outing.stick.files.filter { !before.contains($0) && $0.hasSuffix(".seg") }
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meet(0)
    for file in first { outing.stick.holdBack(file) }
    let report = try outing.meet(1)
    #expect(try outing[1].households().contains(household) == false)
    #expect(!report.problems.isEmpty, "nobody is told that something is missing")
    var random = SplitMix64(seed: 3)
    while outing.stick.giveBack(&random) != nil {}
    try outing.meet(1)
    #expect(try outing[1].value(interview, "c_consent") == "yes")
    try outing.meetAll()
    #expect(try outing.areSame())
  }

  @Test func everythingArrivesBackwards() throws {
    let outing = try Outing.of(2)
    let household = try outing[0].enrol("2组", 9, "戊")
    let interview = try outing[0].begin(household)
    var pieces: [[String]] = []
    for (question, value) in [("c_consent", "yes"), ("w_tap", "no"), ("w_min", "45")] {
      try outing[0].say(interview, question, value)
      let before = Set(outing.stick.files)
      try outing.meet(0)
      let new = outing.stick.files.filter { !before.contains($0) && $0.hasSuffix(".seg") }
      pieces.append(new)
      for file in new { outing.stick.holdBack(file) }
    }
    // The last that was held back comes first.
    while outing.stick.giveBackLast() { try outing.meet(1) }
    #expect(try outing[1].value(interview, "w_min") == "45")
    #expect(try outing.conflicts(1) == 0)
    #expect(pieces.count == 3)
  }

  @Test func whatADeviceWroteBeforeItWasAdmittedCountsOnceItIs() throws {
    let outing = try Outing.of(2)
    let key = try outing[1].key()
    _ = try outing[0].revoke(key)
    try outing.meetAll()
    let household = try outing[1].enrol("2组", 9, "戊")
    try outing.meetAll()
    #expect(try outing[0].households().contains(household) == false)
    _ = try outing[0].admit(key, "B")
    try outing.meetAll()
    #expect(try outing[0].households().contains(household))
    #expect(try outing.areSame())
  }

  @Test func aChangeToWhatWasErasedBringsNothingBack() throws {
    let outing = try Outing.of(2)
    let household = try outing.households()[0]
    let interview = try outing[0].begin(household)
    try outing.meetAll()
    _ = try outing[0].erase(household)
    try outing[1].say(interview, "c_consent", "yes")
    try outing.meetAll()
    for laptop in 0..<2 { #expect(try outing[laptop].households().contains(household) == false) }
    #expect(try outing.areSame())
  }

  @Test func aLaterChangeThatDidNotSeeADecisionIsAQuestionAgain() throws {
    let outing = try Outing.of(3)
    let interview = try outing[0].begin(try outing.households()[0])
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    try outing[0].say(interview, "h_safe", "yes")
    try outing[1].say(interview, "h_safe", "no")
    try outing.meet(0)
    try outing.meet(1)
    try outing.meet(0)
    #expect(try outing.questions(0) == ["h_safe"])
    try outing.settle(0, .value("yes", special: nil))
    // C knew of none of the three.
    try outing[2].say(interview, "h_safe", "unk")
    try outing.meetAll()
    #expect(try outing.questions(1) == ["h_safe"])
    #expect(try outing.areSame())
  }
}
