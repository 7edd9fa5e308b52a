import Record
import Synchronization

/// Keys that differ from each other; the secret one is the public one twice.
final class InventedKeys: Sendable {
  private let made = Mutex<UInt8>(0)

  func next() -> KeyPair {
    let number = made.withLock { made in
      made &+= 1
      return made
    }
    let key = [UInt8](repeating: number, count: 32)
    return KeyPair(publicKey: key, secretKey: key + key)
  }
}
