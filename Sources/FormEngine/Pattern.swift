/// A regular expression in Java's spelling that must match a whole text.
///
/// Written here because the standard library's `Regex` may not cross threads, reads another
/// dialect and works by grapheme; forms are written for Java, by scalar.
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

  private let root: Node
  /// A pattern may blow up on a hostile text; past so many steps the text does not match.
  private static let mostSteps = 1_000_000
  /// Each round of a repeated group is a call in a call; past so many the stack would be at risk.
  private static let mostRounds = 2_000

  /// Nil when the pattern is none, or uses what is not done (references back, look-behind, flags).
  init?(_ text: String) {
    var parser = PatternParser(text)
    guard let root = parser.parse() else { return nil }
    self.root = root
  }

  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var matcher = Matcher(scalars: scalars, steps: Self.mostSteps, rounds: Self.mostRounds)
    return matcher.match(root, 0) { $1 == scalars.count }
  }

  private struct Matcher {
    let scalars: [Unicode.Scalar]
    var steps: Int
    var rounds: Int

    typealias Next = (inout Matcher, Int) -> Bool

    mutating func match(_ node: Node, _ at: Int, _ next: Next) -> Bool {
      steps -= 1
      guard steps > 0 else { return false }
      switch node {
      case .set(let set):
        return at < scalars.count && set.contains(scalars[at]) && next(&self, at + 1)
      case .sequence(let nodes): return sequence(nodes[...], at, next)
      case .alternatives(let nodes):
        for node in nodes where match(node, at, next) { return true }
        return false
      case .repetition(let inner, let least, let most, let mode):
        if case .set(let set) = inner { return run(set, least, most, mode, at, next) }
        if mode == .possessive {
          guard let end = longest(inner, least, most, at) else { return false }
          return next(&self, end)
        }
        return loop(inner, least, most, mode, 0, at, next)
      case .start: return at == 0 && next(&self, at)
      case .end: return at == scalars.count && next(&self, at)
      case .wordBoundary(let wanted):
        let before = at > 0 && Self.word.contains(scalars[at - 1])
        let after = at < scalars.count && Self.word.contains(scalars[at])
        return (before != after) == wanted && next(&self, at)
      case .lookAhead(let inner, let wanted):
        return match(inner, at) { _, _ in true } == wanted && next(&self, at)
      }
    }

    private static let word = ScalarSet([.word])

    private mutating func sequence(_ nodes: ArraySlice<Node>, _ at: Int, _ next: Next) -> Bool {
      guard let first = nodes.first else { return next(&self, at) }
      if nodes.count == 1 { return match(first, at, next) }
      return match(first, at) { $0.sequence(nodes.dropFirst(), $1, next) }
    }

    /// A repeated set needs no recursion.
    private mutating func run(
      _ set: ScalarSet, _ least: Int, _ most: Int, _ mode: Mode, _ at: Int, _ next: Next
    ) -> Bool {
      var count = 0
      if mode == .reluctant {
        while true {
          if count >= least, next(&self, at + count) { return true }
          guard count < most, at + count < scalars.count, set.contains(scalars[at + count]) else {
            return false
          }
          count += 1
        }
      }
      while count < most, at + count < scalars.count, set.contains(scalars[at + count]) {
        count += 1
      }
      guard count >= least else { return false }
      if mode == .possessive { return next(&self, at + count) }
      while count >= least {
        if next(&self, at + count) { return true }
        steps -= 1
        guard steps > 0 else { return false }
        count -= 1
      }
      return false
    }

    private mutating func loop(
      _ inner: Node, _ least: Int, _ most: Int, _ mode: Mode, _ done: Int, _ at: Int, _ next: Next
    ) -> Bool {
      if mode == .reluctant, done >= least, next(&self, at) { return true }
      if done < most, rounds > 0 {
        rounds -= 1
        defer { rounds += 1 }
        let more = match(inner, at) { matcher, end in
          // An empty round would go on for ever.
          if end == at, done >= least { return false }
          return matcher.loop(inner, least, most, mode, done + 1, end, next)
        }
        if more { return true }
      }
      return mode == .greedy && done >= least && next(&self, at)
    }

    private mutating func longest(
      _ inner: Node, _ least: Int, _ most: Int, _ at: Int
    ) -> Int? {
      var place = at
      var done = 0
      while done < most {
        var end: Int?
        let found = match(inner, place) { _, reached in
          end = reached
          return true
        }
        guard found, let end, end > place || done < least else { break }
        place = end
        done += 1
      }
      return done >= least ? place : nil
    }
  }
}
