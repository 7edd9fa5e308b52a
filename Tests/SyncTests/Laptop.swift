import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Sync
import Testing
import Trust

let village = "990101001001"
let otherVillage = "990101001002"
let team = "7eam000000000000"

/// A simulated laptop with a Data folder; sticks are disks of their own.
struct Laptop {
  let crypto: Crypto
  let sealing: Sealing
  let person: PersonID
  var disk = SimulatedDisk()
  var dataPath = "/data"
  var clock = "2026-11-21T18:00:00.000+08:00"

  init(_ number: UInt8) throws {
    crypto = try #require(Crypto.sodium())
    sealing = try #require(Sealing.sodium())
    person = PersonID(bytes: [UInt8](repeating: number, count: 10))
  }

  func open() throws -> DataFolder {
    let time = clock
    return try DataFolder(
      path: dataPath, disk: disk, crypto: crypto, clock: { time }, device: "/home/device",
      mode: .writing)
  }

  /// Opens Data, does some work, closes in order.
  @discardableResult
  func work<T>(_ work: (DataFolder) throws -> T) throws -> T {
    let folder = try open()
    defer { folder.close() }
    return try work(folder)
  }

  /// Records one answer for each value, each an act.
  func record(_ values: [String], in code: String = village) throws {
    try work { folder in
      let files = try folder.makeVillage(code)
      for value in values {
        let draft = EntryDraft(
          subject: .household("h1"), kind: "answered", body: ["v": .string(value)])
        _ = try files.append([draft], person: person)
      }
    }
  }

  /// Takes away what named a file.
  func erase(naming value: String, in code: String = village) throws {
    try work { folder in
      let files = try folder.village(code)
      let entries = try files.entries().filter { $0.body?["v"]?.string == value }
      _ = try files.erase(ErasedBodies(entries: Set(entries.map(\.id))))
    }
  }

  func exchange(_ stick: SimulatedDisk, path: String = "/stick", team id: String = team) -> Exchange
  {
    let time = clock
    return Exchange(
      path: path, team: id, disk: stick, crypto: crypto, sealing: sealing, clock: { time },
      milliseconds: { 0 })
  }

  @discardableResult
  func meet(
    _ stick: SimulatedDisk, villages: [String]? = nil, mayGiveOverlays: Bool = true,
    progress: @escaping (SyncProgress) -> Bool = { _ in true }
  ) throws -> SyncReport {
    try work { folder in
      try exchange(stick).meet(
        folder, villages: villages, person: person,
        overlays: overlays(folder, mayGive: mayGiveOverlays), progress: progress)
    }
  }

  /// The overlays that are given in the team's journals, by whomever.
  func overlays(_ folder: DataFolder, mayGive: Bool = true) -> OverlayRules {
    OverlayRules(
      given: {
        try folder.team().entries().compactMap { entry in
          guard entry.kind == "overlay", let name = entry.body?["name"]?.string,
            let hash = entry.body?["hash"]?.string
          else { return nil }
          return .init(name: name, hash: hash, place: entry.place)
        }
      }, mayGive: { _ in mayGive },
      draft: {
        EntryDraft(
          subject: .team, kind: "overlay", body: ["name": .string($0), "hash": .string($1)])
      })
  }

  /// All values recorded in a village, as far as they are here, sorted.
  func values(_ code: String = village) throws -> [String] {
    try work { folder in
      guard try folder.villages().contains(code) else { return [] }
      return try folder.village(code).entries().compactMap { $0.body?["v"]?.string }.sorted()
    }
  }

  var id: DeviceID {
    get throws { try work { DeviceID(publicKey: try $0.publicKey(), crypto.sha256) } }
  }
}

/// A stick with nothing on it.
func newStick() throws -> SimulatedDisk {
  let stick = SimulatedDisk()
  stick.pretend(.fat)
  try stick.makeFolder("/stick")
  try stick.syncFolder("/")
  return stick
}

/// The segments on a stick, of one device or of all.
func segments(_ stick: SimulatedDisk, of device: DeviceID? = nil) -> [String] {
  stick.allFiles().filter {
    $0.hasSuffix(".seg") && (device == nil || $0.contains("/\(device?.rawValue ?? "")/"))
  }
}
