/// How far the survey of a household has come, and when.
public struct VisitPlan: Equatable, Sendable {
  /// Where the interview stands.
  public enum Status: String, CaseIterable, Sendable {
    /// The interview is complete.
    case complete
    /// The interview is begun and waits to be gone on with.
    case begun
    /// Nobody was at home.
    case absent
    /// The household did not agree.
    case refused
    /// Nobody has knocked yet.
    case notVisited
  }

  /// Where the interview stands.
  public let status: Status
  /// The day of the round, from 0; -1 if nobody has knocked.
  public let day: Int
  /// Minutes after midnight at which the visit began.
  public let minute: Int
  /// How many questions of a hundred are answered: 100 when complete.
  public let answeredPercent: Int
  /// Whether the questions were ticked off without being asked.
  public internal(set) var isHurried = false
}
