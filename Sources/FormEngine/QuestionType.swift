/// What kind of answer a question takes.
public enum QuestionType: Hashable, Sendable {
  case text
  case integer
  case decimal
  case date
  /// One choice of a list, named as in the sheet `choices`.
  case selectOne(list: String)
  /// Any number of choices of a list.
  case selectMultiple(list: String)
  /// One of the values that a question inside a repeat has in the repeat's rows.
  case selectOneFromRoster(node: Int)
  /// A value that is carried and never shown.
  case hidden
  /// A mark that something was read; it stores `OK`.
  case acknowledge

  /// Whether expressions take the answer as a number.
  var isNumeric: Bool {
    self == .integer || self == .decimal
  }

  /// Whether the answer is taken from choices.
  public var isSelect: Bool {
    switch self {
    case .selectOne, .selectMultiple, .selectOneFromRoster: true
    default: false
    }
  }
}
