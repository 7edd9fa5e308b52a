import Fieldwork
import Record
import Testing

/// A laptop that was copied with its key, and its twin: two branches of one writer's work, and whoever
/// had both speaks of both.
@Suite struct SplitWriterTests {
  private let water = MeetingTests.keys[0]
  private let food = MeetingTests.keys[1]

  /// An interview on which a laptop (0) and its twin both work; 1 and 2 are others.
  private func split() -> (meeting: Meeting, twin: Int) {
    var meeting = MeetingTests.began(3)
    let twin = meeting.clone(0)
    meeting.add(
      .answered([GivenAnswer(water, "1")], reversal: nil, nil), of: MeetingTests.subject, on: 0)
    meeting.add(
      .answered([GivenAnswer(food, "2")], reversal: nil, nil), of: MeetingTests.subject, on: twin)
    return (meeting, twin)
  }

  private func complete(_ meeting: inout Meeting, on laptop: Int) {
    meeting.add(.completed(events: []), of: MeetingTests.subject, on: laptop)
  }

  private func isCompleted(_ meeting: Meeting) -> Bool {
    meeting.interview(MeetingTests.interview).isCompleted
  }

  @Test func aCompletionStandsWhoseWriterSawBothBranches() {
    var (meeting, twin) = split()
    meeting.bring(to: 1, from: 0)
    meeting.bring(to: 1, from: twin)
    complete(&meeting, on: 1)
    #expect(isCompleted(meeting))
    #expect(meeting.interview(MeetingTests.interview).conflicts.isEmpty)
    // Everybody who has the same entries comes to the same.
    for laptop in [0, 2, twin] {
      meeting.bring(to: laptop, from: 1)
      #expect(meeting.interview(MeetingTests.interview, on: laptop).isCompleted)
    }
  }

  @Test func aCompletionDoesNotStandWhoseWriterSawOne() {
    for first in [true, false] {
      var (meeting, twin) = split()
      meeting.bring(to: 1, from: first ? 0 : twin)
      complete(&meeting, on: 1)
      // It knew of nothing else; whoever has both branches sees that it missed one.
      #expect(meeting.interview(MeetingTests.interview, on: 1).isCompleted)
      #expect(!isCompleted(meeting))
      #expect(meeting.interview(MeetingTests.interview).conflicts.map(\.kind) == [.completion])
      // Once it has the other one too it can be completed anew.
      meeting.bring(to: 1, from: first ? twin : 0)
      complete(&meeting, on: 1)
      #expect(isCompleted(meeting))
    }
  }

  @Test func aBranchThatGoesOnIsMissedAgain() {
    var (meeting, twin) = split()
    meeting.bring(to: 1, from: 0)
    meeting.bring(to: 1, from: twin)
    complete(&meeting, on: 1)
    meeting.add(
      .answered([GivenAnswer(food, "3")], reversal: nil, nil), of: MeetingTests.subject, on: twin)
    #expect(!isCompleted(meeting))
    meeting.bring(to: 1, from: twin)
    complete(&meeting, on: 1)
    #expect(isCompleted(meeting))
  }

  @Test func anAnswerChosenAnewOverBranchesIsNoConflict() {
    var (meeting, twin) = split()
    meeting.add(
      .answered([GivenAnswer(water, "3")], reversal: nil, nil), of: MeetingTests.subject, on: twin)
    #expect(meeting.interview(MeetingTests.interview).conflicts.map(\.kind) == [.answer(water)])
    meeting.bring(to: 2, from: twin)
    meeting.bring(to: 2, from: 0)
    meeting.add(
      .answered([GivenAnswer(water, "2")], reversal: nil, nil), of: MeetingTests.subject, on: 2)
    let interview = meeting.interview(MeetingTests.interview)
    #expect(interview.conflicts.isEmpty && interview.answers[water]?.value == "2")
  }

  @Test func aRoundChosenOverBothBranchesHolds() {
    var meeting = Meeting(2)
    meeting.add(.villageNamed(name: "x", round: "a"), of: .village, on: 0)
    meeting.meet(0, 1)
    let twin = meeting.clone(0)
    meeting.add(.villageNamed(name: "x", round: "b"), of: .village, on: 0)
    meeting.add(.villageNamed(name: "x", round: "c"), of: .village, on: twin)
    func fields() -> VillageFields { VillageFields(meeting.entries.sorted(), meeting.causality) }
    #expect(fields().conflicts.count == 1)
    meeting.bring(to: 1, from: twin)
    meeting.bring(to: 1, from: 0)
    meeting.add(.villageNamed(name: "x", round: "d"), of: .village, on: 1)
    #expect(fields().conflicts.isEmpty)
  }

  /// Whoever was made a supervisor on a branch decides as one, knowing of it.
  @Test func aTeamsEntryThatSawABranchCountsAsHavingSeenIt() {
    for sawBoth in [true, false] {
      var meeting = TeamAuthorityTests.founded()
      let twin = meeting.clone(0)
      TeamAuthorityTests.person(1, "supervisor", &meeting, on: twin)
      TeamAuthorityTests.person(2, "surveyor", &meeting, on: 0)
      meeting.bring(to: 1, from: twin)
      if sawBoth { meeting.bring(to: 1, from: 0) }
      meeting.add(
        .deviceAdmitted(key: TeamAuthorityTests.key(9), name: "x"), of: .team, on: 1)
      var keys = TeamAuthorityTests.keys(meeting, upTo: 3)
      let main = JournalName(writer: meeting.laptops[0].writer)
      keys[JournalName(writer: main.writer, branch: meeting.laptops[twin].branch)] = keys[main]
      let authority = TeamAuthority(meeting.entries, keys: keys, causality: meeting.causality)
      #expect(authority.devices.contains { $0.name == "x" } == sawBoth)
    }
  }
}
