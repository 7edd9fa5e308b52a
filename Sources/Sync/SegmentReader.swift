import Compression
import Record
import RecordFiles

/// Takes a segment apart piece by piece, keeping the wanted parts only; nothing of it counts before
/// `finish` has found it whole.
struct SegmentReader {
  let header: SegmentHeader
  private let wanted: Set<Int>
  private let decompressor: Decompressor
  private var kept: [Int: [UInt8]] = [:]
  /// Which part the next byte belongs to, and how many of its bytes have come.
  private var part = 0
  private var inPart = 0

  /// Reads on behind a header; `wanted` are positions of parts.
  init(_ header: SegmentHeader, wanted: Set<Int>) throws(CompressionFault) {
    self.header = header
    self.wanted = wanted
    decompressor = try Decompressor(stated: header.size)
    for index in wanted { kept[index, default: []].reserveCapacity(header.parts[index].bytes) }
  }

  /// Takes in the next bytes behind the header.
  mutating func add(_ bytes: ArraySlice<UInt8>) throws(CompressionFault) {
    var pieces: [[UInt8]] = []
    try decompressor.add(bytes) { pieces.append(Array($0)) }
    for piece in pieces { take(piece[...]) }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, part < header.parts.count {
      let count = min(rest.count, header.parts[part].bytes - inPart)
      if wanted.contains(part) { kept[part, default: []] += rest.prefix(count) }
      rest = rest.dropFirst(count)
      inPart += count
      if inPart == header.parts[part].bytes {
        part += 1
        inPart = 0
      }
    }
  }

  /// The wanted parts in their order, once all bytes have come.
  func finish() throws(CompressionFault) -> [JournalPart] {
    try decompressor.finish()
    return wanted.sorted().map { index in
      let part = header.parts[index]
      return JournalPart(
        journal: JournalName(writer: part.writer, branch: part.branch), publicKey: part.key,
        from: part.from, to: part.to, previous: part.previous, head: part.head,
        bytes: kept[index] ?? [])
    }
  }
}
