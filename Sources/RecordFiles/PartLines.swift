import Record

/// The lines of a part, looked at one by one: only where it overlaps with what is here.
struct PartLines {
  let part: JournalPart
  private let ranges: [Range<Int>]
  private let crypto: Crypto

  init(_ part: JournalPart, _ crypto: Crypto) {
    self.part = part
    self.crypto = crypto
    ranges = LineFacts.lines(part.bytes)
  }

  /// The range of the line with a number, 0 for the first line of a journal.
  private func range(_ sequence: Int) -> Range<Int>? {
    let index = part.from == 0 ? sequence : sequence - part.from - 1
    return ranges.indices.contains(index) ? ranges[index] : nil
  }

  /// The id under a number; nil when no such entry is where it should be.
  func id(at sequence: Int) -> EntryID? {
    guard let range = range(sequence), let facts = LineFacts(part.bytes, range),
      facts.sequence == sequence
    else { return nil }
    return facts.id(part.bytes, crypto.sha256)
  }

  /// The line with a number, without its newline.
  func line(_ sequence: Int) -> [UInt8]? { range(sequence).map { Array(part.bytes[$0]) } }

  /// The bytes of all lines behind a number.
  func bytes(after sequence: Int) -> ArraySlice<UInt8> {
    guard let range = range(sequence) else { return part.bytes[...] }
    return part.bytes[(range.upperBound + 1)...]
  }
}
