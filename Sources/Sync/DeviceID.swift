import Record

/// A device, by the first ten bytes of the SHA-256 of its public key: the name of its folder in an
/// exchange folder.
public struct DeviceID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Its 16 characters.
  public let rawValue: String

  /// Takes a text in the form of a `ShortID`; nil for any other.
  public init?(rawValue: String) {
    guard ShortID.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// The device with a public key.
  public init(publicKey: [UInt8], _ sha256: Digest) {
    rawValue = ShortID.text(sha256(publicKey[...]))
  }

  /// The order of the texts.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
