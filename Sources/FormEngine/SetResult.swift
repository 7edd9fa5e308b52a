/// What came of an attempt to answer.
public enum SetResult: Equatable, Sendable {
  /// The answer stands; `also` names every other answer that changed with it.
  case ok(also: [AnswerChange])
  /// The form's own constraint refuses the answer; the message is the form's, in each language.
  case constraintViolated(message: [String: String])
  /// The question must not be emptied.
  case requiredButEmpty(message: [String: String])
  case notRelevant
  case readOnly
  case notAChoice(String)
  case badValue(BadValue)
  case noSuchNode
  case notAQuestion

  /// Whether the answer stands.
  public var isOK: Bool {
    if case .ok = self { true } else { false }
  }

  /// Answers that changed along with an accepted one.
  public var also: [AnswerChange] {
    if case .ok(let also) = self { also } else { [] }
  }
}
