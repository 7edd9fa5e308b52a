/// What an expression came to at some place of an interview.
public struct ExpressionResult: Equatable, Sendable {
  /// The kinds of values.
  public enum Kind: String, Sendable {
    case text = "string"
    case number
    case truth = "boolean"
    case nodes = "nodeset"
  }

  /// What kind of value it is.
  public let kind: Kind
  /// The value as text.
  public let text: String
  /// The value as number, not a number where it is none.
  public let number: Double
  /// The value as truth.
  public let truth: Bool
  /// Each node's value, where it stands for nodes.
  public let values: [String]
}

extension FormInstance {
  /// Reads an expression as if it stood at a node, and evaluates it there.
  public func evaluate(
    _ text: String, at address: NodeAddress
  ) throws(ExpressionFault) -> ExpressionResult {
    guard let row = row(of: address) else { throw .unknownPath("") }
    var compiler = ExpressionCompiler(
      tree: form.tree, lists: form.listNumbers, columns: form.lists.map(\.columns),
      node: address.node)
    let expression = try compiler.compile(text)
    let context = context(row)
    if expression.isNodes {
      let values = nodeValues(expression, context)
      let first = values.first ?? .string("")
      return ExpressionResult(
        kind: .nodes, text: first.text, number: first.number,
        truth: expression.isMany ? !values.isEmpty : first.truth, values: values.map(\.text))
    }
    let value = value(expression, context)
    let kind: ExpressionResult.Kind =
      switch value {
      case .string: .text
      case .number: .number
      case .boolean: .truth
      }
    return ExpressionResult(
      kind: kind, text: value.text, number: value.number, truth: value.truth, values: [])
  }
}
