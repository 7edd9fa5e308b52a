import Fieldwork

/// The day the work is dated: the laptop's, unless its clock is plainly behind.
public enum WorkingDate {
  /// What to date the work with.
  public enum Standing: Equatable, Sendable {
    /// The clock can be believed.
    case clock(String)
    /// The clock is behind an entry or the form, and a person has said which day it is.
    case confirmed(String)
    /// The clock is behind: a person must say which day it is, not before `earliest`.
    case behind(earliest: String)
  }

  /// Judges the clock's day by the newest entry, and by what a person confirmed while it told the
  /// same day.
  public static func standing(_ today: String, in village: Village) -> Standing {
    let newest = String(village.newestTime.prefix(10))
    if let confirmed = village.confirmedDate, confirmed.clock == today, confirmed.date > today {
      return .confirmed(confirmed.date)
    }
    if today >= newest { return .clock(today) }
    return .behind(earliest: max(newest, village.confirmedDate?.date ?? ""))
  }
}
