/// Turns the text of a formula into its compiled form, at the household or in a repeat's rows.
struct FormulaCompiler {
  /// What a formula may name beside the form's nodes.
  struct Names {
    var parameters: [String: Int] = [:]
    var values: [String] = []
    var checks: [String: Int] = [:]
    var domains: [String: Int] = [:]
    /// Whether parameters stay open, so that a formula can be looked at under other values.
    var keepsParameters = false
  }

  /// What a formula looks at, so that everything is judged in order and every name can be followed.
  struct Uses {
    var parameters: [Int] = []
    var nodes: [Int] = []
    var checks: [Int] = []
    var levels: [FindingLevel] = []
    var domains: [Int] = []
  }

  let form: FormBuilder
  let names: Names
  private(set) var uses = Uses()
  private let compiler: ExpressionCompiler
  private let node: Int

  /// Compiles at a node: 0, or a repeat for its rows.
  init(_ form: FormBuilder, names: Names, at node: Int) {
    self.form = form
    self.names = names
    self.node = node
    compiler = form.compiler(at: node)
  }

  mutating func compile(_ text: String) throws(ExpressionFault) -> Formula {
    try compile(try Parser.parse(text))
  }

  private mutating func compile(_ syntax: Syntax) throws(ExpressionFault) -> Formula {
    switch syntax {
    case .number(let number): return .constant(.number(number))
    case .text(let text): return .constant(.string(text))
    case .negation(let inner):
      let inner = try compile(inner)
      if case .constant(let value) = inner { return .constant(.number(-value.number)) }
      return .negate(inner)
    case .operation(let symbol, let left, let right):
      return try operation(symbol, try compile(left), try compile(right))
    case .call(let name, let arguments): return try call(name, arguments)
    case .path(let path):
      if case .reference(let name) = path.start, path.steps.isEmpty, path.predicates.isEmpty,
        let parameter = names.parameters[name]
      {
        uses.parameters.append(parameter)
        return .parameter(parameter, .string(names.values[parameter]))
      }
      return .operand(try operand(.path(path)))
    }
  }

  /// The single node that a path leads to.
  mutating func operand(_ syntax: Syntax) throws(ExpressionFault) -> Formula.Operand {
    guard case .path(let path) = syntax else { throw .unsupported("special()") }
    var compiler = compiler
    guard case .reference(let reference) = try compiler.path(path) else {
      throw .unsupported("[ ]")
    }
    let described = form.nodes[reference.node]
    switch described.kind {
    case .question, .calculate, .metadata: break
    default: throw .badArgument(function: described.name)
    }
    guard reference.down.isEmpty else { throw .severalRows(described.name) }
    uses.nodes.append(reference.node)
    var specials = described.specials
    var isSeveral = false
    if let list = form.plans[reference.node].list {
      specials.merge(form.lists[list].specials) { own, _ in own }
    }
    if case .question(.selectMultiple) = described.kind { isSeveral = true }
    let sorted = specials.sorted { $0.key < $1.key }
    return Formula.Operand(
      node: reference.node, local: reference.local, up: reference.up,
      isNumeric: reference.isNumeric, isQuestion: described.isAnswered, isSeveral: isSeveral,
      specials: sorted.map { ($0.key, $0.value) },
      undetermined: sorted.filter { $0.value != .na }.map(\.key))
  }

  // MARK: Operations

  private func operation(
    _ symbol: String, _ left: Formula, _ right: Formula
  ) throws(ExpressionFault) -> Formula {
    switch symbol {
    case "and":
      if let known = left.fixed { return known ? right : .constant(.boolean(false)) }
      if let known = right.fixed { return known ? left : .constant(.boolean(false)) }
      return .and(left, right)
    case "or":
      if let known = left.fixed { return known ? .constant(.boolean(true)) : right }
      if let known = right.fixed { return known ? .constant(.boolean(true)) : left }
      return .or(left, right)
    case "=": return compare(.equal, left, right)
    case "!=": return compare(.notEqual, left, right)
    case "<": return compare(.less, left, right)
    case "<=": return compare(.lessOrEqual, left, right)
    case ">": return compare(.greater, left, right)
    case ">=": return compare(.greaterOrEqual, left, right)
    case "+": return .arithmetic(.add, left, right)
    case "-": return .arithmetic(.subtract, left, right)
    case "*": return .arithmetic(.multiply, left, right)
    case "div": return .arithmetic(.divide, left, right)
    case "mod": return .arithmetic(.remainder, left, right)
    default: throw .unsupported(symbol)
    }
  }

