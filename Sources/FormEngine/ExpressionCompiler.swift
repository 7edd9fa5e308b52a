/// Turns an expression's syntax into its compiled form, in the place of the form where it stands.
struct ExpressionCompiler {
  /// What bare names mean.
  enum Names {
    case nodes
    /// Columns of a choice list.
    case columns([String])
  }

  let tree: FormTree
  /// Choice lists by name, and the columns of each.
  let lists: [String: Int]
  let columns: [[String]]
  /// Where the whole expression stands.
  let currentNode: Int
  /// Where the part being compiled stands: in a predicate, at the node it thins.
  var contextNode: Int
  var names: Names = .nodes
  /// Whether `.` is the answer being judged.
  let isConstraint: Bool
  var inPredicate = false
  /// Filtering the rows of a repeat: names inside it mean the candidate row.
  var candidateScope: Int?
  var dependencies = Dependencies()
  /// Nodes of several rows that are used as one value.
  private(set) var manyValued: [Int] = []

  init(
    tree: FormTree, lists: [String: Int], columns: [[String]], node: Int,
    isConstraint: Bool = false
  ) {
    self.tree = tree
    self.lists = lists
    self.columns = columns
    currentNode = node
    contextNode = node
    self.isConstraint = isConstraint
  }

  /// Reads and compiles a text.
  mutating func compile(_ text: String) throws(ExpressionFault) -> Expression {
    try compile(try Parser.parse(text))
  }

  mutating func compile(_ syntax: Syntax) throws(ExpressionFault) -> Expression {
    switch syntax {
    case .number(let value): return .number(value)
    case .text(let text): return .string(text)
    case .negation(let inner):
      let inner = try compile(inner)
      if case .number(let value) = inner { return .number(-value) }
      return .negate(inner)
    case .operation(let symbol, let left, let right):
      let left = try compile(left)
      let right = try compile(right)
      if symbol != "|" {
        noteMany(left)
        noteMany(right)
      }
      return try operation(symbol, left, right)
    case .call(let name, let arguments): return try call(name, arguments)
    case .path(let path): return try self.path(path)
    }
  }

  /// JavaRosa stops at such a use; XPath takes the first row's value, or any in a comparison.
  mutating func noteMany(_ expression: Expression) {
    guard case .reference(let reference) = expression, !reference.down.isEmpty else { return }
    manyValued.append(reference.node)
  }

