/// Cuts an expression into tokens; XPath's rule tells an operator's name from a node's.
struct Lexer {
  private let characters: [Character]
  private var index = 0
  private var tokens: [Token] = []

  static func tokens(_ text: String) throws(ExpressionFault) -> [Token] {
    var lexer = Lexer(characters: Array(text))
    while try lexer.next() {}
    return lexer.tokens
  }

  private init(characters: [Character]) {
    self.characters = characters
  }

  /// After an operand comes an operator; at the start and after an operator comes an operand.
  private var operandBefore: Bool {
    switch tokens.last?.kind {
    case nil: false
    case .symbol(let symbol): [")", "]", ".", ".."].contains(symbol) || symbol == "*name"
    default: true
    }
  }

  private mutating func add(_ kind: Token.Kind, _ offset: Int) -> Bool {
    tokens.append(Token(kind: kind, offset: offset))
    return true
  }

  private func peek(_ ahead: Int) -> Character? {
    index + ahead < characters.count ? characters[index + ahead] : nil
  }

  private mutating func next() throws(ExpressionFault) -> Bool {
    while let space = peek(0), space.isWhitespace { index += 1 }
    guard let character = peek(0) else { return false }
    let start = index
    switch character {
    case "'", "\"", "‘", "’", "“", "”": return try text(character, start)
    case "$": return try reference(start)
    case "0"..."9": return number(start)
    case ".":
      if let digit = peek(1), digit.isASCII, digit.isNumber { return number(start) }
      return symbol(peek(1) == "." ? ".." : ".", start)
    case "/": return symbol(peek(1) == "/" ? "//" : "/", start)
    case "<", ">": return symbol(peek(1) == "=" ? "\(character)=" : "\(character)", start)
    case "!":
      guard peek(1) == "=" else { throw .unexpectedCharacter(character, at: start) }
      return symbol("!=", start)
    case ":":
      guard peek(1) == ":" else { throw .unexpectedCharacter(character, at: start) }
      return symbol("::", start)
    case "*":
      // As a node test it stands where an operand would.
      if operandBefore { return symbol("*", start) }
      index += 1
      return add(.symbol("*name"), start)
    case "(", ")", "[", "]", ",", "=", "+", "-", "|", "@":
      return symbol(String(character), start)
    default: return try name(start)
    }
  }

  private mutating func symbol(_ symbol: String, _ start: Int) -> Bool {
    index += symbol.count
    return add(.symbol(symbol), start)
  }

  private mutating func text(_ quote: Character, _ start: Int) throws(ExpressionFault) -> Bool {
    // Spreadsheets curl quotes; they are straightened as pyxform does.
    let closing: [Character] =
      ["'", "‘", "’"].contains(quote) ? ["'", "‘", "’"] : ["\"", "“", "”"]
    let exact = quote == "'" || quote == "\""
    index += 1
    var text = ""
    while let character = peek(0) {
      index += 1
      if exact ? character == quote : closing.contains(character) {
        return add(.text(text), start)
      }
      text.append(character)
    }
    throw .unterminatedText(at: start)
  }

  private mutating func reference(_ start: Int) throws(ExpressionFault) -> Bool {
    guard peek(1) == "{" else { throw .unexpectedCharacter("$", at: start) }
    index += 2
    var name = ""
    while let character = peek(0) {
      index += 1
      if character == "}" {
        while name.first?.isWhitespace == true { name.removeFirst() }
        while name.last?.isWhitespace == true { name.removeLast() }
        return add(.reference(name), start)
      }
      name.append(character)
    }
    throw .unexpectedEnd
  }

  private mutating func number(_ start: Int) -> Bool {
    var text = ""
    while let character = peek(0), character.isASCII, character.isNumber || character == "." {
      if character == ".", text.contains(".") { break }
      text.append(character)
      index += 1
    }
    return add(.number(NumberText.parse(text)), start)
  }

  private static let operatorNames = ["and", "or", "mod", "div"]

  private mutating func name(_ start: Int) throws(ExpressionFault) -> Bool {
    guard let first = peek(0), Self.startsName(first) else {
      throw .unexpectedCharacter(characters[start], at: start)
    }
    if operandBefore {
      // No name can follow an operand, so `1and1` is read as JavaRosa reads it.
      for word in Self.operatorNames where characters[index...].starts(with: word) {
        return symbol(word, start)
      }
      throw .unexpectedCharacter(first, at: start)
    }
    var name = ""
    while let character = peek(0) {
      if Self.continuesName(character) {
        name.append(character)
        index += 1
      } else if character == ":", let after = peek(1), Self.startsName(after), !name.contains(":") {
        name.append(character)
        index += 1
      } else {
        break
      }
    }
    return add(.name(name), start)
  }

  static func startsName(_ character: Character) -> Bool {
    character == "_" || character.isLetter
  }

  static func continuesName(_ character: Character) -> Bool {
    startsName(character) || character.isNumber || character == "-" || character == "."
  }
}
