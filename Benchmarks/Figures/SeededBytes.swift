import SeededRandom
import Synchronization

/// Bytes that are the same in every run, for the identities that a sitting makes.
final class SeededBytes: Sendable {
  private let random: Mutex<SplitMix64>

  init(seed: UInt64) { random = Mutex(SplitMix64(seed: seed)) }

  /// The next bytes.
  func bytes(_ count: Int) -> [UInt8] {
    random.withLock { random in
      (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
    }
  }
}
