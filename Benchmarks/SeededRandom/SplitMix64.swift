/// A small random number generator with a seed: the same numbers in every run and on every machine.
///
/// Own arithmetic throughout, since the way the library draws may change between releases.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence that belongs to a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// 64 bits that follow from others, as different as can be from what their neighbours give.
  public static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 to below the bound.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// A number of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some things; nil, and no number drawn, where there is none.
  public mutating func one<Thing>(of things: [Thing]) -> Thing? {
    things.isEmpty ? nil : things[below(things.count)]
  }

  /// One of some things, of which there must be at least one.
  public mutating func draw<Thing>(from things: [Thing]) -> Thing { things[below(things.count)] }
}
