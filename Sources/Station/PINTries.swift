/// How often a person's PIN was given wrongly on this laptop, and how long the next try has to wait.
///
/// Three wrong tries cost nothing: fingers slip. From then on each takes twice as long as the one before.
public struct PINTries: Equatable, Sendable {
  /// How many wrong tries there were since the last right one.
  public private(set) var wrong: Int
  /// When the last wrong one was, in milliseconds since 1970 by the laptop's clock.
  public private(set) var last: Int

  /// Tries as they were noted; none at first.
  public init(wrong: Int = 0, last: Int = 0) {
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
  ///
  /// A clock that was put back counts from where it is now, so that it never locks anybody out for long.
  public mutating func wait(at now: Int) -> Int {
    last = min(last, now)
    return max(0, (last + pause * 1000 - now + 999) / 1000)
  }

  /// Counts a wrong try.
  public mutating func fail(at now: Int) {
    wrong += 1
    last = now
  }
}
