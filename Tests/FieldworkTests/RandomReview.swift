import Fieldwork
import Record
import SeededRandom

/// People of every role who do anything at any time on laptops that meet now and then: mostly what they
/// may, often what they may not.
struct RandomReview {
  static let people = [
    ReviewTeam.surveyor, ReviewTeam.otherSurveyor, ReviewTeam.supervisor,
    ReviewTeam.otherSupervisor, ReviewTeam.office, ReviewTeam.stranger,
  ]
  static let laptops = 3

  var team = ReviewTeam(laptops)
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    team.completed(on: 0)
    team.meet()
  }

  mutating func run(_ steps: Int) {
    for _ in 0..<steps { step() }
  }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func step() {
    let laptop = below(Self.laptops)
    switch below(10) {
    case 0: team.meeting.meet(laptop, (laptop + 1) % Self.laptops)
    case 1: team.meeting.bring(to: laptop, from: (laptop + 1) % Self.laptops)
    case 2:
      guard below(6) == 0 else { return }
      let roles = ["surveyor", "supervisor", "office"]
      team.give(roles[below(3)], to: Self.people[below(Self.people.count)], on: laptop)
    case 3, 4, 5: interview(laptop)
    default: issue(laptop)
    }
  }

  // MARK: The interview

  private mutating func interview(_ laptop: Int) {
    let interview = team.interview(on: laptop)
    // Else everybody has soon done some of the work, and nobody is left to approve it.
    let person = Self.people[below(below(6) == 0 ? Self.people.count : 2)]
    switch below(8) {
    case 0: if below(2) == 0 { team.answer("a\(below(3))", by: person, on: laptop) }
    case 1: if below(3) == 0 { team.add(.reopened(reason: "x"), by: person, on: laptop) }
    case 2, 3:
      team.complete(by: person, on: laptop, found: below(3) == 0, open: below(4) == 0)
      if below(3) == 0 { team.open(by: person, on: laptop) }
    case 4: review(.returning, laptop, interview)
    case 5, 6: review(.approving, laptop, interview)
    default:
      for comment in interview.review.openComments where below(4) > 0 {
        team.add(.commentAnswered(comment.id, text: "done"), by: person, on: laptop)
      }
      if below(4) == 0 { review(.unapproving, laptop, interview) }
    }
  }

  private mutating func review(_ act: ReviewAct, _ laptop: Int, _ interview: Interview) {
    let roles = ReviewTeam.roles(team.known(on: laptop)).now
    let may = Self.people.filter {
      interview.review.hindrance(act, by: $0, roles: roles) == nil
    }
    let person =
      may.isEmpty || below(4) == 0 ? Self.people[below(Self.people.count)] : may[below(may.count)]
    switch act {
    case .returning: team.giveBack(by: person, on: laptop, "x")
    case .approving:
      let named = interview.lastActs
      team.add(.approved(of: below(9) == 0 ? [] : named), by: person, on: laptop)
    default: team.add(.unapproved(reason: "x"), by: person, on: laptop)
    }
  }

  // MARK: The issue

  private mutating func issue(_ laptop: Int) {
    let issue = team.issue(on: laptop)
    let roles = ReviewTeam.roles(team.known(on: laptop)).now
    // Mostly what leads on, so that an issue comes to its end often enough.
    let acts = IssueAct.allCases.filter { act in
      Self.people.contains { issue.hindrance(act, by: $0, roles: roles) == nil }
    }
    let act =
      acts.isEmpty || below(5) == 0
      ? IssueAct.allCases[below(IssueAct.allCases.count)] : acts[below(acts.count)]
    let may = Self.people.filter { issue.hindrance(act, by: $0, roles: roles) == nil }
    let person =
      may.isEmpty || below(4) == 0 ? Self.people[below(Self.people.count)] : may[below(may.count)]
    switch act {
    case .opening: if below(4) == 0 || issue.state == nil { team.open(by: person, on: laptop) }
    case .describing:
      guard below(3) == 0 else { return }
      let said = IssueDescription(cause: "01", issueClass: .direct, source: .audit, text: "x")
      team.act(.issueDescribed(said), by: person, on: laptop)
    case .assigning: team.assign(by: person, on: laptop)
    case .beginning: team.act(.issueBegun(text: ""), by: person, on: laptop)
    case .reporting: report(by: person, laptop)
    case .sendingBack:
      guard below(4) == 0 else { return }
      team.act(.issueSentBack(reason: "x"), by: person, on: laptop)
    case .strikingOff: team.strikeOff(by: person, on: laptop)
    case .reopening:
      guard below(3) == 0 else { return }
      team.act(.issueReopened(reason: "x"), by: person, on: laptop)
    }
  }

  private mutating func report(by person: PersonID, _ laptop: Int) {
    if below(3) == 0 {
      let files: [EvidenceFile] = below(5) == 0 ? [] : ["ab"]
      team.act(.issueReported(.evidence(files, text: "")), by: person, on: laptop)
      return
    }
    let completions = team.known(on: laptop).filter { $0.kind == "completed" }
    guard !completions.isEmpty else { return }
    let last = completions.max() ?? completions[0]
    let completion = below(4) == 0 ? completions[below(completions.count)] : last
    team.report(completion, by: person, on: laptop)
  }
}
