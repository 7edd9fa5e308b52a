/// The formulas of a standard laid out flat, for judging.
///
/// What they ask of an answer is whether it is one of a few names or beyond a number: so an answer is
/// looked at once (`SeenAnswers`), and whatever follows are bits and numbers. Formulas that ask for more
/// are judged as they stand.
struct FormulaProgram: Sendable {
  /// Where an answer stands: which of the nodes that are looked at, and so many rows further up.
  struct Place: Sendable {
    let slot: Int32
    let up: Int32
  }

  /// A part of a formula; parts are named by their number.
  enum Step: Sendable {
    case constant(Truth)
    /// The whole answer is one of these names.
    case isOneOf(Place, UInt64)
    /// One of these names is in the answer.
    case includes(Place, UInt64)
    /// One of these codes is in the answer, which stand for don't know, refused or not applicable.
    case isSpecial(Place, UInt64)
    case measure(Expression.Comparison, Place, Double)
    case not(Int)
    case and(Int, Int)
    case or(Int, Int)
    case every(rows: Int, Int)
    case some(rows: Int, Int)
    case finding(Int)
    case any(FindingLevel)
    /// A formula that is judged as it stands.
    case other(Int)
  }

  /// A node that formulas look at.
  struct Watched: Sendable {
    let local: Int
    let isQuestion: Bool
    let isSeveral: Bool
    /// The names of which they want to know, by bits.
    var names: [String]
    var undetermined: UInt64 = 0
    /// Whether they ask which names are in it.
    var isSearched = false
  }

  private(set) var steps: [Step] = []
  private(set) var rows: [Formula.RowsPlan] = []
  private(set) var others: [Formula] = []
  /// By scope.
  private(set) var watched: [[Watched]]
  private var slots: [Int: Int] = [:]

  init(scopes: Int = 0) {
    watched = [[Watched]](repeating: [], count: scopes)
  }

  /// Lays a formula out and returns its step; `scopeOf` finds the scope of a node.
  mutating func add(_ formula: Formula, scopeOf: (Int) -> Int) -> Int {
    let step = lay(formula, scopeOf)
    steps.append(step)
    return steps.count - 1
  }

  private mutating func lay(_ formula: Formula, _ scopeOf: (Int) -> Int) -> Step {
    switch formula {
    case .constant(let value), .parameter(_, let value): return .constant(Truth(value.truth))
    case .isOneOf(let operand, let names):
      if let (place, mask) = watch(operand, names, scopeOf) { return .isOneOf(place, mask) }
    case .includes(let operand, let name):
      if let (place, mask) = watch(operand, [name], scopeOf, searching: true) {
        return .includes(place, mask)
      }
    case .measure(let comparison, let operand, let number, _):
      if let (place, _) = watch(operand, [], scopeOf) { return .measure(comparison, place, number) }
    case .compare(let comparison, .special(let operand), let right):
      if let step = special(comparison, operand, right.known, scopeOf) { return step }
    case .not(let inner): return .not(add(inner, scopeOf: scopeOf))
    case .and(let left, let right):
      let first = add(left, scopeOf: scopeOf)
      return .and(first, add(right, scopeOf: scopeOf))
    case .or(let left, let right):
      let first = add(left, scopeOf: scopeOf)
      return .or(first, add(right, scopeOf: scopeOf))
    case .every(let plan, let inner):
      rows.append(plan)
      let number = rows.count - 1
      return .every(rows: number, add(inner, scopeOf: scopeOf))
    case .some(let plan, let inner):
      rows.append(plan)
      let number = rows.count - 1
      return .some(rows: number, add(inner, scopeOf: scopeOf))
    case .finding(let check): return .finding(check)
    case .any(let level): return .any(level)
    default: break
    }
    others.append(formula)
    return .other(others.count - 1)
  }

  /// `special(${x})` compared with a text.
  private mutating func special(
    _ comparison: Expression.Comparison, _ operand: Formula.Operand, _ text: Value?,
    _ scopeOf: (Int) -> Int
  ) -> Step? {
    guard comparison == .equal || comparison == .notEqual, case .string(let text)? = text else {
      return nil
    }
    let codes = operand.specials.filter { text.isEmpty || $0.special.rawValue == text }.map(\.code)
    // The first code that is in an answer says for what it stands; only one can be in most.
    guard !operand.isSeveral || text.isEmpty,
      let (place, mask) = watch(operand, codes, scopeOf, searching: operand.isSeveral)
    else { return nil }
    let isSpecial = Step.isSpecial(place, mask)
    guard text.isEmpty != (comparison == .notEqual) else { return isSpecial }
    steps.append(isSpecial)
    return .not(steps.count - 1)
  }

  /// Has a node looked at for names; nil where it is asked for more of them than there are bits.
  private mutating func watch(
    _ operand: Formula.Operand, _ names: [String], _ scopeOf: (Int) -> Int,
    searching: Bool = false
  ) -> (place: Place, mask: UInt64)? {
    let scope = scopeOf(operand.node)
    let slot: Int
    if let known = slots[operand.node] {
      slot = known
    } else {
      var new = Watched(
        local: operand.local, isQuestion: operand.isQuestion, isSeveral: operand.isSeveral,
        names: [])
      guard let mask = new.mask(of: operand.undetermined) else { return nil }
      new.undetermined = mask
      slot = watched[scope].count
      watched[scope].append(new)
      slots[operand.node] = slot
    }
    guard let mask = watched[scope][slot].mask(of: names) else { return nil }
    if searching { watched[scope][slot].isSearched = true }
    return (Place(slot: Int32(slot), up: Int32(operand.up)), mask)
  }
}

extension FormulaProgram.Watched {
  /// The bits of names, new ones among them; nil where there are too many.
  fileprivate mutating func mask(of wanted: [String]) -> UInt64? {
    var mask: UInt64 = 0
    for name in wanted {
      let bit: Int
      if let known = names.firstIndex(of: name) {
        bit = known
      } else {
        guard names.count < UInt64.bitWidth else { return nil }
        bit = names.count
        names.append(name)
      }
      mask |= 1 << UInt64(bit)
    }
    return mask
  }
}
