import JSONText

/// A fact about to be recorded.
public struct EntryDraft: Equatable, Sendable {
  /// What it is about.
  public var subject: Subject
  /// The other subject that it ties its own to, where the fact is such a tie.
  public var link: Subject?
  /// The fact in the past tense: `answered`, `visitEnded`.
  public var kind: String
  /// What is to be said of it: an object.
  public var body: JSON

  /// Drafts a fact.
  public init(subject: Subject, link: Subject? = nil, kind: String, body: JSON) {
    self.subject = subject
    self.link = link
    self.kind = kind
    self.body = body
  }
}
