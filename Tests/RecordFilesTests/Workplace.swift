import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing
import Trust

/// A simulated laptop: a disk, a device folder and a Data folder on it.
struct Workplace {
  let crypto: Crypto
  var disk = SimulatedDisk()
  var clock = "2026-11-21T08:03:11.123+08:00"
  let person = PersonID(bytes: [UInt8](repeating: 7, count: 10))
  var device = "/home/device"

  init() throws { crypto = try #require(Crypto.sodium()) }

  /// Another laptop with the same Data.
  func another(_ device: String) -> Workplace {
    var other = self
    other.device = device
    return other
  }

  func open(_ mode: DataFolder.Mode = .writing, _ path: String = "/data") throws -> DataFolder {
    let time = clock
    return try DataFolder(
      path: path, disk: disk, crypto: crypto, clock: { time }, device: device, mode: mode)
  }

  func answer(_ value: String, _ household: String = "h1") -> EntryDraft {
    EntryDraft(subject: .household(household), kind: "answered", body: ["v": .string(value)])
  }

  /// Opens, records some answers, closes in order.
  @discardableResult
  func record(_ values: [String], closing: Bool = true) throws -> [Entry] {
    let folder = try open()
    let files = try folder.makeVillage(village)
    let entries = try values.flatMap { try files.append([answer($0)], person: person) }
    if closing { folder.close() }
    return entries
  }

  /// The only journal there is, or the one that is not among some others.
  func journal(besides known: [String] = []) throws -> String {
    let names = try disk.list("/data/villages/\(village)/journal").filter {
      $0.hasSuffix(".jsonl") && !known.contains($0)
    }
    return "/data/villages/\(village)/journal/\(try #require(names.first))"
  }

  var journals: [String] {
    ((try? disk.list("/data/villages/\(village)/journal")) ?? []).filter {
      $0.hasSuffix(".jsonl")
    }
  }

  func entries() throws -> [Entry] { try open(.reading).village(village).entries() }

  func values() throws -> [String] { try entries().compactMap { $0.body?["v"]?.string } }

  func verify() throws -> [ScopeReport] {
    try Archive(path: "/data", disk: disk, crypto: crypto).verify()
  }
}
