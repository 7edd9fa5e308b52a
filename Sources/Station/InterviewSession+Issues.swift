import Fieldwork
import FormEngine
import Record

/// What a session knows of the issues about its household, so that its completion opens no second one.
struct KnownIssues: Sendable {
  /// The household that the issues are written of.
  var household: HouseholdID?
  /// The issue of each finding, by the rule and the row, and whether it stands open.
  var byRule: [Judged.Rule: (id: IssueID, isOpen: Bool)] = [:]

  init() {}

  init(_ interview: Interview, in village: Village) {
    guard let own = interview.household else { return }
    let root = village.root(of: own)
    household = root
    // What was written of a household that was found to be this one is of the same finding.
    let doors = village.joined(to: root).union([root])
    for issue in village.issues.values where !issue.rule.isEmpty {
      guard let door = issue.household, doors.contains(door) else { continue }
      let rule = Judged.Rule(issue.rule, row: issue.row)
      let isOpen = issue.state.isOpen
      if let other = byRule[rule] {
        // One that stands open is enough; of several that were closed the first by identity comes again.
        guard isOpen == other.isOpen ? issue.id < other.id : isOpen else { continue }
      }
      byRule[rule] = (issue.id, isOpen)
    }
  }

  /// An issue was just written: completed again it is not opened twice.
  mutating func note(_ id: IssueID, _ opening: IssueOpening) {
    guard !opening.rule.isEmpty else { return }
    byRule[Judged.Rule(opening.rule, row: opening.row)] = (id, true)
  }
}

extension InterviewSession {
  /// What is written with a completion for what was found: each red finding without an issue that stands
  /// open gets one, or opens the one that was struck off anew.
  func openings(_ judgement: HouseholdJudgement) -> [EntryDraft] {
    guard let household = knownIssues.household ?? interview.household else { return [] }
    let standard = judgement.standard
    return judgement.summary.marks.filter { $0.level == .red }.compactMap { mark in
      let known = knownIssues.byRule[Judged.Rule(mark.rule, row: mark.row)]
      if known?.isOpen == true { return nil }
      let id = known?.id ?? IssueID(mark.rule, row: mark.row, of: household)
      let check = standard.check(named: mark.rule).map { standard.checks[$0] }
      let opening = IssueOpening(
        .household(household), row: mark.row, rule: mark.rule, domain: check?.domain ?? "",
        interview: interview.id, departments: check?.departments ?? [])
      return Fact.issueOpened(opening).draft(of: id.subject)
    }
  }

  /// Where an answer stands from which it follows whether a rule is true, in the order of the way: what is
  /// asked again when someone comes back about an issue.
  ///
  /// Where the rule is not true now nothing is told.
  public func questions(behind rule: Judged.Rule) -> [NodeAddress] {
    let judged = judged()
    let finding = judged.findings().first {
      $0.check.name == rule.rule && ($0.address.rows.last ?? "") == rule.row
    }
    let answers = Set(finding?.answers ?? [])
    return stops.compactMap { stop in
      guard case .question(let address) = stop, answers.contains(address) else { return nil }
      return address
    }
  }
}
