import SeededRandom

/// What inventing villages draws besides.
extension SplitMix64 {
  /// Starts a sequence of its own for a key, so that what one thing draws never moves another.
  init(seed: UInt64, key: String, index: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    self.init(
      seed: seed &+ hash &+ UInt64(truncatingIfNeeded: index) &* 0x9e37_79b9_7f4a_7c15)
    _ = next()
  }

  /// A list in another order.
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for position in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(position, number(0...position))
    }
    return list
  }

  /// One of a list, each with its weight.
  mutating func draw<Element>(weighted list: [(Element, Int)]) -> Element {
    var left = number(0...(list.reduce(0) { $0 + $1.1 } - 1))
    for (element, weight) in list {
      if left < weight { return element }
      left -= weight
    }
    return list[list.count - 1].0
  }
}
