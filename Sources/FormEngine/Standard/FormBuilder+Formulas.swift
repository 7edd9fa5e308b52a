/// Compiles the formulas and sentences of the standard, and orders what is judged.
extension FormBuilder {
  /// What formulas may name beside the form's nodes.
  var formulaNames: FormulaCompiler.Names {
    FormulaCompiler.Names(
      parameters: standard.plan.parameterNumbers, values: standard.parameters.map(\.value),
      checks: standard.plan.checkNumbers, domains: standard.plan.domainNumbers)
  }

  mutating func compileStandard() {
    let names = formulaNames
    var uses: [FormulaCompiler.Uses] = []
    let rows = ownRows("checks")
    for check in standard.checks {
      let row = rows.first { $0.row.number == check.row && $0["name"] == check.name }
      uses.append(compile(check, row, names))
    }
    var domainUses: [FormulaCompiler.Uses] = []
    for domain in standard.domains { domainUses.append(compile(domain, names)) }
    for level in FindingLevel.allCases {
      standard.plan.any[level] = standard.checks.indices.filter { index in
        let check = standard.checks[index]
        let domain = standard.plan.domainNumbers[check.domain]
        return check.isEnabled && check.level == level
          && domain.map { standard.domains[$0].countsForAny } ?? false
      }
    }
    orderJudging(uses, domainUses)
    layOut()
  }

  private mutating func layOut() {
    let places = tree.places
    var program = FormulaProgram(scopes: tree.scopes.count)
    func add(_ formula: Formula) -> Int { program.add(formula) { places[$0].scope } }
    for index in standard.plan.checks.indices {
      standard.plan.checks[index].start = add(standard.plan.checks[index].when)
    }
    for index in standard.plan.domains.indices {
      standard.plan.domains[index].metStart = standard.plan.domains[index].met.map(add)
      standard.plan.domains[index].notApplicableStart =
        standard.plan.domains[index].notApplicable.map(add)
    }
    standard.plan.program = program
  }

  private mutating func compile(
    _ check: Standard.Check, _ row: OwnRow?, _ names: FormulaCompiler.Names
  ) -> FormulaCompiler.Uses {
    var plan = StandardPlan.CheckPlan()
    var compiler = FormulaCompiler(self, names: names, at: check.node ?? 0)
    plan.scope = check.node.map { tree.places[$0].scope } ?? 0
    if check.when.isEmpty {
      if let row { fault(row, "when", .missingCalculation) }
    } else {
      do throws(ExpressionFault) {
        plan.when = try compiler.compile(check.when)
      } catch {
        if let row { fault(row, "when", .expression(error)) }
      }
    }
    var named: [Int] = []
    for parameter in compiler.uses.parameters where !named.contains(parameter) {
      named.append(parameter)
    }
    plan.unset = named.filter {
      standard.parameters[$0].value.isEmpty && standard.parameters[$0].line != .no
    }
    plan.needsLine = plan.unset.contains { standard.parameters[$0].line == .yes }
    plan.messages = sentences("message", check.messages, check, row, names)
    plan.remedies = sentences("remedy", check.remedies, check, row, names)
    standard.plan.checks.append(plan)
    return compiler.uses
  }

  private mutating func sentences(
    _ column: String, _ texts: [String: String], _ check: Standard.Check, _ row: OwnRow?,
    _ names: FormulaCompiler.Names
  ) -> [String: [StandardPlan.MessagePart]] {
    var sentences: [String: [StandardPlan.MessagePart]] = [:]
    for (language, text) in texts {
      var parts: [StandardPlan.MessagePart] = []
      for piece in FormText.cut(text) {
        if !piece.literal.isEmpty { parts.append(.literal(piece.literal)) }
        guard let name = piece.name else { continue }
        if let parameter = names.parameters[name] {
          parts.append(.parameter(parameter))
          continue
        }
        var compiler = FormulaCompiler(self, names: names, at: check.node ?? 0)
        do throws(ExpressionFault) {
          parts.append(
            .operand(try compiler.operand(.path(Syntax.Path(start: .reference(name))))))
        } catch {
          if let row { fault(row, "\(column)::\(language)", .expression(error)) }
        }
      }
      sentences[language] = parts
    }
    return sentences
  }

