/// Calculations, relevances and constraints: ordinary expressions of two values.
extension Abstraction {
  /// When an expression holds.
  func statement(_ expression: Expression, _ place: Place) -> Statement {
    switch expression {
    case .boolean(let truth): return Logic.fixed(truth)
    case .and(let left, let right):
      return logic.all([statement(left, place), statement(right, place)])
    case .or(let left, let right):
      return logic.any([statement(left, place), statement(right, place)])
    case .compare(let comparison, let left, let right):
      // Several nodes are compared as any of them; they are not looked into.
      if left.isMany || right.isMany { return looked(unknownStatement()) }
      return combine(values(left, place), values(right, place)) {
        self.compare(comparison, $0, $1)
      }
    case .path, .union, .lookup, .matches: return looked(unknownStatement())
    case .call(let function, let arguments):
      return statement(function, arguments, place)
        ?? holds(values(expression, place))
    default: return holds(values(expression, place))
    }
  }

  private func looked(_ statement: Statement) -> Statement {
    hasLooked = true
    return statement
  }

  private func holds(_ alternatives: [Alternative]) -> Statement {
    logic.any(alternatives.map { logic.all([$0.guards, truth($0.term)]) })
  }

  /// The functions that say yes or no and can be looked into.
  private func statement(
    _ function: Function, _ arguments: [Expression], _ place: Place
  ) -> Statement? {
    switch function {
    case .yes: return Logic.yes
    case .no: return Logic.no
    case .not: return logic.not(statement(arguments[0], place))
    case .boolean where !arguments[0].isMany: return statement(arguments[0], place)
    case .selected, .isSelected:
      if arguments[0].isMany || arguments[1].isMany { return nil }
      return combine(values(arguments[0], place), values(arguments[1], place)) {
        self.selected($0, $1)
      }
    default: return nil
    }
  }

  func selected(_ list: Term, _ name: Term) -> Statement {
    switch (list, name) {
    case (_, .constant(let name)): contains(list, name.text)
    case (.constant(let list), _): isIn(list.text, name)
    default: truth(opaque(.flag, "selected", [list, name]))
    }
  }

