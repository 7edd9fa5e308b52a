/// A day of the calendar, as people type it and as it is stored.
struct Day: Equatable, Sendable {
  /// The year, such as 2026.
  let year: Int
  /// The month, from 1.
  let month: Int
  /// The day of the month, from 1.
  let day: Int

  /// A day that exists.
  init?(year: Int, month: Int, day: Int) {
    guard (1800...2999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads what was typed: `2026-11-21`, `2026/11/21`, `2026.11.21`, `20261121`, `2026年11月21日`.
  init?(_ typed: String) {
    let parts = typed.split { !$0.isWholeNumber }.map { $0.compactMap(\.wholeNumberValue) }
    let numbers = parts.map { $0.reduce(0) { min(99_999_999, $0 * 10 + $1) } }
    if numbers.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } else if numbers.count == 1, parts[0].count == 8 {
      self.init(
        year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    } else {
      return nil
    }
  }

  /// As it is stored: `2026-11-21`.
  var text: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

  /// The full years of someone born on this day on a later one; nil when it is not later.
  func years(on later: Day) -> Int? {
    let isBefore = (later.month, later.day) < (month, day)
    let years = later.year - year - (isBefore ? 1 : 0)
    return years < 0 ? nil : years
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
