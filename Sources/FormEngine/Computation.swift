/// Something that is computed again when what it looks at changes.
struct Computation: Sendable {
  enum Aspect: Hashable, Sendable {
    /// The node's value.
    case value
    /// Whether the node, or each row of a repeat, is relevant.
    case relevance
    /// Whether a repeat as a whole is relevant, rows or not; it lives in the row above.
    case roster
    /// Whether the answer is still offered; computed last, and only while someone is answering.
    case filter
  }

  let node: Int
  let aspect: Aspect
  /// The scope in whose rows it is computed.
  let scope: Int
  let dependencies: Dependencies
}
