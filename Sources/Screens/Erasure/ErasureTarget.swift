import Fieldwork
import Record

/// What is to be erased: a household with all that goes with it, or what single entries say.
public enum ErasureTarget: Equatable, Sendable {
  /// Everything about a household, its interviews too.
  case household(HouseholdID)
  /// What these entries say.
  case entries([EntryID])
}

/// What an erasure would take away, and whether the person at the keyboard may do it.
public struct ShownErasure: Equatable, Sendable {
  /// Of how many entries the contents go.
  public var entries: Int
  /// Whether the person may erase them.
  public var mayErase: Bool

  /// Says how much it is.
  public init(entries: Int, mayErase: Bool) {
    self.entries = entries
    self.mayErase = mayErase
  }
}
