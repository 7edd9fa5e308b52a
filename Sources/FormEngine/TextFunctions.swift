/// XPath's functions on texts; places count characters as Unicode scalars, from 0.
enum TextFunctions {
  /// From one place up to another; negative places count from the end.
  static func part(_ text: String, from: Double, to: Double?) -> String {
    // Of ASCII a place is a byte, and need not be counted off from the beginning.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    let scalars = text.unicodeScalars
    let count = isPlain ? text.utf8.count : scalars.count
    func place(_ value: Double) -> Int? {
      guard !value.isNaN else { return nil }
      let whole = value.rounded(.towardZero)
      if whole >= Double(count) { return count }
      if whole < 0 { return whole < -Double(count) ? 0 : count + Int(whole) }
      return Int(whole)
    }
    guard let start = place(from), let end = to.map(place) ?? count, start < end else { return "" }
    if isPlain {
      let bytes = text.utf8
      let first = bytes.index(bytes.startIndex, offsetBy: start)
      return String(text[first..<bytes.index(first, offsetBy: end - start)])
    }
    let first = scalars.index(scalars.startIndex, offsetBy: start)
    let last = scalars.index(first, offsetBy: end - start)
    return String(scalars[first..<last])
  }

  /// Where a text stands in another, in bytes.
  private static func find(_ text: String, _ wanted: String) -> Int? {
    let bytes = Array(text.utf8)
    let sought = Array(wanted.utf8)
    guard sought.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - sought.count)
    where bytes[start..<(start + sought.count)].elementsEqual(sought) {
      return start
    }
    return nil
  }

  static func before(_ text: String, _ wanted: String) -> String? {
    find(text, wanted).map { String(decoding: Array(text.utf8)[..<$0], as: UTF8.self) }
  }

  static func after(_ text: String, _ wanted: String) -> String? {
    find(text, wanted).map {
      String(decoding: Array(text.utf8)[($0 + wanted.utf8.count)...], as: UTF8.self)
    }
  }

  static func translate(_ text: String, _ from: String, _ to: String) -> String {
    let from = Array(from.unicodeScalars)
    let to = Array(to.unicodeScalars)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let place = from.firstIndex(of: scalar) else {
        result.append(scalar)
        continue
      }
      if place < to.count { result.append(to[place]) }
    }
    return String(result)
  }

  /// Nil where the text is no Base64 of UTF-8.
  static func base64Decoded(_ text: String) -> String? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text.utf8 where byte != 0x3D {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= (1 << count) - 1
      }
    }
    guard let span = try? UTF8Span(validating: bytes.span) else { return nil }
    return String(copying: span)
  }
}
