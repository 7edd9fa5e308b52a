import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import SimulatedLaptops

// What people do to whole folders and disks.
extension World {
  /// Copies, and copies put back; nil where there was nothing to do.
  func copying(
    _ act: Step.Act, _ laptop: Laptop, _ random: inout SplitMix64
  ) throws -> String? {
    switch act {
    case .backUp:
      if random.chance(50) {
        laptop.image = laptop.disk.copy()
        return "has its Data copied by a tool"
      }
      let target = "/backups/\(surroundings.clock.seconds)"
      let report = try laptop.use { laptop -> BackupReport? in
        do {
          return try laptop.opened().folder.backUp(to: target)
        } catch CopyFault.disk where laptop.failsToSync {
          return nil
        }
      }
      guard case .some(.some) = report else { return "fails to make a backup" }
      laptop.backup = target
      return "makes a backup"
    case .restore:
      guard let backup = laptop.backup else { return nil }
      laptop.close()
      let report = try laptop.use { laptop -> BackupReport? in
        try Restore.run(
          from: backup, to: Laptop.data, device: Laptop.device, replacing: true,
          time: laptop.clock.text, disk: laptop.disk, crypto: surroundings.crypto)
      }
      laptop.close()
      forgetLost()
      return report == nil ? "dies in a restore" : "restores the backup"
    case .rollBack:
      guard let image = laptop.image else { return nil }
      if random.chance(50) { laptop.close() }
      laptop.take(Self.with(dataOf: image, on: laptop.disk))
      forgetLost()
      return "has yesterday's Data copied over today's"
    case .clone:
      guard laptops.count < 6 else { return nil }
      if random.chance(70) { laptop.close() }
      let letter = UInt8(ascii: "A") + UInt8(laptops.count)
      let twin = Laptop(
        String(decoding: [letter], as: UTF8.self), person: laptop.person, surroundings,
        disk: laptop.disk.copy())
      twin.clockIsOff = laptop.clockIsOff
      twin.team = laptop.team
      laptops.append(twin)
      return "is cloned, disk and key: \(twin.name)"
    default: return nil
    }
  }

  /// A disk with the Data of an older one.
  private static func with(dataOf image: SimulatedDisk, on disk: SimulatedDisk) -> SimulatedDisk {
    let result = disk.copy()
    for path in result.allFiles() where path.hasPrefix(Laptop.data + "/") { result.lose(path) }
    for path in image.allFiles() where path.hasPrefix(Laptop.data + "/") {
      if let bytes = image.bytes(path) { result.put(path, bytes) }
    }
    return result
  }

  /// What went with an older state of a Data folder and is nowhere else cannot come back.
  private func forgetLost() {
    var there = Set<EntryID>()
    for laptop in laptops {
      let archive = Archive(path: Laptop.data, disk: laptop.disk, crypto: surroundings.crypto)
      for scope in (try? archive.scopes()) ?? [] {
        for entry in archive.read(scope).entries { there.insert(entry.id) }
      }
    }
    expected = expected.filter { there.contains($0.key) }
  }
}