  /// What an expression may come to; each alternative excludes the others.
  func values(_ expression: Expression, _ place: Place) -> [Alternative] {
    switch expression {
    case .number(let number): return [always(.constant(.number(number)))]
    case .string(let text): return [always(.constant(.string(text)))]
    case .boolean(let truth): return [always(.constant(.boolean(truth)))]
    case .answer:
      return [always(place.answer ?? unknown(.text))]
    case .reference(let reference):
      hasLooked = true
      let row = row(place.row, up: reference.up)
      if reference.down.isEmpty, !reference.fromCurrent { return value(of: reference.node, row) }
      return [always(opaque(.text, "rows of \(reference.node)", row: row))]
    case .or, .and, .compare: return flag(statement(expression, place))
    case .negate(let inner):
      return negated(values(inner, place))
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, values(left, place), values(right, place))
    case .call(let function, let arguments): return call(function, arguments, place)
    case .format(let moment, let format, let withTime):
      return call(.text, "format \(format) \(withTime)", [moment], place)
    case .matches: return flag(looked(unknownStatement()))
    default:
      hasLooked = true
      return [always(unknown(.text))]
    }
  }

  func always(_ term: Term) -> Alternative { Alternative(guards: Logic.yes, term: term) }

  func flag(_ statement: Statement) -> [Alternative] {
    [
      Alternative(guards: statement, term: .constant(.boolean(true))),
      Alternative(guards: logic.not(statement), term: .constant(.boolean(false))),
    ].filter { $0.guards != Logic.no }
  }

  // MARK: Functions

  private func call(
    _ function: Function, _ arguments: [Expression], _ place: Place
  ) -> [Alternative] {
    if let statement = statement(function, arguments, place) { return flag(statement) }
    switch function {
    case .choose:
      let condition = statement(arguments[0], place)
      let otherwise = logic.not(condition)
      return guarded(condition, values(arguments[1], place))
        + guarded(otherwise, values(arguments[2], place))
    case .number where !arguments[0].isMany:
      return converted(values(arguments[0], place), .number)
    case .string where !arguments[0].isMany:
      return converted(values(arguments[0], place), .text)
    case .coalesce where !arguments[0].isMany:
      let first = values(arguments[0], place)
      let isEmpty = logic.any(
        first.map { logic.all([$0.guards, compare(.equal, stored($0.term), Self.nothing)]) })
      return guarded(logic.not(isEmpty), first) + guarded(isEmpty, values(arguments[1], place))
    case .countSelected where !arguments[0].isMany:
      return values(arguments[0], place).map { alternative in
        Alternative(guards: alternative.guards, term: tally(alternative.term))
      }
    case .random, .uuid, .now, .once, .position, .indexedRepeat, .choiceName:
      hasLooked = true
      return [always(unknown(function == .random ? .number : .text))]
    default: return call(function.kind, function.rawValue, arguments, place)
    }
  }

  static let nothing = Term.constant(.string(""))

  func guarded(_ guards: Statement, _ alternatives: [Alternative]) -> [Alternative] {
    alternatives.compactMap { alternative in
      let both = logic.all([guards, alternative.guards])
      return both == Logic.no ? nil : Alternative(guards: both, term: alternative.term)
    }
  }

  func tally(_ term: Term) -> Term {
    switch term {
    case .several(let node, let row): .tally(node: node, row: row)
    case .constant(let value): .constant(.number(Double(AnswerTokens.count(value.text))))
    default: opaque(.number, "count-selected", [term])
    }
  }

  func converted(
    _ alternatives: [Alternative], _ conversion: LogicVariable.Conversion
  ) -> [Alternative] {
    alternatives.map { alternative in
      let term: Term =
        switch alternative.term {
        case .constant(let value): .constant(conversion(value))
        case .variable(let variable, let before):
          .variable(variable, before.last == conversion ? before : before + [conversion])
        case .several, .tally: opaque(.text, "\(conversion)", [alternative.term])
        }
      return Alternative(guards: alternative.guards, term: term)
    }
  }

  func negated(_ alternatives: [Alternative]) -> [Alternative] {
    alternatives.map { alternative in
      let term: Term =
        if case .constant(let value) = alternative.term {
          .constant(.number(-value.number))
        } else {
          opaque(.number, "-", [alternative.term])
        }
      return Alternative(guards: alternative.guards, term: term)
    }
  }

  func arithmetic(
    _ operation: Expression.Arithmetic, _ left: [Alternative], _ right: [Alternative]
  ) -> [Alternative] {
    guard left.count * right.count <= Self.mostCombinations / 4 else {
      return [always(unknown(.number))]
    }
    var found: [Alternative] = []
    for one in left {
      for other in right {
        let guards = logic.all([one.guards, other.guards])
        if guards == Logic.no { continue }
        found.append(
          Alternative(guards: guards, term: arithmetic(operation, one.term, other.term)))
      }
    }
    return found
  }

  private func arithmetic(
    _ operation: Expression.Arithmetic, _ left: Term, _ right: Term
  ) -> Term {
    guard case .constant(let one) = left, case .constant(let other) = right else {
      return opaque(.number, "\(operation)", [left, right])
    }
    let number =
      switch operation {
      case .add: one.number + other.number
      case .subtract: one.number - other.number
      case .multiply: one.number * other.number
      case .divide: one.number / other.number
      case .remainder: one.number.truncatingRemainder(dividingBy: other.number)
      }
    return .constant(.number(number))
  }

  /// A function that is not looked into, for each combination of what its arguments may be.
  private func call(
    _ kind: LogicVariable.Opaque.Kind, _ name: String, _ arguments: [Expression], _ place: Place
  ) -> [Alternative] {
    call(kind, name, arguments.map { values($0, place) })
  }

  func call(
    _ kind: LogicVariable.Opaque.Kind, _ name: String, _ arguments: [[Alternative]]
  ) -> [Alternative] {
    var combinations: [(guards: Statement, terms: [Term])] = [(Logic.yes, [])]
    for alternatives in arguments {
      guard combinations.count * alternatives.count <= Self.mostCombinations / 4 else {
        return [always(unknown(kind))]
      }
      var next: [(guards: Statement, terms: [Term])] = []
      for combination in combinations {
        for alternative in alternatives {
          let guards = logic.all([combination.guards, alternative.guards])
          if guards != Logic.no { next.append((guards, combination.terms + [alternative.term])) }
        }
      }
      combinations = next
    }
    return combinations.map { combination in
      Alternative(guards: combination.guards, term: opaque(kind, name, combination.terms))
    }
  }
}

extension Function {
  /// What it comes to, where it is not looked into.
  var kind: LogicVariable.Opaque.Kind {
    switch self {
    case .random, .int, .sum, .max, .min, .round, .pow, .log, .log10, .abs, .sqrt, .exp, .exp10,
      .pi, .sin, .cos, .tan, .asin, .acos, .atan, .atan2, .count, .countNonEmpty, .position,
      .stringLength, .decimalDateTime, .decimalTime, .countSelected, .number:
      .number
    case .boolean, .not, .regex, .contains, .startsWith, .endsWith, .yes, .no,
      .booleanFromString, .checklist, .weightedChecklist, .selected, .isSelected:
      .flag
    case .string, .concat, .join, .substr, .translate, .uuid, .coalesce, .once,
      .substringBefore, .substringAfter, .normalizeSpace, .base64Decode, .choose, .today, .now,
      .date, .version, .formatDate, .formatDateTime, .dateTime, .selectedAt, .choiceName,
      .indexedRepeat:
      .text
    }
  }
}
