/// How long the laptop has been running, by a clock that nobody sets and that goes on in sleep.
public struct RunningTime: Equatable, Sendable {
  /// Which start of the laptop it counts from: another text at each; empty where that is not known.
  public var start: String
  /// Milliseconds since that start.
  public var milliseconds: Int

  /// A time since a start.
  public init(start: String = "", milliseconds: Int = 0) {
    self.start = start
    self.milliseconds = max(0, milliseconds)
  }

  /// How many milliseconds went by at least since another time: where the laptop was started anew in
  /// between, those since that start.
  func atLeast(since earlier: RunningTime) -> Int {
    guard start == earlier.start, milliseconds >= earlier.milliseconds else { return milliseconds }
    return milliseconds - earlier.milliseconds
  }
}

/// How often a person's PIN was given wrongly on this laptop, and how long the next try has to wait.
///
/// Three wrong tries cost nothing: fingers slip. From then on each takes twice as long as the one before.
/// The clock on the wall has no say: whoever puts it forward would wait no more, and where it was put
/// back one would wait for days.
public struct PINTries: Equatable, Sendable {
  /// How many wrong tries there were since the last right one.
  public private(set) var wrong: Int
  /// When the last wrong one was.
  public private(set) var last: RunningTime

  /// Tries as they were noted; none at first.
  public init(wrong: Int = 0, last: RunningTime = RunningTime()) {
    self.wrong = max(0, wrong)
    self.last = last
  }

  private static let free = 2
  private static let longest = 300

  /// How long the last wrong try has to be behind before the next, in seconds.
  public var pause: Int {
    guard wrong > Self.free else { return 0 }
    return min(Self.longest, 1 << min(wrong - Self.free - 1, 9))
  }

  /// How many seconds there still are to wait; 0 when a try is free.
  public func wait(at now: RunningTime) -> Int {
    max(0, (pause * 1000 - now.atLeast(since: last) + 999) / 1000)
  }

  /// Counts a wrong try.
  public mutating func fail(at now: RunningTime) {
    wrong += 1
    last = now
  }
}
