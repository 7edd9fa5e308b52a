import FormEngine
import Record

/// All that is to be dealt with in a village: the issues that were written, and the red findings of
/// completed interviews that nobody has written an issue for yet.
public struct IssueLedger: Equatable, Sendable {
  /// The issues by identity.
  public private(set) var issues: [IssueID: IssueSummary]

  /// Collects a village's issues; `domain` and `departments` tell of a rule what the standard says.
  public init(
    _ village: Village, domain: (_ rule: String) -> String = { _ in "" },
    departments: (_ rule: String) -> [String] = { _ in [] }
  ) {
    issues = village.issues
    for summary in village.households.values {
      for mark in summary.findings?.marks ?? [] where mark.level == .red {
        // A household that was found to be another keeps what was written of it.
        let doors = village.joined(to: summary.id).union([summary.id])
        let known = doors.contains {
          village.issues[IssueID(mark.rule, row: mark.row, of: $0)] != nil
        }
        guard !known else { continue }
        let implied = IssueSummary(
          implied: Judged.Rule(mark.rule, row: mark.row), of: summary.id,
          interview: summary.interview, domain: domain(mark.rule),
          departments: departments(mark.rule))
        issues[implied.id] = implied
      }
    }
  }

  /// Those of a household, by identity.
  public func issues(of household: HouseholdID) -> [IssueSummary] {
    issues.values.filter { $0.household == household }.sorted { $0.id < $1.id }
  }

  /// How many stand in each state.
  public var counts: [IssueState: Int] {
    issues.values.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }
}
