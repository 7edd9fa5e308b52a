import Fieldwork
import Record
import Testing

@Suite struct IssueTests {
  typealias Team = ReviewTeam

  /// An issue that a surveyor says is gone, by a new answer.
  static func toCheck() -> (team: Team, completion: Entry) {
    var team = Team()
    team.found()
    team.assign()
    let completion = team.ask()
    team.report(completion)
    return (team, completion)
  }

  // MARK: The life of an issue

  @Test func anIssueGoesThroughAllStates() {
    var team = Team()
    team.found()
    #expect(team.issue().state == .new)
    #expect(team.issue().household == Team.household)
    team.act(
      .issueDescribed(
        IssueDescription(cause: "02", issueClass: .longTerm, source: .audit, text: "dry")),
      by: Team.supervisor)
    team.assign()
    #expect(team.issue().state == .assigned)
    team.act(.issueBegun(text: "digging"), by: Team.surveyor)
    #expect(team.issue().state == .underway)
    team.assign(by: Team.office)
    #expect(team.issue().state == .underway)
    let completion = team.ask()
    team.report(completion)
    #expect(team.issue().state == .toCheck)
    team.act(.issueSentBack(reason: "no water"), by: Team.supervisor)
    #expect(team.issue().state == .underway)
    #expect(team.issue().ground == nil)
    team.report(completion)
    team.strikeOff()
    #expect(team.issue().state == .struckOff)
    #expect(team.issue().struckOff?.person == Team.supervisor)
    team.act(.issueReopened(reason: "dry again"), by: Team.office)
    let issue = team.issue()
    #expect(issue.state == .new)
    #expect(issue.timesReopened == 1)
    #expect(issue.issueClass == .longTerm)
    #expect(issue.source == .audit)
    #expect(issue.cause == "02")
    #expect(issue.text == "dry")
    #expect(issue.deadline == "2026-12-31")
    #expect(issue.steps.count == 10)
    #expect(issue.withoutRight.isEmpty)
  }

  @Test func aSiteOrTheVillageHasIssuesThatArePutRightByEvidence() {
    for concern in [IssueConcern.site("pump"), .village] {
      var team = Team()
      team.act(.issueOpened(IssueOpening(concern, text: "broken")), by: Team.surveyor)
      team.assign()
      let none = team.act(.issueReported(.evidence([], text: "")), by: Team.surveyor)
      #expect(team.reason(none) == .noEvidence)
      team.act(.issueReported(.evidence(["ab"], text: "")), by: Team.surveyor)
      team.strikeOff()
      #expect(team.issue().state == .struckOff)
      #expect(team.issue().household == nil)
    }
  }

  @Test func aTypedIssueSaysSomething() {
    var team = Team()
    let opening = team.act(.issueOpened(IssueOpening(.village)), by: Team.surveyor)
    #expect(team.issue().state == nil)
    #expect(team.reason(opening) == .nothingSaid)
    let refused = team.assign()
    #expect(team.reason(refused) == .notOpened)
  }

  // MARK: Who may

  @Test(arguments: [ReviewTeam.surveyor, ReviewTeam.stranger])
  func whoHasNoRoleDecidesNothing(_ person: PersonID) {
    var team = Team()
    team.found()
    let description = IssueDescription(cause: "", issueClass: .direct, source: .census, text: "")
    let first = team.act(.issueDescribed(description), by: person)
    #expect(team.reason(first) == .noRole)
    let second = team.assign(by: person)
    #expect(team.reason(second) == .noRole)
    team.assign()
    team.report(team.ask())
    let third = team.strikeOff(by: person)
    #expect(team.reason(third) == .noRole)
    let fourth = team.act(.issueSentBack(reason: "x"), by: person)
    #expect(team.reason(fourth) == .noRole)
    team.strikeOff()
    let fifth = team.act(.issueReopened(reason: "x"), by: person)
    #expect(team.reason(fifth) == .noRole)
    #expect(team.issue().state == .struckOff)
  }

  @Test func whoIsNotOfTheTeamReportsNothing() {
    var team = Team()
    team.found()
    team.assign()
    let first = team.act(.issueBegun(text: ""), by: Team.stranger)
    #expect(team.reason(first) == .noRole)
    let second = team.report(team.ask(), by: Team.stranger)
    #expect(team.reason(second) == .noRole)
  }

