/// Statements about variables, each written once and told apart by its number.
///
/// `not` stands only before the simplest of them, so that whether a statement can still become true is
/// seen from its parts alone.
struct Logic {
  typealias Statement = Int

  enum Node: Hashable {
    case no
    case yes
    /// A variable's value passes a test, or does not.
    case atom(Atom)
    case all([Statement])
    case any([Statement])
    /// How many flags of a group are up.
    case count(group: Int, ClosedRange<Int>)
    /// What holds for every row that is spoken of; the rows are known when all is translated.
    case universal(Int)
  }

  struct Atom: Hashable {
    var variable: Int
    var test: Int
    var isNegated: Bool
  }

  static let no: Statement = 0
  static let yes: Statement = 1

  private(set) var nodes: [Node] = [.no, .yes]
  /// The variables of each group of flags.
  private(set) var groups: [[Int]] = []
  private(set) var universals = 0
  private var numbers: [Node: Statement] = [.no: no, .yes: yes]
  private var negations: [Statement: Statement] = [no: yes, yes: no]

  static func fixed(_ truth: Bool) -> Statement { truth ? yes : no }

  private mutating func number(_ node: Node) -> Statement {
    if let number = numbers[node] { return number }
    numbers[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func atom(_ variable: Int, _ test: Int) -> Statement {
    number(.atom(Atom(variable: variable, test: test, isNegated: false)))
  }

  mutating func addGroup(_ variables: [Int]) -> Int {
    groups.append(variables)
    return groups.count - 1
  }

  mutating func count(_ group: Int, _ range: ClosedRange<Int>) -> Statement {
    let most = groups[group].count
    guard range.lowerBound <= most else { return Self.no }
    if range.lowerBound <= 0, range.upperBound >= most { return Self.yes }
    return number(.count(group: group, max(0, range.lowerBound)...min(most, range.upperBound)))
  }

  mutating func addUniversal() -> Statement {
    universals += 1
    return number(.universal(universals - 1))
  }

  mutating func all(_ parts: [Statement]) -> Statement {
    joined(parts, absorbing: Self.no, neutral: Self.yes)
  }

  mutating func any(_ parts: [Statement]) -> Statement {
    joined(parts, absorbing: Self.yes, neutral: Self.no)
  }

  private mutating func joined(
    _ parts: [Statement], absorbing: Statement, neutral: Statement
  ) -> Statement {
    var flat: [Statement] = []
    var seen: Set<Statement> = []
    func add(_ part: Statement) -> Bool {
      if part == absorbing { return false }
      if part == neutral || !seen.insert(part).inserted { return true }
      if let negation = negations[part], seen.contains(negation) { return false }
      flat.append(part)
      return true
    }
    for part in parts {
      let inner: [Statement] =
        switch nodes[part] {
        case .all(let inner) where absorbing == Self.no: inner
        case .any(let inner) where absorbing == Self.yes: inner
        default: [part]
        }
      for part in inner where !add(part) { return absorbing }
    }
    if flat.count <= 1 { return flat.first ?? neutral }
    return number(absorbing == Self.no ? .all(flat) : .any(flat))
  }

  /// What is true when a statement is not; of what holds for every row nothing is said, so that this
  /// may be true then.
  mutating func not(_ statement: Statement) -> Statement {
    if let known = negations[statement] { return known }
    let negation: Statement
    switch nodes[statement] {
    case .no: negation = Self.yes
    case .yes: negation = Self.no
    case .atom(var atom):
      atom.isNegated.toggle()
      negation = number(.atom(atom))
    case .all(let parts): negation = any(parts.map { not($0) })
    case .any(let parts): negation = all(parts.map { not($0) })
    case .count(let group, let range):
      var parts: [Statement] = []
      if range.lowerBound > 0 { parts.append(count(group, 0...range.lowerBound - 1)) }
      if range.upperBound < groups[group].count {
        parts.append(count(group, range.upperBound + 1...groups[group].count))
      }
      negation = any(parts)
    case .universal: return Self.yes
    }
    negations[statement] = negation
    if negations[negation] == nil { negations[negation] = statement }
    return negation
  }
}
