import CSodium
import Record

extension Sealing {
  /// Sealed boxes, Argon2id and secret streams of libsodium; nil when the library cannot start.
  public static func sodium() -> Sealing? {
    guard sodium_init() >= 0 else { return nil }
    return Sealing(
      digest: Sodium.digest, seal: Sodium.seal, open: Sodium.open, derive: Sodium.derive,
      sealer: Sodium.sealer, opener: Sodium.opener)
  }
}
