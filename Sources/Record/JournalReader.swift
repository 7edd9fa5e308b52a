import JSONText

/// Reads one journal's bytes, chunk by chunk, and checks each line against itself and its chain.
///
/// A fault never costs more than its own line: what is whole before and behind it is handed out, the
/// fault is kept. Lines of one act (one write) are handed out together; at the end of the file an act
/// that is not complete was never acknowledged and is left out.
public struct JournalReader: Sendable {
  /// What is done with bodies: building them, or only checking their bytes.
  public enum Bodies: Sendable { case built, checked }

  /// The scope that the journal must have.
  public let scope: Scope
  /// The writer that it must have.
  public let writer: WriterID
  /// Which of the writer's journals it is, for the entries that are handed out.
  public let branch: String
  /// The first line, once read and whole.
  public private(set) var opening: JournalOpening?
  /// How far the journal is complete: behind the last line of the last whole act.
  public private(set) var mark: JournalMark
  /// What was found wrong so far.
  public private(set) var faults: [JournalFault] = []
  /// The number of the last entry by which the device signed what stands before it; 0 when none was
  /// read.
  public internal(set) var signed = 0
  /// What the device signed of its other journals.
  public internal(set) var vouches: [HeadVouch] = []

  let crypto: Crypto
  let bodies: Bodies
  /// The running state, ahead of `mark` within an act.
  var now: JournalMark
  /// The state before the line at hand.
  private var before: JournalMark
  private var refused = false
  /// How many faults there were when entries began to be left out that do not follow from what stands
  /// before them; nil when they are not.
  private var strictFrom: Int?
  /// False behind a line that could not be read: the next line's chain cannot be judged.
  var chained = true
  /// How many lines of the act are still to come.
  private var owed = 0
  /// The whole lines of the act, until it is known what becomes of them.
  var act: [LocatedEntry] = []
  /// Whether a line since `mark` has a hole, as a power cut leaves it where a write was not synced.
  private var holed = false
  private var scratch: [UInt8] = []
  var lastSubject = (text: "t", subject: Subject.team)
  var lastPerson = PersonID(checked: "0000000000000000")
  var lastKind = ""

  /// More faults than this in one journal are not listed.
  private static let listed = 1000

  /// A reader from the first byte.
  public init(
    scope: Scope, writer: WriterID, branch: String = "", crypto: Crypto, bodies: Bodies = .built
  ) {
    self.init(
      scope: scope, writer: writer, branch: branch, crypto: crypto, bodies: bodies,
      resuming: .start, opening: nil)
  }

  /// A reader from a mark that was reached before; the bytes handed in begin at its offset.
  public init(
    scope: Scope, writer: WriterID, branch: String = "", crypto: Crypto, bodies: Bodies = .built,
    resuming mark: JournalMark, opening: JournalOpening?
  ) {
    self.scope = scope
    self.writer = writer
    self.branch = branch
    self.crypto = crypto
    self.bodies = bodies
    self.mark = mark
    self.opening = opening
    now = mark
    before = mark
    chained = mark.id != nil || mark.lines == 0
  }

  /// Reads the complete lines of a chunk and says how many bytes they take; what is left belongs
  /// before the next chunk.
  ///
  /// What came from elsewhere is read only up to the first fault.
  public mutating func read(
    _ chunk: [UInt8], stoppingAtFault: Bool = false, each: (LocatedEntry) -> Void
  ) -> Int {
    var start = 0
    var index = 0
    let count = chunk.count
    let known = faults.count
    strictFrom = stoppingAtFault ? known : nil
    while index < count {
      if chunk[index] == 0x0A {
        line(chunk, start..<index, each)
        start = index + 1
        if stoppingAtFault, faults.count > known { break }
      }
      index += 1
    }
    return start
  }

  /// Says that the file ends here, with so many bytes behind the last newline.
  public mutating func finish(leftover: Int) {
    if holed {
      // Nothing whole follows the hole: the write was never acknowledged, and this is no damage.
      let lines = mark.lines
      faults.removeAll { $0.line > lines }
    }
    if leftover > 0 {
      fault(.tornLastLine, line: now.lines + 1)
    } else if owed > 0 || holed {
      fault(.tornAct, line: now.lines)
    }
    act = []
  }

  /// Goes back behind the last whole act, as if nothing had been read after it.
  public mutating func restart() {
    now = mark
    before = mark
    chained = mark.id != nil || mark.lines == 0
    faults = []
    act = []
    owed = 0
    holed = false
    refused = false
    if signed > mark.sequence { signed = 0 }
  }

