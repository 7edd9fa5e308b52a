import Record

/// What came of a meeting.
public struct SyncReport: Equatable, Sendable {
  /// What came in or went out of one scope.
  public struct Traffic: Equatable, Sendable {
    /// Entries that were new.
    public var entries = 0
    /// Of these, how many are held apart: their device may not (or no longer) speak for the team.
    public var held = 0
    /// Bytes of journals.
    public var bytes = 0

    /// Nothing yet.
    public init() {}
  }

  /// When a device was last seen, by its own clock.
  public struct Sighting: Equatable, Sendable {
    /// The device.
    public var device: DeviceID
    /// Its public key.
    public var key: [UInt8]
    /// Who sat at it.
    public var person: PersonID?
    /// What whoever set it up calls it, which nobody has confirmed; empty where that is not known.
    public var name: String
    /// When, by its own clock.
    public var time: String

    /// Names a sighting.
    public init(device: DeviceID, key: [UInt8], person: PersonID?, name: String = "", time: String)
    {
      self.device = device
      self.key = key
      self.person = person
      self.name = name
      self.time = time
    }
  }

  /// Lines of a journal that were damaged or lost here, and are whole again.
  public struct Mended: Equatable, Sendable {
    /// The scope of the journal.
    public var scope: Scope
    /// The journal.
    public var journal: JournalName
    /// How many lines.
    public var lines: Int

    /// Names what was put back.
    public init(scope: Scope, journal: JournalName, lines: Int) {
      self.scope = scope
      self.journal = journal
      self.lines = lines
    }
  }

  /// What is new here.
  public var cameIn: [Scope: Traffic] = [:]
  /// What was left for others.
  public var wentOut: [Scope: Traffic] = [:]
  /// Forms, overlays and attachments that came.
  public var filesIn = 0
  /// Forms, overlays and attachments that were left.
  public var filesOut = 0
  /// Overlays of the county that were put here in the place of other ones, or for the first time.
  public var overlays: [String] = []
  /// Files of our own that were damaged there since the last meeting, and are written anew.
  public var repaired = 0
  /// What was damaged here and was put back.
  public var mended: [Mended] = []
  /// What was not as it should be.
  public var problems: [SyncProblem] = []
  /// How many files lie there that are not ours; nothing was done to them.
  public var foreign = 0
  /// Other teams whose folders lie there; nothing was done to them.
  public var otherTeams: [String] = []
  /// When each other device was last seen, the longest ago first.
  public var lastSeen: [Sighting] = []
  /// Whether the meeting was stopped by the person before its end.
  public var stopped = false

  /// An empty report.
  public init() {}

  /// Adds a problem, once.
  mutating func add(_ problem: SyncProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Whether all that was there to be exchanged was exchanged.
  public var isWhole: Bool { !stopped && problems.isEmpty }
}
