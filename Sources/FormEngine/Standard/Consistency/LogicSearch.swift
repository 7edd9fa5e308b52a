/// Looks for values at which statements are true together, or proves that there are none.
struct LogicSearch {
  /// The values of a variable as bits: one for all that pass the same tests.
  struct Domain {
    /// By test: the values that pass.
    private(set) var passing: [UInt64]
    let all: UInt64
    /// By bit: one of the values, where they have names.
    private(set) var values: [LogicVariable.Candidate] = []
    private var members: [Int] = []

    /// Sorts values by the tests they pass; nil where that makes more than bits.
    init?(
      tests: [LogicVariable.Test], count: Int, passes: (Int, LogicVariable.Test) -> Bool
    ) {
      var bits: [[Bool]: Int] = [:]
      passing = [UInt64](repeating: 0, count: tests.count)
      for value in 0..<count {
        let passed = tests.map { passes(value, $0) }
        guard bits[passed] == nil else { continue }
        let bit = bits.count
        guard bit < UInt64.bitWidth else { return nil }
        bits[passed] = bit
        members.append(value)
        for test in tests.indices where passed[test] { passing[test] |= 1 << UInt64(bit) }
      }
      all = bits.count == UInt64.bitWidth ? .max : (1 << UInt64(bits.count)) - 1
    }

    mutating func name(_ candidates: [LogicVariable.Candidate]) {
      values = members.map { candidates[$0] }
    }
  }

  enum Outcome {
    case impossible
    case possible
    /// It would take too long to tell.
    case undecided
  }

  private let logic: Logic
  private let domains: [Domain?]
  private var expansions: [Int: Logic.Statement] = [:]
  /// By variable: the values that are left.
  private var left: [UInt64]
  private var trail: [(variable: Int, before: UInt64)] = []
  private var steps = 0
  /// What was made out of a statement since the values last changed.
  private var known: [Truth]
  private var knownAt: [Int]
  private var time = 1

  /// A problem of this size is rare; it is given up rather than waited for.
  private static let mostSteps = 4_000

  init(_ logic: Logic, domains: [Domain?]) {
    self.logic = logic
    self.domains = domains
    left = domains.map { $0?.all ?? 0 }
    known = [Truth](repeating: .unknown, count: logic.nodes.count)
    knownAt = [Int](repeating: 0, count: logic.nodes.count)
  }

  /// Whether the statements of a problem can be true together; if so `value` tells at which values.
  mutating func solve(
    _ problem: Abstraction.Problem, fixed: (Int) -> Bool
  ) -> Outcome {
    for variable in problem.variables {
      guard let domain = domains[variable] else { return .undecided }
      left[variable] = fixed(variable) ? 1 : domain.all
    }
    expansions = problem.expansions
    trail = []
    steps = 0
    time += 1
    guard let found = search(problem.statements) else { return .undecided }
    return found ? .possible : .impossible
  }

  /// Goes on until all statements are true, trying one part of a variable's values after the other;
  /// nil when it gives up.
  private mutating func search(_ statements: [Logic.Statement]) -> Bool? {
    var before: Int
    repeat {
      before = trail.count
      for statement in statements {
        guard require(statement) else { return false }
      }
    } while trail.count != before
    let open = statements.filter { truth($0) != .yes }
    guard let first = open.first, let split = split(first) else { return true }
    steps += 1
    if steps > Self.mostSteps { return nil }
    let mark = trail.count
    let values = left[split.variable]
    for part in [values & split.values, values & ~split.values] {
      narrow(split.variable, to: part)
      if let found = search(open) {
        if found { return true }
      } else {
        return nil
      }
      undo(to: mark)
    }
    return false
  }

  /// How many statements there were when the search was made.
  var statements: Int { known.count }

  /// One of the values that are left to a variable; nil where it has no name.
  func value(of variable: Int) -> Value? {
    guard domains.indices.contains(variable), let domain = domains[variable] else { return nil }
    let bit = left[variable].trailingZeroBitCount
    return domain.values.indices.contains(bit) ? domain.values[bit].value : nil
  }

  // MARK: Values

  private mutating func narrow(_ variable: Int, to values: UInt64) {
    guard left[variable] != values else { return }
    trail.append((variable, left[variable]))
    left[variable] = values
    time += 1
  }

