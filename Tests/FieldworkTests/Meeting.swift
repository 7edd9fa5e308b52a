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
    var toldTips: [WriterID: [Heads.Head]] = [:]
    var sequence = 0
    /// Which branch of its writer's work it goes on with.
    var branch = ""
  }

  /// A laptop that was copied, key and all: from behind a number two go on under one name.
  private struct Split {
    let writer: WriterID
    let branch: String
    let shared: Int
  }

  private(set) var laptops: [Laptop]
  private(set) var entries: [Entry] = []
  private var splits: [Split] = []

  init(_ count: Int) {
    laptops = (0..<count).map { number in
      Laptop(
        writer: WriterID(bytes: [UInt8](repeating: UInt8(10 + number), count: 10)),
        person: PersonID(bytes: [UInt8](repeating: UInt8(30 + number), count: 10)))
    }
  }

  /// What every entry had seen, told by all of them.
  var causality: Causality { causality(of: entries) }

  /// What some entries had seen; of a split writer it is known where both branches are among them.
  func causality(of entries: [Entry]) -> Causality {
    var causality = Causality(entries)
    for split in splits where isSplit(split, in: entries) {
      let main = JournalName(writer: split.writer)
      causality.branch(
        JournalName(writer: split.writer, branch: split.branch), from: main, after: split.shared)
      causality.fork(split.writer, after: split.shared)
    }
    return causality
  }

  private func isSplit(_ split: Split, in entries: [Entry]) -> Bool {
    let own = entries.filter { $0.writer == split.writer && $0.sequence > split.shared }
    return Set(own.map(\.branch)).count > 1
  }

  /// Copies a laptop; returns the number of its twin.
  mutating func clone(_ laptop: Int) -> Int {
    var twin = laptops[laptop]
    twin.branch = "twin"
    splits.append(Split(writer: twin.writer, branch: twin.branch, shared: twin.sequence))
    laptops.append(twin)
    return laptops.count - 1
  }

  /// The last entry that a laptop has of each branch of a writer that it knows to have split.
  private func tips(_ known: [Entry]) -> [WriterID: [Heads.Head]] {
    var tips: [WriterID: [Heads.Head]] = [:]
    for split in splits where isSplit(split, in: known) {
      let own = known.filter { $0.writer == split.writer && $0.sequence > split.shared }
      tips[split.writer] = Dictionary(grouping: own, by: \.branch).values.compactMap { list in
        list.max { $0.sequence < $1.sequence }
          .map { Heads.Head(sequence: $0.sequence, id: $0.id) }
      }.sorted()
    }
    return tips
  }

  /// Writes one act on a laptop, which has read everything that reached it.
  @discardableResult
  mutating func add(
    _ fact: Fact, of subject: Subject, on laptop: Int, by person: PersonID? = nil,
    at time: String = "09:30"
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
    let tips = tips(own.known).filter { $0.key != own.writer }
    let news = seen.filter { tips[$0.key] == nil && own.told[$0.key, default: 0] < $0.value }
    let newTips = tips.filter { own.toldTips[$0.key] != $0.value }
    own.told.merge(news) { max($0, $1) }
    own.toldTips.merge(newTips) { _, new in new }
    let entry = Entry(
      id: EntryID(digest: digest), writer: own.writer, sequence: own.sequence,
      lamport: (own.known.map(\.lamport).max() ?? 0) + 1, seen: news,
      seenTips: newTips, time: "2026-11-21T\(time):00.000+08:00", person: person ?? own.person,
      subject: subject, link: fact.link, kind: fact.kind, body: fact.body, branch: own.branch)
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
      causality(of: laptops[laptop].known))
  }

  func interview(_ id: InterviewID) -> Interview {
    Interview(
      id: id, entries: entries.filter { $0.subject == .interview(id.rawValue) }.sorted(), causality)
  }
}
