/// A device's signature of its journal's head: of the entry that carries it, and through the chain of
/// all entries before it.
///
/// It stands at the end of that entry's body and covers every other byte of the line that could be
/// otherwise: nobody can make a second entry out of it.
public enum HeadSignature {
  /// The name of the body's last member, which holds it.
  public static let member = "sig"
  private static let opening = Array(",\"sig\":\"".utf8)
  private static let closing = Array("\"}".utf8)
  /// How many characters 64 bytes have.
  private static let length = 86

  /// What is signed, out of the header without its digest and the body up to its signature: nothing
  /// else can be taken for it.
  static func message(
    scope: Scope, writer: WriterID, header: ArraySlice<UInt8>, body: ArraySlice<UInt8>
  ) -> [UInt8] {
    Array("ruhu head 2\n\(scope.text)\n\(writer.rawValue)\n".utf8) + header + [0x0A] + body
  }

  /// What a device signs when it vouches for the head of another of its journals.
  public static func vouch(
    scope: Scope, writer: WriterID, sequence: Int, id: EntryID
  ) -> [UInt8] {
    Array(
      "ruhu vouch 1\n\(scope.text)\n\(writer.rawValue)\n\(sequence)\n\(id.rawValue)\n".utf8)
  }

  /// A body's bytes with the signature at its end.
  static func signed(_ body: ArraySlice<UInt8>, _ signature: [UInt8]) -> [UInt8] {
    var bytes = Array(body) + opening
    Base64URL.append(signature, to: &bytes)
    return bytes + closing
  }

  /// The signature at the end of a body, and what of the body stands before it; nil when there is none.
  static func split(
    _ bytes: [UInt8], _ body: Range<Int>
  ) -> (signature: [UInt8], body: Range<Int>)? {
    let start = body.upperBound - opening.count - length - closing.count
    guard start > body.lowerBound, bytes[start...].starts(with: opening) else { return nil }
    let text = bytes[(start + opening.count)...].prefix(length)
    guard let signature = Base64URL.bytes(text), signature.count == 64,
      bytes[(body.upperBound - closing.count)..<body.upperBound].elementsEqual(closing)
    else { return nil }
    return (signature, body.lowerBound..<start)
  }
}
