import Record
import SeededRandom
import Synchronization

/// Real digests, and random bytes and keys that follow from a seed.
///
/// Signatures are sums that anybody could make: worlds have accidents in them, no forgers, and a real
/// signature would take most of a world's time.
package final class WorldCrypto: Sendable {
  private let stream = Mutex(SplitMix64(seed: 0))
  private let sha256: Digest

  package init(_ real: Crypto) { sha256 = real.sha256 }

  /// From here on random bytes follow from this seed, whatever was drawn before: so a step brings the
  /// same identities when those before it are dropped.
  package func reseed(_ seed: UInt64) { stream.withLock { $0 = SplitMix64(seed: seed) } }

  package var crypto: Crypto {
    let sha256 = sha256
    @Sendable func signature(_ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
      let half = sha256((key + message)[...])
      return half + half
    }
    return Crypto(
      sha256: sha256, random: { self.bytes($0) },
      makeKeyPair: {
        let secret = self.bytes(32)
        let key = sha256(secret[...])
        return KeyPair(publicKey: key, secretKey: secret + key)
      },
      sign: { message, secretKey in signature(message, Array(secretKey.suffix(32))) },
      verify: { $0 == signature($1, $2) })
  }

  private func bytes(_ count: Int) -> [UInt8] {
    stream.withLock { stream in
      (0..<count).map { _ in UInt8(truncatingIfNeeded: stream.next()) }
    }
  }
}
