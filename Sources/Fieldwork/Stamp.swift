import Record

/// Who wrote something, when and on which laptop: taken from the entry that said it.
public struct Stamp: Equatable, Sendable {
  /// The entry.
  public var entry: EntryID
  /// The person at the keyboard.
  public var person: PersonID
  /// The device's run of work.
  public var writer: WriterID
  /// Wall time with offset, as the laptop told it.
  public var time: String

  /// Takes the stamp of an entry.
  public init(_ entry: Entry) {
    self.entry = entry.id
    person = entry.person
    writer = entry.writer
    time = entry.time
  }

  /// The day by the laptop's clock, as `2026-11-21`.
  public var day: String { String(time.prefix(10)) }
  /// The time as milliseconds since 1970; nil when it is not written as journals write it.
  public var milliseconds: Int? { WallTime(time)?.milliseconds }
  /// The minute by the laptop's clock, as `2026-11-21 09:30`.
  public var minute: String { String(time.prefix(16)).replacing("T", with: " ") }
}

extension String {
  fileprivate func replacing(_ character: Character, with other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
