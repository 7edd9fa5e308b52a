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
  /// A formula compares a question with an answer that it does not offer.
  case unknownAnswer(String, question: String)
  /// No answers make the rule true, whatever the parameters are set to.
  case neverFires
  /// No answers make the formula of met true.
  case neverMet
  /// The formula of met and a red rule of its domain are true of the same answers.
  case metWithRed(rule: String, answers: String)
  /// The same, said of a red rule that was brought or raised beside a verdict that does not know it.
  case redWithMet(domain: String, answers: String)
}
