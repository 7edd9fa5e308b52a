import Fieldwork
import FormEngine
import InventedVillages
import JSONText
import Record
import Station
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// A day of a surveyor, from the first key to the last.
@Suite struct DayTests {
  @Test func aHouseholdIsSurveyedAcrossAClosedLid() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let id = laptop.id(household)
    var sitting = try laptop.open()
    sitting.expect("现在是谁在用电脑")
    sitting.press("1")
    sitting.expect("石湾村  调查员 周敏")
    sitting.expect("共6户")
    var surveyor = try Surveyor(sitting, household)
    sitting.open(household.serial)
    sitting.expect(household.head)
    sitting.press("⏎")
    sitting.expect("站在门口的是这一户吗")
    // Enter pressed twice recognises nobody.
    sitting.press("⏎")
    sitting.expect("按 1、2、3 或 4")
    sitting.press("1")
    try surveyor.answer(25)
    let place = try #require(sitting.interview?.session.place)
    let half = surveyor.given
    #expect(half.count == 25)
    let lines = try laptop.entries().count
    sitting.kill()

    // Whoever was at the keyboard still is; the household waits at the same question.
    sitting = try laptop.open()
    sitting.expect("调查员 周敏")
    sitting.open(household.serial)
    sitting.expect("接着问")
    sitting.press("⏎")
    #expect(sitting.interview?.session.place == place)
    #expect(try laptop.entries().count == lines)
    surveyor = try Surveyor(sitting, household)
    try surveyor.answer()
    #expect(sitting.interview?.session.place == .end)
    sitting.expect("要答的都答了")
    sitting.press("1")
    sitting.expect("这一户已完成,已存好")
    // What was found takes the interview's place.
    sitting.expect("核查结果")
    sitting.press("{Esc} {Esc}")
    sitting.expect("完成1")
    sitting.press("^X 1")
    #expect(sitting.isOver)
    sitting.close()

    // Every answer that was typed stands in the journal and in the household's file.
    let given = half.merging(surveyor.given) { $1 }
    #expect(given.count > 50)
    let interview = try #require(try laptop.file(of: id).current)
    #expect(interview.isCompleted)
    for (key, value) in given { #expect(interview.answers[key]?.value == value, "\(key)") }
    try expectDocument(laptop, id, holds: given)
    let journal = try laptop.entries().filter { $0.subject == .interview(interview.id.rawValue) }
    #expect(journal.count { $0.kind == "answered" } >= given.count)
    try laptop.expectSound()
    try expectRebuiltTheSame(laptop)
  }

