import Fieldwork
import FormEngine
import JSONText
import Record
import Station
import Testing

/// What is open about which household an interview is, about an earlier interview, and about doors that
/// were joined.
@Suite struct DecidedApartTests {
  private static let households = ["h1", "h2", "h3"]

  /// Three households, with an interview of the first in which everything is met, known on both laptops.
  private func interviewed() throws -> SharedVillage {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for (number, name) in Self.households.enumerated() {
      try village.register(name, number: number + 1)
    }
    try met("i1", of: "h1", village)
    try village.meet(0, 1)
    return village
  }

  /// An interview in which everything is met.
  private func met(_ interview: String, of household: String, _ village: SharedVillage) throws {
    try village.begin(interview, of: household, on: 0)
    try fill(interview, of: household, village)
  }

  private func fill(
    _ interview: String, of household: String, _ village: SharedVillage
  ) throws {
    for (question, value) in [
      ("c_consent", "yes"), ("s1", "yes"), ("s2", "yes"), ("q", "3"), ("w_min", "10"),
      ("c_result", "done"),
    ] {
      try village.answer(question, value, in: interview, of: household, on: 0)
    }
    try village.complete(interview, of: household, on: 0)
  }

  private func verdict(_ household: String, _ desk: VillageDesk) throws -> VerdictState? {
    try desk.refreshed(HouseholdID(household)).findings?.household
  }

  private func moved(_ village: SharedVillage) throws {
    for (laptop, target) in ["h2", "h3"].enumerated() {
      try village.add(Enrolment.move(InterviewID("i1"), to: HouseholdID(target)), on: laptop)
    }
    try village.meet(0, 1)
  }

  @Test func anInterviewMovedToTwoDoorsMakesNeitherMet() throws {
    let village = try interviewed()
    #expect(try verdict("h1", village.desks[0]) == .met)
    try moved(village)
    for (desk, laptop) in zip(village.desks, village.laptops) {
      for household in ["h2", "h3"] {
        #expect(try verdict(household, desk) != .met)
        #expect(desk.village.households[HouseholdID(household)]?.conflicts == 1)
      }
      let open = try desk.conflicts()
      #expect(open.map(\.kind) == [.move([HouseholdID("h2"), HouseholdID("h3")])])
      #expect(desk.village == (try laptop.freshDesk(village.form)).village)
      try desk.settle()
      let again = try SharedVillage.desk(laptop, village.form)
      #expect(try again.conflicts() == open)
    }
    #expect(village.laptops[0].derived == village.laptops[1].derived)
    let conflict = try #require(try village.desks[0].conflicts().first)
    let chosen = try village.desks[0].settled(conflict, .tip(0), village, on: 0)
    #expect(chosen == ["moved"])
    try village.meet(0, 1)
    for desk in village.desks {
      #expect(try desk.conflicts().isEmpty)
      #expect(try verdict("h2", desk) == .met)
      #expect(try verdict("h3", desk) == nil)
      #expect(desk.village.contested.isEmpty)
    }
  }

  @Test func itHoldsBackWhatItCouldTakeThePlaceOf() throws {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for (number, name) in Self.households.enumerated() {
      try village.register(name, number: number + 1)
    }
    try met("i2", of: "h2", village)
    try met("i3", of: "h3", village)
    try met("i1", of: "h1", village)
    try village.meet(0, 1)
    #expect(try verdict("h2", village.desks[0]) == .met)
    try moved(village)
    for household in ["h2", "h3"] {
      #expect(try verdict(household, village.desks[1]) == .unknown)
    }
    let conflict = try #require(try village.desks[1].conflicts().first)
    _ = try village.desks[1].settled(conflict, .asItStands, village, on: 1)
    #expect(try verdict("h2", village.desks[1]) == .met)
    #expect(try verdict("h3", village.desks[1]) == .met)
  }

  @Test func movedToTwoDoorsThatAreOneIsNoQuestion() throws {
    let village = try interviewed()
    try moved(village)
    try village.add(
      .householdJoined(into: HouseholdID("h2"), reason: ""), of: .household("h3"), on: 0)
    try village.meet(0, 1)
    for (desk, laptop) in zip(village.desks, village.laptops) {
      #expect(try desk.conflicts().isEmpty)
      #expect(try verdict("h2", desk) == .met)
      #expect(desk.village == (try laptop.freshDesk(village.form)).village)
    }
  }

  // MARK: Earlier interviews

