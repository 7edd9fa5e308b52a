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
