import JSONText

/// One recorded fact.
public struct Entry: Equatable, Sendable {
  /// The SHA-256 of its exact header bytes.
  public let id: EntryID
  /// Whose journal it stands in.
  public let writer: WriterID
  /// Its number in that journal, from 1.
  public let sequence: Int
  /// In which of its writer's journals it stands here, when there are several; no part of its line.
  public let branch: String
  /// 1 + the largest Lamport number its writer had seen.
  public let lamport: Int
  /// What its writer had newly seen of other writers: their last sequence numbers.
  public let seen: [WriterID: Int]
  /// What its writer had newly seen of writers that it knew to have split: the last entry of each
  /// branch that it had, in order.
  public let seenTips: [WriterID: [Heads.Head]]
  /// The wall clock's time, ISO 8601 with milliseconds and offset; never used for order.
  public let time: String
  /// Who was at the keyboard.
  public let person: PersonID
  /// What it is about.
  public let subject: Subject
  /// The other subject that it ties its own to: the household of an interview that began.
  ///
  /// It stays when the body is erased, so that what belongs to what never hangs on what was erased.
  public let link: Subject?
  /// The fact, in the past tense.
  public let kind: String
  /// What is said of it, without the salt; nil when it was erased.
  public let body: JSON?

  /// Puts an entry together; journals are read with `JournalReader`.
  public init(
    id: EntryID, writer: WriterID, sequence: Int, lamport: Int, seen: [WriterID: Int] = [:],
    seenTips: [WriterID: [Heads.Head]] = [:], time: String, person: PersonID, subject: Subject,
    link: Subject? = nil, kind: String, body: JSON?, branch: String = ""
  ) {
    self.id = id
    self.writer = writer
    self.sequence = sequence
    self.lamport = lamport
    self.seen = seen
    self.seenTips = seenTips
    self.time = time
    self.person = person
    self.subject = subject
    self.link = link
    self.kind = kind
    self.body = body
    self.branch = branch
  }

  /// Where it stands.
  public var place: EntryPlace {
    EntryPlace(journal: JournalName(writer: writer, branch: branch), sequence: sequence)
  }

  /// The entry as it stands once its body was erased.
  public var withoutBody: Entry {
    Entry(
      id: id, writer: writer, sequence: sequence, lamport: lamport, seen: seen,
      seenTips: seenTips, time: time, person: person, subject: subject, link: link, kind: kind,
      body: nil, branch: branch)
  }

  /// The kind by which a device signs the head of its journal.
  public static let handedOver = "handedOver"
  /// The kind by which bodies are erased; its own body stays.
  public static let erased = "erased"
}

extension Entry: Comparable {
  /// Causal order: an entry comes after all that its writer had seen, and everywhere in one place.
  public static func < (left: Entry, right: Entry) -> Bool {
    if left.lamport != right.lamport { return left.lamport < right.lamport }
    if left.writer != right.writer { return left.writer < right.writer }
    if left.sequence != right.sequence { return left.sequence < right.sequence }
    return left.id < right.id
  }
}
