import JSONText

/// A fact about to be recorded.
public struct EntryDraft: Equatable, Sendable {
  /// What it is about.
  public var subject: Subject
  /// The fact in the past tense: `answered`, `visitEnded`.
  public var kind: String
  /// What is to be said of it: an object.
  public var body: JSON

  /// Drafts a fact.
  public init(subject: Subject, kind: String, body: JSON) {
    self.subject = subject
    self.kind = kind
    self.body = body
  }
}
