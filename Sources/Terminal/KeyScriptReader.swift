/// Reads the text form of keys, character by character.
struct KeyScriptReader {
  static let symbols: [Character: Key] = [
    "⏎": .enter, "↑": .up, "↓": .down, "←": .left, "→": .right, "⇥": .tab, "⌫": .backspace,
    "␣": .character(" "),
  ]

  private static let names: [String: Key] = [
    "enter": .enter, "tab": .tab, "backtab": .backTab, "up": .up, "down": .down, "left": .left,
    "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pageup": .pageUp,
    "pgdn": .pageDown, "pagedown": .pageDown, "ins": .insert, "insert": .insert,
    "backspace": .backspace, "del": .delete, "delete": .delete, "esc": .escape,
    "escape": .escape, "space": .character(" "),
  ]

  private let text: [Character]
  private var position = 0
  private var line = 1
  private var column = 1

  init(_ text: [Character]) {
    self.text = text
  }

  mutating func keys() throws(KeyScriptFault) -> [Key] {
    var keys: [Key] = []
    var isAfterSpace = true
    while let character = peek() {
      let wasAfterSpace = isAfterSpace
      isAfterSpace = character.isWhitespace
      if isAfterSpace {
        advance()
      } else if character == "#", wasAfterSpace {
        skipLine()
      } else {
        keys.append(try key(character))
      }
    }
    return keys
  }

  private mutating func key(_ character: Character) throws(KeyScriptFault) -> Key {
    switch character {
    case "{": return try braced()
    case "}": throw fault(.strayBrace)
    case "^": return try control()
    default:
      advance()
      return Self.symbols[character] ?? .character(character)
    }
  }

  private mutating func control() throws(KeyScriptFault) -> Key {
    let start = place
    advance()
    guard let character = peek(), let ascii = character.asciiValue else {
      throw fault(.badControl(peek().map { String($0) } ?? ""), at: start)
    }
    // Ctrl makes a control character of `@`, the letters and `[ \ ] ^ _`.
    let upper = (0x61...0x7A).contains(ascii) ? ascii - 0x20 : ascii
    guard (0x40...0x5F).contains(upper) else {
      throw fault(.badControl(String(character)), at: start)
    }
    advance()
    return .control(
      Character(Unicode.Scalar((0x41...0x5A).contains(upper) ? upper + 0x20 : upper)))
  }

  /// Reads `{name}` or `{name text}`.
  private mutating func braced() throws(KeyScriptFault) -> Key {
    let start = place
    advance()
    var name = ""
    while let character = peek(), character != "}", !character.isWhitespace {
      name.append(character)
      advance()
    }
    var argument: String?
    if peek()?.isWhitespace == true {
      advance()
      argument = argumentText()
    }
    guard peek() == "}" else { throw fault(.openBrace, at: start) }
    advance()
    return try key(named: name, argument, at: start)
  }

  private mutating func argumentText() -> String {
    var text = ""
    while let character = peek(), character != "}" {
      advance()
      guard character == "\\", let next = peek() else {
        text.append(character)
        continue
      }
      advance()
      switch next {
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      default: text.append(next)
      }
    }
    return text
  }

  private func key(
    named name: String, _ argument: String?, at start: (Int, Int)
  ) throws(KeyScriptFault) -> Key {
    let lower = name.lowercased()
    switch lower {
    case "paste": return .paste(argument ?? "")
    case "burst": return .burst(argument ?? "")
    case "char":
      guard let argument, let character = argument.first, argument.count == 1 else {
        throw fault(.notOneCharacter(argument ?? ""), at: start)
      }
      return .character(character)
    case "resize":
      guard let size = Size(argument ?? "") else {
        throw fault(.badSize(argument ?? ""), at: start)
      }
      return .resize(size)
    default: break
    }
    var key = Self.names[lower]
    if key == nil, lower.first == "f", let number = Int(lower.dropFirst()),
      (1...63).contains(number)
    {
      key = .function(number)
    }
    guard let key else { throw fault(.unknownKey(name), at: start) }
    if let argument { throw fault(.unwanted(argument), at: start) }
    return key
  }

  private func peek() -> Character? {
    position < text.count ? text[position] : nil
  }

  private mutating func advance() {
    if text[position].isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
    position += 1
  }

  private mutating func skipLine() {
    while let character = peek(), !character.isNewline { advance() }
  }

  private var place: (Int, Int) { (line, column) }

  private func fault(_ kind: KeyScriptFault.Kind, at place: (Int, Int)? = nil) -> KeyScriptFault {
    let (line, column) = place ?? self.place
    return KeyScriptFault(line: line, column: column, kind: kind)
  }
}
