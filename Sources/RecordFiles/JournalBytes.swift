import Record

/// What is done with the lines of a whole journal at once.
enum JournalBytes {
  /// The lines with others in the places of some, by number; everything else stays as it is.
  static func replacing(
    _ bytes: [UInt8], _ change: (LineFacts, Range<Int>) -> [UInt8]?
  ) -> [UInt8] {
    var changed: [UInt8] = []
    changed.reserveCapacity(bytes.count)
    var copied = 0
    for range in LineFacts.lines(bytes) {
      guard let facts = LineFacts(bytes, range), let line = change(facts, range) else { continue }
      changed += bytes[copied..<range.lowerBound]
      changed += line
      copied = range.upperBound
    }
    return copied == 0 ? bytes : changed + bytes[copied...]
  }

  /// The lines without the bodies that are to be gone.
  static func erasing(
    _ bytes: [UInt8], of journal: JournalName, _ doomed: ErasedBodies, _ scope: Scope,
    _ crypto: Crypto
  ) -> [UInt8] {
    replacing(bytes) { facts, range in
      guard !facts.isErased else { return nil }
      let line = Array(bytes[range])
      guard
        let entry = JournalReader.entry(
          line, scope: scope, writer: journal.writer, crypto: crypto), doomed.dooms(entry)
      else { return nil }
      return ErasedLine.erasing(line, sha256: crypto.sha256)
    }
  }

  /// The lines without the bodies of entries with some ids.
  static func erasing(
    _ bytes: [UInt8], _ ids: Set<EntryID>, _ crypto: Crypto
  ) -> [UInt8] {
    replacing(bytes) { facts, range in
      guard !facts.isErased, ids.contains(facts.id(bytes, crypto.sha256)) else { return nil }
      return ErasedLine.erasing(Array(bytes[range]), sha256: crypto.sha256)
    }
  }

  /// How many bytes of `other` are the same lines as all of `bytes`, be bodies erased in one or the
  /// other; nil when they are not.
  static func beginning(_ bytes: [UInt8], of other: [UInt8]) -> Int? {
    if other.starts(with: bytes) { return bytes.count }
    let ours = LineFacts.lines(bytes)
    let theirs = LineFacts.lines(other)
    guard ours.last.map({ $0.upperBound + 1 }) ?? 0 == bytes.count, theirs.count >= ours.count
    else { return nil }
    for (one, twin) in zip(ours, theirs) {
      guard LineFacts.areSame(Array(bytes[one]), Array(other[twin])) else { return nil }
    }
    return ours.isEmpty ? 0 : theirs[ours.count - 1].upperBound + 1
  }
}
