/// How the text of a file was written down.
public enum TextEncoding: Equatable, Sendable {
  case utf8
  case utf8WithMark
  case gb18030
}

extension TextEncoding {
  /// Text in UTF-8 written in GB18030, which has every character.
  public static func gb18030(_ utf8: [UInt8]) -> [UInt8] {
    GB18030.encode(String(decoding: utf8, as: UTF8.self))
  }
}
