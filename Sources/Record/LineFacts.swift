/// What an entry's line says of itself, without building its entry and without checking its body.
public struct LineFacts: Equatable, Sendable {
  /// Its number.
  public let sequence: Int
  /// Which line of its act it is, from 1, and of how many.
  public let part: Int
  /// How many lines its act has.
  public let parts: Int
  /// Whether its body was erased.
  public let isErased: Bool
  private let header: Range<Int>

  /// Looks at a line (without its newline) within some bytes; nil when it is no entry's.
  public init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard let line = JournalLine(bytes, range) else { return nil }
    sequence = line.sequence
    part = line.part
    parts = line.parts
    isErased = line.body == nil
    header = line.header
  }

  /// Its entry's identity; the bytes are those that were looked at.
  public func id(_ bytes: [UInt8], _ sha256: Digest) -> EntryID {
    EntryID(digest: sha256(bytes[header]))
  }

  /// Whether two lines are one entry's, be the body of one of them erased.
  public static func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left == right { return true }
    guard let one = JournalLine(left, 0..<left.count),
      let other = JournalLine(right, 0..<right.count), one.body == nil || other.body == nil
    else { return false }
    return left[one.header] == right[other.header]
  }

  /// The ranges of the complete lines of some bytes, without their newlines.
  public static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    return lines
  }
}
