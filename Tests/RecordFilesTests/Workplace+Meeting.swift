import JSONText
import Record
import RecordFiles
import SimulatedDisks

/// Laptops that meet: parts of journals are carried from one to another by hand.
extension Workplace {
  /// Opens the village, works in it, closes in order.
  func visit<Result>(_ work: (VillageFiles) throws -> Result) throws -> Result {
    let folder = try open()
    defer { folder.close() }
    return try work(folder.makeVillage(village))
  }

  /// All that has been signed here, from the first line of each journal on.
  func parts(limit: Int = 1 << 20) throws -> [JournalPart] {
    try visit { files throws in
      try files.sign(person: person)
      return try Self.parts(files, limit: limit)
    }
  }

  static func parts(_ files: VillageFiles, limit: Int = 1 << 20) throws -> [JournalPart] {
    try files.inventory().flatMap { state in
      var parts: [JournalPart] = []
      while let part = try files.part(
        of: state.journal, from: parts.last?.to ?? 0, limit: limit)
      {
        parts.append(part)
      }
      return parts
    }
  }

  @discardableResult
  func receive(_ parts: [JournalPart]) throws -> Arrival {
    try visit { try $0.receive(parts) }
  }

  /// Takes in all that another laptop has.
  @discardableResult
  func take(from other: Workplace) throws -> Arrival { try receive(other.parts()) }

  /// What this laptop holds, in a form that is to be the same on all that have the same entries.
  func state() throws -> [String] {
    try visit { files throws in
      let entries = try files.entries().map { entry in
        "\(entry.id.rawValue) \(entry.body.map { $0.pretty } ?? "erased")"
      }
      return [try files.heads().json.pretty] + entries
    }
  }

  /// How many bytes lie on the disk.
  var used: Int { disk.allFiles().reduce(0) { $0 + (disk.bytes($1)?.count ?? 0) } }

  /// A copy of the whole disk, device key and all.
  func clone() -> Workplace {
    var clone = self
    clone.disk = disk.copy()
    return clone
  }
}

extension JournalPart {
  /// The part with its bytes changed.
  func changed(_ change: (inout [UInt8]) -> Void) -> JournalPart {
    var part = self
    change(&part.bytes)
    return part
  }

  /// The lines without their newlines.
  var lines: [[UInt8]] { bytes.split(separator: 0x0A).map(Array.init) }
}
