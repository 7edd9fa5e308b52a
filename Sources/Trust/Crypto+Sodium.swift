// libsodium and not swift-crypto: Debian has it ready built, so that a first `make run` is quick, and
// it brings the sealed boxes and the Argon2id that parcels and sealed villages will need. This is the
// only module that imports it; everyone else gets these closures.
import CSodium
import Record

extension Crypto {
  /// SHA-256, Ed25519 and random bytes of libsodium; nil when the library cannot start.
  public static func sodium() -> Crypto? {
    guard sodium_init() >= 0 else { return nil }
    return Crypto(
      sha256: Sodium.sha256, random: Sodium.random, makeKeyPair: Sodium.makeKeyPair,
      sign: Sodium.sign, verify: Sodium.verify)
  }
}
