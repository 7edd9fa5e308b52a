/// A day of the calendar out of a report's text, such as `2026-11-21`.
struct CivilDay: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads it; nil for what is no day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, text.utf8.count == 10, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), day > 0
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Seconds from 1970 to its beginning in UTC.
  var seconds: Int {
    let early = month <= 2
    let year = early ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let inEra = year - era * 400
    let inYear = (153 * (month + (early ? 9 : -3)) + 2) / 5 + day - 1
    let days = era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468
    return days * 86_400
  }
}
