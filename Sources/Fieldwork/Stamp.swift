import Record

/// Who wrote something, when and on which laptop: taken from the entry that said it.
public struct Stamp: Hashable, Sendable {
  /// The entry.
  public var entry: EntryID
  /// Where the entry stands: the device's run of work, and the number in it.
  public var place: EntryPlace
  /// The entry's Lamport number.
  public var lamport: Int
  /// The person at the keyboard.
  public var person: PersonID
  /// Wall time with offset, as the laptop told it.
  public var time: String

  /// Takes the stamp of an entry.
  public init(_ entry: Entry) {
    self.entry = entry.id
    place = entry.place
    lamport = entry.lamport
    person = entry.person
    time = entry.time
  }

  /// The device's run of work.
  public var writer: WriterID { place.journal.writer }
  /// The day by the laptop's clock, as `2026-11-21`.
  public var day: String { String(time.prefix(10)) }
  /// The time as milliseconds since 1970; nil when it is not written as journals write it.
  public var milliseconds: Int? { WallTime(time)?.milliseconds }
  /// The minute by the laptop's clock, as `2026-11-21 09:30`.
  public var minute: String { String(time.prefix(16)).replacing("T", with: " ") }
}

extension Stamp: Comparable {
  /// By causal order, as entries stand; never by the clock.
  public static func < (left: Stamp, right: Stamp) -> Bool {
    if left.lamport != right.lamport { return left.lamport < right.lamport }
    if left.writer != right.writer { return left.writer < right.writer }
    if left.place.sequence != right.place.sequence {
      return left.place.sequence < right.place.sequence
    }
    return left.entry < right.entry
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
