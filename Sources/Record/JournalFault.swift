/// What is wrong with a journal, and where.
public struct JournalFault: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// The file ends within a line: a write that was never acknowledged.
    case tornLastLine
    /// The file ends within an act of several lines: a write that was never acknowledged.
    case tornAct
    /// The line is not in the form of an entry.
    case badLine
    /// The first line does not open a journal.
    case badOpening
    /// The journal was written by a later version.
    case unknownVersion(Int)
    /// The journal belongs to another scope than the folder it lies in.
    case wrongScope
    /// The journal belongs to another writer than its file's name says.
    case wrongWriter
    /// The number is not greater than the one before.
    case wrongSequence(expected: Int, found: Int)
    /// Entries are missing before this line.
    case gap(expected: Int, found: Int)
    /// The entry does not follow the one before it.
    case wrongChain
    /// The entry's bytes are not those that were written.
    case wrongDigest
    /// The Lamport number does not grow.
    case wrongLamport
    /// The body is not in the form of a body.
    case badBody
    /// The signature of the head is not by the journal's device.
    case wrongSignature
    /// The file had entries up to this number and ends before it.
    case cutShort(had: Int)
    /// The device itself wrote and confirmed more entries than the file has: acknowledged data is
    /// lost.
    case lostEnd(written: Int, left: Int)
    /// The file could not be read; the system's error number.
    case unreadable(Int32)
    /// The writer has another journal that is the same up to this number and goes on otherwise: a
    /// disk was copied together with the device's key. Both count.
    case forked(after: Int)
    /// A file in a journal folder that is no journal.
    case strayFile(String)
  }

  /// The scope of the journal.
  public let scope: Scope
  /// Its writer; nil for a stray file.
  public let writer: WriterID?
  /// Which of the writer's journals; "" for nearly all.
  public let branch: String
  /// The line, from 1; 0 when the whole file is meant.
  public let line: Int
  /// What is wrong.
  public let kind: Kind

  /// Names a fault and its place.
  public init(scope: Scope, writer: WriterID?, branch: String = "", line: Int, kind: Kind) {
    self.scope = scope
    self.writer = writer
    self.branch = branch
    self.line = line
    self.kind = kind
  }

  /// The journal's path below Data.
  public var file: String {
    if case .strayFile(let name) = kind { return "\(scope.folder)/journal/\(name)" }
    let name = writer.map { JournalName(writer: $0, branch: branch).fileName } ?? ""
    return "\(scope.folder)/journal/\(name)"
  }

  /// Whether something is damaged or lost: neither a write that was never acknowledged nor a fork, of
  /// which nothing is missing.
  public var isDamage: Bool {
    if case .forked = kind { return false }
    return !isUnacknowledgedTail
  }

  /// The journal; nil for a stray file.
  public var journal: JournalName? { writer.map { JournalName(writer: $0, branch: branch) } }

  /// Whether only a write that was never acknowledged is missing: normal after a power cut.
  public var isUnacknowledgedTail: Bool { kind == .tornLastLine || kind == .tornAct }
}
