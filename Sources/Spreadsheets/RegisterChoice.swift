/// One choice of a form's list: its stored name and its labels in all languages.
public struct RegisterChoice: Equatable, Sendable {
  /// The stored code.
  public let name: String
  /// What people read, one for each language.
  public let labels: [String]

  /// Makes a choice.
  public init(name: String, labels: [String]) {
    self.name = name
    self.labels = labels
  }
}
