/// Identities of 80 bits as 16 letters and digits that no file system confuses: Crockford's base 32
/// in lower case, without i, l, o and u.
public enum ShortID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  /// How many bytes one identity is made of.
  public static let byteCount = 10
  /// How many characters its text has.
  public static let length = 16

  /// The identity made of the first ten bytes.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    precondition(bytes.count >= byteCount, "an identity is made of ten bytes")
    var text: [UInt8] = []
    text.reserveCapacity(length)
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes.prefix(byteCount) {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(held >> UInt32(bits) & 0x1F)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A new identity of random bytes.
  public static func random(_ random: (Int) -> [UInt8]) -> String { text(random(byteCount)) }

  /// The identity that follows from a text, the same on every laptop: for what is imported from a
  /// list.
  public static func derived(from source: String, by sha256: Digest) -> String {
    text(sha256(Array(source.utf8)[...]))
  }

  /// Whether a text is in the form of an identity.
  public static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count == length && bytes.allSatisfy(isLetter)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39: true
    case 0x61...0x7A: byte != 0x69 && byte != 0x6C && byte != 0x6F && byte != 0x75
    default: false
    }
  }
}
