extension FormInstance {
  /// Answers a question as an interviewer does; an empty text clears the answer.
  ///
  /// On any result but `ok` nothing changes. Answers that a choice filter no longer offers are
  /// dropped, as XLSForm says, and told in the result; and so is what stands where a question is
  /// asked again.
  public mutating func set(_ address: NodeAddress, _ value: String) -> SetResult {
    answer(address, value, insisting: false)
  }

  /// Takes an answer away even where one is required; what follows from that is told as by `set`.
  public mutating func clear(_ address: NodeAddress) -> SetResult {
    answer(address, "", insisting: true)
  }

  private mutating func answer(
    _ address: NodeAddress, _ value: String, insisting: Bool
  ) -> SetResult {
    guard let row = row(of: address) else { return .noSuchNode }
    guard case .question(let type) = form.nodes[address.node].kind,
      form.nodes[address.node].isShown
    else {
      if case .note = form.nodes[address.node].kind { return .readOnly }
      return .notAQuestion
    }
    let local = form.spots[address.node].local
    guard rows[row].cells[local].relevant else { return .notRelevant }
    if isReadOnly(address) { return .readOnly }
    var stored = ""
    if value.isEmpty {
      if !insisting, isRequired(address) {
        return .requiredButEmpty(message: message(form.plans[address.node].requiredMessage, row))
      }
    } else {
      switch AnswerText.canonical(value, type: type) {
      case .failure(let refusal): return .badValue(refusal.reason)
      case .success(let text): stored = text
      }
      if type.isSelect {
        switch chosen(stored, address.node, row, type) {
        case .failure(let refusal): return .notAChoice(refusal.name)
        case .success(let text): stored = text
        }
      }
      guard satisfies(address.node, row, stored) else {
        return .constraintViolated(
          message: message(form.plans[address.node].constraintMessage, row))
      }
    }
    var marks = newMarks()
    var changes: [AnswerChange] = []
    if store(address.node, row, stored) { changed(address.node, row, &marks) }
    rows[row].cells[local].isUnsaid = false
    settle(&marks)
    dropUnoffered(&marks, &changes)
    doubtShownAgain(marks, &changes)
    refreshStops()
    return .ok(also: changes)
  }

  /// Puts a stored answer back without any check; what is now irrelevant or invalid is kept.
  ///
  /// What nobody has `said` as things stand is shown, but not judged by. Returns the places of other
  /// answers that came to light by it, which are left as they are.
  @discardableResult
  public mutating func load(
    _ address: NodeAddress, _ value: String, said: Bool = true
  ) -> [NodeAddress] {
    guard let row = row(of: address), !isWholeRepeat(address) else { return [] }
    let didChange = store(address.node, row, value)
    rows[row].cells[form.spots[address.node].local].isUnsaid = !said
    guard didChange, !isLoading else { return [] }
    var marks = newMarks()
    changed(address.node, row, &marks)
    settle(&marks)
    refreshStops()
    return marks.shownAgain.filter { node, row in
      guard case .question = form.nodes[node].kind, rows[row].isUsed else { return false }
      let cell = rows[row].cells[form.spots[node].local]
      return cell.relevant && !cell.value.isEmpty
    }.map { self.address($0.node, $0.row) }
  }

  /// Loads many rows and answers and computes only once, at the end.
  public mutating func loading<Failure: Error>(
    _ body: (inout FormInstance) throws(Failure) -> Void
  ) throws(Failure) {
    isLoading = true
    defer {
      isLoading = false
      recalculateAll()
    }
    try body(&self)
  }

  private struct NotOffered: Error {
    let name: String
  }

  /// The names chosen, each once and each on offer.
  private func chosen(
    _ text: String, _ node: Int, _ row: Int, _ type: QuestionType
  ) -> Result<String, NotOffered> {
    let offered = offeredNames(node, row)
    guard case .selectMultiple = type else {
      return offered.contains(text) ? .success(text) : .failure(NotOffered(name: text))
    }
    var names: [String] = []
    for name in AnswerTokens.split(text) {
      guard offered.contains(name) else { return .failure(NotOffered(name: name)) }
      if !names.contains(name) { names.append(name) }
    }
    return .success(names.joined(separator: " "))
  }

  /// Drops what filters that are due no longer offer, down the cascade, and tells each drop.
  ///
  /// Every drop makes an answer shorter, so this ends even where two filters look at each other.
  mutating func dropUnoffered(_ marks: inout Marks, _ changes: inout [AnswerChange]) {
    while let rank = marks.first(below: form.computations.count) {
      guard let row = marks.take(rank) else { continue }
      let node = form.computations[rank].node
      let local = form.spots[node].local
      guard rows[row].isUsed, rows[row].cells[local].relevant else { continue }
      let before = rows[row].cells[local].value
      if before.isEmpty { continue }
      let offered = offeredNames(node, row)
      let after: String
      if case .question(.selectMultiple) = form.nodes[node].kind {
        after = AnswerTokens.split(before).filter(offered.contains).joined(separator: " ")
      } else {
        after = offered.contains(before) ? before : ""
      }
      guard after != before else { continue }
      changes.append(
        AnswerChange(address: address(node, row), before: before, after: after, cause: .filteredOut)
      )
      store(node, row, after)
      changed(node, row, &marks)
      settle(&marks)
    }
  }

  /// Takes answers that stand where a question is asked again as unsaid, and tells each.
  ///
  /// They were given while something else held. Who takes an answer away must not, by what lay
  /// behind it, come to know more than before.
  mutating func doubtShownAgain(_ marks: Marks, _ changes: inout [AnswerChange]) {
    for (node, row) in marks.shownAgain where rows[row].isUsed {
      let cell = rows[row].cells[form.spots[node].local]
      guard cell.relevant, !cell.isUnsaid, !cell.value.isEmpty, form.nodes[node].isShown,
        case .question = form.nodes[node].kind
      else { continue }
      let address = address(node, row)
      if isReadOnly(address) { continue }
      rows[row].cells[form.spots[node].local].isUnsaid = true
      changes.append(
        AnswerChange(address: address, before: cell.value, after: cell.value, cause: .shownAgain))
    }
  }

  func newMarks() -> Marks {
    Marks(ranks: form.computations.count, rows: rows.count)
  }

  /// Puts a text into a cell, and tells whether that changed it.
  @discardableResult
  mutating func store(_ node: Int, _ row: Int, _ text: String) -> Bool {
    let local = form.spots[node].local
    guard rows[row].cells[local].value != text else { return false }
    if rows[row].cells[local].value.isEmpty != text.isEmpty, form.isFact[node] {
      // Whether a fact is shown hangs on whether there is one.
      rows[row].stopsAreStale = true
    }
    rows[row].cells[local].value = text
    rows[row].cells[local].number = NumberText.parse(text)
    return true
  }
}
