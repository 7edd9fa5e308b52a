/// One journal of a writer: nearly always the only one.
///
/// A writer whose chain split (a disk was cloned together with its key) has several: the one that was
/// here first has no branch, each other is called after its first entry of its own. Which one was first
/// differs from device to device, so the names are for this device; between devices the ids speak.
public struct JournalName: Hashable, Comparable, Sendable {
  /// Whose journal it is.
  public let writer: WriterID
  /// Which of several: "" for the one that was here first, else 16 hexadecimal digits.
  public let branch: String

  /// How many characters a branch has.
  public static let branchLength = 16

  /// Names a writer's journal.
  public init(writer: WriterID, branch: String = "") {
    self.writer = writer
    self.branch = branch
  }

  /// Names the branch that begins with an entry.
  public init(writer: WriterID, beginning id: EntryID) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in id.bytes.prefix(Self.branchLength / 2) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.init(writer: writer, branch: String(decoding: text, as: UTF8.self))
  }

  /// Reads a file's name; nil for any that no journal has.
  public init?(fileName: String) {
    guard fileName.hasSuffix(".jsonl") else { return nil }
    let parts = fileName.dropLast(6).split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count <= 2, let writer = WriterID(rawValue: String(parts[0])) else { return nil }
    guard parts.count == 2 else {
      self.init(writer: writer)
      return
    }
    guard parts[1].utf8.count == Self.branchLength,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.init(writer: writer, branch: String(parts[1]))
  }

  /// Its file's name: `<writer>.jsonl`, or `<writer>~<branch>.jsonl`.
  public var fileName: String {
    branch.isEmpty ? "\(writer.rawValue).jsonl" : "\(writer.rawValue)~\(branch).jsonl"
  }

  /// A writer's journals stand together, the one that was here first at their head.
  public static func < (left: Self, right: Self) -> Bool {
    (left.writer, left.branch) < (right.writer, right.branch)
  }
}
