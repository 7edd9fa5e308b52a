import Fieldwork
import FormEngine
import JSONText
import Record
import SeededRandom
import Station
import Synchronization

/// The journals of one scope in memory, so that a whole day can be played without a disk.
///
/// Identities come from a counter by a simple hash and times from a clock that a test sets: the same
/// day played twice is the same to the byte.
final class MemoryStore: Sendable {
  private struct State {
    var entries: [Entry] = []
    var bySubject: [Subject: [Int]] = [:]
    var derived: [String: [UInt8]] = [:]
    var fault: StoreFault?
    var appends = 0
  }

  private let state = Mutex(State())
  private let clock: @Sendable () -> String
  private let writer: WriterID
  /// The team that this store's writer knows, so that roles count.
  private let team: MemoryStore?

  /// An empty store whose entries bear the clock's time.
  init(writer: Int = 1, team: MemoryStore? = nil, clock: @escaping @Sendable () -> String) {
    self.clock = clock
    self.team = team
    self.writer = WriterID(bytes: MemoryStore.digest("writer \(writer)"))
  }

  /// 32 bytes that follow from a text: deterministic, quick, and good for nothing but tests.
  static func digest(_ text: String) -> [UInt8] { hash(Array(text.utf8)[...]) }

  /// The same of bytes, in the shape that the record asks for.
  static let hash: Digest = { bytes in
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var found: [UInt8] = []
    for _ in 0..<4 {
      state = SplitMix64.mixed(state)
      for shift in stride(from: 56, through: 0, by: -8) {
        found.append(UInt8(truncatingIfNeeded: state >> UInt64(shift)))
      }
    }
    return found
  }

  /// All entries, in the order they were written.
  var entries: [Entry] { state.withLock(\.entries) }

  /// How often something was written: each is one write and one sync of a real disk.
  var appends: Int { state.withLock(\.appends) }

  /// From now on nothing can be written, or again everything.
  func fail(with fault: StoreFault?) { state.withLock { $0.fault = fault } }

  /// A derived file as text.
  func derived(_ name: String) -> String? {
    state.withLock { $0.derived[name] }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes entries, or throws the fault that was set.
  func append(_ drafts: [EntryDraft], _ person: PersonID) throws -> [Entry] {
    let time = clock()
    let seen = Dictionary(
      (team?.entries ?? []).map { ($0.writer, $0.sequence) }, uniquingKeysWith: max)
    return try state.withLock { state in
      if let fault = state.fault { throw fault }
      state.appends += 1
      return drafts.map { draft in
        let sequence = state.entries.count + 1
        let entry = Entry(
          id: EntryID(digest: Self.digest("\(writer.rawValue) \(sequence)")), writer: writer,
          sequence: sequence, lamport: sequence, seen: seen, time: time, person: person,
          subject: draft.subject, link: draft.link, kind: draft.kind, body: draft.body)
        state.bySubject[draft.subject, default: []].append(state.entries.count)
        state.entries.append(entry)
        return entry
      }
    }
  }

  /// What Station asks for.
  var store: VillageStore {
    VillageStore(
      append: { try self.append($0, $1) },
      entriesOf: { subjects in
        self.state.withLock { state in
          subjects.flatMap { state.bySubject[$0] ?? [] }.sorted().map { state.entries[$0] }
        }
      },
      entries: { self.entries },
      entriesSince: { heads in
        self.entries.filter { $0.sequence > heads[$0.writer]?.sequence ?? 0 }
      },
      heads: {
        guard let last = self.entries.last else { return Heads() }
        return Heads([last.writer: .init(sequence: last.sequence, id: last.id)])
      },
      readDerived: { name in self.state.withLock { $0.derived[name] } },
      writeDerived: { name, bytes in
        try self.state.withLock { state in
          if let fault = state.fault { throw fault }
          state.derived[name] = bytes
        }
      },
      causality: { Causality(self.entries + (self.team?.entries ?? [])) },
      roles: {
        TeamRoles(
          self.team?.entries ?? [], TeamAuthority([], keys: [:], causality: Causality()))
      })
  }
}
