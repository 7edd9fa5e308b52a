import Fieldwork
import JSONText
import Record
import Testing

@Suite struct FactTests {
  static let row = RosterRow(roster: "m", rows: ["r000000000000001"])
  static let change = GivenAnswer(
    AnswerKey("w_min", rows: ["r000000000000001"]), "-8", special: "dk")
  static let entry = EntryID(digest: [UInt8](repeating: 9, count: 32))
  static let facts: [Fact] = [
    .personAdded(name: "周敏", role: "surveyor"),
    .villageAdded(code: "990101001001", name: "云溪村"),
    .villageNamed(name: "云溪村", round: "base"),
    .importBegan(batch: "b", file: "register.csv", households: 120),
    .findingsShownAtOnce(true),
    .dateConfirmed(date: "2026-11-21", clock: "1970-01-01"),
    .dateConfirmed(
      date: "2026-11-21", clock: "2026-11-21",
      ahead: [WriterID(bytes: [UInt8](repeating: 9, count: 10))]),
    .standardChosen(overlay: "hubei", profile: "2021-transition"),
    .standardChosen(overlay: "", profile: ""),
    .householdRegistered(
      HouseholdFacts(
        values: [FactValue("c_group", "3组")],
        members: [MemberFacts(id: MembershipID("m1"), values: [FactValue("m_name", "李国强")])],
        source: "register.csv", sourceKey: "17", batch: "b")),
    .householdEnrolled(HouseholdFacts(values: [FactValue("c_group", "3组")], members: [])),
    .householdRemarked(text: "狗很凶"),
    .interviewStarted(
      InterviewStart(
        household: HouseholdID("h1"), round: "base", form: "f", date: "2026-11-21",
        identityCheck: "confirmed")),
    .prefilled(rows: [row], answers: [change]),
    .visitStarted(VisitID("v1"), cleared: [AnswerKey("c_result")]),
    .visitStarted(VisitID("v1"), cleared: [], date: "2026-11-25"),
    .visitEnded(VisitID("v1"), events: [.init(.paused, AnswerKey("c_resp"), start: 40)]),
    .paused(events: [.init(.language, start: 5, detail: "English (en)")]),
    .answered([change], reversal: nil, Paradata(shown: 10, answered: 30)),
    .answered(
      [change, GivenAnswer(AnswerKey("c_cause2"), "")], reversal: .undo(entry),
      Paradata(
        shown: 1, answered: 2, before: [.init(.shown, AnswerKey("c_resp"), start: 0, end: 1)])
    ),
    .rowAdded(row, answers: [change], reversal: .redo(entry), nil),
    .rowRemoved(row, reason: "died", reversal: nil, nil),
    .remarked(AnswerKey("c_resp"), text: "耳背"),
    .findingsSeen(
      atOnce: true,
      [
        SeenFinding(rule: "ME1", rows: row.rows, answers: [AnswerKey("m_ins", rows: row.rows)]),
        SeenFinding(rule: "WA1", answers: [AnswerKey("w_acc"), AnswerKey("w_min")]),
      ]),
    .findingsSeen(atOnce: false, []),
    .completed(events: []),
    .reopened(reason: "录错"),
    .moved(to: HouseholdID("h2")),
    .teamFounded(name: "云溪工作队"),
    .deviceAdmitted(key: key, name: "周敏的笔记本"),
    .deviceRevoked(
      key: key,
      through: [
        JournalName(writer: JournalMaker.laptopA): Heads.Head(sequence: 7, id: entry),
        JournalName(writer: JournalMaker.laptopB, branch: "0123456789abcdef"): Heads.Head(
          sequence: 2, id: entry),
      ], reason: "丢失"),
    .deviceRevoked(key: key, through: [:], reason: ""),
    .overlayGiven(name: "county.json", hash: String(repeating: "0f", count: 32)),
    .personPlaced(villages: ["990101001001", "990101001002"]),
    .personPlaced(villages: []),
    .pinTaken,
    .erased(
      entries: [entry], subjects: [.household("h1"), .interview("i1")], reason: "本人撤回同意"),
    .settled([entry], answers: [change]),
    .settled([entry, entry], answers: []),
    .interviewSetAside(for: InterviewID("i2"), reason: "重复"),
    .householdJoined(into: HouseholdID("h2"), reason: "同一户"),
    .householdTaken,
    .householdGivenBack,
  ]
  static let key = [UInt8](repeating: 5, count: 32)

  @Test(arguments: facts + ReviewFacts.facts) func aFactReadsAsItWasWritten(_ fact: Fact) throws {
    var maker = JournalMaker()
    let entry = maker.add(fact, of: .interview("i1"))
    #expect(Fact(entry) == fact)
    #expect(try JSON(parsing: fact.body.compact) == fact.body)
  }

  @Test func aTieToTheWrongThingSaysNothing() {
    let kinds = ["interviewStarted", "moved", "householdJoined"]
    for (kind, link) in kinds.map({ ($0, Subject.interview("i2")) })
      + [("interviewSetAside", .household("h2"))]
    {
      for link in [nil, link, .other("z:2")] {
        let entry = Entry(
          id: Self.entry, writer: JournalMaker.laptopA, sequence: 1, lamport: 1,
          time: "2026-11-21T09:30:00.000+08:00", person: JournalMaker.zhou,
          subject: .interview("i"), link: link, kind: kind,
          body: ["hh": "h1", "to": "h1", "for": "i2", "date": "2026-11-21"])
        #expect(Fact(entry) == nil)
      }
    }
  }

  @Test func anUnknownKindIsKeptAsSuch() {
    let entry = Entry(
      id: Self.entry, writer: JournalMaker.laptopA, sequence: 1, lamport: 1,
      time: "2026-11-21T09:30:00.000+08:00", person: JournalMaker.zhou, subject: .interview("i"),
      kind: "photographed", body: ["file": "x"])
    #expect(Fact(entry) == .unknown(kind: "photographed"))
    var interview = Interview(id: InterviewID("i"))
    interview.apply(entry)
    #expect(interview.history.map(\.fact) == [.unknown(kind: "photographed")])
  }

  @Test func anAnswerIsShortInAJournal() {
    let fact = Fact.answered(
      [Self.change], reversal: nil, Paradata(shown: 123_456, answered: 127_890))
    #expect(fact.body.compact.utf8.count <= 95)
  }
}
