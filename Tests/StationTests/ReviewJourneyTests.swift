import Fieldwork
import FormEngine
import Record
import Station
import Testing

/// From a household far from water to a problem that is struck off, and open again.
@Suite struct ReviewJourneyTests {
  private typealias Tries = Set<ReviewJourney.Try>

  /// What can be done to an issue that nobody has begun to deal with.
  private static let ofNewIssue: Tries = .as(.describe, .assign, by: .supervisor, .office)

  @Test func theProblemIsFollowedFromTheDoorUntilItIsGone() throws {
    let journey = try ReviewJourney.begun()
    try completeAndReturn(journey)
    try answerAndApprove(journey)
    try assignAndBegin(journey)
    try askAgain(journey)
    try strikeOffAndReopen(journey)
    for laptop in journey.village.laptops {
      let desk = try laptop.freshDesk(journey.village.form)
      #expect(desk.village.issues == journey.village.desks[0].village.issues)
    }
  }

  private func completeAndReturn(_ journey: ReviewJourney) throws {
    let written = try journey.complete(.surveyor)
    #expect(written.map(\.kind) == ["visitEnded", "completed", "issueOpened"])
    try journey.meet()
    let line = try #require(journey.ledger(.supervisor)[ReviewJourney.issue])
    #expect(line.issue.state == .new && !line.issue.isImplied && line.level == .red)
    #expect(line.issue.departments == ["wat"] && line.issue.domain == "water")
    try journey.checkThatOnly(
      Self.ofNewIssue.and(.as(.giveBack, by: .supervisor, .office))
        .and(.as(.approve, by: .supervisor)), "completed")
    let comments = [
      ReviewComment(AnswerKey("w_min"), "so far?"), ReviewComment(nil, "who answered?"),
    ]
    let person = journey.village.laptops[1].person
    guard
      case .record(let drafts) = try journey.reviewed(.supervisor).giveBack(comments, by: person)
    else { return #expect(Bool(false), "it can be returned") }
    try journey.record(drafts, .supervisor)
    try journey.meet()
    try journey.checkThatOnly(Self.ofNewIssue, "returned")
  }

  private func answerAndApprove(_ journey: ReviewJourney) throws {
    for left in [2, 1] {
      var session = try journey.session(.surveyor)
      #expect(session.complete(now: 0) == .refused(.commentsOpen(left)))
      try checkUnansweredOnReplay(journey, left)
      let comment = try #require(session.openComments.first)
      guard case .record(let drafts) = session.answer(comment.id, text: "yes") else {
        return #expect(Bool(false), "a comment can be answered")
      }
      try journey.record(drafts, .surveyor)
    }
    // It is still red; the issue stands, and is not opened twice.
    #expect(try journey.complete(.surveyor).map(\.kind) == ["completed"])
    try journey.meet()
    #expect(try journey.standing(.office) == ["completedAgain", "1", "new", "0", "1"])
    try journey.checkThatOnly(
      Self.ofNewIssue.and(.as(.giveBack, by: .supervisor, .office))
        .and(.as(.approve, by: .supervisor)), "completed again")
    try act(.approve, .supervisor, journey)
    try journey.checkThatOnly(
      Self.ofNewIssue.and(.as(.giveBack, .takeBack, by: .supervisor, .office))
        .and(.as(.approve, by: .office)), "approved")
  }

  /// A completion that is written though comments are open does not close the interview.
  private func checkUnansweredOnReplay(_ journey: ReviewJourney, _ open: Int) throws {
    let copy = try journey.apart()
    try copy.record([Fact.completed(events: []).draft(of: .interview("i1"))], .surveyor)
    try copy.meet()
    let review = try copy.reviewed(.office).review
    #expect(review.state == .returned)
    #expect(review.withoutRight.last?.hindrance == .commentsOpen(open))
  }

  private func assignAndBegin(_ journey: ReviewJourney) throws {
    let supervisor = journey.village.laptops[1].person
    let opened = try journey.opened(.supervisor)
    for (measure, person, day) in [
      ("", "王强", "2026-12-31"), ("a pipe", "", "2026-12-31"), ("a pipe", "王强", ""),
      ("a pipe", "王强", "soon"),
    ] {
      let assignment = IssueAssignment(
        measure: measure, responsible: [.county: Responsible(body: "县水利局", person: person)],
        deadline: day)
      #expect(opened.assign(assignment, by: supervisor) == .hindered(.incomplete))
    }
    let reviewOfApproved: Tries = .as(.giveBack, .takeBack, by: .supervisor, .office)
      .and(.as(.approve, by: .office))
    let ofAssigned = Self.ofNewIssue.and(
      .as(.begin, .reportEvidence, by: .surveyor, .supervisor, .office))
    try act(.assign, .supervisor, journey)
    #expect(journey.ledger(.surveyor)[ReviewJourney.issue]?.due == .left(days: 40))
    // Its answers knew of the issue and do not meet the rule: they are no ground.
    let answers = try journey.newestAnswers(.supervisor)
    #expect(try journey.opened(.supervisor).hindrance(of: answers) == .groundNotMet)
    try journey.checkThatOnly(ofAssigned.union(reviewOfApproved), "assigned")
    try act(.begin, .surveyor, journey)
    #expect(journey.ledger(.office)[ReviewJourney.issue]?.issue.state == .underway)
    try journey.checkThatOnly(ofAssigned.union(reviewOfApproved), "under way")
  }

  private func askAgain(_ journey: ReviewJourney) throws {
    let opened = try journey.opened(.surveyor)
    let session = try journey.session(.surveyor)
    let rule = try #require(opened.issue.rule)
    #expect(
      session.questions(behind: rule).map(session.key) == [AnswerKey("w_min")])
    let drafts = opened.reask(
      visit: VisitID("v2"), today: ReviewJourney.today, reason: ReviewJourney.reask)
    #expect(drafts.map(\.kind) == ["reopened", "visitStarted"])
    try journey.record(drafts, .surveyor)
    try journey.meet()
    let ofAssigned = Self.ofNewIssue.and(
      .as(.begin, .reportEvidence, by: .surveyor, .supervisor, .office))
    try journey.checkThatOnly(
      ofAssigned.and(.as(.takeBack, by: .supervisor, .office)), "asked again")
    try journey.village.answer("w_min", "5", in: "i1", of: "h1", on: 0)
    #expect(try journey.complete(.surveyor).map(\.kind) == ["visitEnded", "completed"])
    try journey.meet()
    #expect(journey.ledger(.office)[ReviewJourney.issue]?.isFound == false)
    try journey.checkThatOnly(
      ofAssigned.and(.as(.reportAnswers, by: .surveyor, .supervisor, .office))
        .and(.as(.giveBack, .takeBack, by: .supervisor, .office))
        .and(.as(.approve, by: .supervisor)), "met")
  }

