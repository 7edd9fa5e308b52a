/// The rules and verdicts of a form as statements about open values.
///
/// Whatever the form and its interviewers can bring about, the statements allow; some of what they
/// allow cannot be brought about, as where dates and sums are not looked into. So a formula that
/// cannot be true here never is.
final class Abstraction {
  typealias Statement = Logic.Statement
  typealias Term = LogicVariable.Term

  /// One value of several that an expression may have, and when it has it.
  struct Alternative {
    let guards: Statement
    let term: Term
  }

  /// Where an expression stands: its row, and in a constraint the answer that is judged.
  struct Place {
    let row: Int
    var answer: Term?
  }

  struct NodePlace: Hashable {
    let node: Int
    let row: Int
  }

  struct Row: Hashable {
    let scope: Int
    let parent: Int
    let ordinal: Int
  }

  let builder: FormBuilder
  var logic = Logic()
  private(set) var variables: [LogicVariable] = []
  private var variableNumbers: [LogicVariable.Source: Int] = [:]
  /// The household, then rows of repeats as far as formulas speak of them.
  private(set) var rows = [Row(scope: 0, parent: 0, ordinal: 0)]
  private var rowNumbers: [Row: Int] = [:]
  private var fresh = 0

  var relevances: [NodePlace: Statement] = [:]
  var calculations: [NodePlace: [Alternative]] = [:]
  var choiceGroups: [NodePlace: Int] = [:]
  var sidesOf: [Int: [Statement]] = [:]
  /// Whether an expression looked at a node since this was reset.
  var hasLooked = false

  /// The formulas of the rules, with parameters left open.
  var checks: [Formula] = []
  /// The rows that the problem at hand speaks of, without the household.
  var present: [Int] = []
  var universals: [Universal] = []
  var findings: [Finding: Statement] = [:]
  var isInsideRows = false
  /// How deep formulas stand in others whose value is asked for.
  var depth = 0

  /// Another rule that the problem speaks of.
  struct Finding: Hashable {
    let check: Int
    let row: Int
    let truth: Bool
  }

  /// What holds for each row of a repeat.
  struct Universal {
    let scope: Int
    let depth: Int
    let anchor: Int
    let formula: Formula
    let truth: Bool
    let statement: Statement
  }

  init(_ builder: FormBuilder) {
    self.builder = builder
  }

  // MARK: Variables

  func variable(_ source: LogicVariable.Source) -> Int {
    if let number = variableNumbers[source] { return number }
    variableNumbers[source] = variables.count
    variables.append(LogicVariable(source))
    return variables.count - 1
  }

  func atom(_ variable: Int, _ test: LogicVariable.Test) -> Statement {
    logic.atom(variable, variables[variable].number(of: test))
  }

  func atom(_ source: LogicVariable.Source, _ test: LogicVariable.Test) -> Statement {
    atom(variable(source), test)
  }

  /// A value that is not looked into: open, but the same for the same terms.
  func opaque(
    _ kind: LogicVariable.Opaque.Kind, _ name: String, _ terms: [Term] = [], row: Int = 0
  ) -> Term {
    let opaque = LogicVariable.Opaque(kind: kind, name: name, terms: terms, row: row)
    return .variable(variable(.opaque(opaque)), [])
  }

  /// A value that is the same as no other.
  func unknown(_ kind: LogicVariable.Opaque.Kind) -> Term {
    fresh += 1
    return opaque(kind, "#\(fresh)")
  }

  func unknownStatement() -> Statement { truth(unknown(.flag)) }

  // MARK: Rows

  /// The row of a repeat inside another row.
  func row(_ scope: Int, in parent: Int, _ ordinal: Int) -> Int {
    let row = Row(scope: scope, parent: parent, ordinal: ordinal)
    if let number = rowNumbers[row] { return number }
    rowNumbers[row] = rows.count
    rows.append(row)
    return rows.count - 1
  }

  /// A row that the problem at hand has not spoken of yet.
  func newRow(_ scope: Int, in parent: Int) -> Int {
    let taken = present.count { rows[$0].scope == scope && rows[$0].parent == parent }
    let row = row(scope, in: parent, taken)
    present.append(row)
    return row
  }

  func row(_ row: Int, up: Int) -> Int {
    var row = row
    for _ in 0..<up { row = rows[row].parent }
    return row
  }

  /// The row around a row, or itself, whose nodes are those of a scope.
  func row(_ row: Int, of scope: Int) -> Int? {
    var row = row
    while rows[row].scope != scope {
      if row == 0 { return nil }
      row = rows[row].parent
    }
    return row
  }

  /// Whether a row is there and its repeat applies.
  func isThere(_ row: Int) -> Statement {
    guard row != 0 else { return Logic.yes }
    let node = builder.tree.scopes[rows[row].scope].node
    return logic.all([
      isThere(rows[row].parent), atom(.row(row), .isUp), relevance(node, row),
    ])
  }

