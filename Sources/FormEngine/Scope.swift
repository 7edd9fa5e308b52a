/// The nodes that live in one kind of row: the form's own single row, or the rows of a repeat.
struct Scope: Sendable {
  /// The repeat, or the root.
  let node: Int
  let parent: Int?
  /// 0 for the root's.
  let depth: Int
  /// Which of the parent scope's repeats this is.
  let slot: Int
  /// From the root's scope to this one.
  let chain: [Int]
  /// The node at each place of a row; the first is the repeat itself.
  var nodes: [Int] = []
  /// The scopes of the repeats directly inside, in order.
  var repeats: [Int] = []
}
