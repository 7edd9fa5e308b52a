/// A file's bytes as text, with the encoding that was found.
///
/// A UTF-8 mark decides, then validity: bytes that are valid UTF-8 are never taken for GB18030, and
/// Chinese text in GB18030 is practically never valid UTF-8.
public struct DecodedText: Equatable, Sendable {
  /// The text without a byte order mark.
  public let text: String
  /// What the bytes were.
  public let encoding: TextEncoding

  /// Decodes UTF-8 with or without a mark, or else GB18030.
  public init(_ bytes: [UInt8]) throws(CSVFault) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      throw CSVFault(.workbook)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw CSVFault(.utf16)
    }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = marked ? 3 : 0
    if let zero = bytes.firstIndex(of: 0) { throw CSVFault(.zeroByte, at: zero, in: bytes) }
    let result = Self.validated(bytes, from: start)
    switch result {
    case .success(let text):
      self.text = text
      encoding = marked ? .utf8WithMark : .utf8
    case .failure(let offset) where marked:
      throw CSVFault(.badUTF8, at: offset, in: bytes)
    case .failure:
      text = try GB18030.decode(bytes)
      encoding = .gb18030
    }
  }

  private enum Validation {
    case success(String)
    case failure(Int)
  }

  private static func validated(_ bytes: [UInt8], from start: Int) -> Validation {
    do {
      let span = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return .success(String(copying: span))
    } catch {
      return .failure(start + error.byteOffsets.lowerBound)
    }
  }
}
