import Synchronization

/// A number that grows, for identities that are new each time and the same in each run.
final class Counter: Sendable {
  private let count = Mutex(0)

  /// The next number.
  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