  mutating func fault(_ kind: JournalFault.Kind, line: Int) {
    guard faults.count < Self.listed else { return }
    faults.append(
      JournalFault(scope: scope, writer: writer, branch: branch, line: line, kind: kind))
  }

  mutating func line(
    _ bytes: [UInt8], _ range: Range<Int>, _ each: (LocatedEntry) -> Void
  ) {
    let offset = now.offset
    before = now
    now.lines += 1
    now.lastLine = offset
    now.offset += range.count + 1
    if now.lines == 1 {
      open(bytes, range)
      if !holed { settle(each) }
    } else if !refused {
      entry(bytes, range, offset, each)
    }
  }

  private mutating func settle(_ each: (LocatedEntry) -> Void) {
    mark = now
    flush(each)
  }

  private mutating func flush(_ each: (LocatedEntry) -> Void) {
    for found in act { each(found) }
    act.removeAll(keepingCapacity: true)
    holed = false
  }

  private mutating func open(_ bytes: [UInt8], _ range: Range<Int>) {
    switch JournalOpening.read(bytes, range, crypto.sha256) {
    case .failure(let kind):
      fault(kind, line: 1)
      holed = Self.hasHole(bytes, range)
      chained = false
      if case .unknownVersion = kind { refused = true }
    case .success(let opening):
      if opening.scope != scope {
        fault(.wrongScope, line: 1)
        refused = true
      } else if opening.writer != writer {
        fault(.wrongWriter, line: 1)
        refused = true
      } else {
        self.opening = opening
        now.id = opening.id
      }
    }
  }

  /// A line that cannot be read: passed over, and the chain begins anew behind it.
  private mutating func spoilt(
    _ kind: JournalFault.Kind, _ bytes: [UInt8], _ range: Range<Int>,
    _ each: (LocatedEntry) -> Void
  ) {
    fault(kind, line: now.lines)
    if strictFrom != nil { return }
    chained = false
    now.id = nil
    owed = max(0, owed - 1)
    if Self.hasHole(bytes, range) { holed = true }
    if owed == 0 && !holed { settle(each) }
  }

  private mutating func entry(
    _ bytes: [UInt8], _ range: Range<Int>, _ offset: Int, _ each: (LocatedEntry) -> Void
  ) {
    guard let line = JournalLine(bytes, range) else { return spoilt(.badLine, bytes, range, each) }
    let digest = crypto.sha256(bytes[line.header])
    let id = EntryID(digest: digest)
    if let body = line.body {
      JournalLine.digested(bytes, covered: line.covered, body: body, scratch: &scratch)
      guard Self.matches(crypto.sha256(scratch[...]), bytes[line.digest]) else {
        return spoilt(.wrongDigest, bytes, range, each)
      }
    } else if let erased = line.erasedID, !Self.matches(digest, bytes[erased]) {
      return spoilt(.wrongDigest, bytes, range, each)
    }
    guard line.sequence > now.sequence else {
      let kind = JournalFault.Kind.wrongSequence(
        expected: now.sequence + 1, found: line.sequence)
      return spoilt(kind, bytes, range, each)
    }
    if chained {
      if line.sequence != now.sequence + 1 {
        fault(.gap(expected: now.sequence + 1, found: line.sequence), line: now.lines)
      } else if let last = now.id, !Self.matches(last.bytes, bytes[line.previous]) {
        fault(.wrongChain, line: now.lines)
      }
    }
    if line.lamport <= now.lamport { fault(.wrongLamport, line: now.lines) }
    guard let entry = entry(line, id, bytes) else { return spoilt(.badBody, bytes, range, each) }
    if entry.kind == Entry.handedOver { checkSignature(entry, line, bytes) }
    if let strictFrom, faults.count > strictFrom { return }

    if line.part == 1 && (holed || !act.isEmpty) {
      // Another act follows, so the one before was acknowledged: what is whole of it counts.
      mark = before
      flush(each)
    }
    now.sequence = line.sequence
    now.lamport = max(now.lamport, line.lamport)
    now.id = id
    now.entry = id
    if !line.seen.isEmpty { now.told.merge(line.seen) { max($0, $1) } }
    if !line.seenTips.isEmpty { now.toldTips.merge(line.seenTips) { _, new in new } }
    chained = true
    owed = line.parts - line.part
    let found = LocatedEntry(
      entry: entry, offset: offset, length: range.count, isErased: line.body == nil)
    if owed == 0 && act.isEmpty && !holed {
      mark = now
      each(found)
    } else {
      act.append(found)
      if owed == 0 && !holed { settle(each) }
    }
  }
}
