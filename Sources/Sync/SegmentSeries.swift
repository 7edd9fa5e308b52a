import Record
import RecordFiles

/// Divides lines of a scope's journals into segments of about equal size.
struct SegmentSeries {
  /// When a segment has this many bytes, unpacked, the next one is begun.
  static let target = 8 << 20
  /// One journal's lines are not divided unless they are more than this.
  static let largestPart = 48 << 20

  private let files: VillageFiles
  private let leave: (inout SegmentBuilder) throws -> Void
  private var builder: SegmentBuilder

  /// Hands out each segment when it is full.
  init(_ files: VillageFiles, leave: @escaping (inout SegmentBuilder) throws -> Void) throws {
    self.files = files
    self.leave = leave
    builder = try SegmentBuilder()
  }

  /// Adds a journal's lines behind a number and up to another; each piece's bytes are told.
  mutating func add(
    _ journal: JournalName, from: Int, to: Int, each: (Int) throws -> Void
  ) throws {
    var from = from
    while from < to {
      guard let part = try files.part(of: journal, from: from, limit: Self.largestPart),
        part.to > from
      else { return }
      if !builder.parts.isEmpty, builder.size + part.bytes.count > Self.target {
        try leave(&builder)
        builder = try SegmentBuilder()
      }
      try builder.add(part, erased: files.erased(in: journal, after: from, upTo: part.to))
      from = part.to
      try each(part.bytes.count)
    }
  }

  /// Hands out the last segment.
  mutating func finish() throws {
    if !builder.parts.isEmpty { try leave(&builder) }
  }
}