  private func compare(
    _ comparison: Expression.Comparison, _ left: Formula, _ right: Formula
  ) -> Formula {
    if names.keepsParameters, left.isParameter || right.isParameter {
      return .compare(comparison, left, right)
    }
    if let one = left.known, let other = right.known {
      return .constant(.boolean(FormInstance.compare(comparison, one, other)))
    }
    guard case .operand(let operand) = left, let known = right.known else {
      return .compare(comparison, left, right)
    }
    let parameter: Int? = if case .parameter(let index, _) = right { index } else { nil }
    switch comparison {
    case .equal, .notEqual:
      if case .number(let number) = known {
        return .measure(comparison, operand, number, parameter: parameter)
      }
      guard case .string(let text) = known, !operand.isNumeric, parameter == nil else {
        return .compare(comparison, left, right)
      }
      let isOne = Formula.isOneOf(operand, [text])
      return comparison == .equal ? isOne : .not(isOne)
    default:
      return .measure(comparison, operand, known.number, parameter: parameter)
    }
  }

  // MARK: Functions

  private mutating func call(
    _ name: String, _ arguments: [Syntax]
  ) throws(ExpressionFault) -> Formula {
    switch name {
    case "special":
      guard arguments.count == 1 else {
        throw .argumentCount(function: name, given: arguments.count)
      }
      return .special(try operand(arguments[0]))
    case "every", "some": return try rows(name, arguments)
    case "finding", "any", "verdict": return try judged(name, arguments)
    default: break
    }
    guard let function = Function(rawValue: name) else {
      throw Function.unsupported.contains(name) || name == "instance"
        ? .unsupportedFunction(name) : .unknownFunction(name)
    }
    guard function.arity.contains(arguments.count) else {
      throw .argumentCount(function: name, given: arguments.count)
    }
    switch function {
    case .yes: return .constant(.boolean(true))
    case .no: return .constant(.boolean(false))
    case .random, .uuid, .now, .once, .position, .indexedRepeat, .choiceName, .count,
      .countNonEmpty, .sum, .checklist, .weightedChecklist:
      // A judgement is the same whenever it is made, and goes through rows with every and some.
      throw .unsupportedFunction(name)
    default: break
    }
    var compiled: [Formula] = []
    for argument in arguments { compiled.append(try compile(argument)) }
    switch (function, compiled.first, compiled.last) {
    case (.not, let inner?, _): return .not(inner)
    case (.selected, .constant(.string(let list))?, .operand(let operand)?):
      if !operand.isSeveral, !operand.isNumeric {
        return .isOneOf(operand, AnswerTokens.split(list))
      }
    case (.selected, .operand(let operand)?, .constant(.string(let token))?):
      return .includes(operand, token)
    default: break
    }
    return .call(function, compiled)
  }

  private mutating func rows(
    _ name: String, _ arguments: [Syntax]
  ) throws(ExpressionFault) -> Formula {
    guard arguments.count == 2 else {
      throw .argumentCount(function: name, given: arguments.count)
    }
    guard case .path(let path) = arguments[0], case .reference(let repeatName) = path.start,
      path.steps.isEmpty, path.predicates.isEmpty
    else { throw .badArgument(function: name) }
    let target = try compiler.node(named: repeatName)
    guard form.tree.places[target].isRepeat else { throw .badArgument(function: name) }
    let own = form.tree.scopes[form.tree.places[node].scope]
    let scope = form.tree.scopes[form.tree.places[target].scope]
    var shared = 0
    while shared < min(own.chain.count, scope.chain.count - 1),
      own.chain[shared] == scope.chain[shared]
    {
      shared += 1
    }
    var inner = FormulaCompiler(form, names: names, at: target)
    inner.uses = uses
    let formula = try inner.compile(arguments[1])
    uses = inner.uses
    let plan = Formula.RowsPlan(
      up: own.depth - (shared - 1), down: scope.chain[shared...].map { form.tree.scopes[$0].slot },
      local: form.tree.places[target].local)
    return name == "every" ? .every(plan, formula) : .some(plan, formula)
  }

  private mutating func judged(
    _ name: String, _ arguments: [Syntax]
  ) throws(ExpressionFault) -> Formula {
    guard arguments.count == 1 else {
      throw .argumentCount(function: name, given: arguments.count)
    }
    guard case .text(let text) = arguments[0] else { throw .badArgument(function: name) }
    switch name {
    case "finding":
      guard let check = names.checks[text] else { throw .unknownName(text) }
      uses.checks.append(check)
      return .finding(check)
    case "any":
      guard let level = FindingLevel(rawValue: text) else { throw .unknownName(text) }
      uses.levels.append(level)
      return .any(level)
    default:
      guard let domain = names.domains[text] else { throw .unknownName(text) }
      uses.domains.append(domain)
      return .verdict(domain)
    }
  }
}

extension Formula {
  /// The value, where it is the same for every household.
  var known: Value? {
    switch self {
    case .constant(let value): value
    case .parameter(_, let value): value
    default: nil
    }
  }

  var isParameter: Bool { if case .parameter = self { true } else { false } }

  /// The truth, where it is the same for every household.
  var fixed: Bool? {
    if case .constant(let value) = self { value.truth } else { nil }
  }
}

extension FormNode {
  /// Whether a person answers it: only then can its answer be missing.
  var isAnswered: Bool {
    guard case .question(let type) = kind else { return false }
    return type != .hidden && isShown
  }
}
