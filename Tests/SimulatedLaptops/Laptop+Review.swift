import Fieldwork
import FormEngine
import Record
import RecordFiles
import SeededRandom
import Station

// What people do when they review, and about issues: mostly what they may, now and then what they may not.
extension Laptop {
  /// Gives a household to somebody, or to nobody.
  package func assign(_ random: inout SplitMix64) throws -> String? {
    guard let household = random.one(of: try households()) else { return nil }
    let somebody = PersonID(bytes: [UInt8](repeating: UInt8(1 + random.below(5)), count: 10))
    let fact = Fact.householdAssigned(to: random.chance(80) ? somebody : nil)
    return "gives \(Self.short(household)) to somebody "
      + (try record([fact.draft(of: .household(household.rawValue))]))
  }

  /// Approves, returns or takes an approval back.
  package func review(_ act: ReviewAct, _ random: inout SplitMix64) throws -> String? {
    let roles = try opened().desk.roles.now
    let wanted = try interviews { interview in
      interview.review.hindrance(act, by: self.person, roles: roles) == nil
    }
    let all = try interviews { $0.isCompleted }
    guard let interview = random.one(of: wanted.isEmpty || random.chance(15) ? all : wanted) else {
      return nil
    }
    let fact: Fact
    switch act {
    case .returning:
      let keys = interview.answers.keys.sorted()
      let key = random.chance(80) ? random.one(of: keys) : nil
      fact = .returned((0...random.below(2)).map { ReviewComment(key, "看 \($0)") })
    case .approving: fact = .approved(of: interview.lastActs)
    default: fact = .unapproved(reason: "看错")
    }
    return "\(act) \(Self.short(interview.id)) "
      + (try record([fact.draft(of: .interview(interview.id.rawValue))]))
  }

  /// Says something to comments of an interview; mostly to all of them.
  package func answerComments(_ random: inout SplitMix64) throws -> String? {
    guard
      let interview = random.one(of: try interviews { !$0.review.openComments.isEmpty })
    else { return nil }
    var comments = interview.review.openComments
    if random.chance(25) { comments = Array(comments.prefix(1)) }
    return "answers \(comments.count) comments in \(Self.short(interview.id)) "
      + (try record(
        comments.map {
          Fact.commentAnswered($0.id, text: "改了").draft(of: .interview(interview.id.rawValue))
        }))
  }

  // MARK: Issues

  /// Opens an issue that somebody typed: of a household, a site or the village.
  package func typeIssue(_ random: inout SplitMix64) throws -> String? {
    let id = IssueID(random: surroundings.crypto.random)
    var concern = IssueConcern.village
    switch random.below(3) {
    case 0: concern = .site("水池")
    case 1:
      guard let household = random.one(of: try households()) else { return nil }
      concern = .household(household)
    default: break
    }
    let opening = IssueOpening(concern, text: "漏水", source: .petition)
    return "types an issue \(Self.short(id)) "
      + (try record([Fact.issueOpened(opening).draft(of: id.subject)]))
  }

  /// Does something about an issue: mostly what leads on.
  package func workOnIssue(_ random: inout SplitMix64) throws -> String? {
    let desk = try opened().desk
    let ledger = IssueLedger(desk.village)
    guard let summary = random.one(of: ledger.issues.values.sorted { $0.id < $1.id }) else {
      return nil
    }
    let roles = desk.roles.now
    let issue = try desk.issue(summary.id) ?? Issue(id: summary.id)
    var acts = IssueAct.allCases.filter {
      $0 != .opening && issue.hindrance($0, by: person, roles: roles) == nil
    }
    if summary.isImplied { acts = [.assigning, .describing] }
    if acts.isEmpty || random.chance(15) { acts = IssueAct.allCases }
    guard let act = random.one(of: acts), let fact = try fact(act, issue, summary, &random) else {
      return nil
    }
    var drafts: [EntryDraft] = []
    if summary.isImplied, act != .opening {
      drafts.append(Fact.issueOpened(summary.opening()).draft(of: summary.id.subject))
    }
    drafts.append(fact.draft(of: summary.id.subject))
    return "\(act) \(summary.id) " + (try record(drafts))
  }