  /// Answers that a later skip hid are left out of the file; every other is in it, by its question.
  private func expectDocument(
    _ laptop: Laptop, _ id: HouseholdID, holds given: [AnswerKey: String]
  ) throws {
    let document = try laptop.document(id)
    #expect(document["status"]?.string == "complete")
    let interview = try #require(document["interviews"]?.array?.last)
    let rows = Dictionary(
      uniqueKeysWithValues: (interview["rows"]?.array ?? []).map { ($0["row"]?.string ?? "", $0) })
    for (key, value) in given where !value.isEmpty {
      let answers = key.rows.last.map { rows[$0] } ?? interview["answers"]
      let answer = answers?[key.question]
      #expect(
        answer?["value"]?.string == value || answer?["special"]?.string != nil, "\(key): \(value)")
      #expect(answer?["unconfirmed"] == nil)
    }
  }

  private func expectRebuiltTheSame(_ laptop: Laptop) throws {
    let before = try laptop.derived()
    #expect(before.count == laptop.village.households.count + 1)
    let workplace = try laptop.workplace()
    let desk = try workplace.open(Laptop.code)
    for name in before.keys {
      try laptop.disk.remove("\(laptop.data)/villages/\(Laptop.code)/\(name)")
    }
    try desk.rebuild()
    try desk.settle()
    workplace.close()
    #expect(try laptop.derived() == before)
    try laptop.expectSound()
  }

  @Test func nobodyHomeIsVisitedAgainOnTheAgreedDay() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[1]
    var sitting = try laptop.open(as: 1)
    var surveyor = try Surveyor(sitting, household)
    surveyor.says.merge(
      ["c_consent": "nobody", "c_result": "absent", "c_next": "2026-11-24"]
    ) { $1 }
    surveyor.begin(check: "2")
    try surveyor.answer()
    // Someone who goes back cannot complete.
    sitting.press("1")
    sitting.expect("入户结果是还要再来")
    sitting.press("2")
    sitting.expect("本次入户已结束")
    sitting.press("{Esc}")
    sitting.expect("无人1")
    sitting.expect("11-24")
    sitting.close()

    laptop.clock.day = "2026-11-24"
    sitting = try laptop.open()
    sitting.press("^D")
    sitting.expect("约好今天或以前再去的:1 户")
    sitting.press("{Esc}")
    sitting.open(household.serial)
    sitting.expect("再次入户")
    sitting.press("⏎")
    surveyor = try Surveyor(sitting, household)
    try surveyor.answer()
    sitting.press("1")
    sitting.expect("这一户已完成")
    sitting.press("^X {Esc}")
    sitting.close()
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    #expect(interview.visits.map(\.result) == ["absent", "done"])
    #expect(interview.visits.first?.next == "2026-11-24")
    #expect(interview.start?.identityCheck == "neighbours")
    try laptop.expectSound()
  }

  @Test func aRefusalClosesTheHousehold() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[2]
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.says.merge(["c_consent": "no", "c_result": "refused"]) { $1 }
    surveyor.begin()
    try surveyor.answer()
    sitting.press("1")
    // What the register brought and nobody confirmed is told of before.
    if sitting.screen.contains("按 9 照样完成") { sitting.press("9") }
    sitting.expect("已完成")
    sitting.press("{Esc}")
    sitting.expect("拒访1")
    sitting.close()
    #expect(try laptop.document(laptop.id(household))["status"]?.string == "refused")
    try laptop.expectSound()
  }

  @Test func aHouseholdIsEnrolledAtItsDoor() throws {
    let laptop = try Laptop()
    let sitting = try laptop.open(as: 1)
    sitting.press("^A")
    sitting.expect("这一户在哪个组")
    sitting.press("1 ⏎")
    sitting.expect("户主姓名")
    sitting.type("欧阳新来")
    sitting.press("⏎ 1")
    sitting.expect("欧阳新来")
    // It was written down at its door today: nothing is left to recognise.
    sitting.press("⏎")
    #expect(sitting.interview != nil)
    let surveyor = try Surveyor(sitting, laptop.village.households[0])
    surveyor.says["c_group"] = "1组"
    surveyor.says["c_hh_no"] = "7"
    try surveyor.answer()
    sitting.press("1")
    sitting.expect("这一户已完成")
    sitting.press("^X {Esc}")
    sitting.expect("欧阳新来")
    sitting.expect("共7户")
    sitting.close()
    let enrolled = try laptop.entries().compactMap { entry -> HouseholdID? in
      guard case .householdEnrolled? = Fact(entry), case .household(let id) = entry.subject else {
        return nil
      }
      return HouseholdID(id)
    }
    #expect(enrolled.count == 1)
    let file = try laptop.file(of: try #require(enrolled.first))
    #expect(file.household.enrolledAtDoor)
    #expect(file.current?.start?.identityCheck == "enrolled")
    #expect(file.current?.isCompleted == true)
    try laptop.expectSound()
  }

  @Test func anInterviewIsMovedToTheHouseholdItWasHeldWith() throws {
    let laptop = try Laptop()
    let wrong = laptop.village.households[3]
    let right = laptop.village.households[4]
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, wrong)
    surveyor.begin()
    try surveyor.answer(12)
    sitting.press("^X")
    sitting.expect("问错了户")
    sitting.press("3")
    sitting.expect("其实是哪一户的")
    for digit in String(right.serial) { sitting.press(.character(digit)) }
    sitting.press("⏎")
    sitting.expect("把这份问卷改到")
    sitting.press("1")
    sitting.expect("问卷已改到那一户")
    sitting.press("{Esc}")
    sitting.close()
    #expect(try laptop.file(of: laptop.id(wrong)).current == nil)
    let moved = try #require(try laptop.file(of: laptop.id(right)).current)
    for (key, value) in surveyor.given { #expect(moved.answers[key]?.value == value) }
    #expect(try laptop.document(laptop.id(wrong))["status"]?.string == "notVisited")
    #expect(try laptop.document(laptop.id(right))["status"]?.string == "begun")
    try laptop.expectSound()
    try expectRebuiltTheSame(laptop)
  }

  @Test func aStruckMemberStaysInTheRecord() throws {
    let laptop = try Laptop()
    let household = try #require(laptop.village.households.first { $0.members.count > 2 })
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(until: "c_resp")
    sitting.press("{PgDn}")
    guard case .roster(let roster)? = sitting.interview?.session.place.stop else {
      Issue.record("no roster:\n\(sitting.screen)")
      return
    }
    let rows = try #require(sitting.interview?.session.instance.rows(roster))
    sitting.press("↓ ↓ {Del}")
    sitting.expect("为什么")
    sitting.press("4")
    sitting.expect("已划去")
    #expect(sitting.interview?.session.instance.rows(roster).count == rows.count - 1)
    // It can be taken back, and done again.
    sitting.press("^Z")
    #expect(sitting.interview?.session.instance.rows(roster) == rows)
    sitting.press("^Y")
    #expect(sitting.interview?.session.instance.rows(roster).contains(rows[1]) == false)
    sitting.press("^X")
    sitting.expect("录错,已划去")
    sitting.press("{Esc}")
    sitting.close()
    let file = try laptop.file(of: laptop.id(household))
    #expect(file.members().first { $0.id.rawValue == rows[1] }?.removal?.reason == "mistake")
    let struck = try laptop.document(laptop.id(household))["members"]?.array?
      .first { $0["id"]?.string == rows[1] }
    #expect(struck?["struck"]?.string == "mistake")
    try laptop.expectSound()
  }

  @Test func aCompletedInterviewIsOpenedAgainWithAReason() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    var surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer()
    sitting.press("1 ^X")
    sitting.press("3")
    sitting.expect("要写原因")
    sitting.type("户主来电更正")
    sitting.press("⏎")
    sitting.expect("已重新打开")
    sitting.press("⏎")
    let question = try #require(sitting.interview?.session.definition.node(named: "w_cut"))
    sitting.press("^F")
    sitting.type("停水")
    sitting.press("⏎")
    guard case .question(let address)? = sitting.interview?.session.place.stop else {
      Issue.record("not at the question:\n\(sitting.screen)")
      return
    }
    #expect(address.node == question)
    sitting.press("31⏎")
    surveyor = try Surveyor(sitting, household)
    try surveyor.answer()
    sitting.press("1")
    sitting.expect("已完成")
    sitting.press("^X {Esc}")
    sitting.close()
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    #expect(interview.value("w_cut") == "31")
    #expect(interview.reopenings.map(\.text) == ["户主来电更正"])
    #expect(interview.isCompleted)
    try laptop.expectSound()
  }
}

extension InterviewSession.Place {
  /// The stop, unless it is the page at the end.
  var stop: Stop? { if case .stop(let stop) = self { stop } else { nil } }
}
