/// The devices of a team, as a person is shown them.
public struct ShownTeam: Equatable, Sendable {
  /// The team's name; nil while no team was founded, and every laptop counts.
  public var name: String?
  /// The devices, this one first.
  public var devices: [ShownDevice]
  /// Whether the person at the keyboard may admit and revoke devices.
  public var mayAdmit: Bool
  /// What was done about the team without the right to, the oldest first.
  public var withoutRight: [ShownWithoutRight]

  /// Collects what is shown.
  public init(
    name: String?, devices: [ShownDevice], mayAdmit: Bool, withoutRight: [ShownWithoutRight] = []
  ) {
    self.name = name
    self.devices = devices
    self.mayAdmit = mayAdmit
    self.withoutRight = withoutRight
  }
}

/// A device of a team, as a person is shown it.
public struct ShownDevice: Equatable, Sendable {
  /// Whether what it signs counts.
  public enum Standing: Equatable, Sendable {
    /// No team was founded: everything counts.
    case noTeam
    /// It founded the team.
    case founder(time: String)
    /// Somebody let it in.
    case admitted(by: String, time: String)
    /// Nobody has let it in yet: what it signs is kept apart.
    case waiting
    /// What it signed after a named entry is kept apart.
    case revoked(by: String, time: String, reason: String)
  }

  /// Its public key.
  public var key: [UInt8]
  /// Its name; empty where nobody in the team has named it.
  public var name: String
  /// What whoever set it up calls it; empty where that is not known.
  public var callsItself: String
  /// Its fingerprint.
  public var words: FingerprintWords
  /// Whether it is the one at hand.
  public var isThis: Bool
  /// Whether what it signs counts.
  public var standing: Standing
  /// When the newest entry of it that is here was written, as `2026-11-21 09:30`; nil for none.
  public var lastSeen: String?
  /// Who wrote on it, the newest first.
  public var people: [User]

  /// Somebody who wrote on a device.
  public struct User: Equatable, Sendable {
    /// The person's name; nil for someone whom nobody here knows.
    public var name: String?
    /// The person's identity.
    public var id: String
    /// When the person's newest entry of it that is here was written, as `2026-11-21 09:30`.
    public var lastSeen: String

    /// Names a person and a time.
    public init(name: String?, id: String, lastSeen: String) {
      self.name = name
      self.id = id
      self.lastSeen = lastSeen
    }
  }

  /// Collects what is shown.
  public init(
    key: [UInt8], name: String, callsItself: String = "", words: FingerprintWords,
    isThis: Bool = false, standing: Standing, lastSeen: String? = nil, people: [User] = []
  ) {
    self.key = key
    self.name = name
    self.callsItself = callsItself
    self.words = words
    self.isThis = isThis
    self.standing = standing
    self.lastSeen = lastSeen
    self.people = people
  }
}
