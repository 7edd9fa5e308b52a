/// Reads the ODK dialect of XPath 1.0, by precedence climbing.
struct Parser {
  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  /// Deeper nesting is refused, so that a hostile form cannot exhaust the stack.
  private static let deepest = 200
  /// A long chain of operators is as deep a tree as brackets make.
  private var operations = 0
  private static let mostOperations = 2_000

  static func parse(_ text: String) throws(ExpressionFault) -> Syntax {
    var parser = Parser(tokens: try Lexer.tokens(text))
    let syntax = try parser.expression(0)
    if let token = parser.token { throw .unexpected(Self.spelling(token.kind), at: token.offset) }
    return syntax
  }

  private init(tokens: [Token]) {
    self.tokens = tokens
  }

  private var token: Token? { index < tokens.count ? tokens[index] : nil }

  private func isSymbol(_ symbol: String, ahead: Int = 0) -> Bool {
    index + ahead < tokens.count && tokens[index + ahead].kind == .symbol(symbol)
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionFault) {
    guard take(symbol) else { throw unexpected() }
  }

  private func unexpected() -> ExpressionFault {
    guard let token else { return .unexpectedEnd }
    return .unexpected(Self.spelling(token.kind), at: token.offset)
  }

  private static func spelling(_ kind: Token.Kind) -> String {
    switch kind {
    case .number(let value): NumberText.print(value)
    case .text(let text): "'\(text)'"
    case .reference(let name): "${\(name)}"
    case .name(let name): name
    case .symbol(let symbol): symbol == "*name" ? "*" : symbol
    }
  }

  private static func precedence(_ symbol: String) -> Int? {
    switch symbol {
    case "or": 1
    case "and": 2
    case "=", "!=": 3
    case "<", "<=", ">", ">=": 4
    case "+", "-": 5
    case "*", "div", "mod": 6
    default: nil
    }
  }

  private mutating func expression(_ least: Int) throws(ExpressionFault) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw .tooDeep }
    var left = try unary()
    while case .symbol(let symbol)? = token?.kind, let precedence = Self.precedence(symbol),
      precedence > least
    {
      index += 1
      operations += 1
      guard operations < Self.mostOperations else { throw .tooDeep }
      left = .operation(symbol, left, try expression(precedence))
    }
    return left
  }

  private mutating func unary() throws(ExpressionFault) -> Syntax {
    guard take("-") else { return try union() }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw .tooDeep }
    return .negation(try unary())
  }

  private mutating func union() throws(ExpressionFault) -> Syntax {
    var left = try operand()
    while take("|") {
      operations += 1
      guard operations < Self.mostOperations else { throw .tooDeep }
      left = .operation("|", left, try operand())
    }
    return left
  }

  private mutating func operand() throws(ExpressionFault) -> Syntax {
    guard let token else { throw .unexpectedEnd }
    switch token.kind {
    case .number(let value):
      index += 1
      return .number(value)
    case .text(let text):
      index += 1
      return .text(text)
    case .reference(let name):
      index += 1
      return try path(from: .reference(name))
    case .name(let name):
      if isSymbol("(", ahead: 1) {
        index += 2
        let arguments = try arguments()
        if isSymbol("/") || isSymbol("[") { return try path(from: .call(name, arguments)) }
        return .call(name, arguments)
      }
      return try relativePath()
    case .symbol("("):
      index += 1
      let inner = try expression(0)
      try expect(")")
      if isSymbol("/") || isSymbol("[") { throw .unsupported("(…)/") }
      return inner
    case .symbol("/"):
      index += 1
      var path = Syntax.Path(start: .root)
      path.steps.append(try step())
      try steps(&path)
      return .path(path)
    case .symbol("."), .symbol(".."), .symbol("@"), .symbol("*name"), .symbol("//"):
      return try relativePath()
    case .symbol: throw unexpected()
    }
  }

  private mutating func arguments() throws(ExpressionFault) -> [Syntax] {
    if take(")") { return [] }
    var arguments = [try expression(0)]
    while take(",") { arguments.append(try expression(0)) }
    try expect(")")
    return arguments
  }

  private mutating func path(from start: Syntax.Path.Start) throws(ExpressionFault) -> Syntax {
    var path = Syntax.Path(start: start)
    path.predicates = try predicates()
    try steps(&path)
    return .path(path)
  }

  private mutating func relativePath() throws(ExpressionFault) -> Syntax {
    var path = Syntax.Path(start: .context)
    path.steps.append(try step())
    try steps(&path)
    return .path(path)
  }

  private mutating func steps(_ path: inout Syntax.Path) throws(ExpressionFault) {
    while take("/") { path.steps.append(try step()) }
    if isSymbol("//") { throw .unsupported("//") }
  }

  private mutating func step() throws(ExpressionFault) -> Syntax.Path.Step {
    guard let token else { throw .unexpectedEnd }
    index += 1
    switch token.kind {
    case .symbol("."): return .init(test: .itself, predicates: try predicates())
    case .symbol(".."): return .init(test: .parent, predicates: try predicates())
    case .name(let axis) where isSymbol("::"):
      index += 1
      guard axis == "child" || axis == "self" || axis == "parent" else {
        throw .unsupported("\(axis)::")
      }
      guard case .name(let name)? = self.token?.kind else { throw unexpected() }
      index += 1
      if axis == "child" { return .init(test: .child(name), predicates: try predicates()) }
      // `parent::node()` and `self::node()` are what forms write; other tests are not done.
      guard name == "node", take("("), take(")") else { throw .unsupported("\(axis)::\(name)") }
      return .init(test: axis == "self" ? .itself : .parent, predicates: try predicates())
    case .name(let name): return .init(test: .child(name), predicates: try predicates())
    case .symbol(let symbol) where ["@", "*name", "//"].contains(symbol):
      throw .unsupported(symbol == "*name" ? "*" : symbol)
    default: throw .unexpected(Self.spelling(token.kind), at: token.offset)
    }
  }

  private mutating func predicates() throws(ExpressionFault) -> [Syntax] {
    var predicates: [Syntax] = []
    while take("[") {
      predicates.append(try expression(0))
      try expect("]")
    }
    return predicates
  }
}
