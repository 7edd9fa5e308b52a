extension String {
  /// A cell's text without what surrounds it: white space of any width, marks that have no width,
  /// and one apostrophe with which spreadsheets keep digits as text.
  var trimmedCell: String {
    var text = self[...]
    let invisible: (Character) -> Bool = { character in
      character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
    }
    while let first = text.first, invisible(first) { text = text.dropFirst() }
    while let last = text.last, invisible(last) { text = text.dropLast() }
    if text.first == "'", let next = text.dropFirst().first,
      next.isNumber || ["=", "+", "-", "@", "＝", "＋", "－", "＠"].contains(next)
    {
      text = text.dropFirst()
    }
    return String(text)
  }

  /// A trimmed cell with the full-width twins of ASCII in half width: for codes, dates and numbers.
  var foldedCell: String {
    var folded = ""
    for scalar in trimmedCell.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        if let half = Unicode.Scalar(scalar.value - 0xFEE0) { folded.unicodeScalars.append(half) }
      case 0x3000: folded += " "
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// A folded cell for comparing titles and labels: no white space, no case, one kind of brackets.
  var comparableCell: String {
    var text = ""
    for character in foldedCell.lowercased() where !character.isWhitespace {
      switch character {
      case "【", "〔", "[": text.append("(")
      case "】", "〕", "]": text.append(")")
      case "、": text.append(",")
      case "’", "‘": text.append("'")
      default: text.append(character)
      }
    }
    return text
  }
}
