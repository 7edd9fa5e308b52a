/// What an expression looks at, so that it is computed again when that changes and only then.
struct Dependencies: Sendable {
  /// A node, and down to which depth of repeats the rows are those of the expression itself.
  struct Use: Hashable, Sendable {
    let node: Int
    let depth: Int
  }

  private(set) var uses: [Use] = []
  /// Scopes whose rows are gone through, with the depth as above.
  private(set) var rows: [Use] = []
  /// Scopes whose row numbers are asked.
  private(set) var positions: [Use] = []
  /// Whether the result depends on the language.
  var language = false

  mutating func use(_ node: Int, depth: Int) {
    let use = Use(node: node, depth: depth)
    if !uses.contains(use) { uses.append(use) }
  }

  mutating func useRows(_ scope: Int, depth: Int) {
    let use = Use(node: scope, depth: depth)
    if !rows.contains(use) { rows.append(use) }
  }

  mutating func usePosition(_ scope: Int, depth: Int) {
    let use = Use(node: scope, depth: depth)
    if !positions.contains(use) { positions.append(use) }
  }
}
