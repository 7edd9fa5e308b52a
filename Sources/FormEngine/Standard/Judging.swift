/// One judging of a household: goes through rules and verdicts in their order.
struct Judging {
  private let instance: FormInstance
  private let program: FormulaProgram
  private let seen: SeenAnswers
  private let isAssessed: Bool
  private(set) var judged: Judged
  private(set) var judgement = Judgement()

  init(_ instance: FormInstance) {
    let plan = instance.form.standard.plan
    self.instance = instance
    program = plan.program
    seen = SeenAnswers(instance.rows, plan.program.watched)
    isAssessed = instance.isAssessed
    judged = Judged(
      checks: [Truth](repeating: .no, count: plan.checks.count),
      verdicts: [VerdictState](repeating: .notAssessed, count: plan.domains.count))
  }

  private var plan: StandardPlan { _read { yield instance.form.standard.plan } }

  /// Judges every rule in force and every domain.
  mutating func run() {
    for step in plan.order {
      switch step {
      case .check(let check): judge(check)
      case .verdict(let domain): judged.verdicts[domain] = verdict(domain)
      }
    }
    judgement.verdicts = judged.verdicts
    if let household = plan.household { judgement.household = judged.verdicts[household] }
  }

  /// Judges one rule, and notes where it is true and where nothing is certain.
  mutating func judge(_ check: Int) {
    let start = plan.checks[check].start
    let scope = plan.checks[check].scope
    var any = Truth.no
    if scope == 0 {
      any = truth(start, 0)
      note(any, check, 0)
    } else {
      for row in instance.rows(of: scope) {
        let truth = truth(start, row)
        note(truth, check, row)
        if truth == .yes || any == .no { any = truth }
      }
    }
    // Without the line it needs a rule has not passed: nothing is known.
    judged.checks[check] = any == .no && plan.checks[check].needsLine ? .unknown : any
  }

  /// Forgets what was found so far, but not what is known of it.
  mutating func forgetFindings() {
    judgement.findings = []
    judgement.undetermined = []
  }

  private mutating func note(_ truth: Truth, _ check: Int, _ row: Int) {
    // Where there was no interview there is nothing to find.
    guard isAssessed else { return }
    switch truth {
    case .no: return
    case .yes: judgement.findings.append(.init(check: check, rows: instance.rows[row].path))
    case .unknown:
      judgement.undetermined.append(.init(check: check, rows: instance.rows[row].path))
    }
  }

  // MARK: Verdicts

  private func verdict(_ domain: Int) -> VerdictState {
    guard isAssessed else { return .notAssessed }
    if domain == plan.household { return household }
    guard let met = plan.domains[domain].metStart else { return .notAssessed }
    if plan.domains[domain].reds.contains(where: { judged.checks[$0] == .yes }) { return .notMet }
    if let start = plan.domains[domain].notApplicableStart, truth(start, 0) == .yes {
      return .notApplicable
    }
    return truth(met, 0) == .yes ? .met : .unknown
  }

  private var household: VerdictState {
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

  // MARK: Formulas

  /// What is known of a step in a row.
  func truth(_ step: Int, _ row: Int) -> Truth {
    switch program.steps[step] {
    case .constant(let truth): return truth
    case .isOneOf(let place, let names):
      let answer = seen[place, row]
      return answer.isUndetermined ? .unknown : Truth(answer.name & names != 0)
    case .includes(let place, let names):
      let answer = seen[place, row]
      return answer.isUndetermined ? .unknown : Truth(answer.parts & names != 0)
    case .isSpecial(let place, let codes):
      let answer = seen[place, row]
      return Truth((answer.name | answer.parts) & codes != 0)
    case .measure(let comparison, let place, let number):
      let answer = seen[place, row]
      if answer.isUndetermined { return .unknown }
      return Truth(FormInstance.measures(answer.number, comparison, number))
    case .not(let inner): return !truth(inner, row)
    case .and(let left, let right):
      let first = truth(left, row)
      if first == .no { return .no }
      let second = truth(right, row)
      return second == .no ? .no : first == .yes ? second : .unknown
    case .or(let left, let right):
      let first = truth(left, row)
      if first == .yes { return .yes }
      let second = truth(right, row)
      return second == .yes ? .yes : first == .no ? second : .unknown
    case .every(let rows, let inner):
      var all = Truth.yes
      for row in instance.rows(program.rows[rows], from: row) {
        switch truth(inner, row) {
        case .no: return .no
        case .unknown: all = .unknown
        case .yes: continue
        }
      }
      return all
    case .some(let rows, let inner):
      var any = Truth.no
      for row in instance.rows(program.rows[rows], from: row) {
        switch truth(inner, row) {
        case .yes: return .yes
        case .unknown: any = .unknown
        case .no: continue
        }
      }
      return any
    case .finding(let check):
      // In the rows of its own repeat the rule of that very row is meant.
      let scope = plan.checks[check].scope
      guard scope != 0, scope == instance.rows[row].scope else { return judged.checks[check] }
      return truth(plan.checks[check].start, row)
    case .any(let level): return judged.any(of: plan.any[level] ?? [])
    case .other(let other): return instance.truth(program.others[other], row, judged)
    }
  }
}
