/// An expression as it is written, before names are looked up.
indirect enum Syntax: Equatable, Sendable {
  case number(Double)
  case text(String)
  case operation(String, Syntax, Syntax)
  case negation(Syntax)
  case call(String, [Syntax])
  case path(Path)

  /// A path of XPath.
  struct Path: Equatable, Sendable {
    enum Start: Equatable, Sendable {
      case context
      case root
      /// `${name}`.
      case reference(String)
      /// A function such as `current()` or `instance('list')`.
      case call(String, [Syntax])
    }

    enum Test: Equatable, Sendable {
      case itself
      case parent
      case child(String)
    }

    struct Step: Equatable, Sendable {
      var test: Test
      var predicates: [Syntax]
    }

    var start: Start
    /// Predicates directly behind the start, as in `${p}[1]`.
    var predicates: [Syntax] = []
    var steps: [Step] = []
  }
}
