import Record

/// A laptop that belongs, or belonged, to a team.
public struct Device: Hashable, Sendable {
  /// That a device was shut out: what it writes behind its last good entries is held apart.
  public struct Revocation: Hashable, Sendable {
    /// Who did it and when.
    public var stamp: Stamp
    /// Why.
    public var reason: String
    /// The last good entry of each of its journals; a journal that is not named does not count.
    public var through: [JournalName: Heads.Head]
  }

  /// Its public key, 32 bytes.
  public var key: [UInt8]
  /// The name that people know it by; empty where nobody gave it one.
  public var name: String
  /// Who admitted it and when: the newest admission, or the founding of the team.
  public var admitted: Stamp
  /// How it was shut out; nil while it belongs to the team.
  public var revocation: Revocation?
}
