import Fieldwork
import FormEngine
import Station

extension Context {
  /// All issues of the open village today, by the standard that is in force there.
  var ledger: Ledger {
    guard let village else { return Ledger() }
    return Ledger(village, standard: standard(village), today: workingDay)
  }

  /// The issues about which a household is to be asked again, what is to be looked at first before all.
  func toReask(at household: HouseholdID) -> [LedgerLine] {
    guard let village, !village.issues.isEmpty else { return [] }
    return Ledger.toReask(
      at: household, in: village, standard: standard(village), today: workingDay)
  }

  private func standard(_ village: Village) -> Standard {
    environment.form(village)?.definition.standard ?? Standard()
  }
}
