/// What is asked, and what follows from it.
extension Abstraction {
  /// What a node's value may be, as other expressions see it.
  func value(of node: Int, _ row: Int) -> [Alternative] {
    hasLooked = true
    switch builder.nodes[node].kind {
    case .question(.selectMultiple):
      return [Alternative(guards: Logic.yes, term: .several(node: node, row: row))]
    case .question, .metadata:
      let variable = variable(.question(node: node, row: row))
      return [Alternative(guards: Logic.yes, term: .variable(variable, []))]
    case .calculate: return calculation(node, row)
    default: return [Alternative(guards: Logic.yes, term: .constant(.string("")))]
    }
  }

  /// A calculation is what it is calculated from.
  private func calculation(_ node: Int, _ row: Int) -> [Alternative] {
    let place = NodePlace(node: node, row: row)
    if let known = calculations[place] { return known }
    let relevance = relevance(node, row)
    var found: [Alternative]
    let name = builder.nodes[node].name
    if let parameter = builder.standard.plan.parameterNumbers[name] {
      found = [Alternative(guards: relevance, term: self.parameter(parameter))]
    } else if let calculation = builder.plans[node].calculation {
      found = values(calculation, Place(row: row)).map { alternative in
        Alternative(
          guards: logic.all([relevance, alternative.guards]), term: stored(alternative.term))
      }
    } else {
      found = [Alternative(guards: relevance, term: unknown(.text))]
    }
    if found.count > Self.mostCombinations / 4 {
      found = [Alternative(guards: relevance, term: unknown(.text))]
    }
    found.append(Alternative(guards: logic.not(relevance), term: .constant(.string(""))))
    found.removeAll { $0.guards == Logic.no }
    calculations[place] = found
    return found
  }

  func stored(_ term: Term) -> Term {
    switch term {
    case .constant(let value): .constant(.string(value.stored))
    case .variable(let variable, let conversions):
      .variable(variable, conversions.last == .stored ? conversions : conversions + [.stored])
    case .several, .tally: term
    }
  }

  // MARK: Relevance

  /// Whether a node applies: it, and each group and repeat around it.
  func relevance(_ node: Int, _ row: Int) -> Statement {
    let place = NodePlace(node: node, row: row)
    if let known = relevances[place] { return known }
    var parts: [Statement] = []
    for around in builder.tree.ancestors(of: node).reversed() {
      guard let relevance = builder.plans[around].relevance,
        let row = self.row(row, of: builder.tree.places[around].scope)
      else { continue }
      parts.append(statement(relevance, Place(row: row)))
    }
    let relevance = logic.all(parts)
    relevances[place] = relevance
    return relevance
  }

  // MARK: Several choices

  func isAsked(_ node: Int, _ row: Int) -> Statement {
    atom(.relevance(node: node, row: row), .isUp)
  }

  /// Whether a choice is ticked, asked or not.
  func isChosen(_ node: Int, _ row: Int, _ name: String) -> Statement {
    guard choiceNames(node).contains(name) else { return Logic.no }
    return atom(.choice(node: node, row: row, name: name), .isUp)
  }

  func choiceNames(_ node: Int) -> [String] {
    guard let list = builder.plans[node].list else { return [] }
    var names: [String] = []
    for entry in builder.lists[list].entries where !names.contains(entry.name) {
      names.append(entry.name)
    }
    return names
  }

  private func group(_ node: Int, _ row: Int) -> Int {
    let place = NodePlace(node: node, row: row)
    if let known = choiceGroups[place] { return known }
    let flags = choiceNames(node).map { variable(.choice(node: node, row: row, name: $0)) }
    // Each flag has its test, whether or not a formula names it.
    for flag in flags { _ = atom(flag, .isUp) }
    let group = logic.addGroup(flags)
    choiceGroups[place] = group
    return group
  }

