import Record

/// Which files that are kept by their content the entries of a scope name.
extension VillageFiles {
  /// Those of some hashes that stand in the journals as a text of their own, in any body; a body that was
  /// erased names nothing any more.
  public func named(among hashes: Set<String>) throws(DataFolderFault) -> Set<String> {
    guard !hashes.isEmpty else { return [] }
    try ensureRead()
    var search = HashSearch(hashes)
    do {
      for name in index.journals.keys.sorted() where !search.isDone {
        let file = try disk.open(journalPath(name), .reading)
        defer { disk.close(file) }
        var at = 0
        while case let piece = try disk.read(file, at: at, count: 1 << 20), !piece.isEmpty {
          search.add(piece)
          at += piece.count
        }
      }
    } catch {
      throw DataFolderFault(error)
    }
    return search.found
  }
}

/// Looks for hashes in quotation marks in bytes that come piece by piece.
private struct HashSearch {
  private let hashes: Set<String>
  private(set) var found: Set<String> = []
  /// The digits behind the last quotation mark, as long as there are nothing but digits.
  private var digits: [UInt8] = []
  private var isInside = false

  init(_ hashes: Set<String>) { self.hashes = hashes }

  var isDone: Bool { found.count == hashes.count }

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        if isInside, digits.count == 64 {
          let hash = String(decoding: digits, as: UTF8.self)
          if hashes.contains(hash) { found.insert(hash) }
        }
        isInside = true
        digits.removeAll(keepingCapacity: true)
      case 0x30...0x39 where isInside, 0x61...0x66 where isInside:
        digits.append(byte)
        if digits.count > 64 { isInside = false }
      default: isInside = false
      }
    }
  }
}
