import Record

/// A piece of one journal on its way to another folder: its exact lines.
public struct JournalPart: Equatable, Sendable {
  /// Which journal, by the name that the sender has for it.
  public var journal: JournalName
  /// The public key of the journal's device.
  public var publicKey: [UInt8]
  /// The number of the entry that it follows; 0 when it begins with the journal's first line.
  public var from: Int
  /// The number of its last entry.
  public var to: Int
  /// The id of the entry that it follows; nil at the beginning.
  public var previous: EntryID?
  /// The id of its last entry.
  public var head: EntryID
  /// Its lines, each with its newline.
  public var bytes: [UInt8]

  /// Puts a piece together.
  public init(
    journal: JournalName, publicKey: [UInt8], from: Int, to: Int, previous: EntryID?,
    head: EntryID, bytes: [UInt8]
  ) {
    self.journal = journal
    self.publicKey = publicKey
    self.from = from
    self.to = to
    self.previous = previous
    self.head = head
    self.bytes = bytes
  }
}
