/// Why a draft cannot become an entry.
public enum DraftFault: Error, Equatable, Sendable {
  /// The body is no object.
  case bodyIsNoObject
  /// The body has a member whose name belongs to the record (`_`, the salt), or one name twice.
  case reservedMember(String)
  /// The kind is empty or belongs to the record.
  case reservedKind(String)
  /// The clock gave no ISO 8601 time with milliseconds and offset.
  case badTime(String)
  /// What was made did not read back as what was meant.
  case notReadable
  /// The device's key could not sign.
  case noSignature
}
