import Fieldwork
import FormEngine
import JSONText
import Record
import Station
import Testing

/// Approving many at once where nothing is flagged, and giving households to somebody.
@Suite struct CleanApprovalsTests {
  private static let today = "2026-11-21"

  /// A surveyor's laptop and a supervisor's, with five households that were begun.
  private static func village() throws -> SharedVillage {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for (number, role) in ["surveyor", "supervisor"].enumerated() {
      try village.add(
        .personAdded(name: role, role: role),
        of: .person(village.laptops[number].person.rawValue), on: 0)
    }
    for number in 1...5 { try village.register("h\(number)", number: number) }
    try village.meetAll()
    return village
  }

  private static func complete(
    _ number: Int, minutes: String, _ village: SharedVillage, on laptop: Int = 0
  ) throws {
    let (interview, household) = ("i\(number)", "h\(number)")
    try village.begin(interview, of: household, on: laptop)
    try village.answer("c_consent", "yes", in: interview, of: household, on: laptop)
    for (question, value) in [("s1", "yes"), ("s2", "yes"), ("q", "3")] {
      try village.answer(question, value, in: interview, of: household, on: laptop)
    }
    try village.answer("w_min", minutes, in: interview, of: household, on: laptop)
    try village.answer("c_result", "done", in: interview, of: household, on: laptop)
    try village.add(.completed(events: []), of: .interview(interview), on: laptop)
  }

  private static func ids(_ numbers: ClosedRange<Int>) -> [HouseholdID] {
    numbers.map { HouseholdID("h\($0)") }
  }

  @Test func whatIsClearIsApprovedInOneWriteWithAnEntryEachAndTheRestIsCounted() throws {
    let village = try Self.village()
    try Self.complete(1, minutes: "5", village)
    try Self.complete(2, minutes: "45", village)
    try village.begin("i3", of: "h3", on: 0)
    try Self.complete(4, minutes: "5", village, on: 1)
    try Self.complete(5, minutes: "5", village)
    try village.meetAll()
    try village.add(
      .returned([ReviewComment(nil, "ask again")]), of: .interview("i5"), on: 1)
    let (desk, person) = (village.desks[1], village.laptops[1].person)
    let found = try desk.cleanApprovals(of: Self.ids(1...5), by: person, today: Self.today)
    #expect(found.households.map(\.id) == [HouseholdID("h1")])
    #expect(
      found.leftOut == [
        .flag(.red): 1, .hindrance(.notCompleted): 1, .hindrance(.ownWork): 1, .comments: 1,
      ])
    #expect(found.reasons.count == 4)
    let entries = try desk.append(found.drafts, person: person)
    #expect(entries.map(\.kind) == ["approved"])
    try desk.settle()
    #expect(
      desk.village.households[HouseholdID("h1")]?.review.state == .approvedBySupervisor)
    let again = try desk.cleanApprovals(of: Self.ids(1...1), by: person, today: Self.today)
    #expect(again.drafts.isEmpty)
    #expect(again.leftOut == [.hindrance(.alreadyApproved): 1])
    try ReviewDeskTests.check(village)
  }

  @Test func severalAreApprovedByOneAppend() throws {
    let village = try Self.village()
    for number in 1...5 { try Self.complete(number, minutes: "5", village) }
    try village.meetAll()
    let (desk, person) = (village.desks[1], village.laptops[1].person)
    let found = try desk.cleanApprovals(of: Self.ids(2...5), by: person, today: Self.today)
    #expect(found.households.map(\.number) == [2, 3, 4, 5])
    #expect(try desk.append(found.drafts, person: person).count == 4)
    try village.meetAll()
    try village.desks[0].settle()
    let states = village.desks[0].village.households.mapValues(\.review.state)
    #expect(states.values.count { $0 == .approvedBySupervisor } == 4)
    #expect(states[HouseholdID("h1")] == .completed)
  }

  @Test func whoeverHasNoRoleApprovesNone() throws {
    let village = try Self.village()
    try Self.complete(1, minutes: "5", village)
    let found = try village.desks[0].cleanApprovals(
      of: Self.ids(1...1), by: village.laptops[0].person, today: Self.today)
    #expect(found.drafts.isEmpty)
    #expect(found.leftOut == [.hindrance(.noRole): 1])
  }

  @Test func householdsAreGivenToSomebodyOnceAndStandFirstInTheirList() throws {
    let village = try Self.village()
    let surveyor = village.laptops[0].person
    func all() -> [HouseholdSummary] { HouseholdQuery().run(village.desks[1].village) }
    let two = all().filter { [3, 5].contains($0.number) }
    let assignment = HouseholdAssignment(two, to: surveyor)
    #expect(assignment.households == [HouseholdID("h3"), HouseholdID("h5")])
    _ = try village.desks[1].append(assignment.drafts, person: village.laptops[1].person)
    try village.desks[1].settle()
    #expect(HouseholdAssignment(all(), to: surveyor).households.count == 3)
    #expect(HouseholdAssignment(all(), to: nil).households.count == 2)
    var query = HouseholdQuery()
    query.reader = surveyor
    #expect(query.run(village.desks[1].village).map(\.number) == [3, 5, 1, 2, 4])
    query.isOwnOnly = true
    #expect(query.run(village.desks[1].village).map(\.number) == [3, 5])
    query.reader = village.laptops[1].person
    #expect(query.run(village.desks[1].village).isEmpty)
    // Who was to go there and has not is missed; where nobody was sent nobody is.
    let queue = ReviewQueue(village.desks[1].village, today: Self.today)
    #expect(queue.narrowed(to: [.flag(.missed)]).lines.count == 2)
    #expect(queue.dueCount == 2)
  }
}

/// Comments that were written and not sent.
@Suite struct KeptCommentsTests {
  private let one = PersonID(bytes: [UInt8](repeating: 1, count: 10))
  private let other = PersonID(bytes: [UInt8](repeating: 2, count: 10))

  @Test func eachPersonFindsTheirOwnAgain() throws {
    var kept = KeptComments()
    let mine = [
      ReviewComment(AnswerKey("w_min"), "how far?"),
      ReviewComment(AnswerKey("m_name", rows: ["r1", "r2"]), "who?"), ReviewComment(nil, "well"),
    ]
    kept[InterviewID("i1"), one] = mine
    kept[InterviewID("i1"), other] = [ReviewComment(nil, "other")]
    kept[InterviewID("i2"), one] = [ReviewComment(nil, "second")]
    var read = KeptComments(json: try JSON(parsing: kept.json.pretty))
    #expect(read == kept)
    #expect(read[InterviewID("i1"), one] == mine)
    #expect(read[InterviewID("i2"), other].isEmpty)
    read[InterviewID("i1"), one] = []
    #expect(read[InterviewID("i1"), other].count == 1)
    let (none, some) = (
      read.keepOnly([InterviewID("i1"), InterviewID("i2")]), read.keepOnly([InterviewID("i1")])
    )
    #expect(!none && some)
    read[InterviewID("i1"), other] = []
    #expect(read.isEmpty)
    #expect(read.json == KeptComments().json)
  }

  @Test(arguments: ["[]", "{\"i\": 3}", "{\"i\": {\"x\": [[\"a\"]]}}", "{\"i\": {}}"])
  func whatIsNoCommentIsLeftOut(_ text: String) throws {
    #expect(KeptComments(json: try JSON(parsing: text)).isEmpty)
  }
}
