import RecordFiles
import SeededRandom
import SimulatedDisks

/// A folder over which laptops meet, and what those who carry it do to its files.
package final class Stick {
  package static let path = "/stick"

  /// How it is called in what is printed.
  package let name: String
  package private(set) var disk = SimulatedDisk()
  private var heldBack: [(path: String, bytes: [UInt8])] = []
  private var older: SimulatedDisk?

  package init(_ name: String) {
    self.name = name
    disk.put("\(Self.path)/holiday.jpg", [0xFF, 0xD8])
  }

  /// What lies on it of ours, in order.
  package var files: [String] { disk.allFiles().filter { !$0.hasSuffix("holiday.jpg") } }

  /// Pulled out: what was not on it yet is gone.
  package func pull(seed: UInt64) { disk = disk.afterPowerCut(seed: seed) }

  /// Leaves room for so many bytes.
  package func fill(leaving room: Int) {
    disk.limit(disk.allFiles().reduce(room) { $0 + (disk.bytes($1)?.count ?? 0) })
  }

  /// Put in again after all went well.
  package func settle() { disk = disk.afterKill() }

  /// Takes a file away, to be given back later.
  package func holdBack(_ file: String) {
    guard let bytes = disk.bytes(file) else { return }
    heldBack.append((file, bytes))
    disk.lose(file)
  }

  /// Gives back one of the files that were held back; nil where there is none.
  package func giveBack(_ random: inout SplitMix64) -> String? {
    heldBack.shuffle(using: &random)
    guard let (file, bytes) = heldBack.popLast() else { return nil }
    disk.put(file, bytes)
    return "\(name) gives back \(Self.short(file))"
  }

  /// Gives back the file that was held back last; false where there is none.
  package func giveBackLast() -> Bool {
    guard let (file, bytes) = heldBack.popLast() else { return false }
    disk.put(file, bytes)
    return true
  }

  /// Puts it back to its copy, or makes one.
  package func rollBack() -> String? {
    guard let image = older else {
      older = disk.copy()
      return "\(name) is copied"
    }
    disk = image
    older = nil
    return "\(name) is put back to its copy"
  }

  package static func short(_ path: String) -> String {
    let parts = path.split(separator: "/").suffix(3).map { part in
      part.count > 12 ? "\(part.prefix(6))…\(part.suffix(4))" : String(part)
    }
    return parts.joined(separator: "/")
  }
}
