import Record
import SeededRandom

extension Crypto {
  /// Sums that tell texts apart and keep no secret: what is tested here is the record, not SHA-256.
  static let invented = Crypto(
    sha256: { sum($0) },
    random: { count in [UInt8](repeating: 0x5A, count: count) },
    makeKeyPair: { keys.next() },
    sign: { message, secretKey in signature(message, Array(secretKey.prefix(32))) },
    verify: { $0 == signature($1, $2) })

  private static let keys = InventedKeys()

  private static func sum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var random = SplitMix64(seed: state)
    return (0..<4).flatMap { _ in
      let word = random.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
    }
  }

  private static func signature(_ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
    let half = sum((message + key)[...])
    return half + half
  }
}
