extension FormInstance {
  /// Adds a row to a repeat, at its end or in front of the row at a position.
  ///
  /// While answering, the row's defaults are run and told; with `creating` false the row is bare,
  /// for stored answers to be loaded. An unknown repeat or a known id changes nothing.
  @discardableResult
  public mutating func addRow(
    _ repeatAddress: NodeAddress, id: RowID, at position: Int? = nil, creating: Bool = true
  ) -> [AnswerChange] {
    guard let roster = roster(repeatAddress),
      let row = insertRow(roster.scope, in: roster.row, id: id, at: position)
    else { return [] }
    var changes: [AnswerChange] = []
    if creating { fillFixedDefaults(row, &changes) }
    if isLoading { return changes }
    var marks = newMarks()
    for rank in form.computedIn[roster.scope] where rank < form.firstFilter {
      marks.mark(rank, row)
    }
    inheritRelevance(row)
    markRowDependents(roster.scope, row, &marks)
    settle(&marks)
    if creating {
      runDefaults(row, &marks, &changes)
      dropUnoffered(&marks, &changes)
      doubtShownAgain(marks, &changes)
    }
    refreshStops()
    return changes
  }

  /// Takes a row out of a repeat with all that was answered in it.
  ///
  /// Answers elsewhere that were chosen from the row are dropped, and told; and so is what stands
  /// where a question is asked again.
  @discardableResult
  public mutating func removeRow(_ repeatAddress: NodeAddress, id: RowID) -> [AnswerChange] {
    guard let roster = roster(repeatAddress),
      let row = rows[roster.row].rosters[roster.slot].placeOf[id]
    else { return [] }
    var marks = newMarks()
    if !isLoading { markRowDependents(roster.scope, row, &marks) }
    rows[roster.row].rosters[roster.slot].placeOf[id] = nil
    stopsVersion += 1
    rows[roster.row].rosters[roster.slot].order.removeAll { $0 == row }
    release(row)
    renumber(roster.row, roster.slot)
    if isLoading { return [] }
    settle(&marks)
    var changes: [AnswerChange] = []
    dropUnoffered(&marks, &changes)
    doubtShownAgain(marks, &changes)
    refreshStops()
    return changes
  }

  /// Whether rows may be added to a repeat now.
  public func canAddRow(_ repeatAddress: NodeAddress) -> Bool {
    roster(repeatAddress) != nil && isRelevant(repeatAddress)
  }

  mutating func insertRow(_ scope: Int, in outer: Int, id: RowID, at position: Int?) -> Int? {
    let slot = form.tree.scopes[scope].slot
    guard rows[outer].rosters[slot].placeOf[id] == nil else { return nil }
    let state = newRow(id: id, scope: scope, parent: outer, path: rows[outer].path + [id])
    let place: Int
    if let freed = free.popLast() {
      place = freed
      rows[place] = state
    } else {
      place = rows.count
      rows.append(state)
    }
    let count = rows[outer].rosters[slot].order.count
    let index = min(max(position ?? count, 0), count)
    rows[outer].rosters[slot].order.insert(place, at: index)
    rows[outer].rosters[slot].placeOf[id] = place
    rows[place].number = count
    if index < count { renumber(outer, slot) }
    return place
  }

  private mutating func renumber(_ outer: Int, _ slot: Int) {
    for (number, place) in rows[outer].rosters[slot].order.enumerated() {
      rows[place].number = number
    }
  }

  private mutating func release(_ row: Int) {
    for slot in rows[row].rosters.indices {
      for inner in rows[row].rosters[slot].order { release(inner) }
    }
    rows[row].isUsed = false
    rows[row].cells = []
    rows[row].rosters = []
    rows[row].stops = []
    free.append(row)
  }

  /// Marks what goes through the rows of a repeat, and what asks for numbers that shift.
  private func markRowDependents(_ scope: Int, _ row: Int, _ marks: inout Marks) {
    for inner in form.tree.scopes.indices where form.tree.scopes[inner].chain.contains(scope) {
      for dependent in form.rowDependents[inner] { mark(dependent, row, &marks) }
    }
    let outer = rows[row].parent
    let order = rows[outer].rosters[form.tree.scopes[scope].slot].order
    guard !form.positionDependents[scope].isEmpty else { return }
    for sibling in order where rows[sibling].number >= rows[row].number {
      for dependent in form.positionDependents[scope] { mark(dependent, sibling, &marks) }
    }
  }

  mutating func fillFixedDefaults(_ row: Int) {
    var changes: [AnswerChange] = []
    fillFixedDefaults(row, &changes)
  }

  private mutating func fillFixedDefaults(_ row: Int, _ changes: inout [AnswerChange]) {
    for node in form.tree.scopes[rows[row].scope].nodes {
      guard case .fixed(let text)? = form.plans[node].initial, store(node, row, text) else {
        continue
      }
      changes.append(
        AnswerChange(address: address(node, row), before: "", after: text, cause: .defaulted))
    }
  }

  /// Runs the defaults that are expressions, in the order of the form, each seeing those before.
  mutating func runDefaults(
    _ row: Int, _ marks: inout Marks, _ changes: inout [AnswerChange]
  ) {
    for node in form.tree.scopes[rows[row].scope].nodes {
      guard case .expression(let expression)? = form.plans[node].initial else { continue }
      let text = canonical(value(expression, context(row)).stored, node)
      guard store(node, row, text) else { continue }
      changes.append(
        AnswerChange(address: address(node, row), before: "", after: text, cause: .defaulted))
      changed(node, row, &marks)
      settle(&marks)
    }
  }

  /// A computed text as the node's type stores it.
  func canonical(_ text: String, _ node: Int) -> String {
    guard !text.isEmpty, let type = form.nodes[node].kind.questionType else { return text }
    if type == .date, let moment = Moment(text) { return moment.date.text }
    if type == .integer {
      let number = NumberText.parse(text)
      return number.isNaN ? text : NumberText.print(number.rounded(.towardZero))
    }
    guard case .success(let canonical) = AnswerText.canonical(text, type: type) else {
      return text
    }
    return canonical
  }
}
