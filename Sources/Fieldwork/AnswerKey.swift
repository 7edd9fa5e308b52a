/// Where an answer lives inside an interview: the question's key and the roster rows around it.
public struct AnswerKey: Hashable, Comparable, Sendable {
  /// The question's key in the form (its name where that is unique).
  public var question: String
  /// The ids of the enclosing roster rows, outermost first; empty outside a roster.
  public var rows: [String]

  /// Names a question and its rows.
  public init(_ question: String, rows: [String] = []) {
    self.question = question
    self.rows = rows
  }

  /// By question, then by rows: an order for files, not for people.
  public static func < (left: Self, right: Self) -> Bool {
    if left.question != right.question { return left.question < right.question }
    return left.rows.lexicographicallyPrecedes(right.rows)
  }
}

/// One answer set to a value or emptied.
public struct GivenAnswer: Equatable, Sendable {
  /// Where.
  public var key: AnswerKey
  /// The value as XLSForm text; empty when the answer was taken away.
  public var value: String
  /// `dk`, `ref` or `na` when the value is the declared code of such a state.
  public var special: String?
  /// Whether someone said it in this act; false for what came with it of itself: a default, or an
  /// earlier answer to a question that is asked again.
  public var isSaid: Bool

  /// Names a place, a value and its state.
  public init(_ key: AnswerKey, _ value: String, special: String? = nil, isSaid: Bool = true) {
    self.key = key
    self.value = value
    self.special = special
    self.isSaid = isSaid
  }
}
