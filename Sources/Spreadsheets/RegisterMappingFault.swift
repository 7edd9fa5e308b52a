/// Why a mapping file cannot be used.
public enum RegisterMappingFault: Error, Equatable, Sendable {
  /// The whole file (nil) or a member should be an object.
  case notAnObject(member: String?)
  /// A member at the top other than `columns` and `values`.
  case unknownMember(String)
  /// Neither one of our titles nor one of our field names.
  case unknownField(String)
  /// A code should be a text.
  case notAText(member: String)
}
