/// The formulas of rules and verdicts, of three values: when they are true and when they are not.
///
/// When neither, nothing is known; that is never asked for.
extension Abstraction {
  /// When a formula is true, or when it is not.
  func statement(_ formula: Formula, _ row: Int, is truth: Bool) -> Statement {
    switch formula {
    case .constant(let value): return Logic.fixed(value.truth == truth)
    case .isOneOf(let operand, let names):
      return known(operand, row, truth) { self.isOneOf($0, names) }
    case .includes(let operand, let name):
      return known(operand, row, truth) { self.contains($0, name) }
    case .measure(let comparison, let operand, let number, _):
      return known(operand, row, truth) { term in
        guard case .variable(let variable, let conversions) = term else {
          return self.compare(comparison, term, .constant(.number(number)))
        }
        return self.compare(
          comparison, .variable(variable, conversions + [.number]), .constant(.number(number)))
      }
    case .not(let inner): return statement(inner, row, is: !truth)
    case .and(let left, let right), .or(let left, let right):
      let isAnd = if case .and = formula { true } else { false }
      let parts = [statement(left, row, is: truth), statement(right, row, is: truth)]
      return isAnd == truth ? logic.all(parts) : logic.any(parts)
    case .compare(let comparison, let left, let right):
      return combine(values(left, row), values(right, row)) { left, right in
        let holds = self.compare(comparison, left, right)
        return truth ? holds : self.logic.not(holds)
      }
    case .every(let plan, let inner):
      return truth
        ? forEach(plan, inner, row, truth: true) : exists(plan, inner, row, truth: false)
    case .some(let plan, let inner):
      return truth
        ? exists(plan, inner, row, truth: true) : forEach(plan, inner, row, truth: false)
    case .finding(let check): return finding(check, row, truth)
    case .any(let level): return open("any \(level)", truth)
    default:
      return logic.any(
        values(formula, row).map { alternative in
          let holds = self.truth(alternative.term)
          return logic.all([alternative.guards, truth ? holds : logic.not(holds)])
        })
    }
  }

  /// A statement about an operand; neither true nor false while its answer is missing.
  private func known(
    _ operand: Formula.Operand, _ row: Int, _ truth: Bool, _ statement: (Term) -> Statement
  ) -> Statement {
    let row = self.row(row, up: operand.up)
    let parts = value(of: operand.node, row).map { alternative in
      let holds = statement(alternative.term)
      return logic.all([alternative.guards, truth ? holds : logic.not(holds)])
    }
    return logic.all([logic.not(isMissing(operand, row)), logic.any(parts)])
  }

  /// Something that is not looked into.
  private func open(_ name: String, _ truth: Bool) -> Statement {
    atom(.opaque(.init(kind: .truth, name: name)), .isTruth(truth ? .yes : .no))
  }

  private func finding(_ check: Int, _ row: Int, _ truth: Bool) -> Statement {
    let rule = builder.standard.checks[check]
    let scope = rule.node.map { builder.tree.places[$0].scope } ?? 0
    guard scope == rows[row].scope || (scope == 0 && !isInsideRows) else {
      return open("finding \(rule.name)", truth)
    }
    let finding = Finding(check: check, row: scope == 0 ? 0 : row, truth: truth)
    if let known = findings[finding] { return known }
    let statement = statement(checks[check], finding.row, is: truth)
    findings[finding] = statement
    return statement
  }

  // MARK: Values

