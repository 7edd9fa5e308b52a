import Record

/// A word of whoever returned an interview: on a question, or on the interview as a whole.
public struct ReviewComment: Hashable, Sendable {
  /// The question; nil for the interview as a whole.
  public var key: AnswerKey?
  /// What is to be looked at.
  public var text: String

  /// Says something of a question, or of the interview.
  public init(_ key: AnswerKey?, _ text: String) {
    self.key = key
    self.text = text
  }
}

/// The identity of a comment: the entry that returned the interview, and its place in it, from 0.
public struct CommentID: Hashable, Comparable, Sendable {
  /// The entry that returned the interview.
  public var entry: EntryID
  /// Which of its comments, from 0.
  public var index: Int

  /// Names a comment.
  public init(entry: EntryID, index: Int) {
    self.entry = entry
    self.index = index
  }

  /// By entry, then by place: an order for files, not for people.
  public static func < (left: Self, right: Self) -> Bool {
    left.entry == right.entry ? left.index < right.index : left.entry < right.entry
  }
}

/// What the standard said at the moment in which an interview was declared complete.
public struct Judged: Hashable, Sendable {
  /// A rule, and the member's row that it spoke of.
  public struct Rule: Hashable, Sendable {
    /// The rule's name.
    public var rule: String
    /// The member's row; empty for the household.
    public var row: String

    /// Names a rule and a row.
    public init(_ rule: String, row: String = "") {
      self.rule = rule
      self.row = row
    }
  }

  /// The rules that were true.
  public var found: [Rule]
  /// The rules that could not be told: an answer that they hang on was open.
  public var open: [Rule]

  /// Collects what was said.
  public init(found: [Rule], open: [Rule]) {
    self.found = found
    self.open = open
  }

  /// Whether a rule was neither true nor open: what it asks for was met.
  public func meets(_ rule: Rule) -> Bool { !found.contains(rule) && !open.contains(rule) }
}
