import Fieldwork
import Record

/// Households that are given to somebody to interview, or taken off everybody's hands.
public struct HouseholdAssignment: Sendable {
  /// To whom; nil to nobody.
  public let person: PersonID?
  /// The households whose surveyor changes by it.
  public let households: [HouseholdID]

  /// Gives some households to somebody; those that are with them already stay as they are.
  public init(_ households: [HouseholdSummary], to person: PersonID?) {
    self.person = person
    self.households = households.filter { $0.review.assignee != person }.map(\.id)
  }

  /// What is to be written, in one write: an entry for each household.
  public var drafts: [EntryDraft] {
    households.map { Fact.householdAssigned(to: person).draft(of: .household($0.rawValue)) }
  }
}