  /// What a formula may come to where it is known.
  private func values(_ formula: Formula, _ row: Int) -> [Alternative] {
    switch formula {
    case .constant(let value): return [always(.constant(value))]
    case .parameter(let index, _): return [always(parameter(index))]
    case .operand(let operand):
      let row = self.row(row, up: operand.up)
      return guarded(logic.not(isMissing(operand, row)), value(of: operand.node, row))
    case .special(let operand): return special(operand, self.row(row, up: operand.up))
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, values(left, row), values(right, row))
    case .negate(let inner): return negated(values(inner, row))
    case .verdict(let domain): return [always(opaque(.text, "verdict", row: domain))]
    case .call(.choose, let arguments):
      guard let (yes, no) = both(arguments[0], row) else { return [always(unknown(.text))] }
      return guarded(yes, values(arguments[1], row)) + guarded(no, values(arguments[2], row))
    case .call(let function, let arguments): return call(function, arguments, row)
    default:
      guard let (yes, no) = both(formula, row) else { return [always(unknown(.flag))] }
      return [
        Alternative(guards: yes, term: .constant(.boolean(true))),
        Alternative(guards: no, term: .constant(.boolean(false))),
      ]
    }
  }

  /// When a formula is true and when it is not; nil where formulas stand so deep in others that to
  /// look twice at each would have no end.
  private func both(_ formula: Formula, _ row: Int) -> (yes: Statement, no: Statement)? {
    guard depth < 8 else { return nil }
    depth += 1
    defer { depth -= 1 }
    return (statement(formula, row, is: true), statement(formula, row, is: false))
  }

  private func call(_ function: Function, _ arguments: [Formula], _ row: Int) -> [Alternative] {
    let values = arguments.map { self.values($0, row) }
    switch function {
    case .number: return converted(values[0], .number)
    case .string: return converted(values[0], .text)
    case .countSelected:
      return values[0].map { Alternative(guards: $0.guards, term: tally($0.term)) }
    case .selected, .isSelected:
      var found: [Alternative] = []
      for list in values[0] {
        for name in values[1] {
          let guards = logic.all([list.guards, name.guards])
          found += guarded(guards, flag(selected(list.term, name.term)))
        }
      }
      return found
    default: return call(function.kind, function.rawValue, values)
    }
  }

  /// As what an answer stands; always known.
  private func special(_ operand: Formula.Operand, _ row: Int) -> [Alternative] {
    var found: [Alternative] = []
    var none = Logic.yes
    for (code, special) in operand.specials {
      let isIt =
        operand.isSeveral
        ? logic.all([isAsked(operand.node, row), isChosen(operand.node, row, code)])
        : atom(.question(node: operand.node, row: row), .isOneOf([code], []))
      found += guarded(
        logic.all([none, isIt]), [always(.constant(.string(special.rawValue)))])
      none = logic.all([none, logic.not(isIt)])
    }
    return found + guarded(none, [always(Self.nothing)])
  }

  // MARK: Rows

  private func target(_ plan: Formula.RowsPlan, _ row: Int) -> (anchor: Int, scopes: [Int]) {
    let anchor = self.row(row, up: plan.up)
    var scopes: [Int] = []
    for slot in plan.down {
      let outer = builder.tree.scopes[scopes.last ?? rows[anchor].scope]
      scopes.append(outer.repeats[slot])
    }
    return (anchor, scopes)
  }

  /// That a formula is true, or false, in some row: one that no other formula has spoken of.
  private func exists(
    _ plan: Formula.RowsPlan, _ formula: Formula, _ row: Int, truth: Bool
  ) -> Statement {
    // Rows of rows would have no end.
    guard !isInsideRows else { return unknownStatement() }
    let target = target(plan, row)
    var inner = target.anchor
    for scope in target.scopes { inner = newRow(scope, in: inner) }
    isInsideRows = true
    defer { isInsideRows = false }
    return logic.all([isThere(inner), statement(formula, inner, is: truth)])
  }

  /// That a formula is true, or false, in every row that there is.
  private func forEach(
    _ plan: Formula.RowsPlan, _ formula: Formula, _ row: Int, truth: Bool
  ) -> Statement {
    guard !isInsideRows else { return unknownStatement() }
    let target = target(plan, row)
    let statement = logic.addUniversal()
    universals.append(
      Universal(
        scope: target.scopes.last ?? 0, depth: target.scopes.count, anchor: target.anchor,
        formula: formula, truth: truth, statement: statement))
    return statement
  }

  /// What holds for every row, said of each row that the problem speaks of.
  func expansion(_ universal: Universal) -> Statement {
    isInsideRows = true
    defer { isInsideRows = false }
    var parts: [Statement] = []
    for row in present where rows[row].scope == universal.scope {
      guard self.row(row, up: universal.depth) == universal.anchor else { continue }
      let isThere = isThere(row)
      parts.append(
        logic.any([
          logic.not(isThere), statement(universal.formula, row, is: universal.truth),
        ]))
    }
    return logic.all(parts)
  }
}
