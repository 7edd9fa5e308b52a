/// Names of sheets that Excel takes: of at most 31 letters, none twice, without what it forbids.
struct SheetNames {
  private var taken: Set<String> = []
  static let longest = 31

  /// A name for a sheet of that title.
  mutating func name(_ title: String) -> String {
    var safe = String(
      title.map { character in
        let isForbidden =
          "[]:*?/\\".contains(character)
          || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isForbidden ? " " : character
      })
    // An apostrophe at either end is refused, and so is the name of the list of changes.
    safe = Self.trimmed(Self.cut(safe, Self.longest))
    if safe.isEmpty || safe.lowercased() == "history" { safe = "Sheet" }
    var name = safe
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let end = " (\(number))"
      name = Self.cut(safe, Self.longest - end.count) + end
      number += 1
    }
    return name
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first == "'" || first == " " { rest.removeFirst() }
    while let last = rest.last, last == "'" || last == " " { rest.removeLast() }
    return String(rest)
  }

  /// Excel counts as UTF-16 does; no character is cut in half.
  private static func cut(_ text: String, _ length: Int) -> String {
    var kept = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      if count > length { break }
      kept.append(character)
    }
    return kept
  }
}
