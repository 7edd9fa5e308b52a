import Fieldwork
import Record
import SeededRandom
import Testing

/// Random work on several laptops that meet at random: whatever comes in whatever order, the state is
/// one, and what is open is what a slow and simple model finds.
@Suite struct MeetingTests {
  static let interview = InterviewID("i1")
  static let subject = Subject.interview("i1")
  static let rows = ["r1", "r2"].map { RosterRow(roster: "m", rows: [$0]) }
  static let keys =
    (0..<4).map { AnswerKey("q\($0)") } + rows.map { AnswerKey("m_age", rows: $0.rows) }

  static func began(_ laptops: Int) -> Meeting {
    var meeting = Meeting(laptops)
    meeting.add(
      .interviewStarted(
        InterviewStart(
          household: HouseholdID("h1"), round: "base", form: "f", date: "2026-11-21",
          identityCheck: "confirmed")), of: subject, on: 0)
    meeting.add(
      .prefilled(rows: [rows[0]], answers: [GivenAnswer(keys[0], "7", isSaid: false)]),
      of: subject, on: 0)
    meeting.add(.visitStarted(VisitID("v1"), cleared: []), of: subject, on: 0)
    for laptop in 1..<laptops { meeting.meet(0, laptop) }
    return meeting
  }

  static func work(_ meeting: inout Meeting, _ random: inout SplitMix64) {
    let laptop = Int.random(in: 0..<meeting.laptops.count, using: &random)
    let other = Int.random(in: 0..<meeting.laptops.count, using: &random)
    let key = keys[Int.random(in: 0..<keys.count, using: &random)]
    let row = rows[Int.random(in: 0..<rows.count, using: &random)]
    let value = "\(Int.random(in: 1...3, using: &random))"
    func add(_ fact: Fact) { meeting.add(fact, of: subject, on: laptop) }
    switch Int.random(in: 0..<26, using: &random) {
    case 0..<8: add(.answered([GivenAnswer(key, value)], reversal: nil, nil))
    case 8:
      add(
        .answered(
          [GivenAnswer(key, value), GivenAnswer(keys[1], value, isSaid: false)], reversal: nil, nil)
      )
    case 9: add(.rowAdded(row, answers: [], reversal: nil, nil))
    case 10, 11: add(.rowRemoved(row, reason: "moved", reversal: nil, nil))
    case 12, 13: add(.completed(events: []))
    case 14: add(.reopened(reason: "x"))
    case 15: add(.visitStarted(VisitID("v\(value)"), cleared: [keys[2]]))
    case 16:
      let open = meeting.interview(interview, on: laptop).conflicts
      guard let conflict = open.randomElement(using: &random) else { return }
      let answers: [GivenAnswer] =
        if case .answer(let key) = conflict.kind, Bool.random(using: &random) {
          [GivenAnswer(key, value)]
        } else {
          []
        }
      add(.settled(conflict.tips.map(\.stamp.entry), answers: answers))
    case 24: add(.moved(to: HouseholdID("h\(value)")))
    case 17:
      let person = meeting.laptops[laptop].person
      guard let undo = meeting.interview(interview, on: laptop).reversible(by: person).undo?.undo
      else { return }
      add(undo)
    case 18:
      // Only one journal comes, so that who saw what is not handed on.
      let writer = meeting.laptops[Int.random(in: 0..<meeting.laptops.count, using: &random)].writer
      meeting.bring(to: laptop, from: other, only: writer)
    case 19, 20: meeting.bring(to: laptop, from: other)
    default: meeting.meet(laptop, other)
    }
  }

  @Test(arguments: 0..<120 as Range<UInt64>) func conflictsAreThoseOfASlowModel(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var meeting = Self.began(2 + Int(seed % 3))
    for step in 0..<40 {
      Self.work(&meeting, &random)
      guard step % 8 == 7 else { continue }
      compare(meeting.interview(Self.interview), meeting.entries, seed)
    }
    for laptop in meeting.laptops {
      let own = Interview(
        id: Self.interview, entries: laptop.known.filter { $0.subject == Self.subject }.sorted(),
        Causality(laptop.known))
      compare(own, laptop.known, seed)
    }
  }

