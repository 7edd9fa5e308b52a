/// What a journal is about: the team, or one village.
public enum Scope: Hashable, Comparable, Sendable {
  case team
  case village(code: String)

  /// Its text in a journal's first line: `team`, or the village's code.
  public var text: String {
    switch self {
    case .team: "team"
    case .village(let code): code
    }
  }

  /// Its folder below Data.
  public var folder: String {
    switch self {
    case .team: "team"
    case .village(let code): "villages/\(code)"
    }
  }

  /// Reads the text form; nil when it names neither the team nor a village code.
  public init?(text: String) {
    if text == "team" {
      self = .team
    } else {
      guard Self.isVillageCode(text) else { return nil }
      self = .village(code: text)
    }
  }

  /// Whether a text can be a village's code: twelve digits.
  public static func isVillageCode(_ text: String) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
