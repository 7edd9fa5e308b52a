/// A stick or folder through which laptops can meet.
public struct MeetingPlace: Equatable, Sendable {
  /// What it is.
  public enum Kind: Equatable, Sendable {
    /// A stick that is plugged in.
    case stick
    /// A folder that was used before.
    case folder
  }

  /// Its path.
  public var path: String
  /// What it is called: a stick's label, a folder's name.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// The last time this laptop met others there, as `2026-11-21 18:30`; nil when it never did.
  public var lastUsed: String?
  /// Whether it can be reached now.
  public var isHere: Bool

  /// Names a place.
  public init(
    path: String, name: String, kind: Kind, lastUsed: String? = nil, isHere: Bool = true
  ) {
    self.path = path
    self.name = name
    self.kind = kind
    self.lastUsed = lastUsed
    self.isHere = isHere
  }
}
