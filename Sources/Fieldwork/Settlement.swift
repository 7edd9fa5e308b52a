import Record

/// That a person looked at what these entries did without knowing of each other, and decided.
public struct Settlement: Equatable, Sendable {
  /// Who and when.
  public var stamp: Stamp
  /// The entries that they named.
  public var entries: Set<EntryID>
}