  /// Whether the number of those chosen passes; none are chosen where it is not asked.
  func tally(_ node: Int, _ row: Int, _ passes: (Value) -> Bool) -> Statement {
    let group = group(node, row)
    let numbers = (0...logic.groups[group].count).filter { passes(.number(Double($0))) }
    var ranges: [Statement] = []
    var start: Int?
    for (index, number) in numbers.enumerated() {
      if start == nil { start = number }
      if index + 1 == numbers.count || numbers[index + 1] != number + 1 {
        ranges.append(logic.count(group, (start ?? number)...number))
        start = nil
      }
    }
    let isAsked = isAsked(node, row)
    return logic.any([
      logic.all([isAsked, logic.any(ranges)]),
      logic.all([logic.not(isAsked), Logic.fixed(numbers.first == 0)]),
    ])
  }

  func isExactly(_ node: Int, _ row: Int, _ text: String) -> Statement {
    switch AnswerTokens.count(text) {
    case 0: return tally(node, row) { $0.number == 0 }
    case 1:
      return logic.all([
        isAsked(node, row), isChosen(node, row, text), tally(node, row) { $0.number == 1 },
      ])
    default:
      // The order in which they were chosen would matter.
      return truth(
        opaque(.flag, "is", [.several(node: node, row: row), .constant(.string(text))]))
    }
  }

  /// Whether a question with one answer was asked and not answered, or answered with one of these
  /// codes.
  func isMissing(_ operand: Formula.Operand, _ row: Int) -> Statement {
    guard operand.isQuestion else { return Logic.no }
    guard operand.isSeveral else {
      return atom(
        .question(node: operand.node, row: row), .isMissing(codes: operand.undetermined))
    }
    let codes = operand.undetermined.map { isChosen(operand.node, row, $0) }
    let none = logic.count(group(operand.node, row), 0...0)
    return logic.all([isAsked(operand.node, row), logic.any([none] + codes)])
  }

  // MARK: What follows from a variable

  /// What is true of a variable's value, whatever a formula says of it.
  func sides(of number: Int) -> [Statement] {
    if let known = sidesOf[number] { return known }
    // A relevance that went in a circle would be refused; this ends it all the same.
    sidesOf[number] = []
    let sides: [Statement]
    switch variables[number].source {
    case .question(let node, let row): sides = questionSides(node, row, number)
    case .relevance(let node, let row): sides = severalSides(node, row)
    case .order(let left, let right):
      let areNumbers = logic.all([isNumber(left), isNumber(right)])
      sides = [same(atom(number, .isOfNumbers), areNumbers)]
    case .choice, .row, .parameter, .opaque: sides = []
    }
    sidesOf[number] = sides
    return sides
  }

  private func same(_ one: Statement, _ other: Statement) -> Statement {
    logic.any([logic.all([one, other]), logic.all([logic.not(one), logic.not(other)])])
  }

  private func questionSides(_ node: Int, _ row: Int, _ number: Int) -> [Statement] {
    let isIrrelevant = atom(number, .isIrrelevant)
    var sides = [same(logic.not(isIrrelevant), relevance(node, row))]
    if let constraint = constraint(node, Place(row: row, answer: .variable(number, []))) {
      let codes = builder.nodes[node].specials.keys.sorted()
      sides.append(
        logic.any([
          atom(number, .isEmpty), constraint, atom(number, .isOneOf(codes, [])),
        ]))
    }
    return sides
  }

  private func severalSides(_ node: Int, _ row: Int) -> [Statement] {
    var sides = [same(isAsked(node, row), relevance(node, row))]
    let several = Term.several(node: node, row: row)
    if let constraint = constraint(node, Place(row: row, answer: several)) {
      sides.append(logic.any([isExactly(node, row, ""), constraint]))
    }
    return sides
  }

  /// What an answer must be, as far as that depends on nothing else: what is asked elsewhere may be
  /// changed behind it.
  private func constraint(_ node: Int, _ place: Place) -> Statement? {
    guard let constraint = builder.plans[node].constraint else { return nil }
    let before = hasLooked
    hasLooked = false
    let statement = statement(constraint, place)
    let isAlone = !hasLooked
    hasLooked = before
    return isAlone ? statement : nil
  }
}
