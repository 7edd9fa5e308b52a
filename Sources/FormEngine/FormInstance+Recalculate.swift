extension FormInstance {
  /// Computes everything anew, in order.
  mutating func recalculateAll() {
    if isLoading { return }
    inheritRelevance(0)
    var marks = newMarks()
    for row in rows.indices where rows[row].isUsed {
      for rank in form.computedIn[rows[row].scope] where rank < form.firstFilter {
        marks.mark(rank, row)
      }
      rows[row].stopsAreStale = true
    }
    settle(&marks)
    refreshStops()
  }

  /// Computes what is due until nothing is; filters stay due.
  mutating func settle(_ marks: inout Marks) {
    while let rank = marks.first(below: form.firstFilter) {
      let computation = form.computations[rank]
      while let row = marks.take(rank) {
        if rows[row].isUsed { compute(computation, row, &marks) }
      }
    }
  }

  private mutating func compute(
    _ computation: Computation, _ row: Int, _ marks: inout Marks
  ) {
    let node = computation.node
    switch computation.aspect {
    case .value:
      guard let expression = form.plans[node].calculation else { return }
      let text = canonical(value(expression, context(row)).stored, node)
      if store(node, row, text) { changed(node, row, &marks) }
    case .relevance:
      guard let expression = form.plans[node].relevance else { return }
      let relevant = truth(expression, context(row))
      let local = form.spots[node].local
      guard rows[row].cells[local].own != relevant else { return }
      rows[row].cells[local].own = relevant
      spread(node, row, &marks)
    case .roster:
      guard let expression = form.plans[node].relevance else { return }
      var context = context(row)
      context.rowLift = 1
      context.currentLift = 1
      let relevant = truth(expression, context)
      let scope = form.spots[node].scope
      let slot = form.slots[scope]
      guard rows[row].rosters[slot].own != relevant else { return }
      rows[row].rosters[slot].own = relevant
      updateRoster(scope, row)
    case .filter: return
    }
  }

  /// What looks at a value that has changed is due; so is the value's own filter.
  func changed(_ node: Int, _ row: Int, _ marks: inout Marks) {
    let local = form.spots[node].local
    guard rows[row].cells[local].relevant else { return }
    for dependent in form.dependents[node] { mark(dependent, row, &marks) }
  }

  /// Marks a computation in every row that shares its upper rows with the one that changed.
  func mark(_ dependent: Dependent, _ row: Int, _ marks: inout Marks) {
    var shared = row
    var depth = form.depths[rows[row].scope]
    while depth > dependent.depth {
      shared = rows[shared].parent
      depth -= 1
    }
    let chain = form.chains[form.scopeOf[dependent.rank]]
    if depth == chain.count - 1 {
      marks.mark(dependent.rank, shared)
    } else {
      markBelow(dependent.rank, shared, depth, chain, &marks)
    }
  }

  private func markBelow(
    _ rank: Int, _ row: Int, _ depth: Int, _ chain: [Int], _ marks: inout Marks
  ) {
    guard depth < chain.count - 1 else { return marks.mark(rank, row) }
    let slot = form.slots[chain[depth + 1]]
    for inner in rows[row].rosters[slot].order {
      markBelow(rank, inner, depth + 1, chain, &marks)
    }
  }

  // MARK: Relevance

  /// Hands a changed relevance down to everything inside a node.
  private mutating func spread(_ node: Int, _ row: Int, _ marks: inout Marks) {
    let local = form.spots[node].local
    let relevant = isSurroundingRelevant(node, row) && rows[row].cells[local].own
    guard rows[row].cells[local].relevant != relevant else { return }
    rows[row].cells[local].relevant = relevant
    rows[row].stopsAreStale = true
    if relevant, !rows[row].cells[local].value.isEmpty { marks.shownAgain.append((node, row)) }
    for dependent in form.dependents[node] { mark(dependent, row, &marks) }
    if relevant, form.filterOf[node] >= 0 { marks.mark(form.filterOf[node], row) }
    for child in form.childrenOf[node] {
      guard form.spots[child].isRepeat else {
        spread(child, row, &marks)
        continue
      }
      let scope = form.spots[child].scope
      updateRoster(scope, row)
      for inner in rows[row].rosters[form.slots[scope]].order { spread(child, inner, &marks) }
    }
  }

  private func isSurroundingRelevant(_ node: Int, _ row: Int) -> Bool {
    let spot = form.spots[node]
    if spot.isRoot { return true }
    return rows[spot.isRepeat ? rows[row].parent : row].cells[spot.parentLocal].relevant
  }

  private mutating func updateRoster(_ scope: Int, _ outer: Int) {
    let slot = form.slots[scope]
    let around = form.spots[form.tree.scopes[scope].node].parentLocal
    let relevant = rows[outer].rosters[slot].own && rows[outer].cells[around].relevant
    guard rows[outer].rosters[slot].relevant != relevant else { return }
    rows[outer].rosters[slot].relevant = relevant
    rows[outer].stopsAreStale = true
  }

  /// Gives a new row, and the rows inside it, the relevance of what is around it.
  mutating func inheritRelevance(_ row: Int) {
    for node in form.tree.scopes[rows[row].scope].nodes {
      let local = form.spots[node].local
      rows[row].cells[local].relevant =
        isSurroundingRelevant(node, row) && rows[row].cells[local].own
    }
    rows[row].stopsAreStale = true
    for (slot, scope) in form.tree.scopes[rows[row].scope].repeats.enumerated() {
      updateRoster(scope, row)
      for inner in rows[row].rosters[slot].order { inheritRelevance(inner) }
    }
  }
}
