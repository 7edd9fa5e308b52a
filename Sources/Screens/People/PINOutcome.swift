/// What came of a PIN, or of asking whether one may be tried now.
public enum PINOutcome: Equatable, Sendable {
  /// It may be tried.
  case ready
  /// It is the person's.
  case right
  /// It is not; the next try has to wait so many seconds.
  case wrong(seconds: Int)
  /// It was not looked at: there are so many seconds to wait.
  case wait(seconds: Int)
  /// This laptop has too little memory to look.
  case cannot
}
