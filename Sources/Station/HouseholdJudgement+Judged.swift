import Fieldwork
import FormEngine

extension HouseholdJudgement {
  /// What a completion writes down of it: an issue can be struck off by it.
  ///
  /// Nil where it says nothing for certain: nobody was interviewed, or people set different things and
  /// nobody has chosen.
  public var judged: Judged? {
    guard !isOpen, summary.isAssessed else { return nil }
    let checks = standard.checks
    func rule(_ mark: Judgement.Mark) -> Judged.Rule {
      Judged.Rule(checks[mark.check].name, row: mark.rows.last ?? "")
    }
    return Judged(
      found: judgement.findings.map(rule), open: judgement.undetermined.map(rule))
  }
}
