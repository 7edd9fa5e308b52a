import Station
import Synchronization

/// A wall clock that only a test moves.
final class TestClock: Sendable {
  private let now: Mutex<(day: String, milliseconds: Int)>
  /// Goes on whatever the wall clock is set to.
  private let ran = Mutex(RunningTime(start: "1", milliseconds: 60_000))

  init(_ day: String) { now = Mutex((day, 8 * 3_600_000)) }

  /// How long the laptop has been running.
  var running: RunningTime { ran.withLock { $0 } }

  /// The laptop is started anew.
  func restart() { ran.withLock { $0 = RunningTime(start: $0.start + "1") } }

  var day: String {
    get { now.withLock { $0.day } }
    set { now.withLock { $0 = (newValue, 8 * 3_600_000) } }
  }

  func pass(milliseconds: Int) {
    now.withLock { $0.milliseconds += milliseconds }
    ran.withLock { $0.milliseconds += milliseconds }
  }

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
