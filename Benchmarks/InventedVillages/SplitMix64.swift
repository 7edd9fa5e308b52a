/// A small random number generator with a seed, so that an invented village is the same every time.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence that belongs to a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// Starts a sequence of its own for a key, so that what one thing draws never moves another.
  init(seed: UInt64, key: String, index: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    state = seed &+ hash &+ UInt64(truncatingIfNeeded: index) &* 0x9e37_79b9_7f4a_7c15
    _ = next()
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number of a range.
  ///
  /// Own arithmetic, since the way the library draws may change between releases.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool {
    number(0...99) < percent
  }

  /// A list in another order.
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for position in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(position, number(0...position))
    }
    return list
  }

  /// One of a list that is not empty.
  mutating func one<Element>(of list: [Element]) -> Element {
    list[number(0...(list.count - 1))]
  }

  /// One of a list, each with its weight.
  mutating func one<Element>(weighted list: [(Element, Int)]) -> Element {
    var left = number(0...(list.reduce(0) { $0 + $1.1 } - 1))
    for (element, weight) in list {
      if left < weight { return element }
      left -= weight
    }
    return list[list.count - 1].0
  }
}
