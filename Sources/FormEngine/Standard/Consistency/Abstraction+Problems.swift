/// Questions put to the search: can these statements be true together?
extension Abstraction {
  struct Problem {
    /// What is to be true: the statements asked for, then all that follows from what they name.
    let statements: [Statement]
    /// What holds for every row, said of the rows of the problem.
    let expansions: [Int: Statement]
    /// The variables on which it depends.
    let variables: [Int]
    /// The rows of which it speaks, without the household.
    let rows: [Int]
    /// Whether parameters have the values they have now, or any legal one.
    let keepsParameters: Bool
  }

  /// Gathers a problem from statements about new rows.
  func problem(keepsParameters: Bool, _ statements: () -> [Statement]) -> Problem {
    present = []
    universals = []
    findings = [:]
    var asked = statements()
    var expansions: [Int: Statement] = [:]
    for universal in universals {
      guard case .universal(let number) = logic.nodes[universal.statement] else { continue }
      expansions[number] = expansion(universal)
    }
    var found: [Int] = []
    var seenVariables: Set<Int> = []
    var seen: Set<Statement> = []
    var index = 0
    while index < asked.count {
      var waiting = [asked[index]]
      index += 1
      while let statement = waiting.popLast() {
        guard seen.insert(statement).inserted else { continue }
        for variable in parts(statement, expansions, &waiting)
        where seenVariables.insert(variable).inserted {
          found.append(variable)
          asked += sides(of: variable).filter { !seen.contains($0) }
          // Whether it was chosen follows from what the question as a whole allows.
          if case .choice(let node, let row, _) = variables[variable].source {
            asked += sides(of: self.variable(.relevance(node: node, row: row)))
          }
        }
      }
    }
    return Problem(
      statements: asked, expansions: expansions, variables: found, rows: present,
      keepsParameters: keepsParameters)
  }

  /// The variables of a statement; its parts are put with what is still to be looked at.
  private func parts(
    _ statement: Statement, _ expansions: [Int: Statement], _ waiting: inout [Statement]
  ) -> [Int] {
    switch logic.nodes[statement] {
    case .no, .yes: return []
    case .atom(let atom): return [atom.variable]
    case .all(let parts), .any(let parts):
      waiting += parts
      return []
    case .count(let group, _): return logic.groups[group]
    case .universal(let number):
      waiting += [expansions[number] ?? Logic.yes]
      return []
    }
  }

  /// The row in which a rule is judged: the household, or a new one of its repeat.
  func newRow(ofRule check: Int) -> Int {
    guard let node = builder.standard.checks[check].node else { return 0 }
    var row = 0
    for scope in builder.tree.scopes[builder.tree.places[node].scope].chain.dropFirst() {
      row = newRow(scope, in: row)
    }
    return row
  }

  // MARK: Values

  /// What a variable may be, the likeliest first; of a parameter its present value.
  private func candidates(_ variable: LogicVariable) -> [LogicVariable.Candidate] {
    let (numbers, texts) = variable.constants
    func of(_ values: [Value]) -> [LogicVariable.Candidate] { values.map { .init(value: $0) } }
    func likeliest(_ numbers: [Double]) -> [Double] {
      numbers.filter { $0 >= 0 } + numbers.filter { $0 < 0 }
    }
    func open(_ numbers: [Double]) -> [Value] {
      let printed = likeliest(numbers).map(NumberText.print)
      // The same number written otherwise is another text.
      return ([Self.other] + texts + printed + printed.map { " " + $0 } + [""])
        .map(Value.string)
    }
    let critical = LogicVariable.critical(numbers, isWhole: false)
    switch variable.source {
    case .relevance, .choice, .row: return of([.boolean(false), .boolean(true)])
    case .opaque(let opaque):
      switch opaque.kind {
      case .flag: return of([.boolean(false), .boolean(true)])
      case .number: return of(likeliest(critical).map(Value.number) + [.number(.nan)])
      case .text: return of(open(critical))
      case .truth: return []
      }
    case .order: return []
    case .parameter(let index):
      let value = builder.standard.parameters[index].value
      if ["yes", "no"].contains(value) { return of([value, "yes", "no"].map(Value.string)) }
      return of([.string(value)] + open(critical))
    case .question(let node, _):
      let kind = builder.nodes[node].kind
      let answers: [Value]
      switch kind.questionType {
      case .selectOne: answers = choiceNames(node).map(Value.string)
      case .integer:
        let codes = builder.nodes[node].specials.keys.sorted().map(NumberText.parse)
        answers = likeliest(LogicVariable.critical(numbers + codes, isWhole: true))
          .map(Value.number)
      case .decimal:
        let codes = builder.nodes[node].specials.keys.sorted().map(NumberText.parse)
        answers = likeliest(LogicVariable.critical(numbers + codes, isWhole: false))
          .map(Value.number)
      default: answers = open(critical).filter { $0 != .string("") }
      }
      return of(answers + [.string("")]) + [.irrelevant]
    }
  }

  /// A text that no formula names.
  static let other = "…"

  /// The values of a variable, those that pass the same tests as one; nil where they are too many.
  func domain(of number: Int) -> LogicSearch.Domain? {
    let variable = variables[number]
    switch variable.source {
    case .order:
      let orders = LogicVariable.Order.allCases
      return LogicSearch.Domain(tests: variable.tests, count: orders.count) { index, test in
        switch test {
        case .isOrdered(let comparison): LogicVariable.passes(orders[index], comparison)
        default: orders[index].isOfNumbers
        }
      }
    case .opaque(let opaque) where opaque.kind == .truth:
      let truths = [Truth.no, .unknown, .yes]
      return LogicSearch.Domain(tests: variable.tests, count: truths.count) { index, test in
        test == .isTruth(truths[index])
      }
    default:
      let candidates = candidates(variable)
      var domain = LogicSearch.Domain(tests: variable.tests, count: candidates.count) {
        LogicVariable.passes(candidates[$0], $1)
      }
      domain?.name(candidates)
      return domain
    }
  }
}
