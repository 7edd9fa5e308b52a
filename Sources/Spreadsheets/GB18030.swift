// Foundation carries the tables (ICU); nothing else here needs it.
import Foundation

/// The encoding that spreadsheets on Chinese Windows write by default; GBK and GB2312 are within it.
enum GB18030 {
  /// The number that Core Foundation gives the encoding (0x0632), marked as one of its own.
  private static let encoding = String.Encoding(rawValue: 0x8000_0632)

  /// Every character has a place in it, so nothing is lost.
  static func encode(_ text: String) -> [UInt8] {
    text.data(using: encoding, allowLossyConversion: true).map { [UInt8]($0) } ?? Array(text.utf8)
  }

  static func decode(_ bytes: [UInt8]) throws(CSVFault) -> String {
    var index = 0
    while index < bytes.count {
      guard let length = characterLength(bytes, at: index) else {
        throw CSVFault(.badText, at: index, in: bytes)
      }
      index += length
    }
    if let text = String(data: Data(bytes), encoding: encoding) { return text }
    // The shape is right, so one of the characters is not assigned: find it.
    index = 0
    while index < bytes.count, let length = characterLength(bytes, at: index) {
      if String(data: Data(bytes[index..<index + length]), encoding: encoding) == nil { break }
      index += length
    }
    throw CSVFault(.badText, at: index, in: bytes)
  }

  static func encode(_ text: String) -> [UInt8]? {
    text.data(using: encoding).map { [UInt8]($0) }
  }

  private static func characterLength(_ bytes: [UInt8], at index: Int) -> Int? {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return nil }
    let second = bytes[index + 1]
    if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) { return 2 }
    guard (0x30...0x39).contains(second), index + 3 < bytes.count,
      (0x81...0xFE).contains(bytes[index + 2]), (0x30...0x39).contains(bytes[index + 3])
    else { return nil }
    return 4
  }
}
