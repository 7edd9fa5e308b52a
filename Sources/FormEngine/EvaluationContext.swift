/// Where an expression is being evaluated.
struct EvaluationContext {
  /// The row in which the part at hand stands; in a predicate, the candidate's.
  var row: Int
  /// The row in which the whole expression stands.
  var current: Int
  /// Rows by which the way up is shorter, for `row` and for `current`: 1 when a repeat as a whole is
  /// looked at, which stands where its rows would be.
  var rowLift = 0
  var currentLift = 0
  /// The answer being judged by a constraint.
  var answer: Value = .string("")
  /// The choice row that a filter looks at.
  var list = 0
  var choice = 0
  /// The candidate's number in a predicate, from 1.
  var candidate = 0
  var language: Int
  /// The scope of the row, for names whose way is found late.
  var scope = 0
}
