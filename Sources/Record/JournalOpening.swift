/// The first line of a journal: what it is and whose.
public struct JournalOpening: Equatable, Sendable {
  /// The version of the format that this module reads and writes.
  public static let currentVersion = 1

  /// The format's version.
  public let version: Int
  /// What the journal is about.
  public let scope: Scope
  /// Whose journal it is.
  public let writer: WriterID
  /// The public key of the device, 32 bytes.
  public let publicKey: [UInt8]
  /// When it was opened.
  public let time: String
  /// The SHA-256 of its header bytes, which the first entry follows.
  public let id: EntryID

  /// Describes a first line that was read.
  public init(
    version: Int, scope: Scope, writer: WriterID, publicKey: [UInt8], time: String, id: EntryID
  ) {
    self.version = version
    self.scope = scope
    self.writer = writer
    self.publicKey = publicKey
    self.time = time
    self.id = id
  }
}
