import Record

/// What a backup or a restore brought about.
public struct BackupReport: Equatable, Sendable {
  /// When the backup was made.
  public let time: String
  /// How many files it has.
  public let files: Int
  /// How many bytes.
  public let bytes: Int
  /// What is wrong with the journals in it; it was so before.
  public let faults: [JournalFault]
  /// Where the former Data lies now, after a restore.
  public let formerData: String?
}
