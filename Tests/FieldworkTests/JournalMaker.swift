import Fieldwork
import JSONText
import Record

/// Makes entries as journals would hold them, with identities counted up instead of hashed.
struct JournalMaker {
  private var count = 0
  private var lamport = 0
  private var sequences: [WriterID: Int] = [:]
  private(set) var entries: [Entry] = []

  static let zhou = PersonID(bytes: [UInt8](repeating: 1, count: 10))
  static let chen = PersonID(bytes: [UInt8](repeating: 2, count: 10))
  static let laptopA = WriterID(bytes: [UInt8](repeating: 3, count: 10))
  static let laptopB = WriterID(bytes: [UInt8](repeating: 4, count: 10))

  @discardableResult
  mutating func add(
    _ fact: Fact, of subject: Subject, by person: PersonID = zhou, on writer: WriterID = laptopA,
    lamport: Int? = nil, time: String = "2026-11-21T09:30:00.000+08:00"
  ) -> Entry {
    count += 1
    self.lamport = lamport ?? self.lamport + 1
    sequences[writer, default: 0] += 1
    var digest = [UInt8](repeating: 0, count: 32)
    digest[30] = UInt8(count >> 8)
    digest[31] = UInt8(count & 255)
    let entry = Entry(
      id: EntryID(digest: digest), writer: writer, sequence: sequences[writer] ?? 0,
      lamport: self.lamport, time: time, person: person, subject: subject, link: fact.link,
      kind: fact.kind, body: fact.body)
    entries.append(entry)
    return entry
  }
}
