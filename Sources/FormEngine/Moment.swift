/// A date, or a date with a time and perhaps its distance from UTC.
struct Moment: Equatable, Sendable {
  var date: CalendarDate
  /// Milliseconds since midnight; nil where only a day is told.
  var milliseconds: Int?
  /// Minutes east of UTC; nil where the text does not say.
  var offset: Int?

  /// Days since 1970-01-01; the time is a fraction, brought to UTC where the offset is known.
  var days: Double {
    guard let milliseconds else { return Double(date.days) }
    let total = date.days * 86_400_000 + milliseconds - (offset ?? 0) * 60_000
    return Double(total) / 86_400_000
  }

  init(date: CalendarDate, milliseconds: Int? = nil, offset: Int? = nil) {
    self.date = date
    self.milliseconds = milliseconds
    self.offset = offset
  }

  init?(_ text: String) {
    var copy = text
    let parsed = copy.withUTF8 { bytes -> Moment? in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] == 0x20 { start += 1 }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      return Moment(bytes, start, end)
    }
    guard let parsed else { return nil }
    self = parsed
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var reader = Reader(bytes: bytes, index: start, end: end)
    guard let year = reader.number(4, 4), reader.take(0x2D), let month = reader.number(1, 2),
      reader.take(0x2D), let day = reader.number(1, 2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self.date = date
    if reader.isAtEnd { return }
    guard reader.take(0x54) || reader.take(0x20), let time = reader.time() else { return nil }
    milliseconds = time
    offset = reader.offset()
    guard reader.isAtEnd else { return nil }
  }

  /// Milliseconds since midnight of a text such as `06:30:00.000Z`.
  static func time(_ text: String) -> Int? {
    var copy = text
    return copy.withUTF8 { bytes in
      var reader = Reader(bytes: bytes, index: 0, end: bytes.count)
      guard let time = reader.time() else { return nil }
      _ = reader.offset()
      return reader.isAtEnd ? time : nil
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    let end: Int

    var isAtEnd: Bool { index == end }

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < end, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func number(_ least: Int, _ most: Int) -> Int? {
      var value = 0
      var count = 0
      while index < end, count < most, bytes[index] >= 0x30, bytes[index] <= 0x39 {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
        count += 1
      }
      return count >= least ? value : nil
    }

    mutating func time() -> Int? {
      guard let hour = number(1, 2), hour < 24, take(0x3A), let minute = number(2, 2), minute < 60
      else { return nil }
      var total = (hour * 60 + minute) * 60_000
      guard take(0x3A) else { return total }
      guard let second = number(2, 2), second < 60 else { return nil }
      total += second * 1_000
      if take(0x2E) {
        let first = index
        guard let fraction = number(1, 9) else { return nil }
        var scaled = fraction
        var digits = index - first
        while digits > 3 {
          scaled /= 10
          digits -= 1
        }
        while digits < 3 {
          scaled *= 10
          digits += 1
        }
        total += scaled
      }
      return total
    }

    mutating func offset() -> Int? {
      if take(0x5A) { return 0 }
      let east = take(0x2B)
      guard east || take(0x2D), let hours = number(2, 2) else { return nil }
      _ = take(0x3A)
      let minutes = number(2, 2) ?? 0
      return (east ? 1 : -1) * (hours * 60 + minutes)
    }
  }
}

extension Moment {
  /// The moment as ISO 8601, with a time even where only the day is known.
  var text: String {
    let time = milliseconds ?? 0
    let millis = String(time % 1_000)
    var text = date.text + "T" + CalendarDate.two(time / 3_600_000)
    text += ":" + CalendarDate.two(time / 60_000 % 60) + ":" + CalendarDate.two(time / 1_000 % 60)
    text += "." + String(repeating: "0", count: 3 - millis.count) + millis
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    let minutes = Int(offset.magnitude)
    return text + (offset < 0 ? "-" : "+") + CalendarDate.two(minutes / 60) + ":"
      + CalendarDate.two(minutes % 60)
  }
}
