import Fieldwork
import Record
import SeededRandom
import Testing

/// What is to be gone: by links and rights alone, whatever was gone before and in whatever order it came.
@Suite struct ErasuresTests {
  private static let interview = Subject.interview("i")

  /// What is to be gone by some entries, as a laptop finds it that shuts out whom it has to.
  private static func doomed(_ entries: [Entry], _ meeting: Meeting) -> ErasedBodies {
    let authority = TeamAuthorityTests.authority(meeting)
    let limits = authority.limits(for: TeamAuthorityTests.keys(meeting))
    let counting = entries.filter { limits.counts($0.place) }.sorted()
    return Erasures.effective(
      among: counting.filter { $0.subject == .village }, authority, causality: meeting.causality,
      ties: { counting.filter { $0.link != nil } },
      entriesOf: { subjects in counting.filter { subjects.contains($0.subject) } },
      entries: { counting })
  }

  private static func doomed(_ meeting: Meeting) -> ErasedBodies {
    doomed(meeting.entries, meeting)
  }

  private static func begin(
    _ id: String = "i", of household: String, on laptop: Int, _ meeting: inout Meeting
  ) {
    let start = InterviewStart(
      household: HouseholdID(household), round: "base", form: "f", date: "2026-11-21",
      identityCheck: "confirmed")
    meeting.add(.interviewStarted(start), of: .interview(id), on: laptop)
    meeting.add(
      .answered([GivenAnswer(AnswerKey("w_min"), "10")], reversal: nil, nil), of: .interview(id),
      on: laptop)
  }

  @discardableResult
  private static func erase(_ household: String, on laptop: Int, _ meeting: inout Meeting) -> Entry
  {
    meeting.add(
      .erased(entries: [], subjects: [.household(household)], reason: ""), of: .village, on: laptop)
  }

  /// Without a team; two laptops, the first of which began an interview of `a`.
  private static func two() -> Meeting {
    var meeting = Meeting(2)
    for household in ["a", "b"] {
      meeting.add(.householdRemarked(text: "x"), of: .household(household), on: 0)
    }
    begin(of: "a", on: 0, &meeting)
    meeting.meet(0, 1)
    return meeting
  }

  /// Whatever is gone already, and in whatever order the entries came, the same is to be gone.
  private static func isFunctionOfHeaders(_ meeting: Meeting, seed: UInt64) -> Bool {
    var random = SplitMix64(seed: seed)
    let expected = doomed(meeting)
    for _ in 0..<20 {
      var known: [Entry] = []
      for entry in meeting.entries.shuffled(using: &random) {
        known.append(entry)
        let doomed = doomed(known, meeting)
        known = known.map { doomed.dooms($0) ? $0.withoutBody : $0 }
      }
      if doomed(known, meeting) != expected { return false }
    }
    let bare = meeting.entries.map { $0.kind == Entry.erased ? $0 : $0.withoutBody }
    return doomed(bare, meeting) == expected
  }

  @Test func anInterviewThatWasMovedToAnErasedHouseholdUnseenGoesWithIt() {
    var meeting = Self.two()
    Self.erase("b", on: 0, &meeting)
    #expect(Self.doomed(meeting).subjects == [.household("b")])
    meeting.add(.moved(to: HouseholdID("b")), of: Self.interview, on: 1)
    #expect(Self.doomed(meeting).subjects == [.household("b"), Self.interview])
    #expect(Self.isFunctionOfHeaders(meeting, seed: 1))
  }

  @Test func anInterviewThatWasMovedAwayUnseenStays() {
    var meeting = Self.two()
    meeting.add(.moved(to: HouseholdID("b")), of: Self.interview, on: 1)
    Self.erase("a", on: 0, &meeting)
    #expect(Self.doomed(meeting).subjects == [.household("a")])
    #expect(Self.isFunctionOfHeaders(meeting, seed: 2))
    // Until the move was heard of it was to be gone.
    let heard = meeting.entries.filter { $0.kind != "moved" }
    #expect(Self.doomed(heard, meeting).subjects == [.household("a"), Self.interview])
  }

