import JSONText
import Record

/// A person's PIN as it stands in the team's journals: salted, and slow to try out.
///
/// It keeps honest people apart. Whoever has the disk can try all PINs of a few digits in a day, however
/// slow each is: against that only an encrypted disk helps.
public struct PINHash: Hashable, Sendable {
  /// A PIN's fewest and most digits.
  public static let digits = 4...12
  /// How many bytes the salt has.
  public static let saltCount = 16
  /// What a laptop takes upon itself to compute: an entry from elsewhere must not keep it busy for ever.
  private static let work = (passes: 1...10, memory: 8_192...(256 << 20))

  /// The salt, 16 bytes.
  public let salt: [UInt8]
  /// Argon2id's passes.
  public let passes: Int
  /// Argon2id's memory in bytes.
  public let memory: Int
  /// What Argon2id makes of the PIN's digits, 32 bytes.
  public let digest: [UInt8]

  /// Nil for a salt or digest of another length, and for work that no laptop should do.
  public init?(salt: [UInt8], passes: Int, memory: Int, digest: [UInt8]) {
    guard salt.count == Self.saltCount, digest.count == 32, Self.work.passes.contains(passes),
      Self.work.memory.contains(memory)
    else { return nil }
    self.salt = salt
    self.passes = passes
    self.memory = memory
    self.digest = digest
  }

  /// Whether a text can be a PIN: ASCII digits, as many as one has.
  public static func isPIN(_ text: String) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  var body: JSON {
    [
      "alg": "argon2id", "salt": .string(Base64URL.text(salt)), "ops": .int(passes),
      "mem": .int(memory), "hash": .string(Base64URL.text(digest)),
    ]
  }

  init?(body: JSON) {
    guard body["alg"]?.string == "argon2id",
      let salt = body["salt"]?.string.flatMap({ Base64URL.bytes($0.utf8) }),
      let passes = body["ops"]?.int, let memory = body["mem"]?.int,
      let digest = body["hash"]?.string.flatMap({ Base64URL.bytes($0.utf8) })
    else { return nil }
    self.init(salt: salt, passes: passes, memory: memory, digest: digest)
  }
}
