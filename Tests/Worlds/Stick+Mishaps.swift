import SeededRandom
import SimulatedDisks
import SimulatedLaptops

extension Stick {
  /// Lets something happen to it; nil where there is nothing to happen to.
  func suffer(_ act: Step.Act, _ random: inout SplitMix64) -> String? {
    guard act != .filesReturned else { return giveBack(&random) }
    guard act != .stickRolledBack else { return rollBack() }
    guard let file = random.one(of: files), let bytes = disk.bytes(file) else { return nil }
    switch act {
    case .fileLost:
      disk.lose(file)
      return "\(name) loses \(Stick.short(file))"
    case .fileTorn:
      let length = random.below(max(1, bytes.count))
      if random.chance(50) {
        disk.tamper(file) { $0.removeLast($0.count - length) }
        return "\(name) tears \(Stick.short(file)) at \(length) of \(bytes.count)"
      }
      disk.tamper(file) { if !$0.isEmpty { $0[length % $0.count] ^= 1 } }
      return "\(name) turns a bit of \(Stick.short(file)) at \(length) of \(bytes.count)"
    case .fileRepeated:
      disk.put(file + " (1)", bytes)
      return "\(name) has \(Stick.short(file)) twice"
    case .fileHeldBack:
      holdBack(file)
      return "\(name) holds back \(Stick.short(file))"
    case .strayFile:
      disk.put(file + ".tmp", Array("somebody else's".utf8))
      disk.put("\(Stick.path)/ruhu-exchange/readme.txt", Array("hello".utf8))
      return "\(name) gets a stray file"
    default: return nil
    }
  }
}
