extension ExpressionCompiler {
  /// A way under construction: rows up, then repeats down, to a node.
  private struct Way {
    var node: Int
    var up: Int
    var down: [Int]
    var fromCurrent: Bool
  }

  /// The one node that a name means.
  func node(named name: String) throws(ExpressionFault) -> Int {
    let found = tree.nodes(named: name)
    guard let node = found.first else { throw .unknownName(name) }
    guard found.count == 1 else { throw .ambiguousName(name) }
    return node
  }

  /// The node itself where the whole expression stands.
  func reference(to node: Int) -> Reference {
    let place = tree.places[node]
    return Reference(
      node: node, local: place.local, up: 0, down: [], isNumeric: place.isNumeric,
      fromCurrent: inPredicate)
  }

  /// A node by `${name}`: the rows shared with the asker are the asker's own, all others are meant.
  private func way(toName name: String) throws(ExpressionFault) -> Way {
    let node = try node(named: name)
    let asker = tree.scopes[tree.places[currentNode].scope]
    let target = tree.scopes[tree.places[node].scope]
    if let candidateScope, let place = target.chain.firstIndex(of: candidateScope) {
      let down = target.chain[(place + 1)...].map { tree.scopes[$0].slot }
      return Way(node: node, up: 0, down: down, fromCurrent: false)
    }
    var shared = 0
    while shared < asker.chain.count, shared < target.chain.count,
      asker.chain[shared] == target.chain[shared]
    {
      shared += 1
    }
    // A repeat named from inside itself means all its rows.
    if tree.places[node].isRepeat, shared == target.chain.count { shared = 1 }
    return Way(
      node: node, up: asker.depth - (shared - 1),
      down: target.chain[shared...].map { tree.scopes[$0].slot }, fromCurrent: inPredicate)
  }

  private func start(_ path: Syntax.Path) throws(ExpressionFault) -> Way {
    switch path.start {
    case .context: return Way(node: contextNode, up: 0, down: [], fromCurrent: false)
    case .root:
      let depth = tree.scopes[tree.places[contextNode].scope].depth
      return Way(node: -1, up: depth, down: [], fromCurrent: false)
    case .reference(let name): return try way(toName: name)
    case .call("current", let arguments) where arguments.isEmpty:
      return Way(node: currentNode, up: 0, down: [], fromCurrent: inPredicate)
    case .call(let name, _): throw .unsupported("\(name)()/")
    }
  }

  private func follow(_ test: Syntax.Path.Test, _ way: inout Way) throws(ExpressionFault) {
    switch test {
    case .itself: return
    case .parent:
      guard way.node >= 0, let parent = tree.places[way.node].parent else {
        throw .unknownPath("..")
      }
      if tree.places[way.node].isRepeat {
        if way.down.isEmpty { way.up += 1 } else { way.down.removeLast() }
      }
      way.node = parent
    case .child(let name):
      // Only the root itself can stand below the start of an absolute path.
      if way.node < 0 {
        guard tree.places[0].name == name else { throw .unknownPath("/" + name) }
        way.node = 0
        return
      }
      guard let child = tree.child(name, of: way.node) else { throw .unknownPath(name) }
      if tree.places[child].isRepeat {
        way.down.append(tree.scopes[tree.places[child].scope].slot)
      }
      way.node = child
    }
  }

  /// Ends a way, and notes what it looks at.
  private mutating func finish(_ way: Way, relativeToCandidate: Bool) -> Reference {
    let place = tree.places[way.node]
    let scope = tree.scopes[place.scope]
    let depth = relativeToCandidate ? 0 : scope.depth - way.down.count
    dependencies.use(way.node, depth: depth)
    for passed in scope.chain.suffix(relativeToCandidate ? scope.depth : way.down.count) {
      dependencies.useRows(passed, depth: depth)
    }
    return Reference(
      node: way.node, local: place.local, up: way.up, down: way.down, isNumeric: place.isNumeric,
      fromCurrent: way.fromCurrent)
  }

