/// A definition with everything resolved to positions in arrays; shared by all its instances.
final class CompiledForm: Sendable {
  /// One thing of a row that an interviewer may be shown.
  enum LayoutItem: Sendable {
    case question(local: Int, node: Int)
    case note(local: Int, node: Int)
    case roster(slot: Int, node: Int)
  }

  /// Where a node's cell is; without strings or arrays, since it is looked up all the time.
  struct Spot: Sendable {
    let scope: Int
    let local: Int
    /// The place of the node around it, in its own row or, for a repeat, in the row above.
    let parentLocal: Int
    let isRepeat: Bool
    let isRoot: Bool
  }

  let workbook: Workbook
  let id: String
  let title: String
  let version: String
  let rootName: String
  let languages: [String]
  let defaultLanguage: Int
  let nodes: [FormNode]
  let keys: [String]
  let nodeOfKey: [String: Int]
  let tree: FormTree
  let spots: [Spot]
  let childrenOf: [[Int]]
  /// By scope: how deep it is, and which of the repeats of the row above.
  let depths: [Int]
  let slots: [Int]
  /// By scope: the scopes from the root's down to it.
  let chains: [[Int]]
  let plans: [NodePlan]
  let lists: [ChoiceList]
  let listNumbers: [String: Int]
  let instanceName: Expression?
  /// In the order of computing; the filters last.
  let computations: [Computation]
  let firstFilter: Int
  /// By rank: the scope in whose rows it is computed.
  let scopeOf: [Int]
  /// By node: what looks at its visible value.
  let dependents: [[Dependent]]
  /// By scope: what goes through its rows.
  let rowDependents: [[Dependent]]
  /// By scope: what asks for its rows' numbers.
  let positionDependents: [[Dependent]]
  let languageDependents: [Int]
  /// By scope: all that is computed in its rows.
  let computedIn: [[Int]]
  /// By scope: the nodes that a person answers.
  let answeredIn: [[Int]]
  /// By node: whether it is a question that may not be answered by hand, always or at times.
  let isFact: [Bool]
  /// By node: the rank of its filter, or -1.
  let filterOf: [Int]
  /// By scope.
  let layouts: [[LayoutItem]]
  let warnings: [FormFault]
  let standard: Standard
  /// By node: what a calculation looks at.
  let behind: [[Int]]

  init(_ draft: FormBuilder) {
    workbook = draft.workbook
    id = draft.id
    title = draft.title
    version = draft.version
    rootName = draft.rootName
    languages = draft.languages
    defaultLanguage = draft.defaultLanguage
    nodes = draft.nodes
    tree = draft.tree
    plans = draft.plans
    lists = draft.lists
    listNumbers = draft.listNumbers
    instanceName = draft.instanceName
    warnings = draft.warnings
    standard = draft.standard
    computations = draft.computations
    firstFilter = draft.firstFilter
    scopeOf = draft.computations.map(\.scope)

    let tree = draft.tree
    spots = tree.places.map { place in
      Spot(
        scope: place.scope, local: place.local,
        parentLocal: place.parent.map { tree.places[$0].local } ?? 0, isRepeat: place.isRepeat,
        isRoot: place.parent == nil)
    }
    childrenOf = tree.places.map(\.children)
    depths = tree.scopes.map(\.depth)
    slots = tree.scopes.map(\.slot)
    chains = tree.scopes.map(\.chain)
    let keys = draft.nodes.map { node in
      tree.nodes(named: node.name).count <= 1 ? node.name : tree.path(of: node.index)
    }
    self.keys = keys
    var nodeOfKey: [String: Int] = [:]
    for (index, key) in keys.enumerated().dropFirst() { nodeOfKey[key] = index }
    self.nodeOfKey = nodeOfKey

    var dependents = [[Dependent]](repeating: [], count: draft.nodes.count)
    var rows = [[Dependent]](repeating: [], count: tree.scopes.count)
    var positions = rows
    var languages: [Int] = []
    var computedIn = [[Int]](repeating: [], count: tree.scopes.count)
    var filterOf = [Int](repeating: -1, count: draft.nodes.count)
    for (rank, computation) in draft.computations.enumerated() {
      let depth = tree.scopes[computation.scope].depth
      func dependent(_ use: Dependencies.Use) -> Dependent {
        Dependent(rank: rank, depth: min(use.depth, depth))
      }
      for use in computation.dependencies.uses { dependents[use.node].append(dependent(use)) }
      for use in computation.dependencies.rows { rows[use.node].append(dependent(use)) }
      for use in computation.dependencies.positions { positions[use.node].append(dependent(use)) }
      if computation.dependencies.language { languages.append(rank) }
      computedIn[computation.scope].append(rank)
      if computation.aspect == .filter { filterOf[computation.node] = rank }
    }
    var behind = [[Int]](repeating: [], count: draft.nodes.count)
    for computation in draft.computations where computation.aspect == .value {
      behind[computation.node] = computation.dependencies.uses.map(\.node)
    }
    self.behind = behind
    self.dependents = dependents
    rowDependents = rows
    positionDependents = positions
    languageDependents = languages
    self.computedIn = computedIn
    answeredIn = tree.scopes.map { $0.nodes.filter { draft.nodes[$0].isAnswered } }
    self.filterOf = filterOf
    isFact = draft.nodes.map { node in
      if case .fixed(false) = draft.plans[node.index].readOnly { return false }
      return node.isShown && node.kind.questionType != nil
    }
    layouts = Self.layouts(draft.nodes, tree)
  }

  private static func layouts(_ nodes: [FormNode], _ tree: FormTree) -> [[LayoutItem]] {
    var layouts = [[LayoutItem]](repeating: [], count: tree.scopes.count)
    for node in nodes {
      let place = tree.places[node.index]
      switch node.kind {
      case .repeat:
        let scope = tree.scopes[place.scope]
        layouts[scope.parent ?? 0].append(.roster(slot: scope.slot, node: node.index))
      case .question where node.isShown:
        layouts[place.scope].append(.question(local: place.local, node: node.index))
      case .note: layouts[place.scope].append(.note(local: place.local, node: node.index))
      default: continue
      }
    }
    return layouts
  }
}
