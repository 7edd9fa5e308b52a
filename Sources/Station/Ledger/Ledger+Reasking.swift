import Fieldwork
import FormEngine

extension Ledger {
  /// The issues about which a household is to be asked again at the next visit: what somebody is to put
  /// right there, or is putting right; what is to be looked at first before all.
  ///
  /// It looks at the issues alone, not at every household.
  public static func toReask(
    at household: HouseholdID, in village: Village, standard: Standard, today: String
  ) -> [LedgerLine] {
    village.issues(of: village.root(of: household)).compactMap { village.issues[$0] }
      .filter { $0.state == .assigned || $0.state == .underway }
      .map { LedgerLine($0, village, standard, today: today) }
      .sorted { $0.urgency == $1.urgency ? $0.issue.id < $1.issue.id : $0.urgency < $1.urgency }
  }
}
