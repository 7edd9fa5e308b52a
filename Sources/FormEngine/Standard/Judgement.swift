/// What the standard says of a household now: what was found, and the verdict of each domain.
///
/// It names rules and domains by their places in the standard; `FormInstance.finding` and
/// `FormInstance.reasons` turn them into sentences.
public struct Judgement: Equatable, Sendable {
  /// A rule at the household, or at one row of a repeat.
  public struct Mark: Hashable, Sendable {
    /// The rule's place among the checks.
    public let check: Int
    /// The rows, outermost first; empty for the household.
    public let rows: [RowID]
  }

  /// The rules that are true, in the sheet's order and the rows'.
  public var findings: [Mark] = []
  /// The rules of which nothing is certain, since an answer they need is missing.
  public var undetermined: [Mark] = []
  /// By domain of the standard; a group of rules without a verdict is not assessed.
  public var verdicts: [VerdictState] = []
  /// Of the household as a whole.
  public var household: VerdictState = .notAssessed
}

extension FormInstance {
  /// Judges what is answered now; rules that are off are left out, and where there was no interview
  /// there is nothing to find.
  public func judge() -> Judgement {
    var judging = Judging(self)
    judging.run()
    return judging.judgement
  }

  /// Judges one rule alone, whether or not it is in force: the rows in which it is true, and those in
  /// which nothing is certain; none where there was no interview.
  public func judge(check: Int) -> (found: [Judgement.Mark], undetermined: [Judgement.Mark]) {
    var judging = Judging(self)
    // A rule that looks at others is judged behind them.
    judging.run()
    judging.forgetFindings()
    judging.judge(check)
    return (judging.judgement.findings, judging.judgement.undetermined)
  }

  /// Every relevant row of a repeat, in order.
  func rows(of scope: Int) -> [Int] {
    let chain = form.chains[scope].dropFirst()
    let plan = Formula.RowsPlan(
      up: 0, down: chain.map { form.slots[$0] },
      local: form.spots[form.tree.scopes[scope].node].local)
    return rows(plan, from: 0)
  }

  /// Whether there was an interview, as the form says; a form that does not say is always assessed.
  var isAssessed: Bool {
    let plan = form.standard.plan
    guard let household = plan.household, let assessed = plan.domains[household].assessed else {
      return true
    }
    return truth(assessed, context(0))
  }
}
