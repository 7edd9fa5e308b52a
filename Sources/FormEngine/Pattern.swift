/// A regular expression in Java's spelling that must match a whole text.
///
/// Written here because the standard library's `Regex` may not cross threads, reads another
/// dialect and works by grapheme; forms are written for Java, by scalar. It is carried out as a
/// list of instructions with a stack of its own, so that a long text cannot exhaust the program's.
struct Pattern: Sendable {
  indirect enum Node: Equatable, Sendable {
    case set(ScalarSet)
    case sequence([Node])
    case alternatives([Node])
    case repetition(Node, least: Int, most: Int, Mode)
    case start, end
    case wordBoundary(Bool)
    case lookAhead(Node, wanted: Bool)
  }

  enum Mode: Equatable, Sendable {
    case greedy, reluctant, possessive
  }

  private let program: PatternProgram

  /// Nil when the pattern is none, or uses what is not done (references back, look-behind, flags).
  init?(_ text: String) {
    var parser = PatternParser(text)
    guard let root = parser.parse(), let program = PatternProgram(root) else { return nil }
    self.program = program
  }

  func matches(_ text: String) -> Bool {
    var matcher = PatternMatcher(Array(text.unicodeScalars))
    return matcher.run(program, from: 0, whole: true) != nil
  }
}
