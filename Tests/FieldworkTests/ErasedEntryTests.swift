import Fieldwork
import Record
import Testing

/// Single entries whose bodies are gone: what is more careful still holds, and nothing is guessed.
@Suite struct ErasedEntryTests {
  private static let subject = Subject.interview("i")
  private static let id = InterviewID("i")

  private static func fold(_ facts: [Fact], erasing erased: Set<Int>, on laptops: [Int] = [])
    -> Interview
  {
    var meeting = Meeting(2)
    let start = InterviewStart(
      household: HouseholdID("a"), round: "base", form: "f", date: "2026-11-21",
      identityCheck: "confirmed")
    for (number, fact) in ([.interviewStarted(start)] + facts).enumerated() {
      meeting.add(fact, of: subject, on: laptops.indices.contains(number) ? laptops[number] : 0)
    }
    let entries = meeting.entries.enumerated().map { number, entry in
      erased.contains(number) ? entry.withoutBody : entry
    }
    return Interview(id: id, entries: entries.sorted(), meeting.causality)
  }

  @Test func anInterviewThatWasOpenedAgainStaysOpen() {
    let facts: [Fact] = [.completed(events: []), .reopened(reason: "wrong")]
    #expect(!Self.fold(facts, erasing: [2]).isCompleted)
    #expect(Self.fold(facts, erasing: [2]).isBeingCorrected)
    // Beside work of another laptop, too.
    let beside = Self.fold(
      facts + [.remarked(AnswerKey("w"), text: "x")], erasing: [2], on: [0, 0, 0, 1])
    #expect(!beside.isCompleted)
  }

  @Test func aCompletionIsNotGuessed() {
    #expect(!Self.fold([.completed(events: [])], erasing: [1]).isCompleted)
    let facts: [Fact] = [
      .completed(events: []), .reopened(reason: "wrong"), .completed(events: []),
    ]
    #expect(Self.fold(facts, erasing: []).isCompleted)
    #expect(!Self.fold(facts, erasing: [3]).isCompleted)
    #expect(Self.fold(facts, erasing: [2]).isCompleted)
  }

  @Test func anInterviewThatWasMovedStaysMoved() {
    let facts: [Fact] = [.moved(to: HouseholdID("b"))]
    #expect(Self.fold(facts, erasing: [1]).household == HouseholdID("b"))
    // Of one whose beginning is gone nothing is anybody's.
    #expect(Self.fold(facts, erasing: [0]).household == nil)
    #expect(Self.fold(facts, erasing: [0, 1]).household == nil)
  }

  @Test func anInterviewThatWasSetAsideStaysSo() {
    let facts: [Fact] = [.interviewSetAside(for: InterviewID("j"), reason: "twice")]
    #expect(Self.fold(facts, erasing: [1]).setAside.map(\.other) == [InterviewID("j")])
  }

  @Test func aVisitWasMadeAndEndsAsItDid() {
    let result = AnswerKey(VisitQuestion.result)
    let facts: [Fact] = [
      .visitStarted(VisitID("v1"), cleared: []),
      .answered([GivenAnswer(result, "part")], reversal: nil, nil),
      .visitEnded(VisitID("v1"), events: []),
      .visitStarted(VisitID("v2"), cleared: [result]),
    ]
    for erased in [[1], [3], [1, 3], [4], [1, 3, 4]] as [Set<Int>] {
      let interview = Self.fold(facts, erasing: erased)
      #expect(interview.visits.count == 2, "\(erased)")
      #expect(interview.visits.first?.result == "part", "\(erased)")
      #expect(interview.visits.first?.end != nil && interview.openVisit != nil, "\(erased)")
      // What came of the first visit is not what came of the second.
      #expect(interview.value(VisitQuestion.result).isEmpty, "\(erased)")
    }
  }

  @Test func whatTheBranchOfASplitJournalIsCalledMakesNoDifference() {
    var meeting = Meeting(1)
    let start = InterviewStart(
      household: HouseholdID("a"), round: "base", form: "f", date: "2026-11-21",
      identityCheck: "confirmed")
    meeting.add(.interviewStarted(start), of: Self.subject, on: 0)
    meeting.add(.visitStarted(VisitID("v1"), cleared: []), of: Self.subject, on: 0)
    meeting.add(.visitEnded(VisitID("v1"), events: []), of: Self.subject, on: 0)
    for branch in ["", "0123456789abcdef"] {
      let entries = meeting.entries.map { entry in
        guard entry.kind == "visitEnded" else { return entry }
        return Entry(
          id: entry.id, writer: entry.writer, sequence: entry.sequence, lamport: entry.lamport,
          time: entry.time, person: entry.person, subject: entry.subject, kind: entry.kind,
          body: nil, branch: branch)
      }
      let interview = Interview(id: Self.id, entries: entries)
      #expect(interview.visits.count == 1 && interview.openVisit == nil)
    }
  }

  @Test func householdsThatAreOneStayOneAndWhoMeantToGoStillDoes() {
    var meeting = Meeting(2)
    let household = Subject.household("a")
    meeting.add(.householdRemarked(text: "x"), of: household, on: 0)
    meeting.add(.householdJoined(into: HouseholdID("b"), reason: "same"), of: household, on: 0)
    meeting.add(.householdTaken, of: household, on: 0)
    meeting.add(.householdTaken, of: household, on: 1)
    meeting.meet(0, 1)
    func fold() -> Household {
      var folded = Household(id: HouseholdID("a"))
      for entry in meeting.entries.sorted() {
        folded.apply(
          entry.kind == "householdRemarked" ? entry : entry.withoutBody, meeting.causality)
      }
      return folded
    }
    #expect(fold().joins.map(\.other) == [HouseholdID("b")])
    #expect(fold().takers.count == 2)
    meeting.add(.householdGivenBack, of: household, on: 1)
    #expect(fold().takers.isEmpty)
    #expect(!fold().isErased)
  }
}
