import Record
import RecordFiles

/// A laptop whose journals are copied the plain way: what is missing behind what is there, synced as
/// every way must.
///
/// What is copied is verified where a meeting verifies it: at the laptop's next visit it is read back
/// from the stick and hashed, and on arrival it is read and checked with its entries built.
final class PlainLaptop {
  let path: String
  private let crypto: Crypto
  private let disk = PosixDisk()
  /// What was written to the stick at the last visit: to which file, where it ends, how many bytes.
  private var written: [(path: String, end: Int, bytes: Int)] = []
  private var read: [JournalFiles.File: (mark: JournalMark, opening: JournalOpening?)] = [:]

  init(_ path: String, _ crypto: Crypto) {
    self.path = path
    self.crypto = crypto
  }

  /// Reads back what was left last, and copies what the stick lacks; says how many bytes that were and
  /// how long it took.
  func leave(on stick: String) throws -> (bytes: Int, nanoseconds: Int) {
    let start = Stopwatch.now()
    try readBack()
    for file in try JournalFiles(path).list() {
      let target = "\(stick)/\(file.place)"
      let count = try copy("\(path)/\(file.place)", to: target).count
      guard count > 0, let end = try disk.status(target)?.size else { continue }
      written.append((path: target, end: end, bytes: count))
    }
    return (written.reduce(0) { $0 + $1.bytes }, Stopwatch.now() - start)
  }

  /// Reads back what was left last, copies what is missing here and checks it; says how long it took.
  func take(from stick: String) throws -> Int {
    let start = Stopwatch.now()
    try readBack()
    for file in try JournalFiles(stick).list() {
      let bytes = try copy("\(stick)/\(file.place)", to: "\(path)/\(file.place)")
      guard !bytes.isEmpty else { continue }
      let known = read[file]
      var reader = JournalReader(
        scope: file.scope, writer: file.journal.writer, branch: file.journal.branch,
        crypto: crypto, resuming: known?.mark ?? .start, opening: known?.opening)
      var entries: [LocatedEntry] = []
      let taken = reader.read(bytes) { entries.append($0) }
      guard taken == bytes.count, reader.faults.isEmpty, !entries.isEmpty else {
        throw BenchmarkFault.unfinished("plain copy")
      }
      read[file] = (reader.mark, reader.opening)
    }
    return Stopwatch.now() - start
  }

  /// Reads what was left at the last visit, and hashes it.
  private func readBack() throws {
    for (path, end, count) in written {
      let file = try disk.open(path, .reading)
      defer { disk.close(file) }
      let bytes = try disk.read(file, at: end - count, count: count)
      guard bytes.count == count, crypto.sha256(bytes[...]).count == 32 else {
        throw BenchmarkFault.unfinished("reading back")
      }
    }
    written = []
  }

  /// Adds what a file lacks of another; returns what that was.
  private func copy(_ source: String, to target: String) throws -> [UInt8] {
    let there = try disk.status(target)?.size
    let here = try disk.status(source)?.size ?? 0
    guard here > there ?? 0 else { return [] }
    let from = try disk.open(source, .reading)
    defer { disk.close(from) }
    let bytes = try disk.read(from, at: there ?? 0, count: here - (there ?? 0))
    if there == nil, let slash = target.lastIndex(of: "/") {
      try disk.makeFolders(String(target[..<slash]))
    }
    let to = try disk.open(target, there == nil ? .creating : .appending)
    defer { disk.close(to) }
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try disk.write(to, rest)) }
    try disk.sync(to)
    return bytes
  }
}
