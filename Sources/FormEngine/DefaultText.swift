/// Tells a default that is an expression from one that is an answer, as pyxform does.
enum DefaultText {
  static func isDynamic(_ text: String, type: QuestionType?) -> Bool {
    if Moment(text) != nil { return false }
    guard let tokens = try? Lexer.tokens(text) else { return false }
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .reference: return true
      case .name:
        if index + 1 < tokens.count, tokens[index + 1].kind == .symbol("(") { return true }
      case .symbol("-"):
        // `2024-01-01` is a date and `-8` a number; a sign between operands is an operation.
        if index > 0, type != .date, isOperand(tokens[index - 1]) { return true }
      case .symbol(let symbol):
        if ["+", "*", "*name", "div", "mod", "|", "["].contains(symbol) { return true }
      case .number, .text: continue
      }
    }
    return false
  }

  private static func isOperand(_ token: Token) -> Bool {
    if case .symbol(let symbol) = token.kind { return symbol == ")" || symbol == "]" }
    return true
  }
}
