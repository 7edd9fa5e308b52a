import Record
import RecordFiles

/// Putting back what is damaged here, from what lies there.
extension Meeting {
  /// Looks through the segments for the lines of journals that are damaged here.
  func mend(_ scope: Scope, _ segments: [SegmentFile]) throws {
    guard let files = try files(of: scope) else { return }
    for journal in try files.damagedJournals() {
      let mended = try files.mend(journal, from: try parts(of: journal.writer, segments, scope))
      guard let mended else { continue }
      report.mended.append(
        SyncReport.Mended(scope: scope, journal: journal, lines: mended.lines))
      var arrival = Arrival()
      arrival.entries = mended.entries
      try take(arrival, 0, scope)
    }
  }

  /// All that lies there of a writer's journals.
  private func parts(
    of writer: WriterID, _ segments: [SegmentFile], _ scope: Scope
  ) throws -> [JournalPart] {
    var parts: [JournalPart] = []
    for segment in segments where !doubted.contains(segment.place) {
      let wanted = segment.header.parts.indices.filter { segment.header.parts[$0].writer == writer }
      guard !wanted.isEmpty else { continue }
      parts +=
        try read(segment, Set(wanted)) { try tell(.takingIn, scope, $0, segment.header.packed) }
        ?? []
    }
    return parts.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
