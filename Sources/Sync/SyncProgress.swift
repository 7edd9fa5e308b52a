import Record

/// How far a meeting is.
public struct SyncProgress: Equatable, Sendable {
  /// What is being done.
  public enum Phase: Equatable, Sendable {
    /// Looking at what is there and what is missing on either side.
    case looking
    /// Checking what was written at the last meeting.
    case verifying
    /// Taking in what others left.
    case takingIn
    /// Writing what is missing there.
    case writing
    /// Forms, overlays and attachments, both ways.
    case files
  }

  /// What is being done.
  public var phase: Phase
  /// For whom; nil for what belongs to no scope.
  public var scope: Scope?
  /// Bytes done in this phase and scope.
  public var done: Int
  /// Bytes to be done in this phase and scope; 0 while that is not known.
  public var total: Int
  /// How many entries have come in since the meeting began.
  public var entriesIn: Int
  /// How many entries have been written for others since the meeting began.
  public var entriesOut: Int
  /// How many scopes are done, of how many.
  public var scopesDone: Int
  /// How many scopes there are.
  public var scopes: Int
  /// How long it will take, in milliseconds; nil while nothing can be said.
  public var millisecondsLeft: Int?

  /// Describes a moment of a meeting.
  public init(
    phase: Phase, scope: Scope? = nil, done: Int = 0, total: Int = 0, entriesIn: Int = 0,
    entriesOut: Int = 0, scopesDone: Int = 0, scopes: Int = 0, millisecondsLeft: Int? = nil
  ) {
    self.phase = phase
    self.scope = scope
    self.done = done
    self.total = total
    self.entriesIn = entriesIn
    self.entriesOut = entriesOut
    self.scopesDone = scopesDone
    self.scopes = scopes
    self.millisecondsLeft = millisecondsLeft
  }
}
