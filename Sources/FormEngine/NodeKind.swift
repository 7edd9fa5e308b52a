/// What a node of a form is.
public enum NodeKind: Hashable, Sendable {
  case root
  case group
  case `repeat`
  case question(QuestionType)
  case note
  case calculate
  /// A value the device supplies: `start`, `end`, `today`, `deviceid` and their like.
  case metadata(String)

  /// The type of the question, when this is one.
  public var questionType: QuestionType? {
    if case .question(let type) = self { type } else { nil }
  }
}
