/// What a question's constraint says of the answer that is there.
public enum ConstraintState: Equatable, Sendable {
  case pass
  /// The answer does not satisfy it; the message is the form's, in each language.
  case fail(message: [String: String])
  /// There is no answer, hence nothing to check.
  case empty
  /// The question has no constraint.
  case none
}
