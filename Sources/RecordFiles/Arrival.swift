import Record

/// What came of taking in parts of journals.
public struct Arrival: Sendable {
  /// The entries that are new here and count, in causal order.
  public var entries: [Entry] = []
  /// How many more are new and held apart.
  public var held = 0
  /// How many erased bodies came back.
  public var healed = 0
  /// What was wrong; all that was good was taken in.
  public var problems: [ArrivalProblem] = []

  /// Nothing yet.
  public init() {}
}
