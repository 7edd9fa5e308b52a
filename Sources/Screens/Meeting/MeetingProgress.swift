/// How far a meeting with other laptops is, while it goes on.
public struct MeetingProgress: Equatable, Sendable {
  /// What is being done.
  public enum Phase: Equatable, Sendable {
    /// Looking what lies there.
    case looking
    /// Reading back what was written there the last time.
    case verifying
    /// Checking and taking in what others left.
    case taking
    /// Writing what the others do not have.
    case giving
    /// Forms and attachments.
    case files
    /// Bringing lists and documents up to date.
    case finishing
  }

  /// What is being done.
  public var phase: Phase
  /// The village it is about; nil where it is the team's own.
  public var village: String?
  /// Bytes done in this phase.
  public var done: Int
  /// Bytes to be done in this phase; 0 when that is not known yet.
  public var total: Int
  /// Entries that came so far.
  public var entriesIn: Int
  /// Entries that went so far.
  public var entriesOut: Int
  /// Seconds left at the pace so far; nil while it cannot be told.
  public var secondsLeft: Int?

  /// Says how far it is.
  public init(
    phase: Phase, village: String? = nil, done: Int = 0, total: Int = 0, entriesIn: Int = 0,
    entriesOut: Int = 0, secondsLeft: Int? = nil
  ) {
    self.phase = phase
    self.village = village
    self.done = done
    self.total = total
    self.entriesIn = entriesIn
    self.entriesOut = entriesOut
    self.secondsLeft = secondsLeft
  }

  /// How much of the phase is done, from 0 to 100; nil when that is not known.
  public var percent: Int? {
    guard total > 0 else { return nil }
    return min(100, max(0, done * 100 / total))
  }
}
