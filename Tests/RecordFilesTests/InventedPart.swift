import JSONText
import Record
import RecordFiles

/// A journal made by hand: one entry, and a signature by whatever key.
struct InventedPart {
  let part: JournalPart

  init(
    _ place: Workplace, key: KeyPair, signing: KeyPair,
    scope: Scope = .village(code: village), time: String? = nil
  ) throws {
    let writer = WriterID(bytes: [UInt8](repeating: 8, count: 10))
    let time = time ?? place.clock
    var (bytes, lines) = EntryWriter.opening(
      scope: scope, writer: writer, publicKey: key.publicKey, time: time, crypto: place.crypto)
    bytes += try lines.lines(
      [place.answer("1")], person: place.person, time: time, seen: [:], lamport: 0,
      crypto: place.crypto)
    bytes += try lines.handOver(
      of: .village, body: .object([]), person: place.person, time: time, seen: [:], lamport: 0,
      secretKey: signing.secretKey, crypto: place.crypto)
    part = JournalPart(
      journal: JournalName(writer: writer), publicKey: key.publicKey, from: 0, to: 2,
      previous: nil, head: lines.head, bytes: bytes)
  }
}
