import Synchronization

/// Whether this laptop stands outside its team, so that its work does not count elsewhere; the screens ask
/// at every frame.
final class OwnStanding: Sendable {
  private let value = Mutex(false)

  /// Whether a team was founded and this laptop is not in it.
  var isHeldApart: Bool {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}
