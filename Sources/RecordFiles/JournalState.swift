import Record

/// How far one journal goes here.
public struct JournalState: Equatable, Sendable {
  /// Which journal.
  public let journal: JournalName
  /// The public key of its device.
  public let publicKey: [UInt8]
  /// The number of its last entry; 0 when it has none.
  public let sequence: Int
  /// The id of its last entry; nil when it has none.
  public let head: EntryID?
  /// Up to which number its device signed it: so far it may leave.
  public let signed: Int
  /// Its bytes.
  public let bytes: Int
  /// When its last entry was written, by that device's clock; its opening when there is none.
  public let newest: String
}
