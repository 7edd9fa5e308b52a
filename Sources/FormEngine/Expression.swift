/// A compiled expression: every name resolved, every constant pattern and format checked.
indirect enum Expression: Sendable {
  case number(Double)
  case string(String)
  case boolean(Bool)
  case reference(Reference)
  /// `.` in a constraint: the answer being judged.
  case answer
  /// A column of the choice row that a filter looks at.
  case column(Int)
  case path(PathPlan)
  case lookup(ChoiceLookup)
  case union(Expression, Expression)
  case or(Expression, Expression)
  case and(Expression, Expression)
  case compare(Comparison, Expression, Expression)
  case arithmetic(Arithmetic, Expression, Expression)
  case negate(Expression)
  case call(Function, [Expression])
  case matches(Expression, Pattern)
  case format(Expression, DateFormat, withTime: Bool)
  case choiceName(Expression, of: Reference)
  case indexed(IndexedReference)
  /// The 1-based number of a row: of the row so many repeats up from where the expression stands.
  case rowNumber(up: Int, fromCurrent: Bool)
  /// `position()` inside a predicate.
  case candidateNumber
  case once(Expression, own: Reference)
  /// A node named in a choice's label: the way to it depends on the question that shows it.
  case namedFromAnywhere(Int)

  enum Comparison: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  enum Arithmetic: Sendable {
    case add, subtract, multiply, divide, remainder
  }

  /// Whether it stands for nodes, so that functions over nodes may take it.
  var isNodes: Bool {
    switch self {
    case .reference, .path, .lookup, .union, .answer, .namedFromAnywhere: true
    default: false
    }
  }

  /// Whether it may stand for several values, in which case `=` holds for any of them.
  var isMany: Bool {
    switch self {
    case .reference(let reference): !reference.down.isEmpty
    case .path, .lookup, .union: true
    default: false
    }
  }
}
