import Record

/// Two or more things that people did without knowing of each other, and that cannot both hold.
///
/// All of them are kept. One of them, the last in causal order, is shown as it stands; but nothing that
/// hangs on it counts as met until a person has chosen.
public struct Conflict: Hashable, Sendable {
  /// What it is about.
  public enum Kind: Hashable, Sendable {
    /// An answer was said in different ways.
    case answer(AnswerKey)
    /// A row was struck while it, or an answer in it, was set elsewhere.
    case row(RosterRow)
    /// The interview was declared complete while something in it was changed elsewhere; it is open
    /// until someone who knows both declares it complete.
    case completion
    /// The interview was approved while something in it was changed elsewhere; it is not approved until
    /// someone who knows both approves or returns it.
    case approval
    /// Several interviews of one household in one round, in the order they began; or it was decided in
    /// different ways which of them count.
    case interviews([InterviewID])
    /// One household that was written down at several doors; or it was decided in different ways which
    /// of them are one.
    case households([HouseholdID])
    /// An interview was moved to different households.
    case move([HouseholdID])
    /// What holds in the village was chosen in different ways.
    case village(VillageField)
  }

  /// What holds in a village as a whole and can be chosen.
  public enum VillageField: String, Hashable, Sendable {
    /// The kind of round under way.
    case round
    /// The regional overlay and the policy profile.
    case standard
  }

  /// What it is about.
  public var kind: Kind
  /// The subject of the entries that are in conflict.
  public var subject: Subject
  /// The household it touches, of several the first; nil for one of the village.
  public var household: HouseholdID?
  /// The acts that are in conflict, the last in causal order last: its value is the one that is shown.
  public var tips: [Tip]

  /// Puts a conflict together.
  public init(kind: Kind, subject: Subject, household: HouseholdID?, tips: [Tip]) {
    self.kind = kind
    self.subject = subject
    self.household = household
    self.tips = tips
  }
}

/// One of the acts that are in conflict: who, when, on which laptop, and what.
public struct Tip: Hashable, Sendable {
  /// What was done.
  public enum Act: Hashable, Sendable {
    /// An answer was set to a value (XLSForm text, with its special state); empty when it was taken
    /// away.
    case answered(AnswerKey, value: String, special: String?)
    /// A row was added, or put back.
    case added
    /// A row was struck, with the reason's code.
    case struck(reason: String)
    /// The interview was declared complete.
    case completed
    /// Something in the interview was changed, or it was opened again.
    case changed
    /// The interview was approved.
    case approved
    /// That interview was begun.
    case began(InterviewID)
    /// That interview was set aside for the other.
    case setAside(InterviewID, for: InterviewID)
    /// It was decided that each of the interviews counts.
    case bothCount
    /// That household was written down at its door.
    case enrolled(HouseholdID)
    /// That household was found to be the other.
    case joined(HouseholdID, into: HouseholdID)
    /// It was decided that each of the households is one of its own.
    case areTwo
    /// The interview was moved to that household.
    case moved(to: HouseholdID)
    /// That kind of round was begun.
    case round(String)
    /// That regional overlay and that policy profile were chosen, by name.
    case standard(overlay: String, profile: String)
  }

  /// Who, when, on which laptop.
  public var stamp: Stamp
  /// What.
  public var act: Act
  /// Whether it was done to end an earlier conflict: then two people decided without knowing of each
  /// other.
  public var isDecision: Bool

  /// Pairs an act with its stamp.
  public init(stamp: Stamp, act: Act, isDecision: Bool = false) {
    self.stamp = stamp
    self.act = act
    self.isDecision = isDecision
  }
}
