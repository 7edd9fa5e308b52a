/// One choice as it is offered: its stored name and its labels.
public struct Choice: Hashable, Sendable {
  /// What is stored when it is chosen.
  public let name: String
  /// The state for which the choice stands, when it is a special one.
  public let special: Special?
  let labels: [String]
  let languages: [String]

  /// The label in a language; a language that lacks it shows `-`, as XLSForm says.
  public func label(_ language: String) -> String {
    guard let index = languages.firstIndex(of: language) else { return labels.first ?? name }
    return labels[index]
  }
}
