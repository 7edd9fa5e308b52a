import Compression
import Record
import RecordFiles

/// Puts one segment together: parts of journals go in one after another and are packed at once, so
/// that only the packed bytes are held.
struct SegmentBuilder {
  private let compressor: Compressor
  private var packed: [UInt8] = []
  private(set) var parts: [SegmentPart] = []

  init() throws(CompressionFault) { compressor = try Compressor() }

  /// How many bytes the parts have together.
  var size: Int { parts.reduce(0) { $0 + $1.bytes } }

  /// How many entries they have.
  var entries: Int { parts.reduce(0) { $0 + $1.to - $1.from } }

  /// Takes in the lines of a journal; these of them have lost their bodies.
  mutating func add(_ part: JournalPart, erased: RangeSet<Int>) throws(CompressionFault) {
    try compressor.add(part.bytes[...], to: &packed)
    parts.append(
      SegmentPart(
        writer: part.journal.writer, branch: part.journal.branch, key: part.publicKey,
        from: part.from, to: part.to, previous: part.from == 0 ? nil : part.previous,
        head: part.head, bytes: part.bytes.count, erased: erased))
  }

  /// The segment's bytes and the name that follows from them.
  mutating func finish(
    team: String, scope: Scope, device: DeviceID, time: String, _ sha256: Digest
  ) throws(CompressionFault) -> (name: String, bytes: [UInt8]) {
    try compressor.finish(into: &packed)
    let header = SegmentHeader(
      team: team, scope: scope, device: device, time: time, parts: parts, packed: packed.count)
    let bytes = header.line + packed
    return ("\(Hex.text(sha256(bytes[...]))).seg", bytes)
  }
}