  /// Leads an issue on towards its end, as far as the person may: a supervisor gives it to somebody and
  /// confirms, a surveyor begins and reports; now and then somebody confirms what they may not.
  package func leadIssueOn(_ random: inout SplitMix64) throws -> String? {
    let desk = try opened().desk
    let roles = desk.roles.now
    let decides = roles[person].map(TeamAuthority.deciding.contains) ?? false
    let isAtWork = !decides || random.chance(15)
    let acts: [IssueAct] = isAtWork ? [.reporting, .beginning] : [.strikingOff, .assigning]
    let issues = IssueLedger(desk.village).issues.values.sorted { $0.id < $1.id }
    let isWrong = random.chance(10)
    for act in acts {
      let possible = try issues.filter { summary in
        let issue = try desk.issue(summary.id) ?? Issue(implied: summary.id, summary.opening())
        return isWrong || issue.hindrance(act, by: person, roles: roles) == nil
      }
      guard let summary = random.one(of: possible) else { continue }
      let issue = try desk.issue(summary.id) ?? Issue(implied: summary.id, summary.opening())
      let chosen = isWrong ? .strikingOff : act
      guard let fact = try leading(chosen, issue, summary, &random) else { continue }
      let opening = summary.isImplied ? [Fact.issueOpened(summary.opening())] : []
      return "\(chosen) \(summary.id) "
        + (try record((opening + [fact]).map { $0.draft(of: summary.id.subject) }))
    }
    return nil
  }

  /// Where the newest answers would do they are the ground, else evidence.
  private func leading(
    _ act: IssueAct, _ issue: Issue, _ summary: IssueSummary, _ random: inout SplitMix64
  ) throws -> Fact? {
    guard act == .reporting, let household = summary.household else {
      return try fact(act, issue, summary, &random)
    }
    let (_, files, desk) = try opened()
    let file = try desk.file(of: household)
    if let interview = file.current, case .completed(let done) = interview.phase {
      let ground = IssueGround.answers(interview.id, completion: done.entry)
      if file.hindrance(of: ground, on: issue, try files.causality()) == nil {
        return .issueReported(ground)
      }
    }
    return random.chance(60) ? .issueReported(.evidence(["ab"], text: "")) : .issueBegun(text: "")
  }

  private func fact(
    _ act: IssueAct, _ issue: Issue, _ summary: IssueSummary, _ random: inout SplitMix64
  ) throws -> Fact? {
    switch act {
    case .opening: return .issueOpened(summary.opening())
    case .describing:
      return .issueDescribed(
        IssueDescription(cause: "water", issueClass: .improvement, source: .audit, text: "说明"))
    case .assigning:
      let responsible = [IssueLevel.township: Responsible(body: "乡", person: "王芳")]
      return .issueAssigned(
        IssueAssignment(measure: "接水", responsible: responsible, deadline: "2026-12-31"))
    case .beginning: return .issueBegun(text: "在做")
    case .reporting: return try ground(issue, summary, &random).map(Fact.issueReported)
    case .sendingBack: return .issueSentBack(reason: "没好")
    case .strikingOff: return .issueStruckOff(of: issue.lastActs)
    case .reopening: return .issueReopened(reason: "又坏了")
    }
  }

  private func ground(
    _ issue: Issue, _ summary: IssueSummary, _ random: inout SplitMix64
  ) throws -> IssueGround? {
    if summary.household == nil || random.chance(30) {
      return .evidence(random.chance(90) ? ["ab"] : [], text: "")
    }
    guard let household = summary.household else { return nil }
    let file = try opened().desk.file(of: household)
    let interview = random.chance(80) ? file.current : random.one(of: file.interviews)
    let completions = (interview?.history ?? []).filter {
      if case .completed = $0.fact { true } else { false }
    }
    guard let interview,
      let completion = random.chance(80) ? completions.last : random.one(of: completions)
    else { return nil }
    return .answers(interview.id, completion: completion.stamp.entry)
  }
}
