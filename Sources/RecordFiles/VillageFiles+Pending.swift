import JSONText
import Record

/// Parts of journals that came before what they follow, or before a signature: kept below Data, tried
/// again at the next arrival, and gone once they are of no use any more.
extension VillageFiles {
  private var pendingFolder: String { "\(path)/\(Self.pending)" }

  /// The parts that wait, as far as they can be read; a torn one is of no use.
  func pendingParts() -> [JournalPart] {
    ((try? disk.names(pendingFolder)) ?? []).compactMap { name in
      guard DataFolder.isHash(name),
        let bytes = (try? disk.contents("\(pendingFolder)/\(name)")) ?? nil,
        DataFolder.name(of: bytes, crypto.sha256) == name
      else { return nil }
      return Self.part(bytes)
    }
  }

  /// Lets parts wait instead of those that waited; names those for which there was no room.
  func keep(
    _ parts: [JournalPart], instead waited: [JournalPart]
  ) throws(DiskFault) -> [ArrivalProblem] {
    guard !parts.isEmpty || !waited.isEmpty else { return [] }
    var problems: [ArrivalProblem] = []
    var wanted = Set<String>()
    var bytes = 0
    let there = Set(try disk.names(pendingFolder))
    for part in parts {
      let content = Self.bytes(part)
      let name = DataFolder.name(of: content, crypto.sha256)
      guard !wanted.contains(name) else { continue }
      guard bytes + content.count <= pendingRoom else {
        problems.append(ArrivalProblem(part.journal, .notKept(from: part.from, to: part.to)))
        continue
      }
      bytes += content.count
      wanted.insert(name)
      if there.contains(name) { continue }
      try disk.makeFolders(pendingFolder)
      // Its name tells whether it is whole, and it can be brought again.
      try disk.replace("\(pendingFolder)/\(name)", with: content, synced: false, folder: false)
    }
    for name in there where !wanted.contains(name) { try disk.remove("\(pendingFolder)/\(name)") }
    return problems
  }

  private static func bytes(_ part: JournalPart) -> [UInt8] {
    let head: JSON = [
      "w": .string(part.journal.writer.rawValue), "b": .string(part.journal.branch),
      "y": .string(Base64URL.text(part.publicKey)), "from": .int(part.from), "to": .int(part.to),
      "p": part.previous.map { .string($0.rawValue) } ?? .null,
      "e": .string(part.head.rawValue),
    ]
    var bytes: [UInt8] = []
    head.append(to: &bytes)
    return bytes + [0x0A] + part.bytes
  }

  private static func part(_ bytes: [UInt8]) -> JournalPart? {
    guard let newline = bytes.firstIndex(of: 0x0A),
      let head = try? JSON(parsing: bytes, in: 0..<newline),
      let writer = head["w"]?.string.flatMap({ WriterID(rawValue: $0) }),
      let branch = head["b"]?.string,
      let key = head["y"]?.string.flatMap({ Base64URL.bytes($0.utf8) }),
      let from = head["from"]?.int, let to = head["to"]?.int,
      let id = head["e"]?.string.flatMap({ EntryID(rawValue: $0) })
    else { return nil }
    return JournalPart(
      journal: JournalName(writer: writer, branch: branch), publicKey: key, from: from, to: to,
      previous: head["p"]?.string.flatMap { EntryID(rawValue: $0) }, head: id,
      bytes: Array(bytes[(newline + 1)...]))
  }

  /// Takes bodies out of what waits.
  func erasePending(_ doomed: ErasedBodies) throws(DiskFault) {
    let waited = pendingParts()
    let kept = waited.map { part in
      var part = part
      part.bytes = JournalBytes.erasing(part.bytes, of: part.journal, doomed, scope, crypto)
      return part
    }
    guard kept != waited else { return }
    _ = try keep(kept, instead: waited)
  }
}
