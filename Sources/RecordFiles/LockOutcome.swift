/// What came of asking for a lock.
public enum LockOutcome: Equatable, Sendable {
  case taken(OpenFile)
  /// Another program has it; its process number if it could be read.
  case held(process: Int?)
}
