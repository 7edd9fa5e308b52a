/// Why the screen could not be opened; plain mode is the way out of all of them.
public enum CursesFault: Error, Hashable, Sendable {
  /// The screen is open already; there is only one.
  case alreadyStarted
  /// Input or output is no terminal.
  case notATerminal
  /// `TERM` is empty, `dumb` or not known here.
  case unknownTerminal
  /// The terminal cannot move its cursor.
  case cannotMoveCursor
  /// The system has no locale of UTF-8 characters.
  case noUTF8Locale
  /// The system refused something else.
  case systemFault
}
