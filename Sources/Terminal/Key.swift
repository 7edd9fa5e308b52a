/// One thing a person did at the keyboard, or the window's change of size.
public enum Key: Hashable, Sendable {
  /// One character that arrived by itself: a key pressed, or one character from an input method.
  case character(Character)
  /// Several characters that arrived at once: an input method's commit, or keys hit ahead.
  ///
  /// It is text for a field; it never answers a coded question.
  case burst(String)
  /// Text that the terminal marked as pasted; line breaks are `\n`.
  case paste(String)
  case enter
  case tab
  case backTab
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case insert
  case backspace
  case delete
  case escape
  /// A function key, from 1 on; with Shift they go on at 13.
  case function(Int)
  /// Ctrl with a lower-case letter, or with one of `@ [ \ ] ^ _`.
  case control(Character)
  /// The window has that size now.
  case resize(Size)

  /// The text that this key brings into a field, or nil when it brings none.
  public var text: String? {
    switch self {
    case .character(let character): String(character)
    case .burst(let text), .paste(let text): text
    default: nil
    }
  }
}
