/// What was found, in the words of the form.
extension Abstraction {
  /// The answers at which the search ended, as `name=answer`; what is not asked or not answered is
  /// left out.
  func witness(_ nodes: [Int], _ problem: Problem, _ search: inout LogicSearch) -> String {
    var told: [String] = []
    var there: [Int] = []
    for row in problem.rows where truth(isThere(row), &search) == .yes { there.append(row) }
    for node in nodes {
      let scope = builder.tree.places[node].scope
      let places = scope == 0 ? [0] : there.filter { rows[$0].scope == scope }
      for row in places {
        guard let answer = answer(node, row, &search), !answer.isEmpty else { continue }
        let one = "\(builder.nodes[node].name)=\(answer)"
        if !told.contains(one) { told.append(one) }
      }
    }
    return told.joined(separator: "; ")
  }

  private func answer(_ node: Int, _ row: Int, _ search: inout LogicSearch) -> String? {
    for alternative in value(of: node, row)
    where truth(alternative.guards, &search) != .no {
      return text(alternative.term, &search)
    }
    return nil
  }

  /// Nothing is known of a statement that was not there when the search was made.
  private func truth(_ statement: Statement, _ search: inout LogicSearch) -> Truth {
    statement < search.statements ? search.truth(statement) : .unknown
  }

  private func text(_ term: Term, _ search: inout LogicSearch) -> String? {
    switch term {
    case .constant(let value): return value.stored
    case .variable(let variable, let conversions):
      guard let value = search.value(of: variable) else { return nil }
      return conversions.reduce(value) { $1($0) }.stored
    case .several(let node, let row):
      guard truth(isAsked(node, row), &search) == .yes else { return nil }
      return choiceNames(node).filter { name in
        truth(isChosen(node, row, name), &search) == .yes
      }.joined(separator: " ")
    case .tally: return nil
    }
  }
}
