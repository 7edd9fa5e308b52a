import Glibc

/// The only clock of the program; everything else is handed its readings.
enum Clock {
  /// Wall time as ISO 8601 with milliseconds and offset: `2026-11-21T09:30:00.000+08:00`.
  ///
  /// `RUHU_NOW` sets it, for a script that is to play the same at any time.
  @Sendable static func wallTime() -> String {
    if let fixed = getenv("RUHU_NOW") { return String(cString: fixed) }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    var seconds = now.tv_sec
    localtime_r(&seconds, &parts)
    let offset = Int(parts.tm_gmtoff) / 60
    return "\(pad(Int(parts.tm_year) + 1900, 4))-\(pad(Int(parts.tm_mon) + 1, 2))"
      + "-\(pad(Int(parts.tm_mday), 2))T\(pad(Int(parts.tm_hour), 2)):\(pad(Int(parts.tm_min), 2))"
      + ":\(pad(Int(parts.tm_sec), 2)).\(pad(now.tv_nsec / 1_000_000, 3))"
      + (offset < 0 ? "-" : "+") + pad(abs(offset) / 60, 2) + ":" + pad(abs(offset) % 60, 2)
  }

  /// A time that was recorded, to the minute, as the clock on the wall showed it: `2026-11-21 09:30`.
  static func minute(_ time: String) -> String {
    String(time.prefix(16)).split(separator: "T").joined(separator: " ")
  }

  /// Milliseconds of a clock that nobody can set and that goes on in sleep.
  @Sendable static func monotonic() -> Int {
    if getenv("RUHU_NOW") != nil { return 0 }
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Int(now.tv_sec) * 1000 + now.tv_nsec / 1_000_000
  }

  private static func pad(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
