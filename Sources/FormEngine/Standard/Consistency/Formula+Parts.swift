/// What formulas name.
extension Formula {
  /// The formulas directly inside.
  private var parts: [Formula] {
    switch self {
    case .constant, .parameter, .operand, .isOneOf, .includes, .measure, .special, .finding, .any,
      .verdict:
      []
    case .not(let inner), .negate(let inner), .every(_, let inner), .some(_, let inner): [inner]
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      [left, right]
    case .call(_, let arguments): arguments
    }
  }

  private var operands: [Operand] {
    switch self {
    case .operand(let operand), .isOneOf(let operand, _), .includes(let operand, _),
      .measure(_, let operand, _, _), .special(let operand):
      [operand]
    default: parts.flatMap(\.operands)
    }
  }

  /// The nodes, each once, as they are named.
  var nodes: [Int] {
    var nodes: [Int] = []
    for operand in operands where !nodes.contains(operand.node) { nodes.append(operand.node) }
    return nodes
  }

  /// The answers that are written down beside a node with which they are compared.
  var comparedAnswers: [(answer: String, node: Int)] {
    switch self {
    case .isOneOf(let operand, let names): names.map { ($0, operand.node) }
    case .includes(let operand, let name): [(name, operand.node)]
    case .measure(.equal, let operand, let number, _),
      .measure(.notEqual, let operand, let number, _):
      [(NumberText.print(number), operand.node)]
    case .compare(.equal, .constant(let value), .operand(let operand)),
      .compare(.notEqual, .constant(let value), .operand(let operand)):
      [(value.text, operand.node)]
    default: parts.flatMap(\.comparedAnswers)
    }
  }

  /// The kinds of answer that are written down beside `special(…)` of a node.
  var comparedSpecials: [(special: String, operand: Operand)] {
    switch self {
    case .compare(_, .special(let operand), .constant(let value)),
      .compare(_, .constant(let value), .special(let operand)):
      [(value.text, operand)]
    default: parts.flatMap(\.comparedSpecials)
    }
  }
}
