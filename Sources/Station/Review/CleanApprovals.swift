import Fieldwork
import FormEngine
import Record

/// The interviews that a person can approve at once, since nothing in them is flagged, and why the
/// others that were asked for stay out.
public struct CleanApprovals: Sendable {
  /// Why a household stays out.
  public enum Reason: Hashable, Sendable {
    /// It wants a look by itself.
    case flag(ReviewFlag)
    /// Something was found that is to be verified.
    case toVerify
    /// Somebody has not answered a comment.
    case comments
    /// It cannot be approved by this person now.
    case hindrance(Hindrance)
  }

  /// The households whose interviews can be approved, in the order of the queue.
  public private(set) var households: [HouseholdSummary] = []
  /// How many stay out, by the first reason that there is.
  public private(set) var leftOut: [Reason: Int] = [:]
  /// What is to be written, in one write: an entry for each interview.
  public private(set) var drafts: [EntryDraft] = []

  /// Looks at some lines of a queue; `file` reads a household, and is asked only of those of which
  /// nothing else stands in the way.
  public init(
    _ lines: [ReviewLine], by person: PersonID, roles: [PersonID: String],
    file: (HouseholdID) throws -> HouseholdCase
  ) rethrows {
    for line in lines {
      if let reason = Self.reason(line) {
        leftOut[reason, default: 0] += 1
        continue
      }
      let reviewed = ReviewedHousehold(try file(line.household.id), roles: roles)
      switch reviewed?.approve(by: person) {
      case .record(let drafts):
        households.append(line.household)
        self.drafts += drafts
      case .hindered(let hindrance): leftOut[Self.reason(hindrance), default: 0] += 1
      case nil: leftOut[.hindrance(.notCompleted), default: 0] += 1
      }
    }
  }

  /// The reasons with their numbers, the most frequent first.
  public var reasons: [(reason: Reason, count: Int)] {
    leftOut.map { ($0.key, $0.value) }.sorted {
      $0.count == $1.count ? "\($0.reason)" < "\($1.reason)" : $0.count > $1.count
    }
  }

  /// What the village's list alone says against it.
  private static func reason(_ line: ReviewLine) -> Reason? {
    let review = line.household.review
    if review.openComments > 0 { return .comments }
    guard line.awaitsDecision else {
      return .hindrance(review.state == .approvedByOffice ? .alreadyApproved : .notCompleted)
    }
    if let flag = line.flags.first { return .flag(flag) }
    // Nobody has looked at what a yellow finding asks to verify.
    let isToVerify = line.household.findings.map { $0.isAssessed && $0.count(.yellow) > 0 }
    return isToVerify ?? false ? .toVerify : nil
  }

  /// The same reason is counted as one, however many conflicts or comments there are.
  private static func reason(_ hindrance: Hindrance) -> Reason {
    switch hindrance {
    case .conflicts: .flag(.conflict)
    case .commentsOpen: .comments
    default: .hindrance(hindrance)
    }
  }
}

extension VillageDesk {
  /// Where more households than these are to be read it is quicker to read everything in one go.
  private static let few = 40

  /// Looks which of some households a person can approve at once, on a day as `2026-12-31`; throws what
  /// the store throws.
  public func cleanApprovals(
    of households: [HouseholdID], by person: PersonID, today: String
  ) throws -> CleanApprovals {
    try settle()
    let wanted = Set(households)
    let lines = ReviewQueue(village, today: today).lines.filter {
      wanted.contains($0.household.id)
    }
    guard lines.count > Self.few else {
      return try CleanApprovals(lines, by: person, roles: roles.now) { try file(of: $0) }
    }
    let files = try files()
    return try CleanApprovals(lines, by: person, roles: roles.now) { id in
      try files[id] ?? file(of: id)
    }
  }
}
