import Fieldwork

/// How an issue's last day stands to today.
public enum IssueDue: Hashable, Sendable {
  /// There is nothing left to do, or nobody was told by when.
  case none
  /// So many days are left: 0 on the last day.
  case left(days: Int)
  /// So few days are left that somebody should look now.
  case soon(days: Int)
  /// It is over since so many days.
  case overdue(days: Int)

  /// The number of days from which on the last one is near.
  public static let near = 7

  /// Reckons a last day from today, both as `2026-12-31`; `none` where either is no day.
  init(deadline: String, today: String) {
    guard let left = Self.days(from: today, to: deadline) else {
      self = .none
      return
    }
    self =
      left < 0 ? .overdue(days: -left) : left <= Self.near ? .soon(days: left) : .left(days: left)
  }

  /// Whether a text is a day, as `2026-12-31`.
  public static func isDay(_ text: String) -> Bool { days(from: text, to: text) != nil }

  private static func days(from one: String, to other: String) -> Int? {
    guard let start = midnight(one), let end = midnight(other) else { return nil }
    return (end - start) / 86_400_000
  }

  private static func midnight(_ day: String) -> Int? {
    WallTime("\(day)T00:00:00.000Z")?.milliseconds
  }
}
