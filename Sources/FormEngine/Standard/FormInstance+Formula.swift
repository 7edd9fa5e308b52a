/// What was judged so far: formulas may look at findings and verdicts that stand before them.
struct Judged {
  /// By check: of a repeat's rule, whether it is true in some row.
  var checks: [Truth]
  var verdicts: [VerdictState]

  /// Whether some of these rules is true.
  func any(of rules: [Int]) -> Truth {
    var any = Truth.no
    for rule in rules {
      switch checks[rule] {
      case .yes: return .yes
      case .unknown: any = .unknown
      case .no: continue
      }
    }
    return any
  }
}

extension FormInstance {
  /// What is known of a formula in a row.
  func truth(_ formula: Formula, _ row: Int, _ judged: Judged) -> Truth {
    switch formula {
    case .constant(let value): return Truth(value.truth)
    case .isOneOf(let operand, let names):
      let place = place(operand, row)
      if isUndetermined(operand, place) { return .unknown }
      let cell = rows[place].cells[operand.local]
      guard cell.relevant else { return Truth(names.contains("")) }
      for name in names where cell.value == name { return .yes }
      return .no
    case .includes(let operand, let name):
      let place = place(operand, row)
      if isUndetermined(operand, place) { return .unknown }
      let cell = rows[place].cells[operand.local]
      return Truth(cell.relevant && AnswerTokens.contains(cell.value, name))
    case .measure(let comparison, let operand, let number, _):
      let place = place(operand, row)
      if isUndetermined(operand, place) { return .unknown }
      let cell = rows[place].cells[operand.local]
      return Truth(Self.measures(cell.relevant ? cell.number : .nan, comparison, number))
    case .not(let inner): return !truth(inner, row, judged)
    case .and(let left, let right):
      let first = truth(left, row, judged)
      if first == .no { return .no }
      let second = truth(right, row, judged)
      if second == .no { return .no }
      return first == .yes && second == .yes ? .yes : .unknown
    case .or(let left, let right):
      let first = truth(left, row, judged)
      if first == .yes { return .yes }
      let second = truth(right, row, judged)
      if second == .yes { return .yes }
      return first == .no && second == .no ? .no : .unknown
    case .compare(let comparison, let left, let right):
      guard let left = value(left, row, judged), let right = value(right, row, judged) else {
        return .unknown
      }
      return Truth(Self.compare(comparison, left, right))
    case .every(let plan, let inner):
      var all = Truth.yes
      for row in rows(plan, from: row) {
        switch truth(inner, row, judged) {
        case .no: return .no
        case .unknown: all = .unknown
        case .yes: continue
        }
      }
      return all
    case .some(let plan, let inner):
      var any = Truth.no
      for row in rows(plan, from: row) {
        switch truth(inner, row, judged) {
        case .yes: return .yes
        case .unknown: any = .unknown
        case .no: continue
        }
      }
      return any
    case .finding(let check):
      let plan = form.standard.plan.checks[check]
      // In the rows of its own repeat the rule of that very row is meant.
      guard plan.scope != 0, plan.scope == rows[row].scope else { return judged.checks[check] }
      return truth(plan.when, row, judged)
    case .any(let level): return judged.any(of: form.standard.plan.any[level] ?? [])
    default: return Truth(value(formula, row, judged))
    }
  }

  /// What a formula comes to; nil while it is undetermined.
  func value(_ formula: Formula, _ row: Int, _ judged: Judged) -> Value? {
    switch formula {
    case .constant(let value), .parameter(_, let value): return value
    case .operand(let operand):
      let place = place(operand, row)
      if isUndetermined(operand, place) { return nil }
      let cell = rows[place].cells[operand.local]
      guard cell.relevant, !cell.value.isEmpty else { return .string("") }
      return operand.isNumeric ? .number(cell.number) : .string(cell.value)
    case .special(let operand):
      return .string(special(operand, place(operand, row))?.rawValue ?? "")
    case .arithmetic(let operation, let left, let right):
      guard let left = value(left, row, judged)?.number,
        let right = value(right, row, judged)?.number
      else { return nil }
      switch operation {
      case .add: return .number(left + right)
      case .subtract: return .number(left - right)
      case .multiply: return .number(left * right)
      case .divide: return .number(left / right)
      case .remainder: return .number(left.truncatingRemainder(dividingBy: right))
      }
    case .negate(let inner): return value(inner, row, judged).map { .number(-$0.number) }
    case .verdict(let domain): return .string(judged.verdicts[domain].rawValue)
    case .call(.choose, let arguments):
      switch truth(arguments[0], row, judged) {
      case .yes: return value(arguments[1], row, judged)
      case .no: return value(arguments[2], row, judged)
      case .unknown: return nil
      }
    case .call(let function, let arguments):
      var known: [Expression] = []
      for argument in arguments {
        switch value(argument, row, judged) {
        case nil: return nil
        case .string(let text)?: known.append(.string(text))
        case .number(let number)?: known.append(.number(number))
        case .boolean(let truth)?: known.append(.boolean(truth))
        }
      }
      return call(function, known, context(row))
    default: return truth(formula, row, judged).value
    }
  }

  // MARK: Nodes

  /// The row in which an operand's cell is.
  @inline(__always)
  func place(_ operand: Formula.Operand, _ row: Int) -> Int {
    var row = row
    for _ in 0..<operand.up { row = rows[row].parent }
    return row
  }

  /// Whether the answer is missing: asked, and not given, not known or refused.
  @inline(__always)
  func isUndetermined(_ operand: Formula.Operand, _ place: Int) -> Bool {
    guard operand.isQuestion else { return false }
    let cell = rows[place].cells[operand.local]
    guard cell.relevant else { return false }
    if cell.value.isEmpty { return true }
    for code in operand.undetermined {
      if cell.value == code { return true }
      if operand.isSeveral, AnswerTokens.contains(cell.value, code) { return true }
    }
    return false
  }

  func special(_ operand: Formula.Operand, _ place: Int) -> Special? {
    let cell = rows[place].cells[operand.local]
    guard cell.relevant, !cell.value.isEmpty else { return nil }
    for (code, special) in operand.specials
    where cell.value == code || (operand.isSeveral && AnswerTokens.contains(cell.value, code)) {
      return special
    }
    return nil
  }

  static func measures(
    _ left: Double, _ comparison: Expression.Comparison, _ right: Double
  ) -> Bool {
    switch comparison {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: Value.equal(.number(left), .number(right))
    case .notEqual: !Value.equal(.number(left), .number(right))
    }
  }

  /// The relevant rows that a plan means, seen from a row, in order.
  func rows(_ plan: Formula.RowsPlan, from row: Int) -> [Int] {
    var start = row
    for _ in 0..<plan.up { start = rows[start].parent }
    var found = [start]
    for slot in plan.down { found = found.flatMap { rows[$0].rosters[slot].order } }
    return found.filter { rows[$0].cells[plan.local].relevant }
  }
}
