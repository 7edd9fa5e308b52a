/// Something done about the team by someone who had no right to: kept, shown, and without effect.
public struct ShownWithoutRight: Equatable, Sendable {
  /// What was done.
  public enum What: Equatable, Sendable {
    /// A role was given, or taken.
    case role(name: String, role: String)
    /// A laptop was let in.
    case admission(name: String)
    /// A laptop was shut out.
    case revocation
    /// An overlay was given.
    case overlay(name: String)
    /// It was said where someone works.
    case places(name: String)
    /// Someone else's PIN was set.
    case pin(name: String)
    /// Someone else's PIN was taken away.
    case takenPIN(name: String)
    /// Something that has no words here.
    case other
  }

  /// When, as `2026-11-21 09:30`.
  public var time: String
  /// Who did it.
  public var person: String
  /// What.
  public var what: What

  /// Collects what is shown.
  public init(time: String, person: String, what: What) {
    self.time = time
    self.person = person
    self.what = what
  }
}
