import Record

/// What the team's journals say of a county's own overlays, and who may say so: whoever judges the team
/// supplies it, since here nobody knows what entries mean.
public struct OverlayRules {
  /// That an overlay has a content, said by someone who may.
  public struct Given: Equatable, Sendable {
    /// The file's name, with its ending.
    public var name: String
    /// The hash of its content, which is kept under it.
    public var hash: String
    /// Where the entry stands that says so.
    public var place: EntryPlace

    /// Names an overlay's content.
    public init(name: String, hash: String, place: EntryPlace) {
      self.name = name
      self.hash = hash
      self.place = place
    }
  }

  let given: () throws -> [Given]
  let mayGive: (PersonID) -> Bool
  let draft: (_ name: String, _ hash: String) -> EntryDraft

  /// Bundles what is supplied: all that was given, in causal order, as the journals are when it is
  /// called; whether a person may give one; and the entry that does.
  public init(
    given: @escaping () throws -> [Given], mayGive: @escaping (PersonID) -> Bool,
    draft: @escaping (_ name: String, _ hash: String) -> EntryDraft
  ) {
    self.given = given
    self.mayGive = mayGive
    self.draft = draft
  }
}
