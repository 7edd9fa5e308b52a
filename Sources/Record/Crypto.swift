/// SHA-256 of some bytes, handed in so that this room needs no library for it.
public typealias Digest = @Sendable (ArraySlice<UInt8>) -> [UInt8]

/// What the record needs of cryptography, as closures; Trust supplies the real ones.
public struct Crypto: Sendable {
  /// SHA-256, 32 bytes.
  public var sha256: Digest
  /// That many bytes nobody can guess.
  public var random: @Sendable (Int) -> [UInt8]
  /// A new Ed25519 key pair.
  public var makeKeyPair: @Sendable () -> KeyPair
  /// An Ed25519 signature (64 bytes) of a message by a secret key; nil when the key is no key.
  public var sign: @Sendable (_ message: [UInt8], _ secretKey: [UInt8]) -> [UInt8]?
  /// Whether a signature of a message is by the owner of a public key.
  public var verify:
    @Sendable (_ signature: [UInt8], _ message: [UInt8], _ publicKey: [UInt8]) -> Bool

  /// Bundles the closures.
  public init(
    sha256: @escaping Digest,
    random: @escaping @Sendable (Int) -> [UInt8],
    makeKeyPair: @escaping @Sendable () -> KeyPair,
    sign: @escaping @Sendable ([UInt8], [UInt8]) -> [UInt8]?,
    verify: @escaping @Sendable ([UInt8], [UInt8], [UInt8]) -> Bool
  ) {
    self.sha256 = sha256
    self.random = random
    self.makeKeyPair = makeKeyPair
    self.sign = sign
    self.verify = verify
  }
}
