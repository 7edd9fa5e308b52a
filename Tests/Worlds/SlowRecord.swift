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

  /// Reads the journals of the village on a disk; `counts` tells which entries are not held apart.
  init(
    _ disk: SimulatedDisk, crypto: Crypto, counts: Set<EntryID>, causality: Causality
  ) {
    self.causality = causality
    let folder = "\(Laptop.data)/villages/\(Laptop.code)/journal/"
    for path in disk.allFiles() where path.hasPrefix(folder) && path.hasSuffix(".jsonl") {
      let name = path.dropFirst(folder.count).prefix(ShortID.length)
      guard let writer = WriterID(rawValue: String(name)),
        let scope = Scope(text: Laptop.code), let bytes = disk.bytes(path)
      else { continue }
      var reader = JournalReader(scope: scope, writer: writer, crypto: crypto)
      var told: [WriterID: Int] = [:]
      var lines: [Line] = []
      _ = reader.read(bytes) { found in
        told.merge(found.entry.seen) { max($0, $1) }
        lines.append(Line(entry: found.entry, told: told))
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
    for home in homes[later.id] ?? [] {
      for other in homes[earlier.id] ?? [] where other.chain == home.chain {
        if other.index < home.index { return true }
      }
    }
    guard later.writer != earlier.writer, let home = homes[later.id]?.first else { return false }
    if let split = splits[earlier.writer], earlier.sequence >= split { return false }
    return chains[home.chain][home.index].told[earlier.writer, default: 0] >= earlier.sequence
  }

  /// Whether neither had seen the other.
  func areSideBySide(_ one: Entry, _ other: Entry) -> Bool {
    one.id != other.id && !saw(one, other) && !saw(other, one)
  }
}
