import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// What to write when findings come on the screen, during the interview (`atOnce`) or at its end:
  /// those that were not shown before in this way with these answers; nil when all of them were.
  public func seen(_ findings: [Finding], atOnce: Bool) -> EntryDraft? {
    let unseen = findings.map(seen).filter { finding in
      let last = interview.seenFindings.last {
        $0.atOnce == atOnce && $0.finding.rule == finding.rule && $0.finding.rows == finding.rows
      }
      let values = finding.answers.map { interview.answers[$0]?.value ?? "" }
      return last?.finding != finding || last?.values != values
    }
    return unseen.isEmpty ? nil : Fact.findingsSeen(atOnce: atOnce, unseen).draft(of: subject)
  }

  /// A finding as the record names it.
  private func seen(_ finding: Finding) -> SeenFinding {
    SeenFinding(
      rule: finding.check.name, rows: finding.address.rows, answers: finding.answers.map(key))
  }

  /// The answers that were changed after a finding that hung on them had been seen, by its rule and
  /// rows.
  public func changedAfterSeen(_ rule: String, _ rows: [RowID]) -> [ChangedAfterSeen] {
    interview.changedAfterSeen.filter {
      $0.seen.finding.rule == rule && $0.seen.finding.rows == rows
    }
  }
}
