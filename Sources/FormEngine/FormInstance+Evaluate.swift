extension FormInstance {
  /// What an expression comes to, with the type it has.
  func value(_ expression: Expression, _ context: EvaluationContext) -> Value {
    switch expression {
    case .number(let number): return .number(number)
    case .string(let text): return .string(text)
    case .boolean(let truth): return .boolean(truth)
    case .reference(let reference): return first(reference, context)
    case .answer: return context.answer
    case .column(let column):
      return .string(form.lists[context.list].entries[context.choice].cells[column])
    case .path, .union, .lookup: return .string(texts(expression, context).first ?? "")
    case .or, .and, .compare: return .boolean(truth(expression, context))
    case .arithmetic, .negate, .rowNumber, .candidateNumber:
      return .number(number(expression, context))
    case .call(let function, let arguments): return call(function, arguments, context)
    case .matches(let text, let pattern):
      return .boolean(pattern.matches(self.text(text, context)))
    case .format(let moment, let format, _): return .string(formatted(moment, format, context))
    case .choiceName(let value, let node):
      return .string(choiceName(text(value, context), node, context))
    case .indexed(let indexed): return self.indexed(indexed, context)
    case .once(let inner, let own):
      let before = first(own, context, hidden: true)
      return before.text.isEmpty ? value(inner, context) : before
    case .namedFromAnywhere(let node): return namedFromAnywhere(node, context)
    }
  }

  /// An expression as a number; a cell's number is kept beside its text.
  func number(_ expression: Expression, _ context: EvaluationContext) -> Double {
    switch expression {
    case .number(let number): return number
    case .reference(let reference):
      guard reference.down.isEmpty else { return first(reference, context).number }
      let cell = rows[start(reference, context)].cells[reference.local]
      return cell.relevant ? cell.number : .nan
    case .arithmetic(let operation, let left, let right):
      let left = number(left, context)
      let right = number(right, context)
      switch operation {
      case .add: return left + right
      case .subtract: return left - right
      case .multiply: return left * right
      case .divide: return left / right
      case .remainder: return left.truncatingRemainder(dividingBy: right)
      }
    case .negate(let inner): return -number(inner, context)
    case .rowNumber(let up, let fromCurrent):
      var row = fromCurrent ? context.current : context.row
      for _ in 0..<up { row = rows[row].parent }
      return Double(rows[row].number + 1)
    case .candidateNumber: return Double(context.candidate)
    default: return value(expression, context).number
    }
  }

  /// An expression as a text.
  func text(_ expression: Expression, _ context: EvaluationContext) -> String {
    switch expression {
    case .string(let text): return text
    case .reference(let reference) where reference.down.isEmpty:
      let cell = rows[start(reference, context)].cells[reference.local]
      return cell.relevant ? cell.value : ""
    default: return value(expression, context).text
    }
  }

  /// An expression as a truth value; `and` and `or` look no further than they must.
  func truth(_ expression: Expression, _ context: EvaluationContext) -> Bool {
    switch expression {
    case .boolean(let truth): return truth
    case .or(let left, let right): return truth(left, context) || truth(right, context)
    case .and(let left, let right): return truth(left, context) && truth(right, context)
    case .compare(let comparison, let left, let right):
      return compare(comparison, left, right, context)
    case .path, .union, .lookup: return !texts(expression, context).isEmpty
    default: return value(expression, context).truth
    }
  }

  private func compare(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression,
    _ context: EvaluationContext
  ) -> Bool {
    if left.isMany || right.isMany {
      // A comparison with several nodes holds when it holds for any of them.
      let lefts = values(left, context)
      let rights = values(right, context)
      return lefts.contains { left in
        rights.contains { right in Self.compare(comparison, left, right) }
      }
    }
    switch comparison {
    case .equal: return Value.equal(value(left, context), value(right, context))
    case .notEqual: return !Value.equal(value(left, context), value(right, context))
    case .less: return number(left, context) < number(right, context)
    case .lessOrEqual: return number(left, context) <= number(right, context)
    case .greater: return number(left, context) > number(right, context)
    case .greaterOrEqual: return number(left, context) >= number(right, context)
    }
  }

  static func compare(
    _ comparison: Expression.Comparison, _ left: Value, _ right: Value
  ) -> Bool {
    switch comparison {
    case .equal: Value.equal(left, right)
    case .notEqual: !Value.equal(left, right)
    case .less: left.number < right.number
    case .lessOrEqual: left.number <= right.number
    case .greater: left.number > right.number
    case .greaterOrEqual: left.number >= right.number
    }
  }

  // MARK: Nodes

  /// The row from which a way goes down.
  @inline(__always)
  private func start(_ reference: Reference, _ context: EvaluationContext) -> Int {
    var row = reference.fromCurrent ? context.current : context.row
    var up = reference.up - (reference.fromCurrent ? context.currentLift : context.rowLift)
    while up > 0 {
      row = rows[row].parent
      up -= 1
    }
    return row
  }

  private func value(_ cell: Cell, isNumeric: Bool) -> Value {
    guard cell.relevant, !cell.value.isEmpty else { return .string("") }
    return isNumeric ? .number(cell.number) : .string(cell.value)
  }

  private func first(
    _ reference: Reference, _ context: EvaluationContext, hidden: Bool = false
  ) -> Value {
    let row = start(reference, context)
    if reference.down.isEmpty {
      var cell = rows[row].cells[reference.local]
      if hidden { cell.relevant = true }
      return value(cell, isNumeric: reference.isNumeric)
    }
    var found: Value?
    forEachCell(reference, context) { cell, _ in
      if found == nil { found = value(cell, isNumeric: reference.isNumeric) }
    }
    return found ?? .string("")
  }

  /// Visits the relevant cells that a way leads to, with their rows.
  func forEachCell(
    _ reference: Reference, _ context: EvaluationContext, _ visit: (Cell, Int) -> Void
  ) {
    descend(reference, start(reference, context), 0, visit)
  }

  private func descend(
    _ reference: Reference, _ row: Int, _ level: Int, _ visit: (Cell, Int) -> Void
  ) {
    guard level < reference.down.count else {
      let cell = rows[row].cells[reference.local]
      if cell.relevant { visit(cell, row) }
      return
    }
    for inner in rows[row].rosters[reference.down[level]].order {
      descend(reference, inner, level + 1, visit)
    }
  }

  /// The cells of a path, as rows, with its last way's place in them.
  private func rows(
    of path: PathPlan, _ context: EvaluationContext
  ) -> (rows: [Int], local: Int, isNumeric: Bool) {
    var found: [Int] = []
    forEachCell(path.base, context) { found.append($1) }
    var last = path.base
    for stage in path.stages {
      for predicate in stage.predicates { found = thin(found, predicate, context) }
      var next: [Int] = []
      for row in found {
        var inner = context
        inner.row = row
        inner.rowLift = 0
        forEachCell(stage.next, inner) { next.append($1) }
      }
      found = next
      last = stage.next
    }
    return (found, last.local, last.isNumeric)
  }

  private func thin(
    _ found: [Int], _ predicate: Expression, _ context: EvaluationContext
  ) -> [Int] {
    var kept: [Int] = []
    for (index, row) in found.enumerated() {
      var inner = context
      inner.row = row
      inner.rowLift = 0
      inner.candidate = index + 1
      switch value(predicate, inner) {
      case .number(let number): if number == Double(index + 1) { kept.append(row) }
      case let other: if other.truth { kept.append(row) }
      }
    }
    return kept
  }

  /// The values of all nodes that an expression stands for; a plain value is one.
  func values(_ expression: Expression, _ context: EvaluationContext) -> [Value] {
    switch expression {
    case .reference(let reference) where !reference.down.isEmpty:
      var found: [Value] = []
      forEachCell(reference, context) { cell, _ in
        found.append(value(cell, isNumeric: reference.isNumeric))
      }
      return found
    case .reference(let reference):
      let cell = rows[start(reference, context)].cells[reference.local]
      return [value(cell, isNumeric: reference.isNumeric)]
    case .path(let path):
      let (found, local, isNumeric) = rows(of: path, context)
      return found.map { value(rows[$0].cells[local], isNumeric: isNumeric) }
    case .lookup(let lookup): return self.lookup(lookup, context).map(Value.string)
    case .union(let left, let right): return values(left, context) + values(right, context)
    default: return [value(expression, context)]
    }
  }

  func texts(_ expression: Expression, _ context: EvaluationContext) -> [String] {
    values(expression, context).map(\.text)
  }

  /// The nodes that are there and relevant; a single node that is irrelevant is none.
  func nodeValues(_ expression: Expression, _ context: EvaluationContext) -> [Value] {
    if case .reference(let reference) = expression, reference.down.isEmpty,
      !rows[start(reference, context)].cells[reference.local].relevant
    {
      return []
    }
    return values(expression, context)
  }

  private func lookup(_ lookup: ChoiceLookup, _ context: EvaluationContext) -> [String] {
    var inner = context
    inner.list = lookup.list
    var found: [String] = []
    for index in form.lists[lookup.list].entries.indices {
      inner.choice = index
      if lookup.predicates.allSatisfy({ truth($0, inner) }) {
        found.append(form.lists[lookup.list].entries[index].cells[lookup.column])
      }
    }
    return found
  }

  private func indexed(_ indexed: IndexedReference, _ context: EvaluationContext) -> Value {
    var row = 0
    for level in indexed.levels {
      let order = rows[row].rosters[level.slot].order
      if let expression = level.number {
        let number = number(expression, context)
        guard number >= 1, number < Double(order.count + 1) else { return .string("") }
        row = order[Int(number) - 1]
      } else if let up = level.ownUp {
        row = context.row
        for _ in 0..<max(0, up - context.rowLift) { row = rows[row].parent }
      } else if let first = order.first {
        row = first
      } else {
        return .string("")
      }
    }
    return value(rows[row].cells[indexed.local], isNumeric: indexed.isNumeric)
  }

  private func namedFromAnywhere(_ node: Int, _ context: EvaluationContext) -> Value {
    let place = form.tree.places[node]
    let asker = form.tree.scopes[context.scope]
    let target = form.tree.scopes[place.scope]
    var shared = 0
    while shared < min(asker.chain.count, target.chain.count),
      asker.chain[shared] == target.chain[shared]
    {
      shared += 1
    }
    return first(
      Reference(
        node: node, local: place.local, up: asker.depth - (shared - 1),
        down: target.chain[shared...].map { form.tree.scopes[$0].slot },
        isNumeric: place.isNumeric, fromCurrent: true), context)
  }
}
