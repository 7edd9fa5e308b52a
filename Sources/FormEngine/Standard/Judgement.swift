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
    judge(form.standard.plan)
  }

  /// Judges one rule alone, whether or not it is in force: the rows in which it is true, and those in
  /// which nothing is certain.
  public func judge(check: Int) -> (found: [Judgement.Mark], undetermined: [Judgement.Mark]) {
    var judgement = Judgement()
    var judged = empty(form.standard.plan)
    // A rule that looks at others is judged behind them.
    for step in form.standard.plan.order { carryOut(step, &judged, &judgement) }
    judgement.findings = []
    judgement.undetermined = []
    carryOut(.check(check), &judged, &judgement)
    return (judgement.findings, judgement.undetermined)
  }

  private func judge(_ plan: StandardPlan) -> Judgement {
    var judgement = Judgement()
    var judged = empty(plan)
    for step in plan.order { carryOut(step, &judged, &judgement) }
    judgement.verdicts = judged.verdicts
    if !isAssessed {
      judgement.findings = []
      judgement.undetermined = []
    }
    if let household = plan.household { judgement.household = judged.verdicts[household] }
    return judgement
  }

  private func empty(_ plan: StandardPlan) -> Judged {
    Judged(
      checks: [Truth](repeating: .no, count: plan.checks.count),
      verdicts: [VerdictState](repeating: .notAssessed, count: plan.domains.count))
  }

  private func carryOut(
    _ step: StandardPlan.Step, _ judged: inout Judged, _ judgement: inout Judgement
  ) {
    switch step {
    case .check(let check): judged.checks[check] = judge(check, judged, &judgement)
    case .verdict(let domain): judged.verdicts[domain] = verdict(domain, judged)
    }
  }

  private func judge(
    _ check: Int, _ judged: Judged, _ judgement: inout Judgement
  ) -> Truth {
    let plan = form.standard.plan.checks[check]
    var any = Truth.no
    if plan.scope == 0 {
      any = truth(plan.when, 0, judged)
      note(any, check, 0, &judgement)
    } else {
      forEachRow(of: plan.scope) { row in
        let truth = truth(plan.when, row, judged)
        note(truth, check, row, &judgement)
        if truth == .yes || any == .no { any = truth }
      }
    }
    // Without the line it needs a rule has not passed: nothing is known.
    return any == .no && plan.needsLine ? .unknown : any
  }

  private func note(_ truth: Truth, _ check: Int, _ row: Int, _ judgement: inout Judgement) {
    switch truth {
    case .no: return
    case .yes: judgement.findings.append(.init(check: check, rows: rows[row].path))
    case .unknown: judgement.undetermined.append(.init(check: check, rows: rows[row].path))
    }
  }

  /// Every relevant row of a repeat, in order.
  private func forEachRow(of scope: Int, _ body: (Int) -> Void) {
    let chain = form.chains[scope].dropFirst()
    let plan = Formula.RowsPlan(
      up: 0, down: chain.map { form.slots[$0] },
      local: form.spots[form.tree.scopes[scope].node].local)
    forEachRow(plan, 0) { row in
      body(row)
      return true
    }
  }

  private func verdict(_ domain: Int, _ judged: Judged) -> VerdictState {
    let plan = form.standard.plan
    guard isAssessed else { return .notAssessed }
    if domain == plan.household { return household(judged) }
    guard let met = plan.domains[domain].met else { return .notAssessed }
    if plan.domains[domain].reds.contains(where: { judged.checks[$0] == .yes }) { return .notMet }
    if let formula = plan.domains[domain].notApplicable, truth(formula, 0, judged) == .yes {
      return .notApplicable
    }
    return truth(met, 0, judged) == .yes ? .met : .unknown
  }

  /// Whether there was an interview, as the form says; a form that does not say is always assessed.
  private var isAssessed: Bool {
    let plan = form.standard.plan
    guard let household = plan.household, let assessed = plan.domains[household].assessed else {
      return true
    }
    return truth(assessed, context(0))
  }

  private func household(_ judged: Judged) -> VerdictState {
    let plan = form.standard.plan
    var isMet = false
    var isUnknown = false
    for domain in plan.domains.indices where plan.domains[domain].met != nil {
      switch judged.verdicts[domain] {
      case .notMet: return .notMet
      case .unknown, .notAssessed: isUnknown = true
      case .met: isMet = true
      case .notApplicable: continue
      }
    }
    return isUnknown ? .unknown : isMet ? .met : .notApplicable
  }
}
