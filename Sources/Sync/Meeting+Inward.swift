import Compression
import Record
import RecordFiles

/// Taking in what others left.
extension Meeting {
  /// A part of a segment.
  private struct Candidate {
    var segment: Int
    var part: Int
  }

  /// Takes in what is missing here, reading as few segments as it can, and no more of what is found
  /// damaged.
  func takeIn(_ scope: Scope, _ segments: inout [SegmentFile]) throws {
    var files = try files(of: scope)
    var holdings = try Holdings(files)
    var open = try lacking(segments, holdings)
    guard !open.isEmpty else { return }
    let total = Set(open.map(\.segment)).reduce(0) { $0 + segments[$1].header.packed }
    var done = 0
    var hasLookedAgain = false
    while true {
      guard let next = try choose(open, segments, holdings) else {
        // Its owner may have put a larger segment in the place of one that is gone.
        guard !hasLookedAgain, segments.contains(where: { !isThere($0) }) else { break }
        hasLookedAgain = true
        segments = try list(scope)
        open = try lacking(segments, holdings)
        continue
      }
      let segment = segments[next.segment]
      open.removeAll { $0.segment == next.segment && next.parts.contains($0.part) }
      let parts = try read(segment, next.parts) { count in
        try tell(.takingIn, scope, done + count, total)
      }
      done = min(total, done + segment.header.packed)
      guard let parts else {
        open.removeAll { $0.segment == next.segment }
        continue
      }
      if files == nil, case .village(let code) = scope {
        files = try folder.makeVillage(code)
        holdings = try Holdings(files)
      }
      guard let files else { return }
      try take(try files.receive(parts), parts.reduce(0) { $0 + $1.bytes.count }, scope)
      try holdings.refresh()
      open = try open.filter {
        try holdings.journal(with: segments[$0.segment].header.parts[$0.part]) == nil
      }
    }
    report(gaps: open, segments, holdings, scope)
  }

  private func isThere(_ segment: SegmentFile) -> Bool {
    ((try? disk.status(segment.path)) ?? nil) != nil
  }

  /// The parts that no journal here has.
  private func lacking(
    _ segments: [SegmentFile], _ holdings: Holdings
  ) throws(DataFolderFault) -> [Candidate] {
    var open: [Candidate] = []
    for (index, segment) in segments.enumerated() {
      for (part, described) in segment.header.parts.enumerated()
      where try holdings.journal(with: described) == nil {
        open.append(Candidate(segment: index, part: part))
      }
    }
    return open
  }

  /// The next segment to read and which of its parts; nil when nothing goes on from what is here.
  ///
  /// Of each writer it is the part that reaches farthest, and of those the shortest.
  private func choose(
    _ open: [Candidate], _ segments: [SegmentFile], _ holdings: Holdings
  ) throws(DataFolderFault) -> (segment: Int, parts: Set<Int>)? {
    var best: [WriterID: Candidate] = [:]
    for candidate in open {
      let part = segments[candidate.segment].header.parts[candidate.part]
      guard try holdings.canTake(part) else { continue }
      if let other = best[part.writer] {
        let rival = segments[other.segment].header.parts[other.part]
        // What somebody found damaged is read when nothing else has it.
        let ranks = [candidate, other].map { doubted.contains(segments[$0.segment].place) ? 0 : 1 }
        guard (ranks[0], part.to, -part.bytes) > (ranks[1], rival.to, -rival.bytes) else {
          continue
        }
      }
      best[part.writer] = candidate
    }
    guard let first = best.values.map(\.segment).min() else { return nil }
    return (first, Set(best.values.filter { $0.segment == first }.map(\.part)))
  }

  /// The wanted parts of a segment; nil when it is not what its name says, or gone.
  func read(
    _ segment: SegmentFile, _ wanted: Set<Int>, each: (Int) throws -> Void
  ) throws -> [JournalPart]? {
    do {
      let digest = exchange.sealing.digest()
      var reader = try SegmentReader(segment.header, wanted: wanted)
      var count = -segment.start
      try disk.pieces(segment.path) { piece in
        digest.add(piece)
        try reader.add(piece.dropFirst(max(0, -count)))
        count += piece.count
        try each(max(0, count))
      }
      let parts = try reader.finish()
      guard Hex.text(digest.finish()) == segment.digest else { throw CompressionFault.damaged }
      doubted.remove(segment.place)
      return parts
    } catch is CompressionFault {
      add(.damaged(file: segment.place))
      note.damaged.insert(segment.place)
      doubted.insert(segment.place)
      return nil
    } catch let fault as DiskFault {
      if fault.reason == .missing, isHere() { return nil }
      guard isHere() else { throw MeetingHalt.gone }
      add(.unreadable(file: segment.place))
      doubted.insert(segment.place)
      return nil
    }
  }

  /// Whether the exchange folder can still be reached.
  ///
  /// The place where a stick was mounted may still be there when the stick is not: once the team's folder
  /// was seen, it is asked for.
  func isHere() -> Bool {
    ((try? disk.status(hasTeamFolder ? there.folder : exchange.path)) ?? nil) != nil
  }

  /// What is there but goes on from nothing that is here.
  private func report(
    gaps open: [Candidate], _ segments: [SegmentFile], _ holdings: Holdings, _ scope: Scope
  ) {
    var first: [WriterID: Int] = [:]
    for candidate in open {
      let part = segments[candidate.segment].header.parts[candidate.part]
      guard part.from > holdings.last(of: part.writer) else { continue }
      first[part.writer] = min(first[part.writer] ?? part.from, part.from)
    }
    for (writer, from) in first.sorted(by: { $0.key < $1.key }) {
      add(.gap(scope: scope, writer: writer, have: holdings.last(of: writer), from: from))
    }
  }
}
