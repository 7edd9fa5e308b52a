/// A table of texts as CSV holds it (RFC 4180), whatever its encoding, delimiter and line ends.
public struct CSVTable: Equatable, Sendable {
  /// All rows, blank ones too.
  public let rows: [CSVRow]
  /// The encoding found.
  public let encoding: TextEncoding
  /// The delimiter found: comma, semicolon or tab.
  public let delimiter: Character

  /// Reads a whole file.
  public init(reading bytes: [UInt8]) throws(CSVFault) {
    let decoded = try DecodedText(bytes)
    let text = Array(decoded.text.utf8)
    let delimiter = Self.likelyDelimiter(text)
    var parser = CSVParser(text, delimiter: delimiter)
    rows = try parser.rows()
    encoding = decoded.encoding
    self.delimiter = Character(Unicode.Scalar(delimiter))
  }

  /// The one of comma, semicolon and tab that stands most often outside quotes in the first rows.
  private static func likelyDelimiter(_ text: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var counts = [0, 0, 0]
    var quoted = false
    var lines = 0
    for byte in text {
      if byte == 0x22 {
        quoted.toggle()
      } else if !quoted {
        if byte == 0x0A || byte == 0x0D { lines += 1 }
        if lines > 10 { break }
        if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
      }
    }
    let best = counts.max() ?? 0
    return candidates[counts.firstIndex(of: best) ?? 0]
  }
}
