import Fieldwork
import Record
import SeededRandom
import Testing

/// Answers that change after a finding that hangs on them was on the screen.
@Suite struct SeenTests {
  static let minutes = AnswerKey("w_min")
  static let insured = AnswerKey("m_ins", rows: ["r1"])
  static let fetch = SeenFinding(rule: "WA1", answers: [AnswerKey("w_acc"), minutes])
  static let notInsured = SeenFinding(rule: "ME1", rows: ["r1"], answers: [insured])

  private func begun() -> JournalMaker {
    var maker = JournalMaker()
    InterviewTests.begun(&maker)
    InterviewTests.answer("w_acc", "point", &maker)
    InterviewTests.answer("w_min", "25", &maker)
    answer(Self.insured, "none", &maker)
    return maker
  }

  private func answer(
    _ key: AnswerKey, _ value: String, _ maker: inout JournalMaker, lamport: Int? = nil,
    on writer: WriterID = JournalMaker.laptopA
  ) {
    maker.add(
      .answered([GivenAnswer(key, value)], reversal: nil, nil), of: InterviewTests.subject,
      on: writer, lamport: lamport)
  }

  private func see(
    _ findings: [SeenFinding], _ maker: inout JournalMaker, atOnce: Bool = false
  ) {
    maker.add(.findingsSeen(atOnce: atOnce, findings), of: InterviewTests.subject)
  }

  private func fold(_ maker: JournalMaker) -> Interview {
    Interview(id: InterviewID("i1"), entries: maker.entries.sorted())
  }

  @Test func anAnswerChangedAfterItsFindingWasSeenIsMarked() throws {
    var maker = begun()
    InterviewTests.answer("w_min", "30", &maker)
    see([Self.fetch, Self.notInsured], &maker)
    #expect(fold(maker).changedAfterSeen.isEmpty)
    InterviewTests.answer("w_min", "15", &maker)
    let interview = fold(maker)
    let changed = try #require(interview.changedAfterSeen.first)
    #expect(interview.changedAfterSeen.count == 1)
    #expect(changed.seen.finding == Self.fetch)
    #expect(changed.key == Self.minutes)
    #expect(changed.before == "30")
    #expect(changed.after == "15")
    #expect(changed.stamp == interview.answers[Self.minutes]?.stamp)
    #expect(interview.seenFindings.map(\.finding.rule) == ["WA1", "ME1"])
  }

  @Test func theRecordSaysWhetherItWasSeenAtOnce() {
    var maker = begun()
    see([Self.fetch], &maker, atOnce: true)
    InterviewTests.answer("w_acc", "house", &maker)
    #expect(fold(maker).seenFindings.map(\.atOnce) == [true])
    #expect(fold(maker).changedAfterSeen.map(\.seen.atOnce) == [true])
  }

  @Test func sayingTheSameAgainAndOtherAnswersAreNoChange() {
    var maker = begun()
    see([Self.fetch], &maker)
    InterviewTests.answer("w_min", "25", &maker)
    InterviewTests.answer("w_cut", "3", &maker)
    answer(Self.insured, "resident", &maker)
    #expect(fold(maker).changedAfterSeen.isEmpty)
  }

  @Test func aSlipTakenBackLeavesOneMark() throws {
    var maker = begun()
    see([Self.fetch], &maker)
    InterviewTests.answer("w_min", "15", &maker)
    let undo = try #require(fold(maker).reversible(by: JournalMaker.zhou).undo?.undo)
    maker.add(undo, of: InterviewTests.subject)
    #expect(fold(maker).value("w_min") == "25")
    #expect(fold(maker).changedAfterSeen.map(\.after) == ["15"])
  }

  @Test func anUndoThatChangesASeenAnswerIsMarked() throws {
    var maker = begun()
    InterviewTests.answer("w_min", "15", &maker)
    InterviewTests.answer("w_min", "25", &maker)
    see([Self.fetch], &maker)
    let undo = try #require(fold(maker).reversible(by: JournalMaker.zhou).undo?.undo)
    maker.add(undo, of: InterviewTests.subject)
    #expect(fold(maker).changedAfterSeen.map(\.after) == ["15"])
  }

  @Test func theNewestViewingCounts() {
    var maker = begun()
    see([Self.fetch], &maker)
    InterviewTests.answer("w_min", "30", &maker)
    see([Self.fetch], &maker)
    InterviewTests.answer("w_min", "10", &maker)
    let changed = fold(maker).changedAfterSeen
    #expect(changed.map(\.before) == ["25", "30"])
    #expect(changed.map(\.after) == ["30", "10"])
  }

  @Test func strikingTheMemberTakesTheAnswerAway() throws {
    var maker = begun()
    see([Self.notInsured], &maker)
    maker.add(
      .rowRemoved(InterviewTests.row, reason: "mistake", reversal: nil, nil),
      of: InterviewTests.subject)
    let changed = try #require(fold(maker).changedAfterSeen.first)
    #expect(changed.key == Self.insured)
    #expect(changed.before == "none")
    #expect(changed.after == "")
    // Put back it says what was seen.
    let undo = try #require(fold(maker).reversible(by: JournalMaker.zhou).undo?.undo)
    maker.add(undo, of: InterviewTests.subject)
    #expect(fold(maker).changedAfterSeen.count == 1)
  }

  @Test func itDoesNotMatterInWhichOrderEntriesCome() {
    var maker = begun()
    var random = SplitMix64(seed: 11)
    for step in 0..<120 {
      let writer = Bool.random(using: &random) ? JournalMaker.laptopA : JournalMaker.laptopB
      let lamport = 7 + step / 2
      if Int.random(in: 0..<5, using: &random) == 0 {
        maker.add(
          .findingsSeen(atOnce: false, [Self.fetch, Self.notInsured]),
          of: InterviewTests.subject, on: writer, lamport: lamport)
      } else {
        answer(
          Bool.random(using: &random) ? Self.minutes : Self.insured,
          "\(Int.random(in: 0..<3, using: &random))", &maker, lamport: lamport, on: writer)
      }
    }
    let expected = fold(maker)
    #expect(expected.changedAfterSeen.count > 10)
    for seed in 0..<10 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let shuffled = (maker.entries + maker.entries.prefix(40)).shuffled(using: &random)
      #expect(
        Interview(id: InterviewID("i1"), entries: EntrySet(shuffled).inOrder) == expected)
    }
  }
}
