extension FormInstance {
  /// The choices on offer, after the choice filter; empty for a question without choices.
  public func choices(_ address: NodeAddress) -> [Choice] {
    guard let row = row(of: address) else { return [] }
    let plan = form.plans[address.node]
    if plan.roster != nil {
      return offeredNames(address.node, row).map { name in
        Choice(
          name: name, special: nil, labels: form.languages.map { _ in name },
          languages: form.languages)
      }
    }
    guard let list = plan.list else { return [] }
    if plan.choiceFilter == nil, let fixed = form.lists[list].fixed { return fixed }
    var choices: [Choice] = []
    for index in offered(plan, list, row) {
      if let fixed = form.lists[list].fixed {
        choices.append(fixed[index])
        continue
      }
      let entry = form.lists[list].entries[index]
      choices.append(
        Choice(
          name: entry.name, special: entry.special,
          labels: form.languages.indices.map { fill(entry.label, $0, row) },
          languages: form.languages))
    }
    return choices
  }

  /// The names on offer to a question in a row.
  func offeredNames(_ node: Int, _ row: Int) -> [String] {
    let plan = form.plans[node]
    if let roster = plan.roster {
      var names: [String] = []
      let context = context(row)
      forEachCell(roster, context) { cell, candidate in
        if cell.value.isEmpty || names.contains(cell.value) { return }
        if let filter = plan.choiceFilter {
          var inner = context
          inner.row = candidate
          guard truth(filter, inner) else { return }
        }
        names.append(cell.value)
      }
      return names
    }
    guard let list = plan.list else { return [] }
    return offered(plan, list, row).map { form.lists[list].entries[$0].name }
  }

  private func offered(_ plan: NodePlan, _ list: Int, _ row: Int) -> [Int] {
    let entries = form.lists[list].entries
    guard let filter = plan.choiceFilter else { return Array(entries.indices) }
    var context = context(row)
    context.list = list
    return entries.indices.filter { index in
      context.choice = index
      return truth(filter, context)
    }
  }
}

extension FormInstance {
  /// Whether the stored answer of a select is among the choices on offer now; true where there is
  /// no answer or nothing to choose from.
  ///
  /// A loaded answer is kept whether or not it is still offered, so that this can be asked.
  public func isOffered(_ address: NodeAddress) -> Bool {
    guard let row = row(of: address), let type = form.nodes[address.node].kind.questionType,
      type.isSelect
    else { return true }
    let value = value(address)
    if value.isEmpty { return true }
    let offered = offeredNames(address.node, row)
    guard case .selectMultiple = type else { return offered.contains(value) }
    return AnswerTokens.split(value).allSatisfy(offered.contains)
  }
}
