/// The way from a row to the cells of one node: up to a shared row, then down through repeats.
///
/// All of it is known when the form is read, so that finding a cell costs a few array steps.
struct Reference: Hashable, Sendable {
  /// The node that is named.
  let node: Int
  /// Its place among the cells of its row.
  let local: Int
  /// Rows to go up from where the expression stands.
  let up: Int
  /// Which repeat of each row to go down through; more than one cell may come of it.
  let down: [Int]
  /// Whether its values are taken as numbers.
  let isNumeric: Bool
  /// Inside a predicate: whether the way starts where the whole expression stands.
  let fromCurrent: Bool
}
