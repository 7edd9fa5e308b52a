import Fieldwork
import Record
import SeededRandom
import Testing

@Suite struct InterviewTests {
  static let subject = Subject.interview("i1")
  static let row = RosterRow(roster: "m", rows: ["r1"])

  static func begun(_ maker: inout JournalMaker) {
    maker.add(
      .interviewStarted(
        InterviewStart(
          household: HouseholdID("h1"), round: "base", form: "f", date: "2026-11-21",
          identityCheck: "confirmed")), of: subject)
    maker.add(
      .prefilled(
        rows: [row],
        answers: [
          GivenAnswer(AnswerKey("c_phone"), "13900000000"),
          GivenAnswer(AnswerKey("m_name", rows: ["r1"]), "李国强"),
        ]), of: subject)
    maker.add(.visitStarted(VisitID("v1"), cleared: []), of: subject)
  }

  static func answer(
    _ question: String, _ value: String, _ maker: inout JournalMaker,
    by person: PersonID = JournalMaker.zhou
  ) {
    maker.add(
      .answered([GivenAnswer(AnswerKey(question), value)], reversal: nil, nil), of: subject,
      by: person)
  }

  func fold(_ maker: JournalMaker) -> Interview {
    Interview(id: InterviewID("i1"), entries: maker.entries.sorted())
  }

  @Test func whatTheRegisterSaysIsNotYetConfirmed() {
    var maker = JournalMaker()
    Self.begun(&maker)
    #expect(fold(maker).answers[AnswerKey("c_phone")]?.source == .prefilled)
    Self.answer("c_phone", "13900000000", &maker)
    #expect(fold(maker).answers[AnswerKey("c_phone")]?.source == .answered)
  }

  @Test func undoOfAConfirmationLeavesItUnconfirmedAgain() throws {
    var maker = JournalMaker()
    Self.begun(&maker)
    Self.answer("c_phone", "13911111111", &maker)
    let undo = try #require(fold(maker).reversible(by: JournalMaker.zhou).undo?.undo)
    maker.add(undo, of: Self.subject)
    let after = fold(maker)
    #expect(after.value("c_phone") == "13900000000")
    #expect(after.answers[AnswerKey("c_phone")]?.source == .prefilled)
    let redo = try #require(after.reversible(by: JournalMaker.zhou).redo?.redo)
    maker.add(redo, of: Self.subject)
    #expect(fold(maker).value("c_phone") == "13911111111")
    #expect(fold(maker).answers[AnswerKey("c_phone")]?.source == .answered)
  }

  @Test func undoGoesBackStepByStepAndANewAnswerForgetsTheRedo() throws {
    var maker = JournalMaker()
    Self.begun(&maker)
    for value in ["a", "b", "c"] { Self.answer("k_who", value, &maker) }
    for expected in ["b", "a", ""] {
      maker.add(
        try #require(fold(maker).reversible(by: JournalMaker.zhou).undo?.undo), of: Self.subject)
      #expect(fold(maker).value("k_who") == expected)
    }
    #expect(fold(maker).reversible(by: JournalMaker.zhou).undo == nil)
    maker.add(
      try #require(fold(maker).reversible(by: JournalMaker.zhou).redo?.redo), of: Self.subject)
    #expect(fold(maker).value("k_who") == "a")
    Self.answer("k_who", "d", &maker)
    #expect(fold(maker).reversible(by: JournalMaker.zhou).redo == nil)
  }

  @Test func undoNeverCrossesAnotherPersonOrACompletion() {
    var maker = JournalMaker()
    Self.begun(&maker)
    Self.answer("k_who", "a", &maker)
    Self.answer("c_helper", "b", &maker, by: JournalMaker.chen)
    #expect(fold(maker).reversible(by: JournalMaker.zhou).undo == nil)
    #expect(fold(maker).reversible(by: JournalMaker.chen).undo != nil)
    maker.add(.completed(events: []), of: Self.subject, by: JournalMaker.chen)
    #expect(fold(maker).reversible(by: JournalMaker.chen).undo == nil)
    maker.add(.reopened(reason: "录错"), of: Self.subject, by: JournalMaker.chen)
    #expect(fold(maker).reversible(by: JournalMaker.chen).undo == nil)
  }

  @Test func aStruckRowStaysInTheRecordAndComesBackByUndo() throws {
    var maker = JournalMaker()
    Self.begun(&maker)
    maker.add(.rowRemoved(Self.row, reason: "died", reversal: nil, nil), of: Self.subject)
    #expect(fold(maker).standingRows(of: "m").isEmpty)
    #expect(fold(maker).rows.first?.removal?.reason == "died")
    #expect(fold(maker).answers[AnswerKey("m_name", rows: ["r1"])]?.value == "李国强")
    maker.add(
      try #require(fold(maker).reversible(by: JournalMaker.zhou).undo?.undo), of: Self.subject)
    #expect(fold(maker).standingRows(of: "m") == [Self.row])
  }

  @Test func aVisitEndsWithTheResultThatStoodThen() {
    var maker = JournalMaker()
    Self.begun(&maker)
    Self.answer("c_result", "absent", &maker)
    Self.answer("c_next", "2026-11-25", &maker)
    maker.add(.visitEnded(VisitID("v1"), events: []), of: Self.subject)
    #expect(HouseholdStatus(fold(maker)) == .absent)
    maker.add(
      .visitStarted(VisitID("v2"), cleared: [AnswerKey("c_result"), AnswerKey("c_next")]),
      of: Self.subject)
    let interview = fold(maker)
    #expect(interview.visits.map(\.result) == ["absent", ""])
    #expect(interview.visits.first?.next == "2026-11-25")
    #expect(interview.value("c_result").isEmpty)
    #expect(HouseholdStatus(interview) == .begun)
  }

  @Test func theStateIsAFunctionOfTheSetOfEntries() {
    var maker = JournalMaker()
    Self.begun(&maker)
    var random = SplitMix64(seed: 7)
    for step in 0..<200 {
      let fromB = Bool.random(using: &random)
      maker.add(
        .answered(
          [GivenAnswer(AnswerKey("q\(Int.random(in: 0..<9, using: &random))"), "\(step)")],
          reversal: nil, nil), of: Self.subject,
        on: fromB ? JournalMaker.laptopB : JournalMaker.laptopA,
        lamport: 4 + step / 2)
    }
    let expected = fold(maker)
    for seed in 0..<20 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let shuffled = (maker.entries + maker.entries.prefix(50)).shuffled(using: &random)
      let entries = EntrySet(shuffled).inOrder
      #expect(Interview(id: InterviewID("i1"), entries: entries) == expected)
    }
  }
}
