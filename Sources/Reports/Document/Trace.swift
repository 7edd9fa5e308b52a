import Fieldwork
import FormEngine

/// What a figure counts: every household for which all that is said here holds.
///
/// It is the same words for the counting and for whoever asks which households they are, so that a
/// figure and its list cannot differ.
public struct Trace: Hashable, Sendable {
  /// The code of a village, or the first digits of it; empty for every village.
  public var village = ""
  /// The group; nil for every group.
  public var group: String?
  /// The household class, a code; nil for every class.
  public var householdClass: String?
  /// Where the household stands; nil for anywhere.
  public var status: HouseholdStatus?
  /// A domain and what was said of it there; nil for whatever.
  public var verdict: Verdict?
  /// A rule that was found; nil for whatever.
  public var rule: String?
  /// Something about the work; nil for whatever.
  public var mark: Mark?

  /// A domain and its verdict.
  public struct Verdict: Hashable, Sendable {
    /// The domain, by its name in the standard.
    public let domain: String
    /// What was said of it.
    public let state: VerdictState

    /// Names a verdict of a domain.
    public init(_ domain: String, _ state: VerdictState) {
      self.domain = domain
      self.state = state
    }
  }

  /// Something about the work in a household that tells how far its figures can be relied on.
  public enum Mark: String, CaseIterable, Sendable {
    /// Somebody answered who is not of the household.
    case proxy
    /// Everything was asked by telephone: nothing was seen.
    case telephone
    /// An answer came to say something else after a finding that hung on it was seen.
    case changedAfterSeen
    /// Something was done side by side, and nobody has chosen.
    case conflict
    /// A rule about the work itself found something.
    case warning
    /// It changed after it was approved.
    case changedAfterApproval
    /// It was written down at its door: it was in no register.
    case atDoor
  }

  /// All households.
  public init() {}

  /// The same with something more said.
  public func with(_ change: (inout Trace) -> Void) -> Trace {
    var trace = self
    change(&trace)
    return trace
  }

  /// Whether a household of a village is among them.
  public func holds(_ household: HouseholdSummary, in code: String) -> Bool {
    guard code.hasPrefix(village), group == nil || group == household.group,
      householdClass == nil || householdClass == household.householdClass,
      status == nil || status == household.status
    else { return false }
    if let verdict, Self.state(of: household, in: verdict.domain) != verdict.state { return false }
    if let rule, household.findings?.marks.contains(where: { $0.rule == rule }) != true {
      return false
    }
    return mark.map { household.has($0) } ?? true
  }

  /// What was said of a domain: not assessed where no interview is complete, or its standard said
  /// nothing of it.
  public static func state(of household: HouseholdSummary, in domain: String) -> VerdictState {
    household.findings?.verdicts[domain] ?? .notAssessed
  }
}

extension HouseholdSummary {
  /// Whether there is something of that kind about the work in it.
  func has(_ mark: Trace.Mark) -> Bool {
    switch mark {
    case .proxy: review.isByProxy
    case .telephone: review.isByTelephone
    case .changedAfterSeen: review.changedAfterSeen > 0
    case .conflict: conflicts > 0
    case .warning: review.warnings > 0
    case .changedAfterApproval: review.changedAfterApproval
    case .atDoor: door != nil
    }
  }
}
