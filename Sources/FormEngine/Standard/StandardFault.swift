/// What makes a standard incomplete, or at odds with itself.
public enum StandardFault: Hashable, Sendable {
  /// A rule, a verdict or a number that rests on nothing.
  case missingBasis
  /// A red rule that rests on no source that was seen.
  case unsureBasis
  /// A text that no language has.
  case missingText
  /// A sentence fills in a value that its rule does not look at.
  case notInRule(String)
  case unreadParameter(String)
  case unusedDepartment(String)
  case unusedSource(String)
  /// A fact that the file of the documents' facts does not have.
  case unknownFact(String)
  /// A fact cited under another source than the one it is of.
  case factOfOtherSource(fact: String, source: String)
}
