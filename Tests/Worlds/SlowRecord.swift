import Fieldwork
import Record
import RecordFiles
import SimulatedDisks
import SimulatedLaptops

/// The journals of a village, read line by line from their files, and who had seen whom: by looking at
/// all that every line told, without any index.
struct SlowRecord {
  private struct Line {
    let entry: Entry
    /// What its journal had told of others up to it.
    let told: [WriterID: Int]
    /// The ends of split journals that its journal had told of up to it.
    let tips: Set<EntryID>
  }

  private var chains: [[Line]] = []
  /// Where each entry stands: chains and places in them.
  private var homes: [EntryID: [(chain: Int, index: Int)]] = [:]
  /// The first number under which the journals of a writer differ.
  private var splits: [WriterID: Int] = [:]
  /// The same as the program tells it, for its own folding.
  private(set) var causality = Causality()
  /// The entries that count, in causal order.
  private(set) var entries: [Entry] = []
  /// Which entries each decision names: whoever decides about something knows it.
  private var named: [EntryID: Set<EntryID>] = [:]

  /// Reads the journals of the village on a disk; `counts` tells which entries are not held apart.
  init(
    _ disk: SimulatedDisk, crypto: Crypto, counts: Set<EntryID>, causality: Causality
  ) {
    self.causality = causality
    let folder = "\(Laptop.data)/villages/\(Laptop.code)/journal/"
    for path in disk.allFiles() where path.hasPrefix(folder) && path.hasSuffix(".jsonl") {
      guard let name = JournalName(fileName: String(path.dropFirst(folder.count))),
        let scope = Scope(text: Laptop.code), let bytes = disk.bytes(path)
      else { continue }
      var reader = JournalReader(
        scope: scope, writer: name.writer, branch: name.branch, crypto: crypto)
      var told: [WriterID: Int] = [:]
      var tips: Set<EntryID> = []
      var lines: [Line] = []
      _ = reader.read(bytes) { found in
        told.merge(found.entry.seen) { max($0, $1) }
        tips.formUnion(found.entry.seenTips.values.joined().map(\.id))
        lines.append(Line(entry: found.entry, told: told, tips: tips))
      }
      for (index, line) in lines.enumerated() {
        homes[line.entry.id, default: []].append((chains.count, index))
      }
      chains.append(lines)
    }
    findSplits()
    let all = chains.joined().map(\.entry).filter { counts.contains($0.id) }
    entries = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }).values
      .sorted()
    for entry in entries where entry.kind == "settled" {
      if case .settled(let ids, _) = Fact(entry) { named[entry.id] = Set(ids) }
    }
  }

  /// Whether the later entry's author knew of the earlier one: had seen it, or named it.
  func knew(_ later: Entry, _ earlier: Entry) -> Bool {
    named[later.id]?.contains(earlier.id) == true || saw(later, earlier)
  }

  private mutating func findSplits() {
    for one in chains.indices {
      for other in chains.indices.prefix(one) {
        guard let writer = chains[one].first?.entry.writer,
          writer == chains[other].first?.entry.writer,
          let split = zip(chains[one], chains[other]).first(where: { $0.entry.id != $1.entry.id })
        else { continue }
        let number = split.0.entry.sequence
        splits[writer] = min(splits[writer] ?? number, number)
      }
    }
  }

  /// Whether the later entry's writer had seen the earlier one.
  func saw(_ later: Entry, _ earlier: Entry) -> Bool {
    guard later.id != earlier.id else { return false }
    if stands(earlier, before: later.id) { return true }
    guard let home = homes[later.id]?.first else { return false }
    // Whoever had the end of a journal had the journal.
    let tips = chains[home.chain][home.index].tips
    if tips.contains(where: { $0 == earlier.id || stands(earlier, before: $0) }) { return true }
    guard later.writer != earlier.writer else { return false }
    if let split = splits[earlier.writer], earlier.sequence >= split { return false }
    return chains[home.chain][home.index].told[earlier.writer, default: 0] >= earlier.sequence
  }

  /// Whether an entry stands before another in some journal.
  private func stands(_ entry: Entry, before other: EntryID) -> Bool {
    (homes[other] ?? []).contains { home in
      (homes[entry.id] ?? []).contains { $0.chain == home.chain && $0.index < home.index }
    }
  }

  /// Whether neither had seen the other.
  func areSideBySide(_ one: Entry, _ other: Entry) -> Bool {
    one.id != other.id && !saw(one, other) && !saw(other, one)
  }
}