  @Test func whatComesToLightLaterOfAnErasedHouseholdGoesToo() {
    var meeting = Self.two()
    Self.erase("a", on: 0, &meeting)
    Self.begin("late", of: "a", on: 1, &meeting)
    Self.begin("joined", of: "b", on: 1, &meeting)
    meeting.add(
      .householdJoined(into: HouseholdID("a"), reason: ""), of: .household("b"), on: 1)
    #expect(
      Self.doomed(meeting).subjects == [
        .household("a"), .household("b"), Self.interview, .interview("late"), .interview("joined"),
      ])
    #expect(Self.isFunctionOfHeaders(meeting, seed: 3))
    // Found to be another one after all, it stays.
    meeting.add(
      .householdJoined(into: HouseholdID("c"), reason: ""), of: .household("b"), on: 1)
    #expect(
      Self.doomed(meeting).subjects == [.household("a"), Self.interview, .interview("late")])
  }

  @Test func anIssueGoesWithItsHousehold() {
    var meeting = Self.two()
    for household in ["a", "b"] {
      let opening = IssueOpening(.household(HouseholdID(household)), text: "leaks")
      meeting.add(.issueOpened(opening), of: .issue("q \(household)"), on: 1)
    }
    Self.erase("a", on: 0, &meeting)
    #expect(
      Self.doomed(meeting).subjects == [.household("a"), Self.interview, .issue("q a")])
    #expect(Self.isFunctionOfHeaders(meeting, seed: 5))
  }

  @Test func householdsThatWereJoinedInACircleGoTogether() {
    var meeting = Self.two()
    meeting.add(.householdJoined(into: HouseholdID("b"), reason: ""), of: .household("a"), on: 0)
    meeting.add(.householdJoined(into: HouseholdID("a"), reason: ""), of: .household("b"), on: 1)
    Self.erase("b", on: 1, &meeting)
    #expect(Self.doomed(meeting).subjects == [.household("a"), .household("b"), Self.interview])
  }

  @Test func oneErasesWhatOneWroteAndASupervisorEverything() {
    var meeting = TeamAuthorityTests.founded(2)
    TeamAuthorityTests.person(1, "surveyor", &meeting, on: 0)
    meeting.meet(0, 1)
    let own = meeting.add(.householdRemarked(text: "a"), of: .household("h"), on: 1)
    let other = meeting.add(.householdRemarked(text: "b"), of: .household("h"), on: 0)
    Self.begin(of: "h", on: 0, &meeting)
    var mine = meeting
    Self.erase("h", on: 1, &mine)
    #expect(Self.doomed(mine) == ErasedBodies(entries: [own.id]))
    var all = meeting
    Self.erase("h", on: 0, &all)
    #expect(Self.doomed(all).subjects == [.household("h"), Self.interview])
    #expect(Self.doomed(all).dooms(other))
    meeting.add(
      .erased(entries: [own.id, other.id], subjects: [], reason: ""), of: .village, on: 1)
    #expect(Self.doomed(meeting) == ErasedBodies(entries: [own.id]))
  }

  @Test func theRightIsWhatWasKnownWhenItWasWritten() {
    var meeting = TeamAuthorityTests.founded(2)
    TeamAuthorityTests.person(1, "surveyor", &meeting, on: 0)
    Self.begin(of: "a", on: 0, &meeting)
    meeting.meet(0, 1)
    // Given to the person beside it, or later, the role is no right to it.
    TeamAuthorityTests.person(1, "supervisor", &meeting, on: 0)
    Self.erase("a", on: 1, &meeting)
    meeting.meet(0, 1)
    #expect(Self.doomed(meeting).isEmpty)
    var again = meeting
    Self.erase("a", on: 1, &again)
    #expect(Self.doomed(again).subjects == [.household("a"), Self.interview])
    // Taken away later it was right all the same; whoever knows that it was has it no more.
    TeamAuthorityTests.person(1, "surveyor", &again, on: 0)
    #expect(!Self.doomed(again).isEmpty)
    TeamAuthorityTests.person(1, "surveyor", &meeting, on: 0)
    meeting.meet(0, 1)
    Self.erase("a", on: 1, &meeting)
    #expect(Self.doomed(meeting).isEmpty)
  }

  @Test func whatADeviceHadErasedThatIsShutOutFromBeforeItIsHeldAndComesBack() {
    var meeting = TeamAuthorityTests.founded(3)
    TeamAuthorityTests.person(1, "supervisor", &meeting, on: 0)
    Self.begin(of: "a", on: 2, &meeting)
    meeting.add(.householdRemarked(text: "good"), of: .household("b"), on: 1)
    for other in [1, 2, 1] { meeting.meet(0, other) }
    let before = meeting
    Self.erase("a", on: 1, &meeting)
    #expect(!Self.doomed(meeting).isEmpty)
    // The office shuts it out, and knows nothing of the erasure yet.
    TeamAuthorityTests.revoke(1, on: 0, &meeting)
    #expect(Self.doomed(meeting).isEmpty)
    #expect(Self.isFunctionOfHeaders(meeting, seed: 4))
    // An erasure that it knew of holds.
    var known = before
    Self.erase("a", on: 1, &known)
    known.meet(0, 1)
    TeamAuthorityTests.revoke(1, on: 0, &known)
    #expect(Self.doomed(known).subjects == [.household("a"), Self.interview])
  }

  @Test(arguments: Array(0..<40 as Range<UInt64>))
  func anythingThatPeopleDoGivesTheSameInAnyOrder(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var meeting = TeamAuthorityTests.founded(3)
    let households = ["a", "b", "c"]
    for number in 0..<25 {
      let laptop = Int.random(in: 0..<3, using: &random)
      let household = households[Int.random(in: 0..<3, using: &random)]
      let other = HouseholdID(households[Int.random(in: 0..<3, using: &random)])
      let interview = "i\(Int.random(in: 0...number, using: &random))"
      switch Int.random(in: 0..<9, using: &random) {
      case 0, 1: Self.begin("i\(number)", of: household, on: laptop, &meeting)
      case 2, 3: meeting.add(.moved(to: other), of: .interview(interview), on: laptop)
      case 4:
        meeting.add(
          .householdJoined(into: other, reason: ""), of: .household(household), on: laptop)
      case 5: Self.erase(household, on: laptop, &meeting)
      case 6:
        let role = ["supervisor", "surveyor"][Int.random(in: 0..<2, using: &random)]
        TeamAuthorityTests.person(laptop, role, &meeting, on: 0)
      case 7 where seed % 4 == 0: TeamAuthorityTests.revoke(1 + number % 2, on: 0, &meeting)
      default: meeting.meet(laptop, (laptop + 1) % 3)
      }
    }
    #expect(Self.isFunctionOfHeaders(meeting, seed: seed))
  }
}