  // MARK: Terms

  func parameter(_ index: Int) -> Term {
    let value = builder.standard.parameters[index].value
    // A number stays as it is; a switch and a line that is not set may be anything legal.
    if NumberText.parse(value).isFinite { return .constant(.string(value)) }
    return .variable(variable(.parameter(index)), [])
  }

  func compare(_ comparison: Expression.Comparison, _ left: Term, _ right: Term) -> Statement {
    switch (left, right) {
    case (.constant(let left), .constant(let right)):
      return Logic.fixed(FormInstance.compare(comparison, left, right))
    case (.variable(let variable, let conversions), .constant(let constant)):
      return atom(variable, .compares(conversions, comparison, constant))
    case (.constant(let constant), .variable(let variable, let conversions)):
      return atom(variable, .isCompared(constant, comparison, conversions))
    case (.tally(let node, let row), .constant(let constant)):
      return tally(node, row) { FormInstance.compare(comparison, $0, constant) }
    case (.constant(let constant), .tally(let node, let row)):
      return tally(node, row) { FormInstance.compare(comparison, constant, $0) }
    case (.several(let node, let row), .constant(.string(let text))),
      (.constant(.string(let text)), .several(let node, let row)):
      switch comparison {
      case .equal: return isExactly(node, row, text)
      case .notEqual: return logic.not(isExactly(node, row, text))
      default: break
      }
    case (.variable, .variable):
      if variableNumbers[.order(right, left)] != nil {
        return atom(.order(right, left), .isOrdered(comparison.turned))
      }
      return atom(.order(left, right), .isOrdered(comparison))
    default: break
    }
    return truth(opaque(.flag, "\(comparison)", [left, right]))
  }

  func truth(_ term: Term) -> Statement {
    switch term {
    case .constant(let value): Logic.fixed(value.truth)
    case .variable(let variable, let conversions): atom(variable, .isTrue(conversions))
    case .several(let node, let row): logic.not(isExactly(node, row, ""))
    case .tally(let node, let row): tally(node, row, \.truth)
    }
  }

  func isNumber(_ term: Term) -> Statement {
    switch term {
    case .constant(let value): Logic.fixed(!value.number.isNaN)
    case .variable(let variable, let conversions): atom(variable, .isNumber(conversions))
    case .several: unknownStatement()
    case .tally: Logic.yes
    }
  }

  func isOneOf(_ term: Term, _ names: [String]) -> Statement {
    switch term {
    case .constant(let value): Logic.fixed(names.contains(value.text))
    case .variable(let variable, let conversions): atom(variable, .isOneOf(names, conversions))
    case .several(let node, let row): logic.any(names.map { isExactly(node, row, $0) })
    case .tally(let node, let row): tally(node, row) { names.contains($0.text) }
    }
  }

  /// Whether a list that is written down has the value.
  func isIn(_ list: String, _ term: Term) -> Statement {
    switch term {
    case .constant(let value): Logic.fixed(AnswerTokens.contains(list, value.text))
    case .variable(let variable, let conversions): atom(variable, .isIn(list, conversions))
    default: truth(opaque(.flag, "selected", [.constant(.string(list)), term]))
    }
  }

  /// Whether a name is among those that are chosen.
  func contains(_ term: Term, _ name: String) -> Statement {
    switch term {
    case .constant(let value): return Logic.fixed(AnswerTokens.contains(value.text, name))
    case .several(let node, let row):
      if AnswerTokens.count(name) == 0 { return isExactly(node, row, "") }
      return logic.all([isAsked(node, row), isChosen(node, row, name)])
    case .variable(let variable, let conversions) where hasOneName(variable):
      return atom(variable, .contains(name, conversions))
    default: return truth(opaque(.flag, "selected", [term, .constant(.string(name))]))
    }
  }

  /// Whether the values of a variable are single names, so that two are never in one.
  private func hasOneName(_ variable: Int) -> Bool {
    guard case .question(let node, _) = variables[variable].source else { return false }
    if case .question(.selectOne) = builder.nodes[node].kind { return true }
    return builder.nodes[node].kind.questionType?.isNumeric ?? false
  }

  func combine(
    _ left: [Alternative], _ right: [Alternative], _ statement: (Term, Term) -> Statement
  ) -> Statement {
    guard left.count * right.count <= Self.mostCombinations else { return unknownStatement() }
    var parts: [Statement] = []
    for one in left {
      for other in right {
        let guards = logic.all([one.guards, other.guards])
        if guards == Logic.no { continue }
        parts.append(logic.all([guards, statement(one.term, other.term)]))
      }
    }
    return logic.any(parts)
  }

  /// More are not looked into one by one.
  static let mostCombinations = 64
}

extension Expression.Comparison {
  /// The same comparison with its sides exchanged.
  var turned: Expression.Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
