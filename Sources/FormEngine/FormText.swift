/// A text of a form in each of its languages, with the expressions that stand in it.
struct FormText: Sendable {
  enum Part: Sendable {
    case literal(String)
    case expression(Expression)
  }

  /// By language; nil where the form has no text in that language.
  let parts: [[Part]?]

  var isEmpty: Bool { parts.allSatisfy { $0 == nil } }

  /// Whether the text is the same whatever is answered.
  var isFixed: Bool {
    parts.allSatisfy { parts in
      (parts ?? []).allSatisfy { if case .literal = $0 { true } else { false } }
    }
  }

  /// Cuts a text at its `${…}`.
  static func cut(_ text: String) -> [(literal: String, name: String?)] {
    var pieces: [(literal: String, name: String?)] = []
    var rest = text[...]
    var literal = ""
    while let character = rest.first {
      rest.removeFirst()
      guard character == "$", rest.first == "{", let close = rest.firstIndex(of: "}") else {
        literal.append(character)
        continue
      }
      var name = rest[rest.index(after: rest.startIndex)..<close]
      while name.first?.isWhitespace == true { name.removeFirst() }
      while name.last?.isWhitespace == true { name.removeLast() }
      pieces.append((literal, String(name)))
      literal = ""
      rest = rest[rest.index(after: close)...]
    }
    if !literal.isEmpty || pieces.isEmpty { pieces.append((literal, nil)) }
    return pieces
  }
}
