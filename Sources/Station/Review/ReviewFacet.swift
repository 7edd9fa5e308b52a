import Fieldwork
import FormEngine
import Record

/// Why a household wants a supervisor's look, the gravest first.
public enum ReviewFlag: String, CaseIterable, Sendable {
  /// A red finding, or a verdict below the standard as a whole.
  case red
  /// Something that nobody can tell yet.
  case unknown
  /// Somebody went there and nobody was interviewed, or somebody was to go and has not.
  case missed
  /// Two people wrote different things, and nobody has chosen.
  case conflict
  /// Warnings about the work itself, or questions that were passed over.
  case quality
  /// Something changed that the approval had not seen.
  case changed
  /// An issue whose last day is over.
  case overdue
}

/// What can be asked of the work at a household, besides how its review stands.
public enum ReviewMark: String, CaseIterable, Sendable {
  /// Somebody commented on it.
  case commented
  /// It was given back before.
  case returnedBefore
  /// An answer was changed after a finding that hangs on it was seen.
  case changedAfterSeen
  /// Somebody answered who is not of the household.
  case proxy
}

/// One thing that the queue can be narrowed to.
public enum ReviewFacet: Hashable, Sendable {
  case flag(ReviewFlag)
  /// It has findings of that level.
  case level(FindingLevel)
  /// The domain is below the standard, or cannot be told.
  case domain(String)
  case group(String)
  /// That person worked in it.
  case surveyor(PersonID)
  case state(ReviewState)
  case mark(ReviewMark)

  /// What of one kind excludes another.
  ///
  /// Of each at most one is chosen; marks stand each for itself.
  public enum Kind: Hashable, CaseIterable, Sendable {
    case flag, level, domain, group, surveyor, state
    case commented, returnedBefore, changedAfterSeen, proxy
  }

  /// Its kind.
  public var kind: Kind {
    switch self {
    case .flag: .flag
    case .level: .level
    case .domain: .domain
    case .group: .group
    case .surveyor: .surveyor
    case .state: .state
    case .mark(.commented): .commented
    case .mark(.returnedBefore): .returnedBefore
    case .mark(.changedAfterSeen): .changedAfterSeen
    case .mark(.proxy): .proxy
    }
  }
}
