import Fieldwork
import Record
import Testing

/// Knocks at one door, on one laptop or on several.
@Suite struct VisitTests {
  private static let id = InterviewID("i1")

  private func begun() -> Meeting {
    var meeting = Meeting(2)
    SideBySideTests.start("i1", &meeting, on: 0)
    return meeting
  }

  private func knock(
    _ visit: String, _ meeting: inout Meeting, on laptop: Int, at time: String,
    clearing: [AnswerKey] = []
  ) {
    meeting.add(
      .visitStarted(VisitID(visit), cleared: clearing), of: .interview("i1"), on: laptop, at: time)
  }

  @Test func aVisitThatNobodyEndedGetsNoEndByTheNextOne() throws {
    var meeting = begun()
    knock("v1", &meeting, on: 0, at: "09:30")
    meeting.add(
      .answered([GivenAnswer(AnswerKey("c_result"), "absent")], reversal: nil, nil),
      of: .interview("i1"), on: 0)
    #expect(meeting.interview(Self.id).openVisit?.id == VisitID("v1"))
    meeting.meet(0, 1)
    knock("v2", &meeting, on: 1, at: "14:30", clearing: [AnswerKey("c_result")])
    let interview = meeting.interview(Self.id)
    #expect(interview.visits.map(\.end) == [nil, nil])
    #expect(interview.visits.map(\.isOver) == [true, false])
    // What was said of it stays with it.
    #expect(interview.visits.map(\.result) == ["absent", ""])
    #expect(interview.openVisit?.id == VisitID("v2"))
  }

  @Test func visitsThatDidNotKnowOfEachOtherStandAsTheClocksSay() {
    var meeting = begun()
    meeting.meet(0, 1)
    // Much was written on the laptop where the later visit was: its numbers are far ahead.
    knock("late", &meeting, on: 0, at: "15:00")
    for _ in 0..<9 { meeting.add(.householdTaken, of: .household("h1"), on: 1, at: "10:00") }
    knock("early", &meeting, on: 1, at: "11:00")
    meeting.meet(0, 1)
    for laptop in 0..<2 {
      let visits = meeting.interview(Self.id, on: laptop).visits
      #expect(visits.map(\.id) == [VisitID("early"), VisitID("late")])
    }
    // Whoever comes after both comes behind both, even by a clock that is slow.
    knock("last", &meeting, on: 1, at: "08:00")
    let interview = meeting.interview(Self.id)
    #expect(interview.visits.map(\.id) == [VisitID("early"), VisitID("late"), VisitID("last")])
    #expect(interview.visits.map(\.isOver) == [true, true, false])
  }
}
