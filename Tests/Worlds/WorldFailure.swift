/// What must not be in a world and is.
struct WorldFailure: Error, Sendable {
  /// Which of the promises is broken, always in the same words: what shrinking holds on to.
  var promise: String
  /// What was found.
  var found: String
}
