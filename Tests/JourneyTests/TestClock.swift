import Synchronization

/// A wall clock that only a test moves.
final class TestClock: Sendable {
  private let now: Mutex<(day: String, milliseconds: Int)>

  init(_ day: String) { now = Mutex((day, 8 * 3_600_000)) }

  var day: String {
    get { now.withLock { $0.day } }
    set { now.withLock { $0 = (newValue, 8 * 3_600_000) } }
  }

  func pass(milliseconds: Int) { now.withLock { $0.milliseconds += milliseconds } }

  var time: String {
    now.withLock { now in
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let seconds = now.milliseconds / 1000
      let rest = String(1000 + now.milliseconds % 1000).dropFirst()
      return "\(now.day)T\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        + ".\(rest)+08:00"
    }
  }
}
