import Fieldwork
import JSONText
import Record
import RecordFiles
import SimulatedDisks
import SimulatedLaptops
import Station

/// Holds a world at its end against what was promised.
struct WorldChecks {
  private let world: World

  init(_ world: World) { self.world = world }

  func check() throws {
    var first: (laptop: Laptop, files: [String: [UInt8]])?
    world.tally.laptops = world.laptops.count
    for laptop in world.laptops {
      try checkAcknowledged(laptop)
      try checkErased(laptop)
      let files = try checkRebuilt(laptop)
      if let first {
        try Self.compare(
          first.files, files, "all devices have the same state",
          "\(first.laptop.name) and \(laptop.name)")
      } else {
        first = (laptop, files)
        try ConflictChecks(world).check(laptop)
      }
      laptop.close()
    }
  }

  /// Every acknowledged entry is there, with its body unless somebody had it erased.
  private func checkAcknowledged(_ laptop: Laptop) throws {
    let archive = Archive(path: Laptop.data, disk: laptop.disk, crypto: world.surroundings.crypto)
    var there: [EntryID: Entry] = [:]
    for scope in try archive.scopes() {
      let reading = archive.read(scope)
      for entry in reading.entries { there[entry.id] = entry }
      if laptop === world.laptops.first {
        world.tally.forks += reading.faults.count {
          if case .forked = $0.kind { true } else { false }
        }
      }
      let faults = reading.faults.filter { fault in
        if case .forked = fault.kind { false } else { !fault.isUnacknowledgedTail }
      }
      guard faults.isEmpty else {
        throw WorldFailure(
          promise: "journals are sound",
          found: "\(laptop.name): \(faults)\n" + Self.lines(of: faults, laptop))
      }
    }
    world.tally.entries = there.count
    world.tally.erasedBodies = there.values.count { $0.body == nil }
    for entry in world.expected.values.sorted() {
      guard there[entry.id] != nil else {
        throw WorldFailure(
          promise: "every acknowledged entry is everywhere",
          found: "\(laptop.name) lacks \(entry.kind) \(entry.writer.rawValue) \(entry.sequence)")
      }
    }
  }

  /// What was erased by right is gone, and nothing else but what somebody had erased without.
  private func checkErased(_ laptop: Laptop) throws {
    let (folder, files, _) = try laptop.opened()
    let authority = try laptop.authority(folder)
    let causality = try files.causality()
    let counting = Set(try files.entries().map(\.id))
    let limits = files.limits
    files.limits = EntryLimits()
    defer { files.limits = limits }
    let all = try files.entries()
    let slow = SlowErasures(
      all: all, counting: counting, mayErase: { authority.mayErase($0, causality) })
    for entry in all {
      if entry.body != nil ? slow.isDoomed(entry) : !slow.mayBeGone(entry) {
        throw WorldFailure(
          promise: "bodies are gone that were erased by right, and no others",
          found: "\(laptop.name) \(entry.body == nil ? "lacks" : "has") the body of "
            + "\(entry.kind) \(entry.writer.rawValue.prefix(4)).\(entry.sequence)")
      }
    }
  }

  /// The lines that are meant.
  private static func lines(of faults: [JournalFault], _ laptop: Laptop) -> String {
    faults.map { fault in
      let lines = (laptop.disk.bytes("\(Laptop.data)/\(fault.file)") ?? []).split(
        separator: 0x0A, omittingEmptySubsequences: false)
      guard lines.indices.contains(fault.line - 1) else { return "no such line" }
      return String(decoding: lines[fault.line - 1], as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// What was derived bit by bit is what is derived from all entries at once.
  private func checkRebuilt(_ laptop: Laptop) throws -> [String: [UInt8]] {
    let (_, files, desk) = try laptop.opened()
    try desk.settle()
    let before = try derived(files)
    try desk.rebuild()
    try desk.settle()
    let after = try derived(files)
    try Self.compare(
      before, after, "derived files are those of a full replay", laptop.name)
    return after
  }

  private static func compare(
    _ one: [String: [UInt8]], _ other: [String: [UInt8]], _ promise: String, _ who: String
  ) throws {
    for name in Set(one.keys).union(other.keys).sorted() where one[name] != other[name] {
      throw WorldFailure(
        promise: promise,
        found: "\(who): \(name)\n" + Difference.text(one[name], other[name]))
    }
  }

  /// The derived files by name.
  private func derived(_ files: VillageFiles) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var names = ["village.json"]
    names += try files.derivedNames("households").map { "households/\($0)" }
    for name in names { found[name] = try files.readDerived(name) }
    return found
  }
}
