/// Brings computations into an order in which each comes after what it looks at.
struct DependencyOrder {
  /// The computations' numbers, in order; those on a cycle and behind it are missing.
  private(set) var order: [Int] = []
  /// One cycle, if there is any.
  private(set) var cycle: [Int]?

  init(_ computations: [Computation], tree: FormTree) {
    var values: [Int: Int] = [:]
    var relevances: [Int: [Int]] = [:]
    for (index, computation) in computations.enumerated() {
      switch computation.aspect {
      case .value: values[computation.node] = index
      case .relevance, .roster: relevances[computation.node, default: []].append(index)
      case .filter: break
      }
    }
    /// By computation: what it must come after.
    var needs = [[Int]](repeating: [], count: computations.count)
    for (index, computation) in computations.enumerated() {
      var found: Set<Int> = []
      for use in computation.dependencies.uses {
        if let value = values[use.node] { found.insert(value) }
        for ancestor in tree.ancestors(of: use.node) {
          for relevance in relevances[ancestor] ?? []
          where !Self.isSameNode(
            computations[relevance], computation)
          {
            found.insert(relevance)
          }
        }
      }
      for use in computation.dependencies.rows {
        for ancestor in tree.ancestors(of: tree.scopes[use.node].node) {
          for relevance in relevances[ancestor] ?? [] where relevance != index {
            found.insert(relevance)
          }
        }
      }
      needs[index] = found.sorted()
    }
    sort(needs)
  }

  /// A repeat's two relevances look at the same things and not at each other.
  private static func isSameNode(_ one: Computation, _ other: Computation) -> Bool {
    one.node == other.node && one.aspect != other.aspect && other.aspect != .value
  }

  private mutating func sort(_ needs: [[Int]]) {
    var state = [UInt8](repeating: 0, count: needs.count)
    for start in needs.indices where state[start] == 0 {
      // Depth first with a stack of our own: a chain of calculations may be long.
      var stack: [(node: Int, next: Int)] = [(start, 0)]
      state[start] = 1
      while let (node, next) = stack.last {
        guard next < needs[node].count else {
          state[node] = 2
          order.append(node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let need = needs[node][next]
        if state[need] == 0 {
          state[need] = 1
          stack.append((need, 0))
        } else if state[need] == 1, cycle == nil {
          let first = stack.firstIndex { $0.node == need } ?? 0
          cycle = stack[first...].map(\.node)
        }
      }
    }
  }
}