  private mutating func compile(
    _ domain: Standard.Domain, _ names: FormulaCompiler.Names
  ) -> FormulaCompiler.Uses {
    var plan = StandardPlan.DomainPlan()
    var uses = FormulaCompiler.Uses()
    let row = ownRows("verdicts").first { $0["domain"] == domain.name }
    func compiled(_ column: String, _ text: String) -> Formula? {
      guard !text.isEmpty else { return nil }
      var compiler = FormulaCompiler(self, names: names, at: 0)
      do throws(ExpressionFault) {
        let formula = try compiler.compile(text)
        uses.checks += compiler.uses.checks
        uses.levels += compiler.uses.levels
        uses.domains += compiler.uses.domains
        return formula
      } catch {
        if let row { fault(row, column, .expression(error)) }
        return nil
      }
    }
    plan.met = compiled("met", domain.met)
    plan.notApplicable = compiled("not_applicable", domain.notApplicable)
    if let row, !row["assessed"].isEmpty {
      var compiler = compiler(at: 0)
      do throws(ExpressionFault) {
        plan.assessed = try compiler.compile(row["assessed"])
      } catch {
        fault(row, "assessed", .expression(error))
      }
    }
    plan.reds = standard.checks.indices.filter {
      standard.checks[$0].domain == domain.name && standard.checks[$0].level == .red
        && standard.checks[$0].isEnabled
    }
    standard.plan.domains.append(plan)
    return uses
  }

  /// Each rule and verdict behind what it looks at; rules that need each other are a fault.
  private mutating func orderJudging(
    _ checks: [FormulaCompiler.Uses], _ domains: [FormulaCompiler.Uses]
  ) {
    let first = standard.checks.count
    let judged = standard.domains.indices.filter {
      standard.domains[$0].hasVerdict || standard.domains[$0].isHousehold
    }
    var needs = [[Int]](repeating: [], count: first + domains.count)
    func add(_ uses: FormulaCompiler.Uses, to step: Int) {
      needs[step] += uses.checks
      for level in uses.levels { needs[step] += standard.plan.any[level] ?? [] }
      needs[step] += uses.domains.map { first + $0 }
    }
    for (index, uses) in checks.enumerated() { add(uses, to: index) }
    for (index, uses) in domains.enumerated() {
      add(uses, to: first + index)
      needs[first + index] += standard.plan.domains[index].reds
      guard standard.domains[index].isHousehold else { continue }
      needs[first + index] += judged.filter { $0 != index }.map { first + $0 }
    }
    var state = [UInt8](repeating: 0, count: needs.count)
    var order: [Int] = []
    var cycle: [Int]?
    func visit(_ step: Int, _ path: [Int]) {
      if state[step] == 2 { return }
      if state[step] == 1 {
        if cycle == nil { cycle = Array(path[(path.firstIndex(of: step) ?? 0)...]) }
        return
      }
      state[step] = 1
      for need in needs[step] { visit(need, path + [step]) }
      state[step] = 2
      order.append(step)
    }
    for step in needs.indices { visit(step, []) }
    if let cycle, let step = cycle.first {
      let names = cycle.map {
        $0 < first ? standard.checks[$0].name : standard.domains[$0 - first].name
      }
      let isCheck = step < first
      let row = ownRows(isCheck ? "checks" : "verdicts").first {
        $0[isCheck ? "name" : "domain"] == names[0]
      }
      if let row { fault(row, isCheck ? "when" : "met", .cycle(names)) }
    }
    standard.plan.order = order.compactMap { step in
      if step >= first { return judged.contains(step - first) ? .verdict(step - first) : nil }
      return standard.checks[step].isEnabled ? .check(step) : nil
    }
  }
}
