import Fieldwork
import FormEngine
import JSONText
import Record
import Station
import Testing

/// A village whose laptops work apart: what each makes of it, and what a person decides.
@Suite struct SharedVillageTests {
  /// Two laptops at one household, whose interview is begun on the first and known on both.
  static func begun() throws -> SharedVillage {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    try village.register("h1", number: 1)
    try village.begin("i1", of: "h1", on: 0)
    try village.answer("c_consent", "yes", in: "i1", of: "h1", on: 0)
    try village.meet(0, 1)
    return village
  }

  static func interview(_ village: SharedVillage, on laptop: Int = 0) throws -> Interview {
    try #require(try village.desks[laptop].file(of: HouseholdID("h1")).current)
  }

  static func verdicts(_ village: SharedVillage, on laptop: Int = 0) throws -> [String:
    VerdictState]
  {
    let file = try village.desks[laptop].file(of: HouseholdID("h1"))
    let interview = try #require(file.current)
    return HouseholdJudgement(
      interview, definition: village.form, isDisputed: file.isDisputed
    ).verdicts
  }

  static func line(_ village: SharedVillage, on laptop: Int = 0) throws -> HouseholdSummary {
    try #require(village.desks[laptop].village.households[HouseholdID("h1")])
  }

  @Test func anAnswerSaidInTwoWaysLeavesItsDomainAndTheHouseholdOpen() throws {
    let village = try Self.begun()
    for question in ["s1", "s2"] { try village.answer(question, "yes", in: "i1", of: "h1", on: 0) }
    try village.answer("q", "3", in: "i1", of: "h1", on: 0)
    try village.meet(0, 1)
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 0)
    #expect(try Self.verdicts(village)["household"] == .met)
    try village.answer("w_min", "15", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    for laptop in 0...1 {
      let verdicts = try Self.verdicts(village, on: laptop)
      #expect(verdicts["water"] == .unknown)
      #expect(verdicts["other"] == .met)
      #expect(verdicts["household"] == .unknown)
      #expect(try Self.line(village, on: laptop).conflicts == 1)
    }
    let conflict = try #require(try village.desks[0].conflicts().first)
    #expect(conflict.kind == .answer(AnswerKey("w_min")))
    #expect(try !village.desks[0].steers(conflict))
    let text = try village.desks[0].settled(conflict, .tip(0), village, on: 0)
    #expect(text == ["settled"])
    try village.meet(0, 1)
    #expect(try village.desks[1].conflicts().isEmpty)
    let chosen = try Self.interview(village, on: 1).value("w_min")
    guard case .answered(_, let value, _) = conflict.tips[0].act else {
      Issue.record("no answer")
      return
    }
    #expect(chosen == value)
    #expect(try Self.verdicts(village, on: 1)["household"] == .met)
  }

