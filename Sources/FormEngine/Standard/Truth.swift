/// What is known of a statement: Kleene's three values.
enum Truth: Equatable, Sendable {
  case no
  case unknown
  case yes

  init(_ value: Bool) { self = value ? .yes : .no }

  /// A value as a truth; nothing is known of what is undetermined.
  init(_ value: Value?) {
    guard let value else {
      self = .unknown
      return
    }
    self = Truth(value.truth)
  }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// As a value; nil where nothing is known.
  var value: Value? {
    switch self {
    case .no: .boolean(false)
    case .unknown: nil
    case .yes: .boolean(true)
    }
  }
}
