/// A wall time as entries carry it, `2026-11-21T09:30:00.000+08:00`, for reckoning how long things took.
public struct WallTime: Equatable, Sendable {
  /// Since 1970, by UTC.
  public let milliseconds: Int

  /// Nil when the text is in another form, or no such time.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 29 || bytes.count == 24 && bytes[23] == 0x5A else { return nil }
    func number(_ from: Int, _ count: Int, upTo limit: Int) -> Int? {
      let digits = bytes[from..<from + count]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return number <= limit ? number : nil
    }
    let marks: [(Int, UInt8)] = [
      (4, 0x2D), (7, 0x2D), (10, 0x54), (13, 0x3A), (16, 0x3A), (19, 0x2E),
    ]
    guard marks.allSatisfy({ bytes[$0.0] == $0.1 }), let year = number(0, 4, upTo: 9999),
      let month = number(5, 2, upTo: 12), month > 0, let day = number(8, 2, upTo: 31), day > 0,
      let hour = number(11, 2, upTo: 23), let minute = number(14, 2, upTo: 59),
      let second = number(17, 2, upTo: 60), let fraction = number(20, 3, upTo: 999)
    else { return nil }
    var offset = 0
    if bytes.count == 29 {
      guard bytes[23] == 0x2B || bytes[23] == 0x2D, bytes[26] == 0x3A,
        let hours = number(24, 2, upTo: 23), let minutes = number(27, 2, upTo: 59)
      else { return nil }
      offset = (bytes[23] == 0x2D ? -1 : 1) * (hours * 60 + minutes)
    }
    let minutes = (Self.days(year, month, day) * 24 + hour) * 60 + minute - offset
    milliseconds = (minutes * 60 + second) * 1000 + fraction
  }

  /// Days since 1970-01-01, with years that begin in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
