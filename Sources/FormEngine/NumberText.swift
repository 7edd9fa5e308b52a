/// How numbers are read from text and written to it, as XPath and XLSForm say.
enum NumberText {
  /// The number a text stands for; dates stand for days since 1970-01-01; else not a number.
  static func parse(_ text: String) -> Double {
    var copy = text
    return copy.withUTF8 { bytes in
      var start = 0
      var end = bytes.count
      while start < end, isSpace(bytes[start]) { start += 1 }
      while end > start, isSpace(bytes[end - 1]) { end -= 1 }
      guard start < end else { return .nan }
      return plain(bytes, start, end) ?? CalendarDate.days(bytes, start, end) ?? .nan
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Digits with an optional sign and point; no plus sign and no exponent.
  private static func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Double? {
    var index = start
    let negative = bytes[index] == 0x2D
    if negative { index += 1 }
    var mantissa = 0
    var digits = 0
    var fraction = 0
    var pointSeen = false
    while index < end {
      let byte = bytes[index]
      if byte == 0x2E, !pointSeen {
        pointSeen = true
      } else if byte >= 0x30, byte <= 0x39 {
        digits += 1
        if pointSeen { fraction += 1 }
        if digits <= 15 { mantissa = mantissa * 10 + Int(byte - 0x30) }
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if digits <= 15 {
      let value = fraction == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[fraction]
      return negative ? -value : value
    }
    var text = String(decoding: bytes[start..<end], as: UTF8.self)
    if text.hasSuffix(".") { text.removeLast() }
    return Double(text)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A number as text: no `.0`, no exponent, no negative zero.
  static func print(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == value.rounded(.towardZero), value.magnitude < 1e15 { return String(Int64(value)) }
    let text = "\(value)"
    guard text.contains("e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let (negative, digits, exponent) = decimal(value)
    return (negative ? "-" : "") + plainText(digits, exponent)
  }

  /// The shortest decimal that stands for the number: `0.digits × 10^exponent`.
  private static func decimal(_ value: Double) -> (Bool, [UInt8], Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var pointSeen = false
    var power = 0
    var powerNegative = false
    var inPower = false
    for byte in "\(value.magnitude)".utf8 {
      switch byte {
      case 0x30...0x39 where inPower: power = power * 10 + Int(byte - 0x30)
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if !pointSeen { exponent += 1 }
      case 0x2E: pointSeen = true
      case 0x65: inPower = true
      case 0x2D: powerNegative = true
      default: break
      }
    }
    exponent += powerNegative ? -power : power
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == 0 { digits.removeLast() }
    return (value < 0, digits, exponent)
  }

  private static func plainText(_ digits: [UInt8], _ exponent: Int) -> String {
    guard !digits.isEmpty else { return "0" }
    var text = ""
    if exponent <= 0 {
      text = "0." + String(repeating: "0", count: -exponent)
      for digit in digits { text.append(String(digit)) }
      return text
    }
    for index in 0..<max(exponent, digits.count) {
      if index == exponent { text.append(".") }
      text.append(index < digits.count ? String(digits[index]) : "0")
    }
    return text
  }

  /// Rounds the printed number to so many decimal places; a half goes up.
  ///
  /// The binary value would make 1.005 round to 1.00, which no one at a kitchen table accepts.
  static func round(_ value: Double, places: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    let (negative, digits, exponent) = decimal(value)
    let kept = exponent + places
    if kept >= digits.count { return value }
    if kept < 0 { return 0 }
    var result = Array(digits[..<kept])
    let next = digits[kept]
    let exactHalf = next == 5 && kept + 1 == digits.count
    var resultExponent = exponent
    if next > 5 || (next == 5 && !(exactHalf && negative)) {
      var index = kept - 1
      while index >= 0, result[index] == 9 {
        result[index] = 0
        index -= 1
      }
      if index >= 0 {
        result[index] += 1
      } else {
        result.insert(1, at: 0)
        resultExponent += 1
      }
    }
    while result.last == 0 { result.removeLast() }
    guard !result.isEmpty else { return 0 }
    let magnitude = Double(plainText(result, resultExponent)) ?? value.magnitude
    return negative ? -magnitude : magnitude
  }
}
