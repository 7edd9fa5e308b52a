/// One cell of a register in the form in which it is kept.
public struct RegisterFact: Equatable, Sendable {
  /// What it is about.
  public let field: RegisterField
  /// The text, code, codes joined by a space, number or date.
  public let value: String

  /// Pairs a field with its value.
  public init(_ field: RegisterField, _ value: String) {
    self.field = field
    self.value = value
  }
}