  /// Compiles a path.
  mutating func path(_ path: Syntax.Path) throws(ExpressionFault) -> Expression {
    if case .call("instance", let arguments) = path.start { return try lookup(arguments, path) }
    if case .columns(let columns) = names, case .context = path.start {
      return try column(path, columns)
    }
    if isConstraint, !inPredicate, path.start == .context, path.steps.count == 1,
      path.steps[0].test == .itself, path.steps[0].predicates.isEmpty
    {
      return .answer
    }
    var way = try start(path)
    var stages: [PathPlan.Stage] = []
    var base: Reference?
    var pending: [Expression] = []
    /// In a predicate a way that starts at the candidate leads to rows the asker has no part in.
    func isCandidates(_ way: Way) -> Bool { inPredicate && !way.fromCurrent }

    func thin(_ predicates: [Syntax]) throws(ExpressionFault) {
      guard !predicates.isEmpty else { return }
      let reference = finish(way, relativeToCandidate: isCandidates(way) || base != nil)
      if base == nil {
        base = reference
      } else {
        stages.append(PathPlan.Stage(predicates: pending, next: reference))
      }
      pending = try compilePredicates(predicates, at: way.node)
      way = Way(node: way.node, up: 0, down: [], fromCurrent: false)
    }

    try thin(path.predicates)
    for step in path.steps {
      try follow(step.test, &way)
      try thin(step.predicates)
    }
    guard way.node >= 0 else { throw .unknownPath("/") }
    guard let base else {
      return .reference(finish(way, relativeToCandidate: isCandidates(way)))
    }
    let last = finish(way, relativeToCandidate: true)
    stages.append(PathPlan.Stage(predicates: pending, next: last))
    return .path(PathPlan(base: base, stages: stages))
  }

  private mutating func compilePredicates(
    _ predicates: [Syntax], at node: Int
  ) throws(ExpressionFault) -> [Expression] {
    let kept = (contextNode, inPredicate, names)
    defer { (contextNode, inPredicate, names) = kept }
    (contextNode, inPredicate, names) = (node, true, .nodes)
    var compiled: [Expression] = []
    for predicate in predicates { compiled.append(try compile(predicate)) }
    return compiled
  }

  /// A bare name in a choice filter; a column that no choice has is empty, as XLSForm says.
  private func column(
    _ path: Syntax.Path, _ columns: [String]
  ) throws(ExpressionFault) -> Expression {
    var steps = path.steps
    if steps.count > 1, steps[0].test == .itself, steps[0].predicates.isEmpty {
      steps.removeFirst()
    }
    guard steps.count == 1, steps[0].predicates.isEmpty, case .child(let name) = steps[0].test
    else { throw .unsupported("choice_filter: path") }
    guard let index = columns.firstIndex(of: name) else { return .string("") }
    return .column(index)
  }

  private mutating func lookup(
    _ arguments: [Syntax], _ path: Syntax.Path
  ) throws(ExpressionFault) -> Expression {
    guard arguments.count == 1, case .text(let name) = arguments[0], path.predicates.isEmpty,
      path.steps.count == 3, path.steps[0] == .init(test: .child("root"), predicates: []),
      path.steps[1].test == .child("item"), case .child(let column) = path.steps[2].test,
      path.steps[2].predicates.isEmpty
    else { throw .unsupported("instance()") }
    guard let list = lists[name] else { throw .unknownPath("instance('\(name)')") }
    let kept = names
    defer { names = kept }
    names = .columns(columns[list])
    var predicates: [Expression] = []
    for predicate in path.steps[1].predicates { predicates.append(try compile(predicate)) }
    guard let index = columns[list].firstIndex(of: column) else { return .string("") }
    return .lookup(ChoiceLookup(list: list, predicates: predicates, column: index))
  }
}
