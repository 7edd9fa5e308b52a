import Record

/// Which day it is, as far as the entries tell.
extension Village {
  /// What a laptop knows of itself: it is no part of the village, and makes no difference between the
  /// lists of two laptops.
  public struct Here: Equatable, Sendable {
    /// The writers by whose names this laptop wrote and writes.
    public var writers: Set<WriterID> = []

    /// Nothing yet.
    public init() {}

    /// Always.
    public static func == (_: Self, _: Self) -> Bool { true }
  }

  /// The date a person last confirmed on this laptop.
  public var confirmedDate: VillageFields.ConfirmedDate? {
    // It may have begun one journal after another.
    fields.confirmedDates.filter { here.writers.contains($0.key) }
      .max { ($0.value.lamport, $0.key) < ($1.value.lamport, $1.key) }?.value
  }

  /// The newest wall time in any entry, but for those of writers of which a person on this laptop found
  /// that their clocks are ahead: a clock behind it must be confirmed by a person.
  public var newestTime: String {
    let ahead = confirmedDate?.ahead ?? []
    return newestTimes.lazy.filter { !ahead.contains($0.key) }.map(\.value).max() ?? ""
  }

  /// The writers that have entries of later days than this one, in order.
  public func writers(ahead day: String) -> [WriterID] {
    newestTimes.filter { $0.value.prefix(10) > day }.keys.sorted()
  }
}