  private func compare(_ interview: Interview, _ entries: [Entry], _ seed: UInt64) {
    let model = SlowModel(Self.interview, entries)
    var expected: Set<Conflict.Kind> = []
    for key in model.keys {
      if model.isOpen(key) { expected.insert(.answer(key)) }
      let value = model.value(of: key)
      #expect(
        interview.answers[key]?.value ?? "" == value?.value ?? "", "value of \(key), seed \(seed)")
    }
    for row in model.rows where model.isOpen(row) { expected.insert(.row(row)) }
    let completion = model.completion
    if completion.isOpen { expected.insert(.completion) }
    let found = interview.conflicts.filter { $0 != interview.contested }
    #expect(Set(found.map(\.kind)) == expected, "seed \(seed)")
    #expect((interview.contested != nil) == model.isMovedApart, "seed \(seed)")
    if let last = model.moves.last {
      // Where its beginning was erased it is nobody's.
      let owner = interview.start == nil ? nil : last.value
      #expect(interview.household?.rawValue == owner)
    }
    #expect(interview.isCompleted == completion.isComplete, "seed \(seed)")
    for conflict in interview.conflicts {
      #expect(conflict.tips.count > 1, "seed \(seed)")
      #expect(conflict.tips == conflict.tips.sorted { $0.stamp < $1.stamp }, "seed \(seed)")
    }
    // Every said answer stands, is one of several that are open, or was seen and replaced.
    for key in model.keys {
      let changes = model.changes(of: key)
      let tips = Set(model.tips(changes))
      for index in changes.indices where changes[index].isSaid && tips.contains(index) {
        let stands = interview.answers[key]?.value == changes[index].value
        let isOpen = interview.conflicts.contains { conflict in
          conflict.kind == .answer(key)
            && conflict.tips.contains { tip in
              if case .answered(_, changes[index].value, _) = tip.act { true } else { false }
            }
        }
        #expect(stands || isOpen, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 300..<360 as Range<UInt64>)
  func theOrderOfArrivalLeavesNoTrace(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var meeting = Self.began(3)
    for _ in 0..<60 { Self.work(&meeting, &random) }
    let expected = meeting.interview(Self.interview)
    for _ in 0..<5 {
      let arrived = EntrySet(
        (meeting.entries + meeting.entries.prefix(20)).shuffled(using: &random))
      let causality = Causality(meeting.entries.shuffled(using: &random))
      let found = Interview(
        id: Self.interview, entries: arrived.inOrder.filter { $0.subject == Self.subject },
        causality)
      #expect(found == expected)
      #expect(found.conflicts == expected.conflicts)
    }
  }

  @Test func anUndoneActNeverTakesBackWhatAnotherSaid() throws {
    var meeting = Self.began(2)
    meeting.add(
      .answered([GivenAnswer(Self.keys[1], "1")], reversal: nil, nil), of: Self.subject, on: 0)
    meeting.meet(0, 1)
    // The other says 3 first; not knowing it, this one says 2.
    meeting.add(
      .answered([GivenAnswer(Self.keys[1], "3")], reversal: nil, nil), of: Self.subject, on: 1)
    meeting.add(.paused(events: []), of: Self.subject, on: 0)
    meeting.add(
      .answered([GivenAnswer(Self.keys[1], "2")], reversal: nil, nil), of: Self.subject, on: 0)
    let alone = meeting.interview(Self.interview, on: 0)
    #expect(alone.reversible(by: meeting.laptops[0].person).undo != nil)
    meeting.meet(0, 1)
    let joined = meeting.interview(Self.interview, on: 0)
    #expect(joined.conflicts.map(\.kind) == [.answer(Self.keys[1])])
    #expect(joined.reversible(by: meeting.laptops[0].person).undo == nil)
    #expect(joined.reversible(by: meeting.laptops[1].person).undo == nil)
    #expect(joined.history.last?.before.first??.value == "1")
  }

  @Test func anUndoneFirstAnswerIsUnsaidAgainWhateverAnotherSaid() throws {
    var meeting = Self.began(2)
    let said = meeting.add(
      .answered([GivenAnswer(Self.keys[0], "9")], reversal: nil, nil), of: Self.subject, on: 0)
    let undo = try #require(meeting.interview(Self.interview, on: 0).history.last?.undo)
    #expect(meeting.interview(Self.interview, on: 0).history.last?.stamp.entry == said.id)
    meeting.add(
      .answered([GivenAnswer(Self.keys[0], "5")], reversal: nil, nil), of: Self.subject, on: 1)
    meeting.add(undo, of: Self.subject, on: 0)
    meeting.meet(0, 1)
    let joined = meeting.interview(Self.interview)
    // Shown is what the register said, and that nobody said it; open, since the other said something.
    #expect(joined.answers[Self.keys[0]]?.value == "7")
    #expect(joined.answers[Self.keys[0]]?.source == .prefilled)
    #expect(joined.conflicts.map(\.kind) == [.answer(Self.keys[0])])
  }

  @Test func whatCameOfItselfNeverTakesThePlaceOfWhatSomeoneSaid() {
    var meeting = Self.began(2)
    meeting.add(
      .answered([GivenAnswer(Self.keys[1], "4")], reversal: nil, nil), of: Self.subject, on: 0)
    meeting.add(.paused(events: []), of: Self.subject, on: 1)
    meeting.add(
      .answered(
        [GivenAnswer(Self.keys[2], "1"), GivenAnswer(Self.keys[1], "8", isSaid: false)],
        reversal: nil, nil), of: Self.subject, on: 1)
    meeting.meet(0, 1)
    let joined = meeting.interview(Self.interview)
    #expect(joined.answers[Self.keys[1]]?.value == "4")
    #expect(joined.answers[Self.keys[1]]?.source == .answered)
    #expect(joined.conflicts.isEmpty)
  }

  @Test func aCompletionThatDidNotKnowOfAnAnswerIsOpen() {
    var meeting = Self.began(2)
    meeting.add(.completed(events: []), of: Self.subject, on: 0)
    #expect(meeting.interview(Self.interview).isCompleted)
    meeting.add(
      .answered([GivenAnswer(Self.keys[1], "1")], reversal: nil, nil), of: Self.subject, on: 1)
    let open = meeting.interview(Self.interview)
    #expect(!open.isCompleted)
    #expect(open.conflicts.map(\.kind) == [.completion])
    meeting.meet(0, 1)
    meeting.add(.completed(events: []), of: Self.subject, on: 1)
    let closed = meeting.interview(Self.interview)
    #expect(closed.isCompleted)
    #expect(closed.conflicts.isEmpty)
  }

  @Test func anErasedEntryBreaksNothing() {
    var random = SplitMix64(seed: 77)
    var meeting = Self.began(3)
    for _ in 0..<60 { Self.work(&meeting, &random) }
    for erased in meeting.entries.indices {
      var entries = meeting.entries
      let entry = entries[erased]
      entries[erased] = entry.withoutBody
      let interview = Interview(
        id: Self.interview, entries: entries.sorted().filter { $0.subject == Self.subject },
        Causality(entries))
      compare(interview, entries, 77)
    }
  }
}
