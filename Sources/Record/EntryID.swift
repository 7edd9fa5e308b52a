/// An entry's identity: the SHA-256 of its exact header bytes.
public struct EntryID: RawRepresentable, Hashable, Comparable, Sendable {
  // Four words and no text, since a township has two million of them.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// How many characters its text has.
  public static let length = 43

  /// Takes the 32 bytes of a digest.
  public init(digest: some Collection<UInt8>) {
    precondition(digest.count == 32, "a SHA-256 has 32 bytes")
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in digest.enumerated() {
      words[index >> 3] = words[index >> 3] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Takes its text (base64url, 43 characters); nil for any other.
  public init?(rawValue: String) { self.init(text: Array(rawValue.utf8)[...]) }

  init?(text: ArraySlice<UInt8>) {
    guard text.count == Self.length, let bytes = Base64URL.bytes(text) else { return nil }
    self.init(digest: bytes)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [words.0, words.1, words.2, words.3] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  /// Its text: base64url, 43 characters.
  public var rawValue: String { Base64URL.text(bytes) }

  /// Whether two identities are the same.
  public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  /// The order of the bytes.
  public static func < (left: Self, right: Self) -> Bool { left.words < right.words }

  /// Mixes in the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
