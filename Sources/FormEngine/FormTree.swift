/// Where every node stands: what names mean and how to get from one node to another.
struct FormTree: Sendable {
  struct Place: Sendable {
    let name: String
    let parent: Int?
    var children: [Int] = []
    let isRepeat: Bool
    /// The scope in whose rows the node lives; a repeat lives in its own rows.
    let scope: Int
    let local: Int
    var isNumeric = false
    /// The choice list of a select.
    var list: Int?
  }

  private(set) var places: [Place] = []
  private(set) var scopes: [Scope] = []
  private var byName: [String: [Int]] = [:]

  /// Adds a node behind all others, inside its parent.
  mutating func add(_ name: String, parent: Int?, isRepeat: Bool) -> Int {
    let node = places.count
    var scope = parent.map { places[$0].scope } ?? 0
    if isRepeat || parent == nil {
      let outer = parent.map { places[$0].scope }
      scope = scopes.count
      scopes.append(
        Scope(
          node: node, parent: outer, depth: outer.map { scopes[$0].depth + 1 } ?? 0,
          slot: outer.map { scopes[$0].repeats.count } ?? 0,
          chain: (outer.map { scopes[$0].chain } ?? []) + [scope]))
      if let outer { scopes[outer].repeats.append(scope) }
    }
    places.append(
      Place(
        name: name, parent: parent, isRepeat: isRepeat, scope: scope,
        local: scopes[scope].nodes.count))
    scopes[scope].nodes.append(node)
    if let parent {
      places[parent].children.append(node)
      byName[name, default: []].append(node)
    }
    return node
  }

  mutating func setNumeric(_ node: Int) { places[node].isNumeric = true }

  mutating func setList(_ node: Int, _ list: Int) { places[node].list = list }

  func nodes(named name: String) -> [Int] { byName[name] ?? [] }

  func child(_ name: String, of node: Int) -> Int? {
    places[node].children.first { places[$0].name == name }
  }

  /// The nodes around a node, innermost first, itself included.
  func ancestors(of node: Int) -> [Int] {
    var found = [node]
    while let last = found.last, let parent = places[last].parent { found.append(parent) }
    return found
  }

  /// Names from the root, joined by slashes, the root left out.
  func path(of node: Int) -> String {
    ancestors(of: node).reversed().dropFirst().map { places[$0].name }.joined(separator: "/")
  }
}
