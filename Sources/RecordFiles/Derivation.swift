import Record

/// How the files beside the journals follow from the entries, for checking and making them.
public struct Derivation: Sendable {
  /// All derived files of a scope, by name (`households/<id>.json`), from its entries and the team's,
  /// and from what both told of each other.
  public var files:
    @Sendable (_ scope: Scope, _ entries: [Entry], _ team: [Entry], _ causality: Causality) ->
      [String: [UInt8]]
  /// The heads that a derived file carries; nil when it is not in its form.
  public var heads: @Sendable (_ name: String, _ bytes: [UInt8]) -> Heads?

  /// Bundles the closures.
  public init(
    files: @escaping @Sendable (Scope, [Entry], [Entry], Causality) -> [String: [UInt8]],
    heads: @escaping @Sendable (String, [UInt8]) -> Heads?
  ) {
    self.files = files
    self.heads = heads
  }
}
