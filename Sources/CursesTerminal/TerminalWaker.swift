internal import CCurses

/// Ends the terminal's waiting from any thread.
public struct TerminalWaker: Sendable {
  init() {}

  /// Has `next` return with `.woken`.
  public func wake() {
    ccurses_wake()
  }
}