  @Test func nobodyStrikesOffWhatTheyReported() {
    var team = Team()
    team.found()
    team.assign()
    team.act(.issueReported(.evidence(["ab"], text: "")), by: Team.supervisor)
    let refused = team.strikeOff()
    #expect(team.reason(refused) == .ownGround)
    #expect(
      team.issue().hindrance(
        .strikingOff, by: Team.supervisor, roles: Team.roles(team.known(on: 0)).now) == .ownGround)
    team.strikeOff(by: Team.otherSupervisor)
    #expect(team.issue().state == .struckOff)
  }

  @Test func nobodyStrikesOffByTheirOwnAnswers() {
    var team = Team()
    team.found()
    team.assign()
    team.report(team.ask(by: Team.supervisor), by: Team.surveyor)
    let refused = team.strikeOff()
    #expect(team.reason(refused) == .ownGround)
    team.strikeOff(by: Team.office)
    #expect(team.issue().state == .struckOff)
  }

  // MARK: What is done when

  @Test func nothingIsDoneOutOfTurn() {
    var team = Team()
    team.found()
    let first = team.act(.issueBegun(text: ""), by: Team.surveyor)
    #expect(team.reason(first) == .inState(.new))
    let second = team.strikeOff()
    #expect(team.reason(second) == .inState(.new))
    let sent = team.act(.issueSentBack(reason: "x"), by: Team.supervisor)
    #expect(team.reason(sent) == .inState(.new))
    let again = team.act(.issueReopened(reason: "x"), by: Team.supervisor)
    #expect(team.reason(again) == .inState(.new))
    let completion = team.ask()
    let third = team.report(completion)
    #expect(team.reason(third) == .inState(.new))
    team.assign()
    let fourth = team.strikeOff()
    #expect(team.reason(fourth) == .inState(.assigned))
    team.report(completion)
    let fifth = team.assign()
    #expect(team.reason(fifth) == .inState(.toCheck))
    team.strikeOff()
    let sixth = team.strikeOff()
    #expect(team.reason(sixth) == .inState(.struckOff))
  }

  @Test func whatIsGivenToSomebodySaysWhatWhoAndWhen() {
    var team = Team()
    team.found()
    let changes: [(inout IssueAssignment) -> Void] = [
      { $0.measure = "" }, { $0.deadline = "" },
      { $0.responsible = [.county: Responsible(body: "county", person: "")] },
    ]
    for change in changes {
      var assignment = Team.assignment
      change(&assignment)
      let act = team.act(.issueAssigned(assignment), by: Team.supervisor)
      #expect(team.reason(act) == .incomplete)
    }
    #expect(team.issue().state == .new)
  }

  // MARK: The ground

  @Test func theGroundIsTheAnswerThatMeetsTheRule() {
    for (found, open) in [(true, false), (false, true), (true, true)] {
      var team = Team()
      team.found()
      team.assign()
      let completion = team.ask(found: found, open: open)
      let refused = team.report(completion)
      #expect(team.reason(refused) == .groundNotMet)
      #expect(team.issue().state == .assigned)
    }
  }

  @Test func aCompletionThatDoesNotSayWhatWasJudgedIsNoGround() {
    var team = Team()
    team.found()
    team.assign()
    team.add(.reopened(reason: "x"), by: Team.surveyor)
    let completion = team.add(.completed(events: []), by: Team.surveyor)
    let refused = team.report(completion)
    #expect(team.reason(refused) == .groundNotMet)
  }

  @Test func aCompletionFromBeforeTheIssueIsNoGround() {
    var team = Team()
    team.completed()
    let early = team.ask()
    team.open()
    team.assign()
    let refused = team.report(early)
    #expect(team.reason(refused) == .groundTooOld)
  }

  @Test func aCompletionFromBeforeItWasReopenedIsNoGround() {
    let (made, completion) = Self.toCheck()
    var team = made
    team.strikeOff()
    team.act(.issueReopened(reason: "x"), by: Team.office)
    team.assign()
    let refused = team.report(completion)
    #expect(team.reason(refused) == .groundTooOld)
    team.report(team.ask())
    team.strikeOff()
    #expect(team.issue().state == .struckOff)
    #expect(team.issue().timesReopened == 1)
  }

  @Test func aCompletionThatNoLongerStandsIsNoGround() {
    var (team, _) = Self.toCheck()
    team.add(.reopened(reason: "x"), by: Team.surveyor)
    #expect(team.issue().groundHindrance == .groundGone)
    let refused = team.strikeOff()
    #expect(team.reason(refused) == .groundGone)
    team.report(team.complete())
    team.strikeOff()
    #expect(team.issue().state == .struckOff)
    // What happens to the interview later is another matter.
    team.add(.reopened(reason: "x"), by: Team.surveyor)
    #expect(team.issue().state == .struckOff)
  }

  @Test func aGroundThatIsNotHereIsNone() {
    var team = Team()
    team.found()
    team.assign()
    let other = team.answer("x", by: Team.surveyor)
    let refused = team.report(other)
    #expect(team.reason(refused) == .groundMissing)
    let elsewhere = team.act(
      .issueReported(.answers(InterviewID("i9"), completion: other.id)), by: Team.surveyor)
    #expect(team.reason(elsewhere) == .groundMissing)
  }

  @Test func aClosingNamesAllThatItsWriterHadSeen() {
    var (team, _) = Self.toCheck()
    let first = team.issue().steps[0].stamp.entry
    let refused = team.act(.issueStruckOff(of: [first]), by: Team.supervisor)
    #expect(team.reason(refused) == .notAllNamed)
    #expect(team.issue().state == .toCheck)
  }

  // MARK: Side by side

  @Test(arguments: [0, 1]) func sentBackElsewhereIsMoreThanStruckOff(_ closing: Int) {
    var (team, _) = Self.toCheck()
    team.meet()
    let closed = team.strikeOff(on: closing)
    team.act(.issueSentBack(reason: "x"), by: Team.otherSupervisor, on: 1 - closing)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.issue(on: laptop).state == .underway)
      #expect(team.reason(closed, on: laptop) == .contradicted)
    }
  }

  @Test(arguments: [0, 1]) func reopenedElsewhereIsMoreThanStruckOff(_ closing: Int) {
    var (team, _) = Self.toCheck()
    team.strikeOff()
    team.meet()
    team.act(.issueReopened(reason: "x"), by: Team.office, on: closing)
    team.assign(on: closing)
    team.report(team.ask(on: closing), on: closing)
    let closed = team.strikeOff(on: closing)
    #expect(team.issue(on: closing).state == .struckOff)
    team.act(.issueReopened(reason: "y"), by: Team.otherSupervisor, on: 1 - closing)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.issue(on: laptop).state?.isOpen == true)
      #expect(team.reason(closed, on: laptop) == .contradicted)
      #expect(team.issue(on: laptop).timesReopened == 1)
    }
  }

  @Test(arguments: [0, 1]) func whatWasChangedElsewhereTakesTheGroundAway(_ closing: Int) {
    var (team, _) = Self.toCheck()
    team.meet()
    let closed = team.strikeOff(on: closing)
    team.ask(by: Team.otherSurveyor, on: 1 - closing, found: true)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.issue(on: laptop).state == .toCheck)
      #expect(team.reason(closed, on: laptop) == .groundGone)
    }
  }

  @Test func aLaterFindingOpensItAgain() {
    var (team, _) = Self.toCheck()
    team.strikeOff()
    let again = team.again()
    #expect(team.issue().state == .new)
    #expect(team.issue().timesReopened == 1)
    #expect(team.issue().steps.last?.kind == .foundAgain)
    #expect(team.reason(again) == nil)
  }

  @Test func whoeverClosedItKnewOfWhatWasFoundBefore() {
    var team = Team(2)
    team.completed()
    let old = team.complete(found: true)
    team.meet()
    // Two supervisors act on a finding that has no issue yet.
    for laptop in 0..<2 {
      team.open(by: Team.otherSupervisor, on: laptop, completion: old.id)
    }
    team.assign(by: Team.otherSupervisor, on: 0)
    team.report(team.ask(on: 0), on: 0)
    team.strikeOff(on: 0)
    team.meet()
    for laptop in 0..<2 {
      #expect(team.issue(on: laptop).state == .struckOff)
      #expect(team.issue(on: laptop).timesReopened == 0)
    }
  }

  @Test(arguments: [0, 1]) func whatWasFoundElsewhereIsMoreThanStruckOff(_ closing: Int) {
    var (team, _) = Self.toCheck()
    team.meet()
    team.strikeOff(on: closing)
    team.again(by: Team.otherSurveyor, on: 1 - closing)
    team.meet()
    for laptop in 0..<2 { #expect(team.issue(on: laptop).state?.isOpen == true) }
  }

  @Test func closedIsMoreThanGivenToSomebodyElse() {
    for closing in 0..<2 {
      var (team, _) = Self.toCheck()
      team.meet()
      team.strikeOff(on: closing)
      team.act(
        .issueReported(.evidence(["ab"], text: "")), by: Team.otherSurveyor, on: 1 - closing)
      team.meet()
      for laptop in 0..<2 { #expect(team.issue(on: laptop).state == .struckOff) }
    }
  }
}
