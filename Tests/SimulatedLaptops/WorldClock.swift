/// The time of a world, and how far a laptop's clock is off.
package struct WorldClock {
  /// Seconds since 1970, as they are.
  package var seconds = 1_795_200_000
  /// How far the clock of a laptop is off, in seconds.
  package var offset = 0

  /// As entries carry it.
  package var text: String {
    let now = max(0, seconds + offset)
    let (year, month, day) = Self.date(now / 86_400)
    let rest = now % 86_400
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      + "T\(Self.padded(rest / 3600, 2)):\(Self.padded(rest / 60 % 60, 2))"
      + ":\(Self.padded(rest % 60, 2)).000+00:00"
  }

  /// The day of that text.
  package var day: String { String(text.prefix(10)) }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  /// The date of a day since 1970, with years that begin in March.
  private static func date(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
