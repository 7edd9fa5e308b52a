import Fieldwork
import FormEngine

/// A household in the queue of review, with what was worked out of it once.
public struct ReviewLine: Sendable {
  /// The household.
  public let household: HouseholdSummary
  /// Why it wants a look, the gravest first; empty where it only waits for a decision.
  public let flags: [ReviewFlag]

  init(_ household: HouseholdSummary, hasOverdue: Bool, today: String) {
    self.household = household
    let review = household.review
    let findings = household.findings.flatMap { $0.isAssessed ? $0 : nil }
    flags = ReviewFlag.allCases.filter { flag in
      switch flag {
      case .red:
        findings.map { $0.household == .notMet || $0.count(.red) > 0 } ?? false
      case .unknown: findings?.verdicts.values.contains(.unknown) ?? false
      case .missed: Self.isMissed(household, today)
      case .conflict: household.conflicts > 0
      case .quality: review.warnings > 0 || review.missed > 0
      case .changed: review.changedAfterApproval
      case .overdue: hasOverdue
      }
    }
  }

  /// Whether somebody went there and nobody was interviewed, or somebody was to go and has not.
  ///
  /// A household to which nobody was sent is not missed: at the beginning of a round that is every one,
  /// and whoever reviews would see nothing else. No day says when a round is over; that somebody was
  /// to go there does.
  private static func isMissed(_ household: HouseholdSummary, _ today: String) -> Bool {
    switch household.status {
    case .notVisited: household.review.assignee != nil
    // A day that is still to come was agreed with the household, and needs nobody's look.
    case .absent, .away: household.nextVisit < today
    case .refused: true
    case .begun, .complete, .gone: false
    }
  }

  /// Whether it needs a look now by somebody of a role: what the office approved does only where something
  /// happened since, and so does for a supervisor what a supervisor approved.
  public func isDue(for role: String?) -> Bool {
    switch household.review.state {
    case .approvedBySupervisor where role != TeamRoles.supervisor: true
    case .approvedByOffice, .approvedBySupervisor:
      flags.contains { $0 == .conflict || $0 == .changed || $0 == .overdue }
    case .completed, .completedAgain, .approvedThenChanged, .returned: true
    case .notBegun, .assigned, .started: !flags.isEmpty
    }
  }

  /// Whether its interview waits for a decision.
  public var awaitsDecision: Bool {
    switch household.review.state {
    case .completed, .completedAgain, .approvedBySupervisor, .approvedThenChanged: true
    default: false
    }
  }

  /// Where it stands in the queue: by its gravest flag, then by red findings, then by its other flags.
  ///
  /// Where nobody has been yet there is nothing to decide: that comes behind what waits, and what is
  /// with the surveyor comes last.
  var urgency: Int {
    let all = ReviewFlag.allCases
    let isUntried = household.status == .notVisited
    let rank = isUntried ? all.count + 1 : all.firstIndex { flags.first == $0 } ?? all.count
    let isAway = household.review.state == .returned
    let reds = min(household.findings?.count(.red) ?? 0, 0xFFF)
    // The graver the flag, the higher its bit.
    let others = all.reduce(0) { $0 << 1 + (flags.contains($1) ? 1 : 0) }
    return ((isAway ? 1 << 4 : 0) + rank) << 24 + (0xFFF - reds) << 8 + (0xFF - others)
  }

  var facets: [ReviewFacet] {
    let review = household.review
    var facets = flags.map(ReviewFacet.flag) + [.state(review.state), .group(household.group)]
    if let findings = household.findings, findings.isAssessed {
      facets += FindingLevel.allCases.filter { findings.count($0) > 0 }.map(ReviewFacet.level)
      for (domain, state) in findings.verdicts
      where domain != HouseholdFindings.householdDomain && (state == .notMet || state == .unknown) {
        facets.append(.domain(domain))
      }
    }
    facets += review.surveyors.map(ReviewFacet.surveyor)
    if review.comments > 0 { facets.append(.mark(.commented)) }
    if review.timesReturned > 0 { facets.append(.mark(.returnedBefore)) }
    if review.changedAfterSeen > 0 { facets.append(.mark(.changedAfterSeen)) }
    if review.isByProxy { facets.append(.mark(.proxy)) }
    return facets
  }
}
