import Terminal

/// What is said of a difference, line by line: the page shows them, plain mode and commands print them.
public struct ConflictLines: Sendable {
  /// The language they are in.
  public let language: Language
  private var strings: ConflictStrings { language.strings.conflicts }

  /// Lines in a language.
  public init(_ language: Language) { self.language = language }

  /// A difference in one line.
  public func line(_ conflict: ShownConflict) -> String {
    let acts = conflict.sides.filter { !$0.source.isEmpty }
    let texts = acts.map(\.text)
    // Where all did the same, such as beginning an interview, who did it tells them apart.
    let told = Set(texts).count < texts.count ? acts.map(\.source) : texts
    return "\(conflict.door)  \(strings.differs(conflict.what, told))"
  }

  /// Its sides and what else may be done, in the order of their numbers.
  public func choices(_ conflict: ShownConflict) -> [String] {
    conflict.sides.map { strings.side($0.text, $0.source) }
      + (conflict.third == .typed ? [strings.third] : []) + [strings.notYet]
  }

  /// What kind it is, what choosing does, and all that differs, section by section.
  func marked(_ conflict: ShownConflict) -> [ScrolledText.Line] {
    var lines: [ScrolledText.Line] = [.init(conflict.why, .dim)]
    var section: String?
    for difference in conflict.differences {
      if difference.section != section {
        section = difference.section
        lines += [.init(""), .init(difference.section, .title)]
      }
      lines.append(.init("  " + difference.label))
      for (index, value) in difference.values.enumerated() {
        lines.append(.init("    \(index + 1)  " + (value.isEmpty ? strings.nothing : value)))
      }
    }
    return lines
  }

  /// All of it as lines to print.
  public func lines(_ conflict: ShownConflict) -> [String] {
    [line(conflict)] + marked(conflict).map(\.text)
      + choices(conflict).enumerated().map { "  \($0.offset + 1)  \($0.element)" }
  }
}
