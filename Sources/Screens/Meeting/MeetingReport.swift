/// What came of a meeting with other laptops.
public struct MeetingReport: Sendable {
  /// A sentence in a language.
  public typealias Sentence = @Sendable (Language) -> String

  /// What came or went for one village, or for the team.
  public struct Count: Equatable, Sendable {
    /// The village's name; nil for the team.
    public var village: String?
    /// How many entries.
    public var entries: Int
    /// How many households they are about; 0 for the team.
    public var households: Int

    /// Counts.
    public init(village: String?, entries: Int, households: Int = 0) {
      self.village = village
      self.entries = entries
      self.households = households
    }
  }

  /// A device of the team, and when anything of it was last here.
  public struct Seen: Equatable, Sendable {
    /// The device's name; nil where nobody named it.
    public var device: String?
    /// Who sat at it then; nil where that is not known.
    public var person: String?
    /// The device's identity.
    public var id: String
    /// The last time something of it was here, as `2026-11-21 09:30`; nil for never.
    public var time: String?
    /// How many days ago that is; nil for never.
    public var days: Int?

    /// Says when a device was last seen.
    public init(
      device: String?, person: String? = nil, id: String = "", time: String?, days: Int?
    ) {
      self.device = device
      self.person = person
      self.id = id
      self.time = time
      self.days = days
    }
  }

  /// Whether what this laptop writes counts for the others.
  public enum OwnStanding: Equatable, Sendable {
    /// It does.
    case counts
    /// It does since this meeting: somebody let the laptop in.
    case countsNow
    /// It does not: the laptop is not in the team.
    case heldApart
  }

  /// Something that two people wrote differently and that someone has decided.
  public struct Decision: Sendable {
    /// The household, the question or matter, and what holds now.
    public var what: Sentence
    /// Who decided.
    public var person: String
    /// When, as `11-21 18:30`.
    public var time: String

    /// Tells of a decision.
    public init(what: @escaping Sentence, person: String, time: String) {
      self.what = what
      self.person = person
      self.time = time
    }
  }

  /// Where it was.
  public var path: String
  /// Whether what this laptop writes counts for the others.
  public var standing = OwnStanding.counts
  /// The laptops that have been here and are not in the team, by what they call themselves; empty where
  /// one has no name.
  public var waiting: [String] = []
  /// What others decided, as this meeting brought it.
  public var decisions: [Decision] = []
  /// What came, the team first.
  public var came: [Count]
  /// What went, the team first.
  public var went: [Count]
  /// Entries that are kept apart: of devices that are not admitted, or revoked.
  public var held: Int
  /// What differs between two people and waits for a decision, by village.
  public var conflicts: [Count]
  /// The other devices, the one not seen for longest first.
  public var lastSeen: [Seen]
  /// What could not be taken or given, and why.
  public var troubles: [Sentence]
  /// Whether it was stopped before its end.
  public var wasStopped: Bool
  /// Why nothing could be done at all, and what to do; nil when it could.
  public var failure: Sentence?

  /// Collects what came of it.
  public init(
    path: String, came: [Count] = [], went: [Count] = [], held: Int = 0, conflicts: [Count] = [],
    lastSeen: [Seen] = [], troubles: [Sentence] = [], wasStopped: Bool = false,
    failure: Sentence? = nil
  ) {
    self.path = path
    self.came = came
    self.went = went
    self.held = held
    self.conflicts = conflicts
    self.lastSeen = lastSeen
    self.troubles = troubles
    self.wasStopped = wasStopped
    self.failure = failure
  }

  /// A meeting that could not be held.
  public init(path: String, failure: @escaping Sentence) {
    self.init(path: path)
    self.failure = failure
  }

  /// How many differences wait for a decision.
  public var conflictCount: Int { conflicts.reduce(0) { $0 + $1.entries } }
}
