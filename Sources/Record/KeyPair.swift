/// A device's Ed25519 keys.
public struct KeyPair: Equatable, Sendable {
  /// What everybody may know, 32 bytes.
  public let publicKey: [UInt8]
  /// What never leaves the device, 64 bytes.
  public let secretKey: [UInt8]

  /// Pairs two keys.
  public init(publicKey: [UInt8], secretKey: [UInt8]) {
    self.publicKey = publicKey
    self.secretKey = secretKey
  }
}
