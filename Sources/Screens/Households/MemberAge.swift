import Fieldwork

/// How old a member is on a day, from the citizen number, the birth date or an estimate.
struct MemberAge: Equatable, Sendable {
  /// Full years.
  let years: Int
  /// Whether someone guessed it.
  let isEstimate: Bool

  /// Nothing when nothing is known.
  init?(of member: ShownMember, on day: String) {
    guard let today = Day(day) else { return nil }
    let number = member["m_id"]
    let born = number.count == 18 ? String(number.dropFirst(6).prefix(8)) : member["m_dob"]
    if let years = Day(born)?.years(on: today) {
      self.init(years: years, isEstimate: false)
    } else if let years = Int(member["m_age_est"]) {
      self.init(years: years, isEstimate: true)
    } else {
      return nil
    }
  }

  private init(years: Int, isEstimate: Bool) {
    self.years = years
    self.isEstimate = isEstimate
  }

  /// The code of the member's sex: what is stored, else the citizen number's 17th digit; nil when
  /// neither says it.
  static func sex(of member: ShownMember) -> String? {
    let number = Array(member["m_id"])
    if number.count == 18, let digit = number[16].wholeNumberValue {
      return digit % 2 == 1 ? "1" : "2"
    }
    return member["m_sex"].isEmpty ? nil : member["m_sex"]
  }
}
