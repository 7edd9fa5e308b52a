/// A state in which an answer stands for no value of its own, as the form declares it.
public enum Special: String, Hashable, Sendable, CaseIterable {
  /// Don't know.
  case dk
  /// Refused.
  case ref
  /// Not applicable.
  case na
}
