extension FormInstance {
  /// The same household with only what was said and what the form would take now: that is what is to
  /// be judged.
  ///
  /// An answer that nobody has said as things stand, that its constraint no longer allows, or that is
  /// not on offer, is as good as none. A changed date can make a birth lie in the future, and answers
  /// that came from elsewhere were never held to a filter; a household must not be met by any of
  /// these, nor by an answer that only comes to light because another is left out.
  public func valid() -> FormInstance {
    var doubtful = doubtfulAnswers(besides: self)
    guard !doubtful.isEmpty else { return self }
    var instance = self
    // Without one answer another may be out of place; each turn takes at least one away.
    while !doubtful.isEmpty {
      let found = doubtful
      instance.loading { instance in
        for address in found { instance.load(address, "") }
      }
      doubtful = instance.doubtfulAnswers(besides: self)
    }
    return instance
  }

  /// What is asked and answered but does not count; what was not asked in the form as it was given
  /// does not either.
  private func doubtfulAnswers(besides given: FormInstance) -> [NodeAddress] {
    var found: [NodeAddress] = []
    for row in rows.indices where rows[row].isUsed {
      for node in form.answeredIn[rows[row].scope] {
        let local = form.spots[node].local
        let cell = rows[row].cells[local]
        guard cell.relevant, !cell.value.isEmpty else { continue }
        if cell.isUnsaid || !given.rows[row].cells[local].relevant
          || !satisfies(node, row, cell.value) || !isOffered(cell.value, node, row)
        {
          found.append(address(node, row))
        }
      }
    }
    return found
  }

  /// Whether every name of an answer is among the choices that its filter leaves.
  private func isOffered(_ value: String, _ node: Int, _ row: Int) -> Bool {
    if form.plans[node].roster != nil { return offeredNames(node, row).contains(value) }
    guard let list = form.plans[node].list else { return true }
    var context = context(row)
    context.list = list
    let isSeveral =
      if case .question(.selectMultiple) = form.nodes[node].kind { true } else { false }
    for name in isSeveral ? AnswerTokens.split(value) : [value] {
      guard let index = place(of: name, in: list) else { return false }
      guard let filter = form.plans[node].choiceFilter else { continue }
      context.choice = index
      guard truth(filter, context) else { return false }
    }
    return true
  }

  private func place(of name: String, in list: Int) -> Int? {
    // By number: to take an entry out of the list, as `firstIndex` does, costs more than to compare it.
    for index in form.lists[list].entries.indices
    where form.lists[list].entries[index].name == name {
      return index
    }
    return nil
  }
}
