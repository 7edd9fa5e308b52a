import CSodium
import Record

/// The library's calls, with arrays for pointers.
enum Sodium {
  static func sha256(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    bytes.withUnsafeBufferPointer { bytes in
      _ = crypto_hash_sha256(&digest, bytes.baseAddress, UInt64(bytes.count))
    }
    return digest
  }

  static func random(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  static func makeKeyPair() -> KeyPair {
    var publicKey = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    _ = crypto_sign_keypair(&publicKey, &secretKey)
    return KeyPair(publicKey: publicKey, secretKey: secretKey)
  }

  static func sign(_ message: [UInt8], _ secretKey: [UInt8]) -> [UInt8]? {
    guard secretKey.count == Int(crypto_sign_SECRETKEYBYTES) else { return nil }
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    let failed = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secretKey)
    return failed == 0 ? signature : nil
  }

  static func verify(_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES),
      publicKey.count == Int(crypto_sign_PUBLICKEYBYTES)
    else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }
}
