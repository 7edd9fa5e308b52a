import Fieldwork
import JSONText
import Record
import Testing

/// Households and villages on which several laptops worked side by side.
@Suite struct SideBySideTests {
  static let household = Subject.household("h1")

  static func start(
    _ interview: String, _ meeting: inout Meeting, on laptop: Int, round: String = "base"
  ) {
    meeting.add(
      .interviewStarted(
        InterviewStart(
          household: HouseholdID("h1"), round: round, form: "f", date: "2026-11-21",
          identityCheck: "confirmed")), of: .interview(interview), on: laptop)
  }

  static func file(_ meeting: Meeting) -> HouseholdCase {
    let causality = meeting.causality
    var file = HouseholdCase(household: Household(id: HouseholdID("h1")))
    for entry in meeting.entries.sorted() { file.apply(entry, causality) }
    return file
  }

  @Test func twoInterviewsOfOneRoundAreOneTooMany() throws {
    var meeting = Meeting(3)
    Self.start("i1", &meeting, on: 0)
    Self.start("i2", &meeting, on: 1)
    let file = Self.file(meeting)
    let conflict = try #require(file.conflicts.first)
    #expect(conflict.kind == .interviews([InterviewID("i1"), InterviewID("i2")]))
    #expect(file.isDisputed)
    // A third that knew of both is meant so; one in another round has nothing to do with it.
    meeting.bring(to: 2, from: 0)
    meeting.bring(to: 2, from: 1)
    Self.start("i3", &meeting, on: 2)
    Self.start("i4", &meeting, on: 0, round: "q1")
    #expect(Self.file(meeting).conflicts == file.conflicts)
    meeting.add(
      .interviewSetAside(for: InterviewID("i2"), reason: "twice"), of: .interview("i1"), on: 2)
    #expect(Self.file(meeting).conflicts.isEmpty)
    #expect(Self.file(meeting).setAside == [InterviewID("i1"): InterviewID("i2")])
  }

  @Test func bothCanStayIfSomeoneSaysSo() {
    var meeting = Meeting(2)
    Self.start("i1", &meeting, on: 0)
    Self.start("i2", &meeting, on: 1)
    meeting.meet(0, 1)
    let entries = Self.file(meeting).conflicts[0].tips.map(\.stamp.entry)
    meeting.add(.settled(entries, answers: []), of: Self.household, on: 0)
    #expect(Self.file(meeting).conflicts.isEmpty)
    #expect(Self.file(meeting).current?.id == InterviewID("i2"))
  }

  @Test func ofTwoSetAsideForEachOtherOneStays() {
    var meeting = Meeting(2)
    Self.start("i1", &meeting, on: 0)
    Self.start("i2", &meeting, on: 1)
    meeting.meet(0, 1)
    meeting.add(.interviewSetAside(for: InterviewID("i2"), reason: ""), of: .interview("i1"), on: 0)
    meeting.add(.interviewSetAside(for: InterviewID("i1"), reason: ""), of: .interview("i2"), on: 1)
    let file = Self.file(meeting)
    #expect(file.current != nil)
    #expect(file.conflicts.count == 1)
    #expect(file.conflicts.first?.tips.count == 2)
    meeting.meet(0, 1)
    meeting.add(.interviewSetAside(for: InterviewID("i2"), reason: ""), of: .interview("i1"), on: 0)
    #expect(Self.file(meeting).conflicts.isEmpty)
    #expect(Self.file(meeting).current?.id == InterviewID("i2"))
  }

  @Test func whoMeansToGoThereIsShownUntilTheyGiveItBack() {
    var meeting = Meeting(2)
    meeting.add(.householdTaken, of: Self.household, on: 0)
    meeting.add(.householdTaken, of: Self.household, on: 1)
    #expect(Self.file(meeting).household.takers.count == 2)
    // Given back is only what one knew of.
    meeting.add(.householdGivenBack, of: Self.household, on: 1)
    #expect(
      Self.file(meeting).household.takers.map(\.person) == [meeting.laptops[0].person])
    meeting.meet(0, 1)
    meeting.add(.householdGivenBack, of: Self.household, on: 1)
    #expect(Self.file(meeting).household.takers.isEmpty)
  }

  @Test func aStandardChosenTwiceIsOpenUntilSomeoneChoosesAgain() {
    var meeting = Meeting(2)
    meeting.add(.villageNamed(name: "云溪村", round: "base"), of: .village, on: 0)
    meeting.add(.villageNamed(name: "云溪村", round: "base"), of: .village, on: 1)
    meeting.add(.standardChosen(overlay: "hubei", profile: ""), of: .village, on: 0)
    meeting.add(.standardChosen(overlay: "gansu", profile: ""), of: .village, on: 1)
    func fields() -> VillageFields { VillageFields(meeting.entries.sorted(), meeting.causality) }
    #expect(fields().conflicts.map(\.kind) == [.village(.standard)])
    #expect(fields().overlay == "gansu")
    meeting.meet(0, 1)
    var settled = meeting
    settled.add(
      .settled(fields().conflicts[0].tips.map(\.stamp.entry), answers: []), of: .village, on: 0)
    #expect(VillageFields(settled.entries.sorted(), settled.causality).conflicts.isEmpty)
    meeting.add(.standardChosen(overlay: "", profile: ""), of: .village, on: 0)
    #expect(fields().conflicts.isEmpty)
    #expect(fields().overlay.isEmpty)
  }

  @Test func householdsJoinedInACircleStillHaveOneThatStands() {
    var village = Village(code: "990101001001")
    let joins = [("a", "b"), ("b", "a"), ("c", "b")].map { (HouseholdID($0), HouseholdID($1)) }
    village.join(Dictionary(uniqueKeysWithValues: joins), among: Set(joins.map(\.0)))
    #expect(village.root(of: HouseholdID("c")) == HouseholdID("a"))
    #expect(village.root(of: HouseholdID("a")) == HouseholdID("a"))
    #expect(village.joined(to: HouseholdID("a")) == [HouseholdID("b"), HouseholdID("c")])
    let read = Village(json: village.json)
    #expect(read == village)
  }
}
