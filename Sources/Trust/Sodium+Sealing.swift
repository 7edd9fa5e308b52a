import CSodium
import Record

extension Sodium {
  private final class DigestState { var state = crypto_hash_sha256_state() }

  static func digest() -> RunningDigest {
    let held = DigestState()
    _ = crypto_hash_sha256_init(&held.state)
    return RunningDigest(
      add: { bytes in
        bytes.withUnsafeBufferPointer { bytes in
          _ = crypto_hash_sha256_update(&held.state, bytes.baseAddress, UInt64(bytes.count))
        }
      },
      finish: {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        _ = crypto_hash_sha256_final(&held.state, &digest)
        return digest
      })
  }

  // A device has one key, for signing; the same point of the curve serves to seal for it.
  static func seal(_ message: [UInt8], _ publicKey: [UInt8]) -> [UInt8]? {
    guard publicKey.count == Int(crypto_sign_PUBLICKEYBYTES) else { return nil }
    var point = [UInt8](repeating: 0, count: Int(crypto_box_PUBLICKEYBYTES))
    guard crypto_sign_ed25519_pk_to_curve25519(&point, publicKey) == 0 else { return nil }
    var sealed = [UInt8](repeating: 0, count: message.count + crypto_box_sealbytes())
    guard crypto_box_seal(&sealed, message, UInt64(message.count), point) == 0 else { return nil }
    return sealed
  }

  static func open(_ sealed: [UInt8], _ keys: KeyPair) -> [UInt8]? {
    let overhead = crypto_box_sealbytes()
    guard sealed.count >= overhead, keys.publicKey.count == Int(crypto_sign_PUBLICKEYBYTES),
      keys.secretKey.count == Int(crypto_sign_SECRETKEYBYTES)
    else { return nil }
    var point = [UInt8](repeating: 0, count: Int(crypto_box_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_box_SECRETKEYBYTES))
    defer { sodium_memzero(&secret, secret.count) }
    guard crypto_sign_ed25519_pk_to_curve25519(&point, keys.publicKey) == 0,
      crypto_sign_ed25519_sk_to_curve25519(&secret, keys.secretKey) == 0
    else { return nil }
    var message = [UInt8](repeating: 0, count: sealed.count - overhead)
    guard crypto_box_seal_open(&message, sealed, UInt64(sealed.count), point, secret) == 0 else {
      return nil
    }
    return message
  }

  static func derive(_ passphrase: [UInt8], _ salt: [UInt8], _ work: Sealing.Work) -> [UInt8]? {
    guard salt.count == Int(crypto_pwhash_SALTBYTES) else { return nil }
    var key = [UInt8](repeating: 0, count: Sealing.keyCount)
    var characters = passphrase.map { CChar(bitPattern: $0) }
    defer { sodium_memzero(&characters, characters.count) }
    let failed = crypto_pwhash(
      &key, UInt64(Sealing.keyCount), characters, UInt64(characters.count), salt,
      UInt64(clamping: work.passes), Int(clamping: work.memory), crypto_pwhash_ALG_ARGON2ID13)
    return failed == 0 ? key : nil
  }
}
