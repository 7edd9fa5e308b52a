extension FormInstance {
  /// The stored answer, also while the question is irrelevant; empty where there is none.
  public func value(_ address: NodeAddress) -> String {
    guard let row = row(of: address), !isWholeRepeat(address) else { return "" }
    return rows[row].cells[form.tree.places[address.node].local].value
  }

  /// The answer as expressions see it: empty while the question is irrelevant.
  public func visibleValue(_ address: NodeAddress) -> String {
    guard let row = row(of: address), !isWholeRepeat(address) else { return "" }
    let cell = rows[row].cells[form.tree.places[address.node].local]
    return cell.relevant ? cell.value : ""
  }

  /// Whether someone said the stored answer as things stand; true where there is none.
  ///
  /// Not said are what was loaded so, and what was hidden since it was said.
  public func isSaid(_ address: NodeAddress) -> Bool {
    guard let row = row(of: address), !isWholeRepeat(address) else { return true }
    let cell = rows[row].cells[form.spots[address.node].local]
    return cell.value.isEmpty || !cell.isUnsaid
  }

  /// The state for which the stored answer stands, when it is a special one.
  public func special(_ address: NodeAddress) -> Special? {
    let value = value(address)
    if value.isEmpty { return nil }
    if let own = form.nodes[address.node].specials[value] { return own }
    guard let list = form.plans[address.node].list, !form.lists[list].specials.isEmpty else {
      return nil
    }
    for (name, special) in form.lists[list].specials where AnswerTokens.contains(value, name) {
      return special
    }
    return nil
  }

  /// Whether the node is relevant here, and everything around it.
  public func isRelevant(_ address: NodeAddress) -> Bool {
    guard let row = row(of: address) else { return false }
    let place = form.tree.places[address.node]
    if isWholeRepeat(address) {
      return rows[row].rosters[form.tree.scopes[place.scope].slot].relevant
    }
    return rows[row].cells[place.local].relevant
  }

  /// Whether an answer is demanded here now.
  public func isRequired(_ address: NodeAddress) -> Bool {
    condition(form.plans[address.node].required, address)
  }

  /// Whether the answer may not be changed by hand.
  public func isReadOnly(_ address: NodeAddress) -> Bool {
    condition(form.plans[address.node].readOnly, address)
  }

  private func condition(_ condition: NodePlan.Condition, _ address: NodeAddress) -> Bool {
    switch condition {
    case .fixed(let fixed): return fixed
    case .expression(let expression):
      guard let row = row(of: address) else { return false }
      return truth(expression, context(row))
    }
  }

  /// What the constraint says of the stored answer.
  public func constraint(_ address: NodeAddress) -> ConstraintState {
    guard form.plans[address.node].constraint != nil else { return .none }
    guard let row = row(of: address) else { return .empty }
    let value = value(address)
    if value.isEmpty { return .empty }
    return satisfies(address.node, row, value)
      ? .pass : .fail(message: message(form.plans[address.node].constraintMessage, row))
  }

  func satisfies(_ node: Int, _ row: Int, _ value: String) -> Bool {
    guard let constraint = form.plans[node].constraint else { return true }
    var context = context(row)
    context.answer =
      form.tree.places[node].isNumeric ? .number(NumberText.parse(value)) : .string(value)
    return truth(constraint, context)
  }

  func message(_ text: FormText?, _ row: Int) -> [String: String] {
    guard let text else { return [:] }
    var messages: [String: String] = [:]
    for (index, language) in form.languages.enumerated() {
      messages[language] = fill(text, index, row)
    }
    return messages
  }

  /// The label with the answers it names filled in; empty where the form has none.
  public func label(_ address: NodeAddress, language: String) -> String {
    text(form.plans[address.node].label, address, language)
  }

  /// The hint with the answers it names filled in; empty where the form has none.
  public func hint(_ address: NodeAddress, language: String) -> String {
    text(form.plans[address.node].hint, address, language)
  }

  /// The guidance for the interviewer, filled in; empty where the form has none.
  public func guidance(_ address: NodeAddress, language: String) -> String {
    text(form.plans[address.node].guidance, address, language)
  }

  private func text(_ text: FormText?, _ address: NodeAddress, _ language: String) -> String {
    guard let text, let row = row(of: address) else { return "" }
    return fill(text, form.languages.firstIndex(of: language) ?? form.defaultLanguage, row)
  }

  func fill(_ text: FormText, _ language: Int, _ row: Int) -> String {
    guard let parts = text.parts[language] else { return "-" }
    var filled = ""
    for part in parts {
      switch part {
      case .literal(let literal): filled += literal
      case .expression(let expression):
        filled += self.text(expression, context(row, language: language))
      }
    }
    return filled
  }

  /// The visible value of a calculation by its key, in the rows given.
  public func calculated(_ name: String, rows: [RowID] = []) -> String {
    guard let node = form.nodeOfKey[name] else { return "" }
    return visibleValue(NodeAddress(node: node, rows: rows))
  }

  /// The rows of a repeat, in order.
  public func rows(_ repeatAddress: NodeAddress) -> [RowID] {
    guard let roster = roster(repeatAddress) else { return [] }
    return rows[roster.row].rosters[roster.slot].order.map { rows[$0].id }
  }

  /// Where a repeat's rows are kept.
  func roster(_ address: NodeAddress) -> (row: Int, slot: Int, scope: Int)? {
    guard form.nodes.indices.contains(address.node), form.tree.places[address.node].isRepeat,
      isWholeRepeat(address), let row = row(of: address)
    else { return nil }
    let scope = form.tree.places[address.node].scope
    return (row, form.tree.scopes[scope].slot, scope)
  }

  /// Everything an interviewer is shown, in order.
  public func stops() -> [Stop] {
    var stops: [Stop] = []
    append(0, to: &stops)
    return stops
  }

  private func append(_ row: Int, to stops: inout [Stop]) {
    for (part, shown) in rows[row].stops.enumerated() {
      stops.append(contentsOf: shown)
      guard part < rows[row].rosters.count else { continue }
      for inner in rows[row].rosters[part].order { append(inner, to: &stops) }
    }
  }

  /// Brings the stops of rows up to date in which something appeared or vanished.
  mutating func refreshStops() {
    for row in rows.indices where rows[row].stopsAreStale && rows[row].isUsed {
      rows[row].stops = shown(row)
      stopsVersion += 1
      rows[row].stopsVersion = stopsVersion
      rows[row].stopsAreStale = false
    }
  }

  private func shown(_ row: Int) -> [[Stop]] {
    let state = rows[row]
    var parts: [[Stop]] = []
    var part: [Stop] = []
    for item in form.layouts[state.scope] {
      switch item {
      case .question(let local, let node):
        if state.cells[local].relevant {
          part.append(.question(NodeAddress(node: node, rows: state.path)))
        }
      case .note(let local, let node):
        if state.cells[local].relevant {
          part.append(.note(NodeAddress(node: node, rows: state.path)))
        }
      case .roster(let slot, let node):
        if state.rosters[slot].relevant {
          part.append(.roster(NodeAddress(node: node, rows: state.path)))
        }
        parts.append(part)
        part = []
      }
    }
    parts.append(part)
    return parts
  }
}

extension FormInstance {
  /// The name that the form gives to what was filled in; nil where it gives none.
  public var instanceName: String? {
    form.instanceName.map { text($0, context(0)) }
  }
}
