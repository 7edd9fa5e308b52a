/// Carries out a pattern's instructions on a text, going back where a way leads nowhere.
struct PatternMatcher {
  private let scalars: [Unicode.Scalar]
  /// A pattern may blow up on a hostile text; past so many steps the text does not match.
  private var steps = 1_000_000

  private enum Way {
    case branch(Int, at: Int)
    /// A run that may be shortened down to a place.
    case shorter(Int, at: Int, least: Int)
    /// A run that may be lengthened.
    case longer(Int, ScalarSet, at: Int, most: Int)
    case restore(mark: Int, at: Int)
  }

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The place at which a match from a place ends; nil when there is none.
  mutating func run(_ program: PatternProgram, from start: Int, whole: Bool) -> Int? {
    var ways: [Way] = []
    var marks = [Int](repeating: -1, count: program.marks)
    var next = 0
    var at = start
    while steps > 0 {
      steps -= 1
      var isDone = true
      switch program.instructions[next] {
      case .set(let set):
        isDone = at < scalars.count && set.contains(scalars[at])
        at += 1
      case .run(let set, let least, let most, let mode):
        let count = count(set, at, mode == .reluctant ? least : most)
        isDone = count >= least
        if isDone, mode == .greedy, count > least {
          ways.append(.shorter(next + 1, at: at + count, least: at + least))
        } else if isDone, mode == .reluctant, count < most {
          let last = most > scalars.count ? scalars.count : min(at + most, scalars.count)
          ways.append(.longer(next + 1, set, at: at + count, most: last))
        }
        at += count
      case .split(let first, let second):
        ways.append(.branch(second, at: at))
        next = first - 1
      case .jump(let target): next = target - 1
      case .mark(let mark):
        ways.append(.restore(mark: mark, at: marks[mark]))
        marks[mark] = at
      case .progress(let mark): isDone = marks[mark] != at
      case .start: isDone = at == 0
      case .end: isDone = at == scalars.count
      case .wordBoundary(let wanted): isDone = (isWord(at - 1) != isWord(at)) == wanted
      case .atomic(let inner):
        let end = run(inner, from: at, whole: false)
        isDone = end != nil
        at = end ?? at
      case .lookAhead(let inner, let wanted):
        isDone = (run(inner, from: at, whole: false) != nil) == wanted
      case .match:
        if !whole || at == scalars.count { return at }
        isDone = false
      }
      next += 1
      if !isDone, !goBack(&ways, &marks, &next, &at) { return nil }
    }
    return nil
  }

  private func count(_ set: ScalarSet, _ at: Int, _ most: Int) -> Int {
    var count = 0
    while count < most, at + count < scalars.count, set.contains(scalars[at + count]) {
      count += 1
    }
    return count
  }

  private static let word = ScalarSet([.word])

  private func isWord(_ place: Int) -> Bool {
    scalars.indices.contains(place) && Self.word.contains(scalars[place])
  }

  private func goBack(
    _ ways: inout [Way], _ marks: inout [Int], _ next: inout Int, _ at: inout Int
  ) -> Bool {
    while let way = ways.popLast() {
      switch way {
      case .branch(let target, let place): (next, at) = (target, place)
      case .shorter(let target, let place, let least):
        (next, at) = (target, place - 1)
        if at > least { ways.append(.shorter(target, at: at, least: least)) }
      case .longer(let target, let set, let place, let most):
        guard place < most, set.contains(scalars[place]) else { continue }
        (next, at) = (target, place + 1)
        ways.append(.longer(target, set, at: at, most: most))
      case .restore(let mark, let place):
        marks[mark] = place
        continue
      }
      return true
    }
    return false
  }
}
