/// One word of an expression.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case number(Double)
    case text(String)
    /// `${name}`.
    case reference(String)
    /// A node's name, or the name of a function when a bracket follows.
    case name(String)
    /// An operator or a mark: `or and = != < <= > >= + - * div mod | ( ) [ ] , / // . .. @ ::`.
    case symbol(String)
  }

  let kind: Kind
  /// Characters before it in the expression.
  let offset: Int
}
