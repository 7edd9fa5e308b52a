import Fieldwork
import FormEngine
import Record

/// A yellow finding that a person may make an issue of: only red ones become one by themselves.
///
/// Its identity follows from what was found, as that of a red one does: the same finding made an issue of
/// on two laptops is one issue, and answers that meet the rule are a ground to strike it off.
public struct FoundIssue: Equatable, Sendable {
  /// The rule and the member's row.
  public let rule: Judged.Rule
  /// The member's name, or empty.
  public let member: String
  private let opening: IssueOpening

  /// The yellow findings of a household that no issue was ever opened for, in the standard's order.
  ///
  /// Doubts about the work itself are for the supervisor and no problem of the household.
  public static func offered(
    _ file: HouseholdCase, in village: Village, _ standard: Standard
  ) -> [FoundIssue] {
    let household = file.household.id
    guard let summary = village.households[household] else { return [] }
    let known = Set(file.issues.compactMap(\.rule))
    let names = file.memberNames
    return (summary.findings?.marks ?? []).compactMap { mark in
      let rule = Judged.Rule(mark.rule, row: mark.row)
      guard mark.level == .yellow, !known.contains(rule),
        let place = standard.check(named: mark.rule),
        standard.checks[place].domain != HouseholdJudgement.qualityDomain
      else { return nil }
      return FoundIssue(
        rule: rule, member: names[mark.row] ?? "",
        opening: IssueOpening(
          .household(household), row: mark.row, rule: mark.rule,
          domain: standard.checks[place].domain, interview: file.current?.id,
          completion: file.current?.completion, departments: standard.checks[place].departments))
    }
  }

  /// Opens it, with a remark where there is something to say besides.
  public func open(
    text: String = "", issueClass: IssueClass = .direct, source: IssueSource = .census
  ) -> OpenedIssue.Outcome {
    guard case .household(let household) = opening.concern else { return .hindered(.nothingSaid) }
    var opening = opening
    opening.text = text
    opening.issueClass = issueClass
    opening.source = source
    let id = IssueID(rule.rule, row: rule.row, of: household)
    return .record([Fact.issueOpened(opening).draft(of: id.subject)])
  }
}
