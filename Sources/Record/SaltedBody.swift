import JSONText

/// A body with 16 random bytes in front, so that nobody can guess an erased body from its digest.
enum SaltedBody {
  static let member = "_"
  static let saltBytes = 16

  /// The exact bytes of a body.
  static func bytes(_ members: [JSON.Member], salt: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    JSON.object([JSON.Member(member, .string(Base64URL.text(salt)))] + members)
      .append(to: &bytes)
    return bytes
  }

  /// The body without its salt; nil for any other form.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> JSON? {
    guard case .object(var members)? = try? JSON(parsing: bytes, in: range),
      let first = members.first, first.key == member, let salt = first.value.string,
      salt.utf8.count >= 22
    else { return nil }
    members.removeFirst()
    return .object(members)
  }
}
