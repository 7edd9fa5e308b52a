/// What a piece of text means; how it looks is the terminal's business.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Plain text.
  case text
  /// Something of less weight: hints, what is disabled.
  case dim
  /// A heading.
  case title
  /// The place being edited.
  case focus
  /// The chosen line of a list.
  case selected
  /// A mark that an answer is required.
  case required
  /// A finding or a fault.
  case error
  /// A warning.
  case warning
  /// Something finished.
  case done
  /// A separator or a frame.
  case border

  /// The letter that stands for this role in golden files.
  public var letter: Character {
    switch self {
    case .text: "."
    case .dim: "d"
    case .title: "t"
    case .focus: "f"
    case .selected: "s"
    case .required: "r"
    case .error: "e"
    case .warning: "w"
    case .done: "o"
    case .border: "b"
    }
  }
}
