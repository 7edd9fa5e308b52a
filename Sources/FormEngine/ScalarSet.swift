/// A set of characters in a pattern: `[a-z]`, `\d`, `\p{L}`, `.`.
struct ScalarSet: Equatable, Sendable {
  enum Item: Equatable, Sendable {
    case range(UInt32, UInt32)
    case digit, word, space, anyButLineEnd
    case category(Category)
    indirect case nested(ScalarSet)
  }

  /// The properties of `\p{…}` that are done.
  enum Category: String, Sendable {
    case L, Lu, Ll, N, Nd, P, S, Z, M, Alpha, Digit, Alnum, Upper, Lower, Punct, Han
  }

  var items: [Item]
  var isNegated = false
  var ignoresCase = false

  init(_ items: [Item], negated: Bool = false) {
    self.items = items
    isNegated = negated
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if has(scalar) != isNegated { return true }
    guard ignoresCase, scalar.isASCII, scalar.properties.isAlphabetic,
      let other = Unicode.Scalar(scalar.value ^ 0x20)
    else { return false }
    return has(other) != isNegated
  }

  private func has(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    for item in items {
      let found =
        switch item {
        case .range(let low, let high): value >= low && value <= high
        case .digit: value >= 0x30 && value <= 0x39
        case .word:
          value == 0x5F || value >= 0x30 && value <= 0x39 || value >= 0x41 && value <= 0x5A
            || value >= 0x61 && value <= 0x7A
        case .space: value == 0x20 || value >= 0x09 && value <= 0x0D
        case .anyButLineEnd: ![0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(value)
        case .category(let category): Self.isIn(category, scalar)
        case .nested(let set): set.contains(scalar)
        }
      if found { return true }
    }
    return false
  }

  private static func isIn(_ category: Category, _ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    let general = scalar.properties.generalCategory
    switch category {
    case .L:
      return [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      ].contains(general)
    case .Lu: return general == .uppercaseLetter
    case .Ll: return general == .lowercaseLetter
    case .N: return [.decimalNumber, .letterNumber, .otherNumber].contains(general)
    case .Nd: return general == .decimalNumber
    case .P:
      return [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ].contains(general)
    case .S:
      return [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains(general)
    case .Z: return [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(general)
    case .M: return [.nonspacingMark, .spacingMark, .enclosingMark].contains(general)
    case .Upper: return value >= 0x41 && value <= 0x5A
    case .Lower: return value >= 0x61 && value <= 0x7A
    case .Alpha: return isIn(.Upper, scalar) || isIn(.Lower, scalar)
    case .Digit: return value >= 0x30 && value <= 0x39
    case .Alnum: return isIn(.Alpha, scalar) || isIn(.Digit, scalar)
    case .Punct:
      return value > 0x20 && value < 0x7F && !isIn(.Alnum, scalar)
    case .Han:
      return [
        0x2E80...0x2FD5, 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xF900...0xFAD9, 0x20000...0x323AF,
      ].contains { $0.contains(Int(value)) }
    }
  }
}
