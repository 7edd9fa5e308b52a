/// What an expression came to at some place of an interview.
public struct ExpressionResult: Equatable, Sendable {
  /// The kinds of values.
  public enum Kind: String, Sendable {
    case text = "string"
    case number
    case truth = "boolean"
    case nodes = "nodeset"
  }

  /// What kind of value it is.
  public let kind: Kind
  /// The value as text.
  public let text: String
  /// The value as number, not a number where it is none.
  public let number: Double
  /// The value as truth.
  public let truth: Bool
  /// Each node's value, where it stands for nodes.
  public let values: [String]
}