  private func operation(
    _ symbol: String, _ left: Expression, _ right: Expression
  ) throws(ExpressionFault) -> Expression {
    switch symbol {
    case "or": return .or(left, right)
    case "and": return .and(left, right)
    case "=": return .compare(.equal, left, right)
    case "!=": return .compare(.notEqual, left, right)
    case "<": return .compare(.less, left, right)
    case "<=": return .compare(.lessOrEqual, left, right)
    case ">": return .compare(.greater, left, right)
    case ">=": return .compare(.greaterOrEqual, left, right)
    case "+": return .arithmetic(.add, left, right)
    case "-": return .arithmetic(.subtract, left, right)
    case "*": return .arithmetic(.multiply, left, right)
    case "div": return .arithmetic(.divide, left, right)
    case "mod": return .arithmetic(.remainder, left, right)
    default:
      guard left.isNodes, right.isNodes else { throw .badArgument(function: "|") }
      return .union(left, right)
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [Syntax]
  ) throws(ExpressionFault) -> Expression {
    if name == "current", arguments.isEmpty {
      return try path(Syntax.Path(start: .call(name, arguments)))
    }
    guard let function = Function(rawValue: name) else {
      throw Function.unsupported.contains(name) || name == "instance"
        ? .unsupportedFunction(name) : .unknownFunction(name)
    }
    guard function.arity.contains(arguments.count) else {
      throw .argumentCount(function: name, given: arguments.count)
    }
    switch function {
    case .yes: return .boolean(true)
    case .no: return .boolean(false)
    case .position: return try position(arguments.first)
    case .indexedRepeat: return try indexedRepeat(arguments)
    case .choiceName: return try choiceName(arguments)
    case .once:
      let inner = try compile(arguments[0])
      return .once(inner, own: reference(to: currentNode))
    default: break
    }
    var compiled: [Expression] = []
    for argument in arguments { compiled.append(try compile(argument)) }
    if !function.takesNodes { compiled.forEach { noteMany($0) } }
    switch function {
    case .count, .countNonEmpty, .sum:
      guard compiled[0].isNodes else { throw .badArgument(function: name) }
    case .regex:
      if case .string(let text) = compiled[1] {
        guard let pattern = Pattern(text) else { throw .badPattern(text) }
        return .matches(compiled[0], pattern)
      }
    case .formatDate, .formatDateTime:
      if case .string(let text) = compiled[1] {
        let format = try DateFormat(text)
        if format.usesNames { dependencies.language = true }
        return .format(compiled[0], format, withTime: function == .formatDateTime)
      }
    case .checklist: break
    case .weightedChecklist:
      guard compiled.count % 2 == 0 else {
        throw .argumentCount(function: name, given: compiled.count)
      }
    default: break
    }
    return .call(function, compiled)
  }

  private mutating func position(_ argument: Syntax?) throws(ExpressionFault) -> Expression {
    guard let argument else {
      if inPredicate { return .candidateNumber }
      let scope = tree.places[contextNode].scope
      dependencies.usePosition(scope, depth: tree.scopes[scope].depth)
      return .rowNumber(up: 0, fromCurrent: false)
    }
    guard case .path(let path) = argument else { throw .badArgument(function: "position") }
    guard case .reference(let reference) = try self.path(path), reference.down.isEmpty else {
      throw .unsupported("position(node-set)")
    }
    let place = tree.places[reference.node]
    guard place.isRepeat else { return .number(1) }
    dependencies.usePosition(place.scope, depth: inPredicate ? 0 : tree.scopes[place.scope].depth)
    return .rowNumber(up: reference.up, fromCurrent: reference.fromCurrent)
  }

  private mutating func choiceName(_ arguments: [Syntax]) throws(ExpressionFault) -> Expression {
    let fault = ExpressionFault.badArgument(function: Function.choiceName.rawValue)
    let value = try compile(arguments[0])
    // The second argument is an expression in quotes; real forms also leave the quotes out.
    let named: Syntax
    if case .text(let text) = arguments[1] {
      named = try Parser.parse(text)
    } else {
      named = arguments[1]
    }
    guard case .path(let path) = named, case .reference(let reference) = try self.path(path) else {
      throw fault
    }
    guard tree.places[reference.node].list != nil else { throw fault }
    dependencies.language = true
    return .choiceName(value, of: reference)
  }

  private mutating func indexedRepeat(
    _ arguments: [Syntax]
  ) throws(ExpressionFault) -> Expression {
    let name = Function.indexedRepeat.rawValue
    guard arguments.count % 2 == 1 else {
      throw .argumentCount(function: name, given: arguments.count)
    }
    let target = try node(arguments[0], function: name)
    var numbers: [Int: Expression] = [:]
    for index in stride(from: 1, to: arguments.count, by: 2) {
      let repeatNode = try node(arguments[index], function: name)
      guard tree.places[repeatNode].isRepeat else { throw .badArgument(function: name) }
      numbers[tree.places[repeatNode].scope] = try compile(arguments[index + 1])
    }
    let own = tree.scopes[tree.places[contextNode].scope]
    var levels: [IndexedReference.Level] = []
    for scope in tree.scopes[tree.places[target].scope].chain.dropFirst() {
      let depth = tree.scopes[scope].depth
      let isOwn = own.chain.contains(scope)
      levels.append(
        .init(
          slot: tree.scopes[scope].slot, number: numbers.removeValue(forKey: scope),
          ownUp: isOwn ? own.depth - depth : nil))
      dependencies.useRows(scope, depth: 0)
    }
    guard numbers.isEmpty else { throw .badArgument(function: name) }
    dependencies.use(target, depth: 0)
    return .indexed(
      IndexedReference(
        levels: levels, local: tree.places[target].local, isNumeric: tree.places[target].isNumeric))
  }

  /// The node that an argument names, wherever its rows are.
  private mutating func node(
    _ syntax: Syntax, function: String
  ) throws(ExpressionFault) -> Int {
    let kept = dependencies
    defer { dependencies = kept }
    guard case .path(let path) = syntax, case .reference(let reference) = try self.path(path)
    else { throw .badArgument(function: function) }
    return reference.node
  }
}
