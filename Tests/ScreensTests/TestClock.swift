import Synchronization

/// A clock that a test sets; it stands still in between.
final class TestClock: Sendable {
  private let now: Mutex<String>
  private let passed = Mutex(0)

  /// A clock at a wall time.
  init(_ time: String = "2026-11-21T09:30:00.000+08:00") { now = Mutex(time) }

  /// The wall time.
  var time: String { now.withLock { $0 } }

  /// Milliseconds of a clock that only goes forward: one more at each look.
  var milliseconds: Int {
    passed.withLock { passed in
      passed += 1
      return passed
    }
  }

  /// Lets time go by on the clock that only goes forward.
  func pass(milliseconds: Int) { passed.withLock { $0 += milliseconds } }

  /// Sets the wall time.
  func set(_ time: String) { now.withLock { $0 = time } }
}