  private mutating func undo(to mark: Int) {
    while trail.count > mark {
      let (variable, before) = trail.removeLast()
      left[variable] = before
    }
    time += 1
  }

  private func passing(_ atom: Logic.Atom) -> UInt64 {
    guard let domain = domains[atom.variable] else { return 0 }
    return atom.isNegated ? domain.all & ~domain.passing[atom.test] : domain.passing[atom.test]
  }

  /// How many flags of a group are up for certain, and how many may be.
  private func counts(_ group: Int) -> (least: Int, most: Int) {
    var least = 0
    var most = 0
    for flag in logic.groups[group] {
      if left[flag] == Self.up { least += 1 }
      if left[flag] & Self.up != 0 { most += 1 }
    }
    return (least, most)
  }

  /// Of a flag: down is its first value, up its second.
  private static let down: UInt64 = 1
  private static let up: UInt64 = 2

  // MARK: Statements

  /// What is certain of a statement with the values that are left.
  mutating func truth(_ statement: Logic.Statement) -> Truth {
    if knownAt[statement] == time { return known[statement] }
    let truth = makeOut(statement)
    known[statement] = truth
    knownAt[statement] = time
    return truth
  }

  private mutating func makeOut(_ statement: Logic.Statement) -> Truth {
    switch logic.nodes[statement] {
    case .no: return .no
    case .yes: return .yes
    case .atom(let atom):
      let values = left[atom.variable]
      let passing = values & passing(atom)
      return passing == 0 ? .no : passing == values ? .yes : .unknown
    case .all(let parts):
      var all = Truth.yes
      for part in parts {
        switch truth(part) {
        case .no: return .no
        case .unknown: all = .unknown
        case .yes: continue
        }
      }
      return all
    case .any(let parts):
      var any = Truth.no
      for part in parts {
        switch truth(part) {
        case .yes: return .yes
        case .unknown: any = .unknown
        case .no: continue
        }
      }
      return any
    case .count(let group, let range):
      let (least, most) = counts(group)
      if most < range.lowerBound || least > range.upperBound { return .no }
      return least >= range.lowerBound && most <= range.upperBound ? .yes : .unknown
    case .universal(let number): return truth(expansions[number] ?? Logic.yes)
    }
  }

  /// Leaves only values at which a statement may be true; false when there are none.
  private mutating func require(_ statement: Logic.Statement) -> Bool {
    switch logic.nodes[statement] {
    case .no: return false
    case .yes: return true
    case .atom(let atom):
      let values = left[atom.variable] & passing(atom)
      if values == 0 { return false }
      narrow(atom.variable, to: values)
      return true
    case .all(let parts):
      for part in parts {
        guard require(part) else { return false }
      }
      return true
    case .any(let parts):
      var only: Logic.Statement?
      for part in parts {
        switch truth(part) {
        case .yes: return true
        case .no: continue
        case .unknown:
          if only != nil { return true }
          only = part
        }
      }
      guard let only else { return false }
      return require(only)
    case .count(let group, let range):
      let (least, most) = counts(group)
      if most < range.lowerBound || least > range.upperBound { return false }
      // Enough are up, or no more may stay down.
      let rest = least == range.upperBound ? Self.down : most == range.lowerBound ? Self.up : 0
      guard rest != 0, least != most else { return true }
      for flag in logic.groups[group] where left[flag] == Self.up | Self.down {
        narrow(flag, to: rest)
      }
      return true
    case .universal(let number): return require(expansions[number] ?? Logic.yes)
    }
  }

  /// A variable on which a statement that is still open depends, and the values to be tried first.
  private mutating func split(
    _ statement: Logic.Statement
  ) -> (variable: Int, values: UInt64)? {
    switch logic.nodes[statement] {
    case .no, .yes: return nil
    case .atom(let atom): return (atom.variable, passing(atom))
    case .all(let parts), .any(let parts):
      for part in parts where truth(part) == .unknown { return split(part) }
      return nil
    case .count(let group, let range):
      // No more than are needed, so that what is found is easily read.
      let first = counts(group).least < range.lowerBound ? Self.up : Self.down
      for flag in logic.groups[group] where left[flag] == Self.up | Self.down {
        return (flag, first)
      }
      return nil
    case .universal(let number): return split(expansions[number] ?? Logic.yes)
    }
  }
}
