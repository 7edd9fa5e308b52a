import Glibc
import Station

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

  /// How long the laptop has been running, and by which of its starts.
  @Sendable static func running() -> RunningTime {
    RunningTime(start: start, milliseconds: monotonic())
  }

  /// The kernel names each of its starts by a random text; its file says of itself that it is empty, so
  /// that it is read to its end and not by its size.
  private static let start: String = {
    guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count).prefix { $0 > 0x20 }, as: UTF8.self)
  }()

  private static func pad(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
