/// What in an interview rests on something open in an earlier one of its household.
public struct Doubts: Equatable, Sendable {
  /// Answers that were taken over when it began, and about which an earlier interview is in conflict.
  public internal(set) var answers: Set<AnswerKey> = []
  /// Whether somebody may be missing in it of whom an earlier interview speaks.
  public internal(set) var ofWhoLivesThere = false

  /// None.
  public init() {}
}
