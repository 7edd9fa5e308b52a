/// How the text of a file was written down.
public enum TextEncoding: Equatable, Sendable {
  case utf8
  case utf8WithMark
  case gb18030
}