  @Test func whoMayBeMissingSinceAnEarlierInterviewLeavesAllOpen() throws {
    let village = try interviewed()
    try village.add(
      .reopened(reason: "x"), of: .interview("i1"), on: 0)
    try village.meet(0, 1)
    try village.add(
      .rowRemoved(
        RosterRow(roster: "m", rows: ["h1m"]), reason: "moved", reversal: nil, nil),
      of: .interview("i1"), on: 0)
    try village.begin("i2", of: "h1", on: 0, round: "help")
    try fill("i2", of: "h1", village)
    #expect(try verdict("h1", village.desks[0]) == .met)
    try village.answer("m_age", "40", in: "i1", of: "h1", on: 1, row: "h1m")
    try village.meet(0, 1)
    for desk in village.desks {
      #expect(try verdict("h1", desk) == .unknown)
      let file = try desk.file(of: HouseholdID("h1"))
      #expect(file.current?.id == InterviewID("i2"))
      #expect(!file.isDisputed)
      #expect(try desk.refreshed(HouseholdID("h1")).findings?.verdicts["water"] == .unknown)
    }
    let conflict = try #require(try village.desks[0].conflicts().first)
    let struck = try #require(
      conflict.tips.firstIndex { if case .struck = $0.act { true } else { false } })
    _ = try village.desks[0].settled(conflict, .tip(struck), village, on: 0)
    #expect(try verdict("h1", village.desks[0]) == .met)
  }

  @Test func whatWasAskedAnewDoesNotHangOnAnEarlierInterview() throws {
    let village = try interviewed()
    try village.add(.reopened(reason: "x"), of: .interview("i1"), on: 0)
    try village.meet(0, 1)
    try village.answer("w_min", "15", in: "i1", of: "h1", on: 0)
    try village.answer("w_min", "25", in: "i1", of: "h1", on: 1)
    try village.begin("i2", of: "h1", on: 0, round: "help")
    try fill("i2", of: "h1", village)
    try village.meet(0, 1)
    for desk in village.desks {
      #expect(try desk.conflicts().map(\.kind) == [.answer(AnswerKey("w_min"))])
      #expect(desk.village.households[HouseholdID("h1")]?.conflicts == 1)
      #expect(try verdict("h1", desk) == .met)
    }
  }

  @Test func whatWasTakenOverAndNotSaidAgainHangsOnIt() throws {
    let village = try interviewed()
    try village.add(.reopened(reason: "x"), of: .interview("i1"), on: 0)
    try village.meet(0, 1)
    try village.answer("w_min", "15", in: "i1", of: "h1", on: 0)
    try village.begin("i2", of: "h1", on: 0, round: "help")
    try fill("i2", of: "h1", village)
    // As a form does that takes a value over as said when the next interview begins.
    let file = try village.desks[0].file(of: HouseholdID("h1"))
    var entries = village.laptops[0].entries.filter { $0.subject == .interview("i2") }
    let begun = try #require(entries.firstIndex { $0.kind == "visitStarted" })
    let said = try #require(
      entries.firstIndex { entry in
        guard case .answered(let answers, _, _) = Fact(entry) else { return false }
        return answers.contains { $0.key == AnswerKey("w_min") }
      })
    entries.swapAt(begun, said)
    let lamports = entries.map(\.lamport).sorted()
    let swapped = zip(entries, lamports).map { entry, lamport in
      Entry(
        id: entry.id, writer: entry.writer, sequence: entry.sequence, lamport: lamport,
        seen: entry.seen, time: entry.time, person: entry.person, subject: entry.subject,
        link: entry.link, kind: entry.kind, body: entry.body)
    }
    try village.answer("w_min", "25", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    let earlier = try #require(
      try village.desks[0].file(of: HouseholdID("h1")).interviews.first { $0.id.rawValue == "i1" })
    let causality = Causality(village.laptops[0].entries)
    let both = HouseholdCase(
      household: file.household,
      interviews: [
        earlier, Interview(id: InterviewID("i2"), entries: swapped.sorted(), causality),
      ], causality)
    let current = try #require(both.current)
    #expect(current.doubts.answers == [AnswerKey("w_min")])
    let verdicts = HouseholdJudgement(current, definition: village.form).verdicts
    #expect(verdicts["water"] == .unknown)
    #expect(verdicts["other"] == .met)
    #expect(verdicts["household"] == .unknown)
  }

  // MARK: Doors that were joined

  @Test func whatWasSaidAtTheOtherDoorIsShownWithTheHouseholdItIs() throws {
    let village = try interviewed()
    try village.add(
      Enrolment.atDoor(
        HouseholdID("d1"), group: "3组", number: 9, head: "丁", member: MembershipID("m9")), on: 1)
    try village.add(Enrolment.remark("门口有狗", on: HouseholdID("d1")), on: 1)
    try village.add(
      .householdJoined(into: HouseholdID("h1"), reason: ""), of: .household("d1"), on: 1)
    try village.meet(0, 1)
    for (desk, laptop) in zip(village.desks, village.laptops) {
      try desk.settle()
      let file = try desk.file(of: HouseholdID("h1"))
      #expect(file.others.map(\.id) == [HouseholdID("d1")])
      #expect(file.household.remarks.isEmpty)
      #expect(desk.village.households[HouseholdID("h1")]?.remarks == 1)
      let json = try JSON(parsing: try #require(laptop.derived["households/h1.json"]))
      let other = try #require(json["joined"]?[0])
      #expect(other["household"]?.string == "d1")
      #expect(other["facts"]?["c_hh_no"]?["value"]?.string == "9")
      #expect(other["members"]?[0]?["facts"]?["m_name"]?["value"]?.string == "丁")
      #expect(other["remarks"]?[0]?["text"]?.string == "门口有狗")
    }
    // What is said of the other door later still comes here.
    try village.add(Enrolment.remark("换了门牌", on: HouseholdID("d1")), on: 0)
    #expect(
      try village.desks[0].file(of: HouseholdID("h1")).others[0].remarks.map(\.text)
        == ["门口有狗", "换了门牌"])
  }
}
