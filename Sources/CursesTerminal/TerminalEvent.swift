public import Terminal

/// One thing that the terminal tells.
public enum TerminalEvent: Hashable, Sendable {
  /// A key, or the window's new size.
  case key(Key)
  /// Something else was on the terminal meanwhile; the next frame is painted whole.
  case resumed
  /// Another thread asked for attention.
  case woken
  /// It is time to leave.
  case ended(Ending)

  /// Why it is time to leave.
  public enum Ending: Hashable, Sendable {
    /// The line or the window is gone.
    case hungUp
    /// The system or someone asked the program to end.
    case terminated
    /// Someone interrupted the program from outside.
    case interrupted
  }
}
