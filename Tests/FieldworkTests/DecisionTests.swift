import Fieldwork
import Record
import Testing

/// Two people who decide one thing differently, without having seen each other's decision, are asked again;
/// two who decide the same are not.
@Suite struct DecisionTests {
  private static let key = MeetingTests.keys[1]
  private static let subject = MeetingTests.subject

  /// An answer said in two ways, on three laptops that know both.
  private func differing() throws -> (Meeting, Conflict) {
    var meeting = MeetingTests.began(3)
    for (laptop, value) in ["1", "2"].enumerated() {
      meeting.add(
        .answered([GivenAnswer(Self.key, value)], reversal: nil, nil), of: Self.subject, on: laptop)
    }
    for _ in 0..<2 { for other in 1...2 { meeting.meet(0, other) } }
    let conflict = try #require(meeting.interview(MeetingTests.interview).conflicts.first)
    return (meeting, conflict)
  }

  private func settle(
    _ meeting: inout Meeting, _ conflict: Conflict, _ value: String?, on laptop: Int
  ) {
    let answers = value.map { [GivenAnswer(Self.key, $0)] } ?? []
    meeting.add(
      .settled(conflict.tips.map(\.stamp.entry), answers: answers), of: Self.subject, on: laptop)
  }

  @Test(arguments: [0, 1]) func leavingAnAnswerAsItStandsIsADecision(_ first: Int) throws {
    var (meeting, conflict) = try differing()
    // One leaves the 2 that stands, the other chooses the 1; whichever comes last in order.
    settle(&meeting, conflict, first == 0 ? nil : "1", on: 0)
    settle(&meeting, conflict, first == 0 ? "1" : nil, on: 1)
    var joined = meeting.interview(MeetingTests.interview)
    let again = try #require(joined.conflicts.first)
    #expect(joined.conflicts.count == 1)
    #expect(again.tips.map(\.isDecision) == [true, true])
    #expect(Set(again.tips.map(\.stamp.person)) == Set(meeting.laptops[..<2].map(\.person)))
    #expect(
      Set(again.tips.map(\.act)) == [
        .answered(Self.key, value: "1", special: nil),
        .answered(Self.key, value: "2", special: nil),
      ])
    // One more choice by someone who knows both ends it.
    meeting.bring(to: 2, from: 0)
    meeting.bring(to: 2, from: 1)
    settle(&meeting, again, "1", on: 2)
    joined = meeting.interview(MeetingTests.interview)
    #expect(joined.conflicts.isEmpty)
    #expect(joined.answers[Self.key]?.value == "1")
  }

  @Test(arguments: ["1", "2", nil]) func twoWhoDecideTheSameAgree(_ value: String?) throws {
    var (meeting, conflict) = try differing()
    settle(&meeting, conflict, value, on: 0)
    settle(&meeting, conflict, value ?? "2", on: 1)
    let joined = meeting.interview(MeetingTests.interview)
    #expect(joined.conflicts.isEmpty)
    #expect(joined.answers[Self.key]?.value == value ?? "2")
  }

  @Test func decidingOneAnswerDecidesNoOther() throws {
    var (meeting, conflict) = try differing()
    let other = MeetingTests.keys[2]
    for (laptop, value) in ["1", "2"].enumerated() {
      meeting.add(
        .settled(
          conflict.tips.map(\.stamp.entry),
          answers: [GivenAnswer(Self.key, value), GivenAnswer(other, value)]), of: Self.subject,
        on: laptop)
    }
    meeting.meet(0, 1)
    let both = meeting.interview(MeetingTests.interview).conflicts
    #expect(both.map(\.kind) == [.answer(Self.key), .answer(other)])
    settle(&meeting, try #require(both.first), "1", on: 0)
    #expect(meeting.interview(MeetingTests.interview).conflicts.map(\.kind) == [.answer(other)])
  }

  @Test func aStruckRowLeftStruckIsADecision() throws {
    var meeting = MeetingTests.began(2)
    let row = MeetingTests.rows[0]
    meeting.add(
      .answered([GivenAnswer(MeetingTests.keys[4], "40")], reversal: nil, nil), of: Self.subject,
      on: 0)
    meeting.add(.paused(events: []), of: Self.subject, on: 1)
    meeting.add(
      .rowRemoved(row, reason: "moved", reversal: nil, nil), of: Self.subject, on: 1)
    meeting.meet(0, 1)
    let conflict = try #require(meeting.interview(MeetingTests.interview).conflicts.first)
    #expect(conflict.kind == .row(row))
    settle(&meeting, conflict, nil, on: 0)
    meeting.add(.rowAdded(row, answers: [], reversal: nil, nil), of: Self.subject, on: 1)
    #expect(meeting.interview(MeetingTests.interview).conflicts.map(\.kind) == [.row(row)])
    meeting.meet(0, 1)
    meeting.add(
      .rowRemoved(row, reason: "moved", reversal: nil, nil), of: Self.subject, on: 0)
    #expect(meeting.interview(MeetingTests.interview).conflicts.isEmpty)
  }

  // MARK: Which interview counts

  @Test func thatBothCountAndThatOneDoesNotCannotBothHold() throws {
    var meeting = Meeting(3)
    SideBySideTests.start("i1", &meeting, on: 0)
    SideBySideTests.start("i2", &meeting, on: 1)
    for _ in 0..<2 { for other in 1...2 { meeting.meet(0, other) } }
    let begun = SideBySideTests.file(meeting).conflicts[0].tips.map(\.stamp.entry)
    meeting.add(.settled(begun, answers: []), of: SideBySideTests.household, on: 0)
    meeting.add(
      .interviewSetAside(for: InterviewID("i1"), reason: ""), of: .interview("i2"), on: 1)
    let file = SideBySideTests.file(meeting)
    let conflict = try #require(file.conflicts.first)
    #expect(conflict.kind == .interviews([InterviewID("i1"), InterviewID("i2")]))
    #expect(
      conflict.tips.map(\.act) == [
        .bothCount, .setAside(InterviewID("i2"), for: InterviewID("i1")),
      ])
    #expect(file.isDisputed)
    meeting.bring(to: 2, from: 0)
    meeting.bring(to: 2, from: 1)
    var other = meeting
    meeting.add(
      .settled(begun + conflict.tips.map(\.stamp.entry), answers: []),
      of: SideBySideTests.household, on: 2)
    #expect(SideBySideTests.file(meeting).conflicts.isEmpty)
    #expect(SideBySideTests.file(meeting).setAside.isEmpty)
    other.add(
      .interviewSetAside(for: InterviewID("i1"), reason: ""), of: .interview("i2"), on: 2)
    #expect(SideBySideTests.file(other).conflicts.isEmpty)
    #expect(SideBySideTests.file(other).current?.id == InterviewID("i1"))
  }

  @Test func twoWhoSetTheSameOneAsideAgree() {
    var meeting = Meeting(2)
    SideBySideTests.start("i1", &meeting, on: 0)
    SideBySideTests.start("i2", &meeting, on: 1)
    meeting.meet(0, 1)
    for laptop in 0...1 {
      meeting.add(
        .interviewSetAside(for: InterviewID("i1"), reason: ""), of: .interview("i2"), on: laptop)
    }
    #expect(SideBySideTests.file(meeting).conflicts.isEmpty)
  }

  @Test func threeSetAsideInACircleLeaveOneThatCountsAndAQuestion() {
    var meeting = Meeting(3)
    for laptop in 0..<3 { SideBySideTests.start("i\(laptop)", &meeting, on: laptop) }
    for _ in 0..<2 { for other in 1...2 { meeting.meet(0, other) } }
    for laptop in 0..<3 {
      meeting.add(
        .interviewSetAside(for: InterviewID("i\((laptop + 1) % 3)"), reason: ""),
        of: .interview("i\(laptop)"), on: laptop)
    }
    let file = SideBySideTests.file(meeting)
    #expect(file.current != nil)
    #expect(file.conflicts.map(\.tips.count) == [3])
    meeting.meet(0, 1)
    meeting.meet(0, 2)
    meeting.add(
      .interviewSetAside(for: InterviewID("i1"), reason: ""), of: .interview("i0"), on: 0)
    #expect(SideBySideTests.file(meeting).conflicts.isEmpty)
    #expect(SideBySideTests.file(meeting).current != nil)
  }

  // MARK: Which doors are one

  private func doors(_ meeting: Meeting) -> DecidedDoors {
    let causality = meeting.causality
    var households: [HouseholdID: Household] = [:]
    for entry in meeting.entries.sorted() {
      guard case .household(let name) = entry.subject else { continue }
      let id = HouseholdID(name)
      households[id, default: Household(id: id)].apply(entry, causality)
    }
    let fields = VillageFields(meeting.entries.sorted(), causality)
    return DecidedDoors(households.values, fields.settled, causality)
  }

  private func enrolled() -> (Meeting, [EntryID]) {
    var meeting = Meeting(3)
    let entries = ["h1", "h2", "h3"].enumerated().map { laptop, name in
      meeting.add(
        .householdEnrolled(HouseholdFacts(values: [], members: [])), of: .household(name),
        on: laptop
      ).id
    }
    for _ in 0..<2 { for other in 1...2 { meeting.meet(0, other) } }
    return (meeting, entries)
  }

  @Test func oneHouseholdAndTwoCannotBothHold() throws {
    var (meeting, entries) = enrolled()
    meeting.add(.householdJoined(into: HouseholdID("h1"), reason: ""), of: .household("h2"), on: 0)
    meeting.add(.settled(Array(entries[..<2]), answers: []), of: .village, on: 1)
    let decided = doors(meeting)
    #expect(decided.conflicts.map(\.kind) == [.households([HouseholdID("h1"), HouseholdID("h2")])])
    #expect(
      Set(decided.conflicts[0].tips.map(\.act)) == [
        .joined(HouseholdID("h2"), into: HouseholdID("h1")), .areTwo,
      ])
    meeting.meet(0, 1)
    meeting.add(.settled(Array(entries[..<2]), answers: []), of: .village, on: 0)
    #expect(doors(meeting).conflicts.isEmpty)
    #expect(doors(meeting).joins.isEmpty)
  }

  @Test func oneHouseholdJoinedToTwoOthersIsAQuestionUntilThoseAreOne() {
    var (meeting, _) = enrolled()
    meeting.add(.householdJoined(into: HouseholdID("h1"), reason: ""), of: .household("h3"), on: 0)
    meeting.add(.householdJoined(into: HouseholdID("h2"), reason: ""), of: .household("h3"), on: 1)
    #expect(doors(meeting).conflicts.map(\.tips.count) == [2])
    meeting.add(.householdJoined(into: HouseholdID("h1"), reason: ""), of: .household("h2"), on: 2)
    #expect(doors(meeting).conflicts.isEmpty)
  }

  @Test func joinedEachToTheOtherIsAQuestionAndJoinedTwiceIsNone() {
    var (meeting, _) = enrolled()
    var same = meeting
    meeting.add(.householdJoined(into: HouseholdID("h1"), reason: ""), of: .household("h2"), on: 0)
    meeting.add(.householdJoined(into: HouseholdID("h2"), reason: ""), of: .household("h1"), on: 1)
    #expect(doors(meeting).conflicts.count == 1)
    #expect(doors(meeting).joins == [HouseholdID("h1"): HouseholdID("h2")])
    for laptop in 0...1 {
      same.add(
        .householdJoined(into: HouseholdID("h1"), reason: ""), of: .household("h2"), on: laptop)
    }
    #expect(doors(same).conflicts.isEmpty)
  }

  @Test func oneHouseholdJoinedToTwoOfACircleIsOnlyTheCirclesQuestion() {
    var (meeting, _) = enrolled()
    meeting.add(
      .householdEnrolled(HouseholdFacts(values: [], members: [])), of: .household("h0"), on: 0)
    for _ in 0..<2 { for other in 1...2 { meeting.meet(0, other) } }
    for (laptop, join) in [("h1", "h2"), ("h2", "h3"), ("h3", "h1")].enumerated() {
      meeting.add(
        .householdJoined(into: HouseholdID(join.1), reason: ""), of: .household(join.0),
        on: laptop)
    }
    for (laptop, other) in ["h1", "h2"].enumerated() {
      meeting.add(
        .householdJoined(into: HouseholdID(other), reason: ""), of: .household("h0"), on: laptop)
    }
    let decided = doors(meeting)
    #expect(
      decided.conflicts.map(\.kind) == [
        .households([HouseholdID("h1"), HouseholdID("h2"), HouseholdID("h3")])
      ])
    #expect(decided.joins.count == 3)
  }

  // MARK: The village

  @Test func leavingARoundAsItStandsIsADecision() {
    var meeting = Meeting(2)
    meeting.add(.villageNamed(name: "云溪村", round: "base"), of: .village, on: 0)
    meeting.add(.villageNamed(name: "云溪村", round: "help"), of: .village, on: 1)
    func fields() -> VillageFields { VillageFields(meeting.entries.sorted(), meeting.causality) }
    meeting.meet(0, 1)
    let tips = fields().conflicts[0].tips
    meeting.add(.settled(tips.map(\.stamp.entry), answers: []), of: .village, on: 0)
    meeting.add(.villageNamed(name: "云溪村", round: "base"), of: .village, on: 1)
    #expect(fields().conflicts.map(\.kind) == [.village(.round)])
    meeting.meet(0, 1)
    meeting.add(.villageNamed(name: "云溪村", round: "base"), of: .village, on: 0)
    #expect(fields().conflicts.isEmpty)
    #expect(fields().round == "base")
  }

  // MARK: Moves

  @Test func anInterviewMovedToTwoDoorsIsAQuestion() throws {
    var meeting = MeetingTests.began(3)
    meeting.add(.moved(to: HouseholdID("h2")), of: Self.subject, on: 0)
    meeting.add(.moved(to: HouseholdID("h3")), of: Self.subject, on: 1)
    let joined = meeting.interview(MeetingTests.interview)
    let conflict = try #require(joined.contested)
    #expect(conflict.kind == .move([HouseholdID("h2"), HouseholdID("h3")]))
    #expect(joined.household == HouseholdID("h3"))
    // Where the two were found to be one door, there is nothing to choose.
    let one = HouseholdCase(
      household: Household(id: HouseholdID("h3")), interviews: [joined],
      joined: [Household(id: HouseholdID("h2"))])
    #expect(one.conflicts.isEmpty)
    #expect(one.current?.conflicts == [])
    meeting.bring(to: 2, from: 0)
    meeting.bring(to: 2, from: 1)
    meeting.add(.moved(to: HouseholdID("h2")), of: Self.subject, on: 2)
    #expect(meeting.interview(MeetingTests.interview).contested == nil)
    #expect(meeting.interview(MeetingTests.interview).household == HouseholdID("h2"))
  }

  @Test func twoMovesToOneDoorAreNone() {
    var meeting = MeetingTests.began(2)
    for laptop in 0...1 { meeting.add(.moved(to: HouseholdID("h2")), of: Self.subject, on: laptop) }
    #expect(meeting.interview(MeetingTests.interview).conflicts.isEmpty)
  }
}
