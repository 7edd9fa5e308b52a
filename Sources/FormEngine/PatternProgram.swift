/// A pattern as instructions.
struct PatternProgram: Sendable {
  indirect enum Instruction: Sendable {
    case set(ScalarSet)
    /// A repeated set, in one step.
    case run(ScalarSet, least: Int, most: Int, Pattern.Mode)
    /// Goes on at the first place, and at the second when that leads nowhere.
    case split(Int, Int)
    case jump(Int)
    /// Remembers the place at which a round of a loop begins.
    case mark(Int)
    /// Fails where a round came to nothing, which would go on for ever.
    case progress(Int)
    case start, end
    case wordBoundary(Bool)
    /// Matches once and never otherwise.
    case atomic(PatternProgram)
    case lookAhead(PatternProgram, wanted: Bool)
    case match
  }

  private(set) var instructions: [Instruction] = []
  private(set) var marks = 0
  /// Counted repetitions are written out; a longer pattern than this is refused.
  private static let longest = 20_000

  init?(_ root: Pattern.Node) {
    guard add(root) else { return nil }
    instructions.append(.match)
  }

  private mutating func add(_ node: Pattern.Node) -> Bool {
    guard instructions.count < Self.longest else { return false }
    switch node {
    case .set(let set): instructions.append(.set(set))
    case .sequence(let nodes):
      for node in nodes where !add(node) { return false }
    case .alternatives(let nodes): return add(alternatives: nodes)
    case .repetition(.set(let set), let least, let most, let mode):
      instructions.append(.run(set, least: least, most: most, mode))
    case .repetition(let inner, let least, let most, .possessive):
      let greedy = Pattern.Node.repetition(inner, least: least, most: most, .greedy)
      guard let program = PatternProgram(greedy) else { return false }
      instructions.append(.atomic(program))
    case .repetition(let inner, let least, let most, let mode):
      return add(inner, least: least, most: most, mode)
    case .start: instructions.append(.start)
    case .end: instructions.append(.end)
    case .wordBoundary(let wanted): instructions.append(.wordBoundary(wanted))
    case .lookAhead(let inner, let wanted):
      guard let program = PatternProgram(inner) else { return false }
      instructions.append(.lookAhead(program, wanted: wanted))
    }
    return true
  }

  private mutating func add(alternatives nodes: [Pattern.Node]) -> Bool {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      let split = instructions.count
      let isLast = index == nodes.count - 1
      if !isLast { instructions.append(.jump(0)) }
      guard add(node) else { return false }
      guard !isLast else { continue }
      ends.append(instructions.count)
      instructions.append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
    return true
  }

  private mutating func add(
    _ inner: Pattern.Node, least: Int, most: Int, _ mode: Pattern.Mode
  ) -> Bool {
    for _ in 0..<least where !add(inner) { return false }
    var splits: [Int] = []
    if most == .max {
      let slot = marks
      marks += 1
      splits.append(instructions.count)
      instructions += [.jump(0), .mark(slot)]
      guard add(inner) else { return false }
      instructions += [.progress(slot), .jump(splits[0])]
    } else {
      for _ in least..<most {
        splits.append(instructions.count)
        instructions.append(.jump(0))
        guard add(inner) else { return false }
      }
    }
    let end = instructions.count
    for split in splits {
      instructions[split] = mode == .greedy ? .split(split + 1, end) : .split(end, split + 1)
    }
    return true
  }
}
