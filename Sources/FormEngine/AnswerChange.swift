/// An answer that the engine itself changed, for the caller to record: none is lost silently.
public struct AnswerChange: Hashable, Sendable {
  /// Why the answer changed.
  public enum Cause: Hashable, Sendable {
    /// The choice filter no longer offers it.
    case filteredOut
    /// The form's default filled it in.
    case defaulted
  }

  /// Where.
  public let address: NodeAddress
  /// The stored text before.
  public let before: String
  /// The stored text after.
  public let after: String
  /// Why.
  public let cause: Cause
}