  private func strikeOffAndReopen(_ journey: ReviewJourney) throws {
    let ofReview: Tries = .as(.giveBack, .takeBack, by: .supervisor, .office)
      .and(.as(.approve, by: .supervisor))
    try act(.reportAnswers, .surveyor, journey)
    try journey.checkThatOnly(
      ofReview.and(.as(.describe, .sendBack, .strikeOff, by: .supervisor, .office)).and(
        .as(.reportEvidence, .reportAnswers, by: .surveyor, .supervisor, .office)), "to check")
    try act(.strikeOff, .supervisor, journey)
    #expect(journey.ledger(.surveyor).headline.isCleared)
    try journey.checkThatOnly(
      ofReview.and(.as(.describe, .reopen, by: .supervisor, .office)), "struck off")
    try act(.reopen, .office, journey)
    #expect(!journey.ledger(.surveyor).headline.isCleared)
    #expect(try journey.standing(.surveyor)[2...3] == ["new", "1"])
    try journey.checkThatOnly(ofReview.union(Self.ofNewIssue), "open again")
    // What met the rule before it was opened again is no ground now.
    try act(.assign, .office, journey)
    let answers = try journey.newestAnswers(.surveyor)
    #expect(try journey.opened(.surveyor).hindrance(of: answers) == .groundTooOld)
    // Whoever says by evidence that it is gone does not confirm it.
    try act(.reportEvidence, .supervisor, journey)
    try journey.checkThatOnly(
      ofReview.and(.as(.describe, .sendBack, by: .supervisor, .office))
        .and(.as(.strikeOff, by: .office))
        .and(.as(.reportEvidence, by: .surveyor, .supervisor, .office)), "to check by evidence")
    try act(.sendBack, .office, journey)
    #expect(try journey.standing(.surveyor)[2] == "underway")
    try act(.reportEvidence, .surveyor, journey)
    try act(.strikeOff, .office, journey)
    #expect(try journey.standing(.surveyor)[2...3] == ["struckOff", "1"])
  }

  @Test func whatIsFoundAgainAfterItWasStruckOffIsOpenAgain() throws {
    let journey = try ReviewJourney.begun()
    try journey.complete(.surveyor)
    try journey.meet()
    try act(.assign, .supervisor, journey)
    try act(.reportEvidence, .surveyor, journey)
    try act(.strikeOff, .supervisor, journey)
    #expect(journey.ledger(.surveyor)[ReviewJourney.issue]?.isDoubtful == true)
    let again = try journey.opened(.surveyor).reask(
      visit: VisitID("v2"), today: ReviewJourney.today, reason: "a second look")
    try journey.record(again, .surveyor)
    #expect(
      try journey.complete(.surveyor).map(\.kind) == ["visitEnded", "completed", "issueOpened"])
    try journey.meet()
    for who in ReviewJourney.Who.allCases {
      #expect(try journey.standing(who)[2...3] == ["new", "1"])
      #expect(try journey.opened(who).issue.steps.last?.kind == .foundAgain)
    }
  }

  @Test func aSessionThatCompletesTwiceOpensOneIssue() throws {
    let journey = try ReviewJourney.begun()
    try journey.village.answer("c_result", "done", in: "i1", of: "h1", on: 0)
    var session = try journey.session(.surveyor)
    var kinds: [String] = []
    for step in 0..<3 {
      let outcome =
        step == 1 ? session.reopen(reason: "a mistake") : session.complete(now: step)
      guard case .record(let drafts) = outcome else {
        return #expect(Bool(false), "\(outcome)")
      }
      let entries = try journey.record(drafts, .surveyor)
      session.recorded(entries, now: step)
      kinds += entries.map(\.kind)
    }
    #expect(kinds == ["visitEnded", "completed", "issueOpened", "reopened", "completed"])
  }

  private func act(
    _ deed: ReviewJourney.Deed, _ who: ReviewJourney.Who, _ journey: ReviewJourney
  ) throws {
    switch try journey.outcome(.init(deed: deed, who: who)) {
    case .record(let drafts): try journey.record(drafts, who)
    case .hindered(let hindrance):
      #expect(Bool(false), "\(deed) by the \(who): \(hindrance)")
    }
    try journey.meet()
  }
}
