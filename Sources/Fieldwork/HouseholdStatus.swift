/// Where a household stands in this round, from its newest interview.
public enum HouseholdStatus: String, CaseIterable, Sendable {
  /// Nobody has knocked yet.
  case notVisited
  /// An interview has begun and is not finished.
  case begun
  /// Nobody was at home at the last visit; someone goes back.
  case absent
  /// The whole household is away.
  case away
  /// The household refused.
  case refused
  /// The interview is complete, read back and confirmed.
  case complete
  /// The household has moved away, is closed (all dead) or does not exist.
  case gone
}

extension HouseholdStatus {
  /// Reads the status of a household off its newest interview.
  public init(_ interview: Interview?) {
    guard let interview else {
      self = .notVisited
      return
    }
    // The result of the visit under way, else of the last one that had one.
    let said = interview.value(VisitQuestion.result)
    let result =
      said.isEmpty ? interview.visits.last { !$0.result.isEmpty }?.result ?? "" : said
    if interview.isCompleted {
      switch result {
      case "refused": self = .refused
      case "moved", "gone", "notfound": self = .gone
      case "away": self = .away
      case "absent": self = .absent
      default: self = .complete
      }
      return
    }
    guard interview.openVisit == nil else {
      self = .begun
      return
    }
    switch result {
    case "absent": self = .absent
    case "away": self = .away
    default: self = .begun
    }
  }

  /// Whether the household still needs a visit in this round.
  public var isOpen: Bool {
    switch self {
    case .notVisited, .begun, .absent, .away: true
    case .refused, .complete, .gone: false
    }
  }
}
