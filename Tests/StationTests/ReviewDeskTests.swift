import Fieldwork
import FormEngine
import JSONText
import Record
import Station
import Testing

/// What the village's list says of review and of issues, on laptops that work apart.
@Suite struct ReviewDeskTests {
  static let household = HouseholdID("h1")
  static let issue = IssueID("WA1", of: household)

  /// A surveyor's laptop and a supervisor's; the interview is complete, far from water, and known to both.
  static func completed() throws -> SharedVillage {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for (number, role) in ["surveyor", "supervisor"].enumerated() {
      try village.add(
        .personAdded(name: role, role: role),
        of: .person(village.laptops[number].person.rawValue), on: 0)
    }
    try village.register("h1", number: 1)
    try village.begin("i1", of: "h1", on: 0)
    try village.answer("c_consent", "yes", in: "i1", of: "h1", on: 0)
    try village.answer("w_min", "45", in: "i1", of: "h1", on: 0)
    try complete(village)
    try village.meetAll()
    return village
  }

  /// Completes the interview on the surveyor's laptop, with what the standard says.
  static func complete(_ village: SharedVillage) throws {
    try village.answer("c_result", "done", in: "i1", of: "h1", on: 0)
    let session = try #require(try village.session("i1", of: "h1", on: 0))
    try village.add(
      .completed(events: [], judged: session.judged().judged), of: .interview("i1"), on: 0)
  }

  static func interview(_ village: SharedVillage, on laptop: Int) throws -> Interview {
    try #require(try village.desks[laptop].file(of: household).current)
  }

  /// Whether every desk says what one says that knows nothing but the entries, and what one says that
  /// begins with the list in its file.
  static func check(_ village: SharedVillage) throws {
    for (laptop, desk) in zip(village.laptops, village.desks) {
      try desk.settle()
      let fresh = try laptop.freshDesk(village.form)
      #expect(fresh.village == desk.village)
      let again = try SharedVillage.desk(laptop, village.form)
      #expect(again.village == desk.village)
      #expect(try again.file(of: household) == fresh.file(of: household))
    }
  }

