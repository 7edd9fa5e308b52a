/// Keys as readable text, for journeys that are played instead of typed.
///
/// - A character stands for itself; white space only separates.
/// - `⏎` is Enter, `↑ ↓ ← →` the arrows, `⇥` Tab, `⌫` Backspace, `␣` the space.
/// - `^N` is Ctrl+N.
/// - `{F6}`, `{PgDn}`, `{BackTab}`, `{Esc}` … name keys; `{char {}` is any character by itself.
/// - `{paste …}` and `{burst …}` bring text at once; in it `\n` is a line break, `\}` a brace.
/// - `{resize 100x30}` changes the window's size, columns by rows.
/// - From `#` after white space to the end of the line is a comment.
public struct KeyScript: Hashable, Sendable {
  /// The keys in order.
  public var keys: [Key]

  /// A script of these keys.
  public init(keys: [Key]) {
    self.keys = keys
  }

  /// Reads the text form.
  public init(_ text: some StringProtocol) throws(KeyScriptFault) {
    var reader = KeyScriptReader(Array(text))
    keys = try reader.keys()
  }
}

extension KeyScript: CustomStringConvertible {
  /// The text form; reading it back gives the same keys.
  public var description: String {
    var text = ""
    var previousIsPlain = true
    for key in keys {
      let piece = Self.text(of: key)
      // Typed text stays together, all else stands by itself.
      let isPlain = if case .character = key { piece.count == 1 } else { false }
      if !text.isEmpty, !(isPlain && previousIsPlain) { text += " " }
      text += piece
      previousIsPlain = isPlain
    }
    return text
  }

  private static func text(of key: Key) -> String {
    switch key {
    case .character(let character):
      if character == " " { return "␣" }
      let isSpecial =
        character.isWhitespace || "{}^#".contains(character)
        || KeyScriptReader.symbols[character] != nil
      return isSpecial ? "{char \(escaped(String(character)))}" : String(character)
    case .burst(let text): return "{burst \(escaped(text))}"
    case .paste(let text): return "{paste \(escaped(text))}"
    case .enter: return "⏎"
    case .up: return "↑"
    case .down: return "↓"
    case .left: return "←"
    case .right: return "→"
    case .tab: return "⇥"
    case .backspace: return "⌫"
    case .backTab: return "{BackTab}"
    case .home: return "{Home}"
    case .end: return "{End}"
    case .pageUp: return "{PgUp}"
    case .pageDown: return "{PgDn}"
    case .insert: return "{Ins}"
    case .delete: return "{Del}"
    case .escape: return "{Esc}"
    case .function(let number): return "{F\(number)}"
    case .control(let character): return "^" + String(character).uppercased()
    case .resize(let size): return "{resize \(size)}"
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "}": escaped += "\\}"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
