import Glibc

/// Nanoseconds of a clock that nobody can set.
enum Stopwatch {
  /// The time now.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// How long something took.
  static func time<Result>(_ body: () throws -> Result) rethrows -> (Result, nanoseconds: Int) {
    let start = now()
    let result = try body()
    return (result, now() - start)
  }
}
