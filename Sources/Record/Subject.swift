/// What an entry is about.
public enum Subject: Hashable, Sendable {
  case team
  case village
  case person(String)
  case household(String)
  case interview(String)
  case site(String)
  case issue(String)
  /// A subject that this version does not know: kept as it stood.
  case other(String)

  /// Its text in a header.
  public var text: String {
    switch self {
    case .team: "t"
    case .village: "v"
    case .person(let id): "p:\(id)"
    case .household(let id): "h:\(id)"
    case .interview(let id): "i:\(id)"
    case .site(let id): "s:\(id)"
    case .issue(let id): "q:\(id)"
    case .other(let text): text
    }
  }

  /// Reads the text of a header; what is not known becomes `other`.
  public init(text: String) {
    switch text {
    case "t": self = .team
    case "v": self = .village
    default:
      let bytes = text.utf8
      guard bytes.count > 2, bytes[bytes.index(after: bytes.startIndex)] == 0x3A else {
        self = .other(text)
        return
      }
      let id = String(text.unicodeScalars.dropFirst(2))
      switch bytes.first {
      case 0x70: self = .person(id)
      case 0x68: self = .household(id)
      case 0x69: self = .interview(id)
      case 0x73: self = .site(id)
      case 0x71: self = .issue(id)
      default: self = .other(text)
      }
    }
  }
}