  @Test func theListSaysWhereTheReviewStands() throws {
    let village = try Self.completed()
    func state(_ laptop: Int) -> ReviewState? {
      village.desks[laptop].village.households[Self.household]?.review.state
    }
    #expect(state(1) == .completed)
    let back = Fact.returned([ReviewComment(AnswerKey("w_min"), "so far?")])
    try village.add(back, of: .interview("i1"), on: 1)
    #expect(state(1) == .returned)
    try village.meetAll()
    let line = try #require(village.desks[0].village.households[Self.household])
    #expect(line.review.state == .returned)
    #expect(line.review.openComments == 1)
    #expect(line.review.surveyors == [village.laptops[0].person])
    let comment = try #require(try Self.interview(village, on: 0).review.openComments.first)
    try village.add(.commentAnswered(comment.id, text: "yes"), of: .interview("i1"), on: 0)
    try Self.complete(village)
    try village.meetAll()
    _ = try village.desks[0].refreshed(Self.household)
    #expect(state(0) == .completedAgain)
    let approval = Fact.approved(of: try Self.interview(village, on: 1).lastActs)
    try village.add(approval, of: .interview("i1"), on: 1)
    _ = try village.desks[1].refreshed(Self.household)
    #expect(state(1) == .approvedBySupervisor)
    try village.meetAll()
    for laptop in 0...1 { #expect(state(laptop) == .approvedBySupervisor) }
    try Self.check(village)
  }

  @Test func nobodyWithoutARoleReviewsAndTheFileSaysNothingOfIt() throws {
    let village = try Self.completed()
    let approval = Fact.approved(of: try Self.interview(village, on: 0).lastActs)
    try village.add(approval, of: .interview("i1"), on: 0)
    try village.meetAll()
    let review = try Self.interview(village, on: 1).review
    #expect(review.state == .completed)
    #expect(review.withoutRight.map(\.hindrance) == [.noRole])
    try Self.check(village)
  }

  @Test func aHouseholdIsGivenToSomebodyByWhoMay() throws {
    let village = try Self.completed()
    let surveyor = village.laptops[0].person
    try village.add(.householdAssigned(to: surveyor), of: .household("h1"), on: 0)
    try village.meetAll()
    #expect(village.desks[1].village.households[Self.household]?.review.assignee == nil)
    try village.add(.householdAssigned(to: surveyor), of: .household("h1"), on: 1)
    try village.meetAll()
    #expect(village.desks[0].village.households[Self.household]?.review.assignee == surveyor)
    try Self.check(village)
  }

  @Test func aRedFindingIsInTheLedgerBeforeAnybodyWroteOfIt() throws {
    let village = try Self.completed()
    let ledger = IssueLedger(village.desks[1].village, domain: { _ in "water" })
    let implied = try #require(ledger.issues[Self.issue])
    #expect(implied.isImplied)
    #expect(implied.state == .new)
    #expect(implied.domain == "water")
    #expect(ledger.issues(of: Self.household) == [implied])
    #expect(ledger.counts == [.new: 1])
    try village.add(.issueOpened(implied.opening()), of: Self.issue.subject, on: 1)
    let written = try #require(IssueLedger(village.desks[1].village).issues[Self.issue])
    #expect(!written.isImplied)
    #expect(written.interview == InterviewID("i1"))
  }

  @Test func anIssueIsFollowedToItsEndOnEveryLaptop() throws {
    let village = try Self.completed()
    func summary(_ laptop: Int) -> IssueSummary? {
      village.desks[laptop].village.issues[Self.issue]
    }
    let opening = IssueOpening(
      .household(Self.household), rule: "WA1", interview: InterviewID("i1"))
    try village.add(.issueOpened(opening), of: Self.issue.subject, on: 1)
    let assignment = IssueAssignment(
      measure: "a pipe", responsible: [.township: Responsible(body: "", person: "Wang")],
      deadline: "2026-12-31")
    try village.add(.issueAssigned(assignment), of: Self.issue.subject, on: 1)
    #expect(summary(1)?.state == .assigned)
    #expect(summary(1)?.isOverdue(on: "2027-01-01") == true)
    try village.meetAll()
    #expect(summary(0) == summary(1))
    try village.add(.reopened(reason: "asked again"), of: .interview("i1"), on: 0)
    try village.answer("w_min", "5", in: "i1", of: "h1", on: 0)
    try Self.complete(village)
    guard case .completed(let done) = try Self.interview(village, on: 0).phase else {
      return #expect(Bool(false), "the interview is complete")
    }
    let ground = IssueGround.answers(InterviewID("i1"), completion: done.entry)
    let file = try village.desks[0].file(of: Self.household)
    let issue = try #require(file.issues.first)
    #expect(
      file.hindrance(of: ground, on: issue, Causality(village.laptops[0].entries)) == nil)
    try village.add(.issueReported(ground), of: Self.issue.subject, on: 0)
    try village.meetAll()
    #expect(summary(1)?.state == .toCheck)
    let last = try #require(try village.desks[1].issue(Self.issue)).lastActs
    try village.add(.issueStruckOff(of: last), of: Self.issue.subject, on: 1)
    try village.meetAll()
    for laptop in 0...1 {
      #expect(summary(laptop)?.state == .struckOff)
      #expect(summary(laptop)?.struckOff?.person == village.laptops[1].person)
    }
    try Self.check(village)
    let document = try #require(village.laptops[0].derived["households/h1.json"])
    let json = try JSON(parsing: document)
    #expect(json["issues"]?[0]?["state"]?.string == "struckOff")
    #expect(json["review"]?["state"]?.string == "completedAgain")
  }

  @Test func anIssueOfASiteStandsInTheListToo() throws {
    let village = try Self.completed()
    let id = IssueID("0123456789abcdef")
    try village.add(
      .issueOpened(IssueOpening(.site("pump"), text: "broken", source: .hotline)),
      of: id.subject, on: 0)
    try village.meetAll()
    for laptop in 0...1 {
      #expect(village.desks[laptop].village.issues[id]?.concern == .site("pump"))
      #expect(try village.desks[laptop].issue(id)?.state == .new)
    }
    try Self.check(village)
  }

  @Test func whatIsKnownLaterOfRolesIsJudgedAnew() throws {
    let village = try Self.completed()
    // A supervisor's laptop writes before the other has heard of their role.
    let person = PersonID(bytes: [UInt8](repeating: 77, count: 10))
    _ = try village.desks[1].append(
      [Fact.personAdded(name: "Li", role: "supervisor").draft(of: .person(person.rawValue))],
      person: village.laptops[1].person)
    _ = try village.desks[1].append(
      [
        Fact.approved(of: try Self.interview(village, on: 1).lastActs)
          .draft(of: .interview("i1"))
      ], person: person)
    let team = village.laptops[1].entries.filter { $0.subject == .person(person.rawValue) }
    let rest = village.laptops[1].entries.filter { entry in
      entry.sequence > 0 && !village.laptops[0].entries.contains { $0.id == entry.id }
        && !team.contains { $0.id == entry.id }
    }
    village.laptops[0].entries += rest
    try village.desks[0].take(arrived: rest)
    #expect(
      village.desks[0].village.households[Self.household]?.review.state == .completed)
    village.laptops[0].entries += team
    try village.desks[0].take(arrived: team)
    #expect(
      village.desks[0].village.households[Self.household]?.review.state == .approvedBySupervisor)
    try Self.check(village)
  }
}
