import JSONText
import Record

let time = "2026-11-21T08:03:11.123+08:00"
let scope = Scope.village(code: "990101001001")

func id(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 10) }

func answer(_ question: String, _ value: String, _ interview: String = "i1") -> EntryDraft {
  EntryDraft(
    subject: .interview(interview), kind: "answered",
    body: ["q": .string(question), "v": .string(value)])
}

/// A journal being written in memory.
struct InventedJournal {
  let crypto: Crypto
  let keys: KeyPair
  var bytes: [UInt8]
  var writer: EntryWriter
  let person = PersonID(bytes: id(9))

  init(writer: UInt8 = 1, scope: Scope = scope) {
    crypto = .invented
    keys = crypto.makeKeyPair()
    (bytes, self.writer) = EntryWriter.opening(
      scope: scope, writer: WriterID(bytes: id(writer)), publicKey: keys.publicKey, time: time,
      crypto: crypto)
  }

  mutating func write(
    _ drafts: [EntryDraft], seen: [WriterID: Int] = [:], tips: [WriterID: [Heads.Head]] = [:],
    lamport: Int = 0
  ) throws {
    bytes += try writer.lines(
      drafts, person: person, time: time, seen: seen, tips: tips, lamport: lamport,
      crypto: crypto)
  }

  mutating func handOver() throws {
    bytes += try writer.handOver(
      of: .village, body: .object([]), person: person, time: time, seen: [:], lamport: 0,
      secretKey: keys.secretKey, crypto: crypto)
  }

  func reader(_ scope: Scope = scope) -> JournalReader {
    JournalReader(scope: scope, writer: writer.writer, crypto: crypto)
  }

  /// What a reader makes of some bytes.
  func read(_ bytes: [UInt8]) -> (entries: [Entry], faults: [JournalFault], mark: JournalMark) {
    var reader = reader()
    var entries: [Entry] = []
    let taken = reader.read(bytes) { entries.append($0.entry) }
    reader.finish(leftover: bytes.count - taken)
    return (entries, reader.faults, reader.mark)
  }

  /// The journal's lines without their newlines.
  var lines: [[UInt8]] { bytes.split(separator: 0x0A).map(Array.init) }

  func joined(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }
}
