import Fieldwork
import JSONText
import Record

/// A few laptops that work apart and meet now and then: each knows what it wrote and what reached it.
struct Meeting {
  struct Laptop {
    let writer: WriterID
    let person: PersonID
    var known: [Entry] = []
    var told: [WriterID: Int] = [:]
    var sequence = 0
  }

  private(set) var laptops: [Laptop]
  private(set) var entries: [Entry] = []

  init(_ count: Int) {
    laptops = (0..<count).map { number in
      Laptop(
        writer: WriterID(bytes: [UInt8](repeating: UInt8(10 + number), count: 10)),
        person: PersonID(bytes: [UInt8](repeating: UInt8(30 + number), count: 10)))
    }
  }

  /// What every entry had seen, told by all of them.
  var causality: Causality { Causality(entries) }

  /// Writes one act on a laptop, which has read everything that reached it.
  @discardableResult
  mutating func add(
    _ fact: Fact, of subject: Subject, on laptop: Int, by person: PersonID? = nil
  ) -> Entry {
    var own = laptops[laptop]
    own.sequence += 1
    var digest = [UInt8](repeating: 0, count: 32)
    digest[29] = UInt8(entries.count >> 8)
    digest[30] = UInt8(entries.count & 255)
    digest[31] = UInt8(laptop)
    var seen: [WriterID: Int] = [:]
    for entry in own.known where entry.writer != own.writer {
      seen[entry.writer] = max(seen[entry.writer] ?? 0, entry.sequence)
    }
    let news = seen.filter { own.told[$0.key, default: 0] < $0.value }
    own.told.merge(news) { max($0, $1) }
    let entry = Entry(
      id: EntryID(digest: digest), writer: own.writer, sequence: own.sequence,
      lamport: (own.known.map(\.lamport).max() ?? 0) + 1, seen: news,
      time: "2026-11-21T09:30:00.000+08:00", person: person ?? own.person, subject: subject,
      link: fact.link, kind: fact.kind, body: fact.body)
    own.known.append(entry)
    laptops[laptop] = own
    entries.append(entry)
    return entry
  }

  /// Brings to one laptop what another has: everything, or only one writer's journal.
  mutating func bring(to one: Int, from other: Int, only writer: WriterID? = nil) {
    let ids = Set(laptops[one].known.map(\.id))
    laptops[one].known += laptops[other].known.filter {
      !ids.contains($0.id) && (writer == nil || $0.writer == writer)
    }
  }

  mutating func meet(_ one: Int, _ other: Int) {
    bring(to: one, from: other)
    bring(to: other, from: one)
  }

  /// What a laptop makes of an interview by what it has.
  func interview(_ id: InterviewID, on laptop: Int) -> Interview {
    Interview(
      id: id,
      entries: laptops[laptop].known.filter { $0.subject == .interview(id.rawValue) }.sorted(),
      Causality(laptops[laptop].known))
  }

  func interview(_ id: InterviewID) -> Interview {
    Interview(
      id: id, entries: entries.filter { $0.subject == .interview(id.rawValue) }.sorted(), causality)
  }
}
