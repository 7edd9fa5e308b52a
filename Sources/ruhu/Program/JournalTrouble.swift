import Screens
import Synchronization

/// What is known to be damaged in the journals of the open village; the screens ask at every frame.
final class JournalTrouble: Sendable {
  private let value = Mutex<[ShownDamage]>([])

  /// The damaged journals.
  var damage: [ShownDamage] {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
