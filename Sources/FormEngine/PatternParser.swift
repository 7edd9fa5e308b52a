/// Reads a regular expression in Java's spelling; nil for whatever is not done.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var ignoresCase = false
  private var depth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() -> Pattern.Node? {
    if starts(with: "(?i)") {
      ignoresCase = true
      index += 4
    }
    guard let node = alternatives(), index == scalars.count else { return nil }
    return node
  }

  private var scalar: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func starts(with text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  private mutating func take(_ text: String) -> Bool {
    guard starts(with: text) else { return false }
    index += text.unicodeScalars.count
    return true
  }

  private mutating func alternatives() -> Pattern.Node? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { return nil }
    guard let first = sequence() else { return nil }
    var nodes = [first]
    while take("|") {
      guard let node = sequence() else { return nil }
      nodes.append(node)
    }
    return nodes.count == 1 ? first : .alternatives(nodes)
  }

  private mutating func sequence() -> Pattern.Node? {
    var nodes: [Pattern.Node] = []
    while let scalar, scalar != "|", scalar != ")" {
      guard let atom = atom(), let node = quantified(atom) else { return nil }
      nodes.append(node)
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func quantified(_ atom: Pattern.Node) -> Pattern.Node? {
    var node = atom
    while let scalar {
      let least: Int
      let most: Int
      switch scalar {
      case "*": (least, most) = (0, .max)
      case "+": (least, most) = (1, .max)
      case "?": (least, most) = (0, 1)
      case "{":
        guard let bounds = bounds() else { return nil }
        (least, most) = bounds
      default: return node
      }
      if scalar != "{" { index += 1 }
      var mode = Pattern.Mode.greedy
      if take("?") { mode = .reluctant } else if take("+") { mode = .possessive }
      node = .repetition(node, least: least, most: most, mode)
    }
    return node
  }

  private mutating func bounds() -> (Int, Int)? {
    index += 1
    guard let least = number() else { return nil }
    var most = least
    if take(",") { most = number() ?? .max }
    guard take("}"), most >= least else { return nil }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar, scalar.value >= 0x30, scalar.value <= 0x39 {
      value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
      guard value ?? 0 < 100_000 else { return nil }
      index += 1
    }
    return value
  }

  private func set(_ items: [ScalarSet.Item], negated: Bool = false) -> ScalarSet {
    var set = ScalarSet(items, negated: negated)
    set.ignoresCase = ignoresCase
    return set
  }

  private func one(_ scalar: Unicode.Scalar) -> ScalarSet {
    set([.range(scalar.value, scalar.value)])
  }

  private mutating func atom() -> Pattern.Node? {
    guard let scalar else { return nil }
    index += 1
    switch scalar {
    case "(": return group()
    case "[": return bracket().map { .set($0) }
    case ".": return .set(set([.anyButLineEnd]))
    case "^": return .start
    case "$": return .end
    case "*", "+", "?": return nil
    case "\\":
      if take("b") { return .wordBoundary(true) }
      if take("B") { return .wordBoundary(false) }
      if take("A") { return .start }
      if take("z") || take("Z") { return .end }
      return escape().map { .set($0) }
    default: return .set(one(scalar))
    }
  }

  private mutating func group() -> Pattern.Node? {
    var look: Bool?
    var atomic = false
    if take("?:") {
      // Groups are only for grouping here.
    } else if take("?=") {
      look = true
    } else if take("?!") {
      look = false
    } else if take("?>") {
      atomic = true
    } else if starts(with: "?") {
      return nil
    }
    guard let inner = alternatives(), take(")") else { return nil }
    if let look { return .lookAhead(inner, wanted: look) }
    return atomic ? .repetition(.sequence([inner]), least: 1, most: 1, .possessive) : inner
  }

  /// What follows a backslash.
  private mutating func escape() -> ScalarSet? {
    guard let scalar else { return nil }
    index += 1
    switch scalar {
    case "d": return ScalarSet([.digit])
    case "D": return ScalarSet([.digit], negated: true)
    case "w": return ScalarSet([.word])
    case "W": return ScalarSet([.word], negated: true)
    case "s": return ScalarSet([.space])
    case "S": return ScalarSet([.space], negated: true)
    case "t": return one("\t")
    case "n": return one("\n")
    case "r": return one("\r")
    case "f": return one("\u{0C}")
    case "u": return hexadecimal(4)
    case "x": return hexadecimal(2)
    case "p", "P": return property(negated: scalar == "P")
    default:
      // A letter or digit with a meaning that is not done must not pass as itself.
      let isWord = ScalarSet([.word]).contains(scalar) && scalar != "_"
      return isWord ? nil : one(scalar)
    }
  }

  private mutating func hexadecimal(_ digits: Int) -> ScalarSet? {
    guard index + digits <= scalars.count else { return nil }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[index..<(index + digits)])
    index += digits
    guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return one(scalar)
  }

  private mutating func property(negated: Bool) -> ScalarSet? {
    var name = ""
    if take("{") {
      while let scalar, scalar != "}" {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      guard take("}") else { return nil }
    } else if let scalar {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    let spellings = [
      "IsHan": "Han", "script=Han": "Han", "sc=Han": "Han", "IsL": "L", "IsAlphabetic": "L",
      "IsLetter": "L", "IsDigit": "Nd", "InCJKUnifiedIdeographs": "Han", "IsP": "P",
    ]
    guard let category = ScalarSet.Category(rawValue: spellings[name] ?? name) else { return nil }
    return ScalarSet([.category(category)], negated: negated)
  }

  private mutating func bracket() -> ScalarSet? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { return nil }
    let negated = take("^")
    var items: [ScalarSet.Item] = []
    var first = true
    while let scalar, scalar != "]" || first {
      first = false
      if starts(with: "&&") { return nil }
      index += 1
      if scalar == "[" {
        guard let nested = bracket() else { return nil }
        items.append(.nested(nested))
        continue
      }
      var low = one(scalar)
      if scalar == "\\" {
        guard let escaped = escape() else { return nil }
        low = escaped
      }
      guard case .range(let from, _)? = low.items.first, !low.isNegated else {
        items.append(.nested(low))
        continue
      }
      guard self.scalar == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        items.append(.range(from, from))
        continue
      }
      index += 1
      guard let end = self.scalar else { return nil }
      index += 1
      var high = one(end)
      if end == "\\" {
        guard let escaped = escape() else { return nil }
        high = escaped
      }
      guard case .range(let to, _)? = high.items.first, to >= from else { return nil }
      items.append(.range(from, to))
    }
    guard take("]") else { return nil }
    return set(items, negated: negated)
  }
}
