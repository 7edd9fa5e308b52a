import Fieldwork

/// The day the work is dated: the laptop's, unless its clock is plainly behind.
public enum WorkingDate {
  /// What to date the work with.
  public enum Standing: Equatable, Sendable {
    /// The clock can be believed.
    case clock(String)
    /// The clock is behind an entry or the form, and a person has said which day it is.
    case confirmed(String)
    /// The clock is behind what is recorded, up to the day `newest`, or another laptop's clock is ahead: a
    /// person must say which day it is.
    case behind(newest: String)
  }

  /// Judges the clock's day by the newest entry, and by what a person confirmed on this laptop.
  ///
  /// Writers that were found to be ahead then are not believed any more.
  public static func standing(_ today: String, in village: Village) -> Standing {
    let confirmed = village.confirmedDate
    if let confirmed, confirmed.clock == today, confirmed.date > today {
      return .confirmed(confirmed.date)
    }
    let newest = max(String(village.newestTime.prefix(10)), confirmed?.date ?? "")
    return today >= newest ? .clock(today) : .behind(newest: newest)
  }

  /// That a person says which day it is, while the clock tells another one or is asked about.
  public static func confirmation(_ day: String, clock: String, in village: Village) -> Fact {
    .dateConfirmed(date: day, clock: clock, ahead: village.writers(ahead: day))
  }
}
