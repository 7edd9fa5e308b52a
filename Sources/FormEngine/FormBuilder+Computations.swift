extension FormBuilder {
  /// Orders what is computed; a cycle is a fault of the form, never an endless loop.
  mutating func orderComputations(_ sheet: String) {
    let sorted = DependencyOrder(computations, tree: tree)
    if let cycle = sorted.cycle {
      var names: [String] = []
      for index in cycle {
        let name = nodes[computations[index].node].name
        if names.last != name { names.append(name) }
      }
      let first = computations[cycle[0]]
      let column = first.aspect == .value ? "calculation" : "relevant"
      return fault(readers[first.node], column, .cycle(names))
    }
    computations = sorted.order.map { computations[$0] }
    firstFilter = computations.count
    for node in nodes.indices where plans[node].choiceFilter != nil || plans[node].roster != nil {
      computations.append(
        Computation(
          node: node, aspect: .filter, scope: tree.places[node].scope,
          dependencies: plans[node].filterDependencies))
    }
  }
}
