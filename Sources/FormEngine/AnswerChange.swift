/// What the engine itself did to an answer, for the caller to record: none is lost silently.
public struct AnswerChange: Hashable, Sendable {
  /// Why the answer changed.
  public enum Cause: Hashable, Sendable {
    /// The choice filter no longer offers it.
    case filteredOut
    /// The form's default filled it in.
    case defaulted
    /// The question is asked again, and what was said before stands there; it is as good as unsaid
    /// until someone says it now.
    case shownAgain
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
