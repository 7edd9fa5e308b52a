import Fieldwork
import Record
import Testing

@Suite struct ReviewTests {
  typealias Team = ReviewTeam

  // MARK: The life of an interview

  @Test func anInterviewGoesThroughAllStates() {
    var team = Team()
    #expect(team.state() == .notBegun)
    team.completed()
    #expect(team.state() == .completed)
    let back = team.giveBack("how far?", "who said so?")
    #expect(team.state() == .returned)
    #expect(!team.interview().isCompleted)
    #expect(team.interview().isBeingCorrected)
    #expect(team.review().openComments.count == 2)
    team.answer("river", by: Team.surveyor)
    for index in 0..<2 {
      team.add(
        .commentAnswered(CommentID(entry: back.id, index: index), text: "done"), by: Team.surveyor)
    }
    team.add(.completed(events: []), by: Team.surveyor)
    #expect(team.state() == .completedAgain)
    #expect(team.review().openComments.isEmpty)
    team.approve()
    #expect(team.state() == .approvedBySupervisor)
    team.approve(by: Team.office)
    #expect(team.state() == .approvedByOffice)
    team.add(.unapproved(reason: "seen too late"), by: Team.office)
    #expect(team.state() == .completedAgain)
    #expect(team.review().timesReturned == 1)
    #expect(
      team.review().steps.map(\.kind) == [
        .started, .completed, .returned(comments: 2), .completed, .approved, .approved,
        .unapproved,
      ])
    #expect(team.review().withoutRight.isEmpty)
  }

  @Test func aReturnedInterviewIsCompleteOnlyWhenEachCommentIsAnswered() {
    var team = Team()
    team.completed()
    let back = team.giveBack("one", "two")
    team.add(
      .commentAnswered(CommentID(entry: back.id, index: 1), text: "done"), by: Team.otherSurveyor)
    let early = team.add(.completed(events: []), by: Team.surveyor)
    #expect(team.hindrance(of: early) == .commentsOpen(1))
    #expect(team.state() == .returned)
    #expect(!team.interview().isCompleted)
    team.add(
      .commentAnswered(CommentID(entry: back.id, index: 0), text: "done"), by: Team.surveyor)
    team.add(.completed(events: []), by: Team.surveyor)
    #expect(team.state() == .completedAgain)
  }

  @Test func whatWasCompletedWithoutKnowingOfTheReturnWaitsForWhoeverKnowsBoth() {
    var team = Team()
    team.completed()
    team.meet()
    team.add(.reopened(reason: "slip"), by: Team.surveyor, on: 1)
    team.add(.completed(events: []), by: Team.surveyor, on: 1)
    team.giveBack()
    team.meet()
    for laptop in 0..<2 {
      #expect(!team.interview(on: laptop).isCompleted)
      #expect(team.state(on: laptop) == .returned)
      #expect(team.interview(on: laptop).conflicts.map(\.kind) == [.completion])
    }
  }

  // MARK: Who may

  @Test func nobodyReviewsTheirOwnWork() {
    var team = Team()
    team.completed(by: Team.supervisor)
    for fact in [
      Fact.returned([ReviewComment(nil, "x")]), .approved(of: team.interview().lastActs),
      .unapproved(reason: "x"),
    ] {
      let act = team.add(fact, by: Team.supervisor)
      #expect(team.hindrance(of: act) == .ownWork)
    }
    #expect(team.state() == .completed)
    team.approve(by: Team.otherSupervisor)
    #expect(team.state() == .approvedBySupervisor)
  }

  @Test func oneAnswerIsEnoughToBeOnesOwnWork() {
    var team = Team()
    team.completed()
    team.add(.reopened(reason: "slip"), by: Team.supervisor)
    team.answer("river", by: Team.supervisor)
    team.add(.completed(events: []), by: Team.surveyor)
    let act = team.approve()
    #expect(team.hindrance(of: act) == .ownWork)
    #expect(team.state() == .completedAgain)
  }

  @Test(arguments: [ReviewTeam.surveyor, ReviewTeam.otherSurveyor, ReviewTeam.stranger])
  func whoHasNoRoleReviewsNothing(_ person: PersonID) {
    var team = Team()
    team.completed(by: Team.supervisor)
    let acts = [
      team.giveBack(by: person), team.approve(by: person),
      team.add(.unapproved(reason: "x"), by: person),
    ]
    for act in acts { #expect(team.hindrance(of: act) == .noRole) }
    #expect(team.state() == .completed)
    #expect(team.review().withoutRight.count == 3)
    #expect(
      team.review().hindrance(.approving, by: person, roles: Team.roles(team.known(on: 0)).now)
        == .noRole)
  }

  @Test func aRoleCountsFromWhereItIsKnown() {
    var team = Team()
    team.completed()
    team.meet()
    team.give("supervisor", to: Team.otherSurveyor, on: 1)
    let early = team.approve(by: Team.otherSurveyor, on: 0)
    team.meet()
    #expect(team.hindrance(of: early) == .noRole)
    team.approve(by: Team.otherSurveyor, on: 0)
    #expect(team.state() == .approvedBySupervisor)
  }

  @Test func aRoleThatWasTakenAwayElsewhereCountsUntilThatIsKnown() {
    var team = Team()
    team.completed()
    team.meet()
    team.give("surveyor", to: Team.supervisor, on: 1)
    team.approve(on: 0)
    team.meet()
    for laptop in 0..<2 { #expect(team.state(on: laptop) == .approvedBySupervisor) }
    let late = team.add(.unapproved(reason: "x"), by: Team.supervisor)
    #expect(team.hindrance(of: late) == .noRole)
  }

  @Test func onlyWhatIsCompleteIsReviewed() {
    var team = Team()
    team.completed()
    team.add(.reopened(reason: "slip"), by: Team.surveyor)
    let first = team.approve()
    #expect(team.hindrance(of: first) == .notCompleted)
    let second = team.giveBack()
    #expect(team.hindrance(of: second) == .notCompleted)
    let third = team.add(.unapproved(reason: "x"), by: Team.supervisor)
    #expect(team.hindrance(of: third) == .notApproved)
    #expect(team.state() == .started)
  }

  @Test func whatIsInConflictIsNotReviewed() {
    var team = Team()
    team.completed()
    team.add(.reopened(reason: "slip"), by: Team.surveyor)
    team.meet()
    team.answer("river", by: Team.surveyor, on: 0)
    team.answer("rain", by: Team.otherSurveyor, on: 1)
    team.meet()
    team.add(.completed(events: []), by: Team.surveyor)
    #expect(team.review().isCompleted)
    let first = team.approve()
    #expect(team.hindrance(of: first) == .conflicts(1))
    let second = team.giveBack()
    #expect(team.hindrance(of: second) == .conflicts(1))
  }

  @Test func nothingIsReturnedOrTakenBackWithoutAWord() {
    var team = Team()
    team.completed()
    let refused = team.add(.returned([]), by: Team.supervisor)
    #expect(team.hindrance(of: refused) == .nothingSaid)
    let empty = team.add(.returned([ReviewComment(nil, "")]), by: Team.supervisor)
    #expect(team.hindrance(of: empty) == .nothingSaid)
    team.approve()
    let back = team.add(.unapproved(reason: ""), by: Team.supervisor)
    #expect(team.hindrance(of: back) == .nothingSaid)
    #expect(team.state() == .approvedBySupervisor)
  }

  // MARK: The office

  @Test func theOfficeApprovesBehindASupervisorAndAsAnotherPerson() {
    var team = Team()
    team.completed()
    let first = team.approve(by: Team.office)
    #expect(team.hindrance(of: first) == .supervisorFirst)
    team.approve()
    let second = team.approve(by: Team.otherSupervisor)
    #expect(team.hindrance(of: second) == .alreadyApproved)
    team.give("office", to: Team.supervisor, on: 0)
    let third = team.approve()
    #expect(team.hindrance(of: third) == .samePerson)
    #expect(team.state() == .approvedBySupervisor)
    team.approve(by: Team.office)
    #expect(team.state() == .approvedByOffice)
    let fourth = team.approve(by: Team.office)
    #expect(team.hindrance(of: fourth) == .alreadyApproved)
  }

  @Test func theOfficeIsTheSecondPersonWhereNoSupervisorIs() {
    var alone = Team(1, roles: [(Team.surveyor, "surveyor"), (Team.office, "office")])
    alone.completed()
    alone.approve(by: Team.office)
    #expect(alone.state() == .approvedByOffice)

    var own = Team(1, roles: [(Team.supervisor, "supervisor"), (Team.office, "office")])
    own.completed(by: Team.supervisor)
    own.approve(by: Team.office)
    #expect(own.state() == .approvedByOffice)
  }

  // MARK: What changes afterwards

  @Test func whatChangesAfterTheApprovalIsNotApproved() {
    var team = Team()
    team.completed()
    team.approve()
    team.add(.reopened(reason: "slip"), by: Team.surveyor)
    #expect(team.state() == .approvedThenChanged)
    team.answer("river", by: Team.surveyor)
    team.add(.completed(events: []), by: Team.surveyor)
    #expect(team.state() == .approvedThenChanged)
    #expect(team.interview().conflicts.isEmpty)
    team.approve()
    #expect(team.state() == .approvedBySupervisor)
  }

  @Test(arguments: [true, false]) func approvalAndChangeThatDidNotKnowOfEachOtherAreAConflict(
    _ isChangeFirst: Bool
  ) {
    var team = Team()
    team.completed()
    team.meet()
    let (approving, changing) = isChangeFirst ? (1, 0) : (0, 1)
    team.approve(on: approving)
    team.add(.reopened(reason: "slip"), by: Team.surveyor, on: changing)
    team.answer("river", by: Team.surveyor, on: changing)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.state(on: laptop) == .approvedThenChanged)
      let conflicts = team.interview(on: laptop).conflicts.filter { $0.kind == .approval }
      #expect(conflicts.count == 1)
      #expect(conflicts.first?.tips.map(\.act) == [.approved, .changed])
    }
    team.add(.completed(events: []), by: Team.surveyor)
    #expect(team.interview().conflicts.map(\.kind) == [.approval])
    var returned = team
    team.approve()
    #expect(team.interview().conflicts.isEmpty)
    #expect(team.state() == .approvedBySupervisor)
    returned.giveBack()
    #expect(returned.interview().conflicts.isEmpty)
    #expect(returned.state() == .returned)
  }

  @Test func ownWorkThatComesToLightVoidsTheApproval() {
    var team = Team()
    team.completed()
    team.meet()
    team.add(.reopened(reason: "slip"), by: Team.surveyor, on: 1)
    team.answer("river", by: Team.supervisor, on: 1)
    let approval = team.approve(on: 0)
    #expect(team.state(on: 0) == .approvedBySupervisor)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.hindrance(of: approval, on: laptop) == .ownWork)
      #expect(!team.state(on: laptop).isApproved)
    }
  }

  @Test func anApprovalNamesAllThatItsWriterHadSeen() {
    var team = Team()
    team.completed()
    let start = team.interview().history[0].stamp.entry
    let act = team.add(.approved(of: [start]), by: Team.supervisor)
    #expect(team.hindrance(of: act) == .notAllNamed)
    let none = team.add(.approved(of: []), by: Team.supervisor)
    #expect(team.hindrance(of: none) == .notAllNamed)
    #expect(team.state() == .completed)
  }

  @Test func aReturnElsewhereIsMoreThanAnApproval() {
    var team = Team()
    team.completed()
    team.meet()
    team.approve(on: 0)
    team.giveBack(by: Team.otherSupervisor, on: 1)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.state(on: laptop) == .approvedThenChanged)
      #expect(!team.interview(on: laptop).isCompleted)
      #expect(team.review(on: laptop).openComments.count == 1)
    }
  }
}
