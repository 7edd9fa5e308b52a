/// Whether the rules and verdicts of a form fit its questions and each other.
///
/// A rule that is said never to fire never does, and a verdict that is said never to be met never is.
/// Answers at which met and a red rule are both true may turn out not to be possible, where they rest
/// on dates or sums; what is found is worth a look.
struct StandardConsistency {
  private let builder: FormBuilder
  private let abstraction: Abstraction
  private var formulas: [(met: Formula?, notApplicable: Formula?)] = []
  private(set) var errors: [FormFault] = []

  /// Looks through a form that compiles.
  init(_ builder: FormBuilder) {
    self.builder = builder
    abstraction = Abstraction(builder)
    guard builder.faults.isEmpty, !builder.standard.isEmpty else { return }
    compile()
    checkAnswers()
    checkTogether()
  }

  private mutating func compile() {
    var names = builder.formulaNames
    names.keepsParameters = true
    func compiled(_ text: String, at node: Int) -> Formula? {
      guard !text.isEmpty else { return nil }
      var compiler = FormulaCompiler(builder, names: names, at: node)
      // What does not compile is told already.
      return try? compiler.compile(text)
    }
    abstraction.checks = builder.standard.checks.map {
      compiled($0.when, at: $0.node ?? 0) ?? .constant(.boolean(true))
    }
    formulas = builder.standard.domains.map {
      (compiled($0.met, at: 0), compiled($0.notApplicable, at: 0))
    }
  }

  private mutating func add(
    _ sheet: String, _ name: String, _ column: String, _ kind: StandardFault
  ) {
    let row = builder.ownRows(sheet).first { $0[sheet == "checks" ? "name" : "domain"] == name }
    guard let row else { return }
    errors.append(row.row.fault(.standard(kind), sheet: row.sheet.name, column: column))
  }

  // MARK: Answers that are not offered

  private mutating func checkAnswers() {
    for (index, check) in builder.standard.checks.enumerated() {
      checkAnswers(abstraction.checks[index], "checks", check.name, "when")
    }
    for (index, domain) in builder.standard.domains.enumerated() {
      if let met = formulas[index].met { checkAnswers(met, "verdicts", domain.name, "met") }
      if let formula = formulas[index].notApplicable {
        checkAnswers(formula, "verdicts", domain.name, "not_applicable")
      }
    }
  }

  private mutating func checkAnswers(
    _ formula: Formula, _ sheet: String, _ name: String, _ column: String
  ) {
    for (answer, node) in formula.comparedAnswers {
      let described = builder.nodes[node]
      guard let list = builder.plans[node].list, !answer.isEmpty,
        !builder.lists[list].entries.contains(where: { $0.name == answer })
      else { continue }
      add(sheet, name, column, .unknownAnswer(answer, question: described.name))
    }
    for (special, operand) in formula.comparedSpecials {
      guard !special.isEmpty, !operand.specials.contains(where: { $0.special.rawValue == special })
      else { continue }
      add(
        sheet, name, column,
        .unknownAnswer(special, question: builder.nodes[operand.node].name))
    }
  }

  // MARK: What can be true together

  private enum Question {
    case fires(check: Int)
    case isMet(domain: Int)
    case isMetWithRed(domain: Int, check: Int)
  }

  private mutating func checkTogether() {
    var problems: [(question: Question, problem: Abstraction.Problem)] = []
    for check in abstraction.checks.indices {
      let problem = abstraction.problem(keepsParameters: false) { fires(check) }
      problems.append((.fires(check: check), problem))
    }
    for (domain, formula) in formulas.enumerated() {
      guard let met = formula.met else { continue }
      let problem = abstraction.problem(keepsParameters: false) {
        [abstraction.statement(met, 0, is: true), isAssessed]
      }
      problems.append((.isMet(domain: domain), problem))
      for check in builder.standard.checks.indices where isRed(check, of: domain) {
        let problem = abstraction.problem(keepsParameters: true) {
          fires(check) + [abstraction.statement(met, 0, is: true)]
        }
        problems.append((.isMetWithRed(domain: domain, check: check), problem))
      }
    }
    let parameters = abstraction.variables.map { variable in
      if case .parameter = variable.source { true } else { false }
    }
    var search = LogicSearch(
      abstraction.logic, domains: abstraction.variables.indices.map(abstraction.domain(of:)))
    for (question, problem) in problems {
      let outcome = search.solve(problem) { problem.keepsParameters && parameters[$0] }
      report(question, outcome, problem, &search)
    }
  }

  private func isRed(_ check: Int, of domain: Int) -> Bool {
    let rule = builder.standard.checks[check]
    return rule.level == .red && rule.domain == builder.standard.domains[domain].name
  }

  private func fires(_ check: Int) -> [Logic.Statement] {
    let row = abstraction.newRow(ofRule: check)
    return [
      abstraction.statement(abstraction.checks[check], row, is: true), abstraction.isThere(row),
      isAssessed,
    ]
  }

  /// Without an interview nothing is judged.
  private var isAssessed: Logic.Statement {
    let plan = builder.standard.plan
    guard let household = plan.household, let assessed = plan.domains[household].assessed else {
      return Logic.yes
    }
    return abstraction.statement(assessed, Abstraction.Place(row: 0))
  }

  private mutating func report(
    _ question: Question, _ outcome: LogicSearch.Outcome, _ problem: Abstraction.Problem,
    _ search: inout LogicSearch
  ) {
    switch (question, outcome) {
    case (.fires(let check), .impossible):
      add("checks", builder.standard.checks[check].name, "when", .neverFires)
    case (.isMet(let domain), .impossible):
      add("verdicts", builder.standard.domains[domain].name, "met", .neverMet)
    case (.isMetWithRed(let domain, let check), .possible):
      guard let met = formulas[domain].met else { return }
      let nodes = abstraction.checks[check].nodes + met.nodes
      add(domain, check, abstraction.witness(nodes, problem, &search))
    default: return
    }
  }
  /// Tells of a verdict and a rule at odds where it was brought about: at the verdict, unless an
  /// overlay made the rule red and left the verdict as it was.
  private mutating func add(_ domain: Int, _ check: Int, _ answers: String) {
    let name = builder.standard.domains[domain].name
    let rule = builder.standard.checks[check].name
    let verdict = builder.ownRows("verdicts").first { $0["domain"] == name }?.row
    let row = builder.ownRows("checks").first { $0["name"] == rule }?.row
    if verdict?.isAdded("met") == false, row?.isAdded("level") == true {
      add("checks", rule, "level", .redWithMet(domain: name, answers: answers))
    } else {
      add("verdicts", name, "met", .metWithRed(rule: rule, answers: answers))
    }
  }
}
