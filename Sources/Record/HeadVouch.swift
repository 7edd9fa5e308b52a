import JSONText

/// A device's signature of the head of another of its journals, carried by the one it writes now: a
/// journal that was left after a crash cannot be signed in itself any more.
public struct HeadVouch: Equatable, Sendable {
  /// Whose journal is meant.
  public let writer: WriterID
  /// The number of the entry that is signed, with all before it.
  public let sequence: Int
  /// Its identity.
  public let id: EntryID
  /// The signature of `HeadSignature.vouch`, 64 bytes.
  public let signature: [UInt8]

  /// The name of the body's member that holds the list of them.
  static let member = "for"

  /// Puts a signature together with what it signs.
  public init(writer: WriterID, sequence: Int, id: EntryID, signature: [UInt8]) {
    self.writer = writer
    self.sequence = sequence
    self.id = id
    self.signature = signature
  }

  /// As JSON: `["<writer>", number, "<id>", "<signature>"]`.
  public var json: JSON {
    [
      .string(writer.rawValue), .int(sequence), .string(id.rawValue),
      .string(Base64URL.text(signature)),
    ]
  }

  /// Reads the JSON form; nil for any other.
  public init?(json: JSON) {
    guard let writer = json[0]?.string.flatMap({ WriterID(rawValue: $0) }),
      let sequence = json[1]?.int, sequence > 0,
      let id = json[2]?.string.flatMap({ EntryID(rawValue: $0) }),
      let signature = json[3]?.string.flatMap({ Base64URL.bytes($0.utf8) }), signature.count == 64
    else { return nil }
    self.init(writer: writer, sequence: sequence, id: id, signature: signature)
  }

  /// Whether the device with a public key signed this.
  public func isValid(in scope: Scope, by publicKey: [UInt8], _ crypto: Crypto) -> Bool {
    crypto.verify(
      signature,
      HeadSignature.vouch(scope: scope, writer: writer, sequence: sequence, id: id), publicKey)
  }
}
