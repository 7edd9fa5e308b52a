import Record

/// Puts lines of a journal back, in memory, that are damaged in it or missing between others.
///
/// What is put into a hole counts only when the chain holds from the last good line before it through to
/// the first one behind it: that one's hash names all before it, so that nobody can slip in another line.
/// Behind the last good line only a signature of the device says as much.
struct JournalMending {
  /// A place in a journal where lines are damaged or missing.
  private struct Hole {
    /// The bytes that stand there now.
    let bytes: Range<Int>
    /// The numbers of the missing lines; 0 is the first line of the journal.
    let numbers: ClosedRange<Int>
    /// Whether no good line stands behind it.
    let isLast: Bool
  }

  /// A journal with lines put back.
  struct Outcome {
    /// The whole journal.
    var bytes: [UInt8]
    /// The lines that were put back, without their newlines.
    var lines: [[UInt8]]
    /// What stood in their place.
    var removed: [UInt8]
  }

  let scope: Scope
  let journal: JournalName
  let crypto: Crypto
  /// Whole lines from elsewhere, by number, without newlines.
  private var known: [Int: [UInt8]] = [:]

  init(_ scope: Scope, _ journal: JournalName, _ crypto: Crypto) {
    self.scope = scope
    self.journal = journal
    self.crypto = crypto
  }

  /// Takes in lines from elsewhere; bodies that are to be gone do not come back with them.
  mutating func add(_ part: JournalPart, _ doomed: ErasedBodies) {
    guard part.journal.writer == journal.writer else { return }
    let lines = PartLines(part, crypto)
    for number in part.from...max(part.from, part.to) where known[number] == nil {
      guard let line = lines.line(number) else { continue }
      if number == 0 {
        known[0] = line
      } else if let entry = entry(line), entry.sequence == number {
        known[number] =
          doomed.dooms(entry) ? ErasedLine.erasing(line, sha256: crypto.sha256) ?? line : line
      }
    }
  }

  /// The entry of a line; nil when it is not whole.
  func entry(_ line: [UInt8]) -> Entry? {
    JournalReader.entry(
      line, scope: scope, writer: journal.writer, branch: journal.branch, crypto: crypto)
  }

  /// The journal with as many holes filled as can be; nil when that is none.
  func mend(_ bytes: [UInt8]) -> Outcome? {
    var holes = holes(bytes).filter {
      $0.isLast ? known[$0.numbers.lowerBound] != nil : isKnown($0)
    }
    while !holes.isEmpty {
      let (outcome, places) = fill(holes, bytes)
      let bad = refused(outcome.bytes, holes, places)
      if bad.isEmpty { return outcome }
      holes = holes.enumerated().filter { !bad.contains($0.offset) }.map(\.element)
    }
    return nil
  }

  private func isKnown(_ hole: Hole) -> Bool { hole.numbers.allSatisfy { known[$0] != nil } }

  private func holes(_ bytes: [UInt8]) -> [Hole] {
    var holes: [Hole] = []
    var last = -1
    var start = 0
    for range in LineFacts.lines(bytes) {
      let line = Array(bytes[range])
      let number: Int
      if range.lowerBound == 0 {
        guard isOpening(line) else { continue }
        number = 0
      } else {
        guard let entry = entry(line), entry.sequence > last else { continue }
        number = entry.sequence
      }
      if number > last + 1 {
        holes.append(
          Hole(
            bytes: start..<range.lowerBound, numbers: (last + 1)...(number - 1), isLast: false))
      }
      last = number
      start = range.upperBound + 1
    }
    if start < bytes.count {
      var end = last + 1
      while known[end + 1] != nil { end += 1 }
      holes.append(Hole(bytes: start..<bytes.count, numbers: (last + 1)...end, isLast: true))
    }
    return holes
  }

  private func isOpening(_ line: [UInt8]) -> Bool {
    var reader = reader()
    _ = reader.read(line + [0x0A]) { _ in }
    return reader.opening != nil
  }

  private func reader() -> JournalReader {
    JournalReader(scope: scope, writer: journal.writer, branch: journal.branch, crypto: crypto)
  }

  /// Fills holes, and says between which lines of the outcome each of them lies now, counted from 1.
  private func fill(_ holes: [Hole], _ bytes: [UInt8]) -> (Outcome, [ClosedRange<Int>]) {
    var outcome = Outcome(bytes: [], lines: [], removed: [])
    var places: [ClosedRange<Int>] = []
    var copied = 0
    var lines = 0
    for hole in holes {
      let before = bytes[copied..<hole.bytes.lowerBound]
      outcome.bytes += before
      lines += before.count { $0 == 0x0A }
      let put = hole.numbers.compactMap { known[$0] }
      for line in put { outcome.bytes += line + [0x0A] }
      outcome.lines += put
      outcome.removed += bytes[hole.bytes]
      places.append((lines + 1)...(lines + max(1, put.count)))
      lines += put.count
      copied = hole.bytes.upperBound
    }
    outcome.bytes += bytes[copied...]
    return (outcome, places)
  }

  /// Which holes were filled with lines that do not belong there.
  private func refused(
    _ bytes: [UInt8], _ holes: [Hole], _ places: [ClosedRange<Int>]
  ) -> Set<Int> {
    var reader = reader()
    _ = reader.read(bytes) { _ in }
    reader.finish(leftover: 0)
    var bad = Set<Int>()
    for (index, hole) in holes.enumerated() {
      let through = places[index].lowerBound...(places[index].upperBound + 1)
      if reader.faults.contains(where: { through.contains($0.line) }) { bad.insert(index) }
      // Nobody vouches for lines behind the last good one but their device.
      if hole.isLast, reader.signed < hole.numbers.upperBound { bad.insert(index) }
    }
    return bad
  }
}