  @Test func theDerivedFileShowsBothWithWhoAndWhen() throws {
    let village = try Self.begun()
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 0)
    try village.answer("w_min", "15", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    for desk in village.desks { try desk.settle() }
    let texts = village.laptops.map { $0.derived["households/h1.json"] }
    #expect(texts[0] != nil)
    #expect(texts[0] == texts[1])
    let json = try JSON(parsing: try #require(texts[0]))
    let tips = try #require(json["conflicts"]?[0]?["tips"]?.array)
    #expect(Set(tips.compactMap { $0["value"]?.string }) == ["10", "15"])
    #expect(
      Set(tips.compactMap { $0["by"]?.string }) == Set(village.laptops.map(\.person.rawValue)))
    #expect(
      village.laptops[0].derived["village.json"] == village.laptops[1].derived["village.json"])
  }

  @Test func anAnswerThatOnlyTheJoinBringsToLightIsUnsaid() throws {
    let village = try Self.begun()
    for question in ["s1", "s2"] { try village.answer(question, "yes", in: "i1", of: "h1", on: 0) }
    try village.answer("q", "3", in: "i1", of: "h1", on: 0)
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 0)
    for question in ["s1", "s2"] { try village.answer(question, "no", in: "i1", of: "h1", on: 0) }
    try village.meet(0, 1)
    // Each opens one half; on neither laptop the question is asked.
    try village.answer("s1", "yes", in: "i1", of: "h1", on: 0)
    try village.answer("s2", "yes", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    #expect(try village.desks[0].conflicts().isEmpty)
    #expect(try Self.verdicts(village)["other"] == .unknown)
    #expect(try Self.verdicts(village)["household"] == .unknown)
    let session = try #require(try village.session("i1", of: "h1", on: 0))
    #expect(session.shownAgain.map(\.node) == [village.form.node(named: "q")])
    try village.answer("q", "3", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    #expect(try Self.verdicts(village)["household"] == .met)
  }

  @Test func choosingABranchTakesItWhole() throws {
    let village = try Self.begun()
    try village.answer("s2", "yes", in: "i1", of: "h1", on: 0)
    try village.meet(0, 1)
    try village.answer("s1", "yes", in: "i1", of: "h1", on: 0)
    try village.answer("q", "3", in: "i1", of: "h1", on: 0)
    try village.answer("s1", "no", in: "i1", of: "h1", on: 1)
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    let desk = village.desks[1]
    let conflict = try #require(try desk.conflicts().first)
    #expect(conflict.kind == .answer(AnswerKey("s1")))
    #expect(try desk.steers(conflict))
    let branches = try desk.branches(of: conflict)
    #expect(branches.count == 2)
    let asking = try #require(
      branches.firstIndex { $0.tip.stamp.person == village.laptops[0].person })
    let lines = branches[asking].sections.flatMap(\.lines)
    #expect(lines.map(\.key.question) == ["s1", "q", "w_min"])
    #expect(lines.map(\.value) == ["yes", "3", ""])
    #expect(branches[1 - asking].sections.flatMap(\.lines).map(\.isAsked) == [true, false, true])
    // What the other laptop alone worked on joins.
    _ = try desk.settled(conflict, .tip(asking), village, on: 1)
    try village.meet(0, 1)
    let interview = try Self.interview(village)
    #expect(interview.value("s1") == "yes")
    #expect(interview.value("q") == "3")
    #expect(interview.value("w_min") == "10")
    #expect(try village.desks[0].conflicts().isEmpty)
    #expect(try Self.verdicts(village)["household"] == .met)
  }

  @Test func aThirdValueCanBeWritten() throws {
    let village = try Self.begun()
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 0)
    try village.answer("w_min", "15", in: "i1", of: "h1", on: 1)
    try village.meet(0, 1)
    let conflict = try #require(try village.desks[0].conflicts().first)
    _ = try village.desks[0].settled(conflict, .value("12", special: nil), village, on: 0)
    #expect(try Self.interview(village).value("w_min") == "12")
    #expect(try village.desks[0].conflicts().isEmpty)
  }

  @Test func aRowStruckWhileItWasAnsweredIsAsked() throws {
    let village = try Self.begun()
    let row = RosterRow(roster: "m", rows: ["h1m"])
    try village.add(
      .rowRemoved(row, reason: "moved", reversal: nil, nil), of: .interview("i1"), on: 0)
    try village.answer("m_age", "40", in: "i1", of: "h1", on: 1, row: "h1m")
    try village.meet(0, 1)
    let conflict = try #require(try village.desks[0].conflicts().first)
    #expect(conflict.kind == .row(row))
    let kept = try #require(
      conflict.tips.firstIndex { if case .struck = $0.act { false } else { true } })
    _ = try village.desks[0].settled(conflict, .tip(kept), village, on: 0)
    #expect(try Self.interview(village).standingRows(of: "m") == [row])
    #expect(try village.desks[0].conflicts().isEmpty)
  }

  @Test func oneHouseholdAtTwoDoorsIsJoinedByAPerson() throws {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for laptop in 0...1 {
      try village.add(
        Enrolment.atDoor(
          HouseholdID("h\(laptop + 1)"), group: "1组", number: 9, head: "甲\(laptop)",
          member: MembershipID("m\(laptop)")), on: laptop)
      try village.begin("i\(laptop + 1)", of: "h\(laptop + 1)", on: laptop)
      try village.answer("c_consent", "yes", in: "i\(laptop + 1)", of: "h\(laptop + 1)", on: laptop)
      try village.answer("w_min", "10", in: "i\(laptop + 1)", of: "h\(laptop + 1)", on: laptop)
      try village.answer("c_result", "done", in: "i\(laptop + 1)", of: "h\(laptop + 1)", on: laptop)
      try village.complete("i\(laptop + 1)", of: "h\(laptop + 1)", on: laptop)
    }
    try village.meet(0, 1)
    let conflict = try #require(village.desks[0].village.conflicts.first)
    #expect(conflict.doors == ["h1", "h2"])
    for laptop in 0...1 {
      #expect(try Self.line(village, on: laptop).findings?.verdicts["water"] == .unknown)
      // On the page of the interview, too.
      let interview = try Self.interview(village, on: laptop)
      let session = InterviewSession(
        interview, definition: village.form, person: village.laptops[laptop].person, language: "zh")
      #expect(session.judged().judgement.household == .unknown)
      #expect(
        village.desks[laptop].village
          == (try village.laptops[laptop].freshDesk(village.form)).village)
    }
    _ = try village.desks[0].settled(conflict, .tip(0), village, on: 0)
    try village.meet(0, 1)
    for laptop in 0...1 {
      let desk = village.desks[laptop]
      #expect(desk.village.households.keys.map(\.rawValue) == ["h1"])
      let file = try desk.file(of: HouseholdID("h2"))
      #expect(file.household.id == HouseholdID("h1"))
      #expect(file.interviews.map(\.id.rawValue).sorted() == ["i1", "i2"])
      // Now both interviews count for one household in one round: a person chooses again.
      #expect(file.conflicts.map(\.tips.count) == [2])
      #expect(desk.village == (try village.laptops[laptop].freshDesk(village.form)).village)
    }
    let second = try #require(try village.desks[1].conflicts().first)
    _ = try village.desks[1].settled(second, .tip(1), village, on: 1)
    try village.meet(0, 1)
    #expect(try village.desks[0].conflicts().isEmpty)
    #expect(try Self.line(village).findings?.verdicts["water"] == .met)
  }

  @Test func twoDoorsThatAreTwoHouseholdsStayTwo() throws {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for laptop in 0...1 {
      try village.add(
        Enrolment.atDoor(
          HouseholdID("h\(laptop + 1)"), group: "\(laptop)组", number: 9, head: "甲",
          member: MembershipID("m\(laptop)")), on: laptop)
    }
    try village.meet(0, 1)
    let conflict = try #require(village.desks[0].village.conflicts.first)
    _ = try village.desks[0].settled(conflict, .asItStands, village, on: 0)
    #expect(village.desks[0].village.conflicts.isEmpty)
    #expect(village.desks[0].village.households.count == 2)
    // Also for a desk that opens the list from its file, and looks at the doors again.
    let again = try SharedVillage.desk(village.laptops[0], village.form)
    _ = try again.append(
      Enrolment.atDoor(
        HouseholdID("h3"), group: "3组", number: 10, head: "乙", member: MembershipID("m3")),
      person: village.laptops[0].person)
    #expect(again.village.conflicts.isEmpty)
  }

  /// What was settled elsewhere may come while nobody has the village open: a sync of all villages.
  @Test func whatWasSettledWhileTheVillageWasClosedIsTakenUpWhenItIsOpened() throws {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for laptop in 0...1 {
      try village.add(
        Enrolment.atDoor(
          HouseholdID("h\(laptop + 1)"), group: "\(laptop)组", number: 9, head: "甲",
          member: MembershipID("m\(laptop)")), on: laptop)
    }
    try village.meet(0, 1)
    try village.desks[1].settle()
    let conflict = try #require(village.desks[0].village.conflicts.first)
    _ = try village.desks[0].settled(conflict, .asItStands, village, on: 0)
    // The desk of the second laptop is closed: only its journals grow.
    let known = Set(village.laptops[1].entries.map(\.id))
    village.laptops[1].entries += village.laptops[0].entries.filter { !known.contains($0.id) }
    let again = try SharedVillage.desk(village.laptops[1], village.form)
    let fresh = try village.laptops[1].freshDesk(village.form)
    #expect(again.village == fresh.village)
    #expect(again.village.households.values.allSatisfy { $0.conflicts == 0 })
    try again.settle()
    let kept = village.laptops[1].derived
    try again.rebuild()
    try again.settle()
    #expect(village.laptops[1].derived == kept)
  }

  @Test func anErasedHouseholdLeavesTheListAndIsCounted() throws {
    let village = try Self.begun()
    try village.register("h2", number: 2)
    try village.meet(0, 1)
    for laptop in village.laptops {
      laptop.entries = laptop.entries.map { entry in
        guard entry.subject == .household("h1") || entry.subject == .interview("i1") else {
          return entry
        }
        return entry.withoutBody
      }
    }
    for desk in village.desks {
      try desk.rebuild()
      try desk.settle()
    }
    for (desk, laptop) in zip(village.desks, village.laptops) {
      #expect(desk.village.households.keys.map(\.rawValue) == ["h2"])
      #expect(desk.village.erased == [HouseholdID("h1")])
      let text = String(decoding: laptop.derived["households/h1.json"] ?? [], as: UTF8.self)
      #expect(!text.contains("甲"))
      #expect(
        !String(decoding: laptop.derived["village.json"] ?? [], as: UTF8.self).contains("h1m"))
    }
  }

  @Test func theListIsMadeAnewWhenOtherEntriesCount() throws {
    let village = try Self.begun()
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 1)
    try village.answer("c_result", "done", in: "i1", of: "h1", on: 1)
    try village.complete("i1", of: "h1", on: 1)
    try village.meet(0, 1)
    try village.desks[0].settle()
    #expect(try Self.line(village).status == .complete)
    let writer = JournalName(writer: village.laptops[1].writer)
    village.laptops[0].limits = EntryLimits([writer: EntryLimits.Limit.none])
    let held = try SharedVillage.desk(village.laptops[0], village.form)
    #expect(held.village.households[HouseholdID("h1")]?.status == .begun)
    village.laptops[0].limits = EntryLimits()
    let free = try SharedVillage.desk(village.laptops[0], village.form)
    #expect(free.village.households[HouseholdID("h1")]?.status == .complete)
  }
}

extension VillageDesk {
  /// Writes what a choice means; returns the kinds of the entries.
  func settled(
    _ conflict: Conflict, _ choice: ConflictChoice, _ village: SharedVillage, on laptop: Int
  ) throws -> [String] {
    try append(settle(conflict, choosing: choice), person: village.laptops[laptop].person).map(
      \.kind)
  }
}

extension Conflict {
  var doors: [String] {
    if case .households(let ids) = kind { ids.map(\.rawValue).sorted() } else { [] }
  }
}
