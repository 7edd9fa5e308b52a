import JSONText

/// Whose bodies are to be gone from every journal: single entries, and all that is said of some
/// subjects, whenever it was written.
public struct ErasedBodies: Equatable, Sendable {
  /// Single entries.
  public var entries: Set<EntryID>
  /// Subjects; whoever asks for a household names its interviews too.
  public var subjects: Set<Subject>

  /// Names what is to go.
  public init(entries: Set<EntryID> = [], subjects: Set<Subject> = []) {
    self.entries = entries
    self.subjects = subjects
  }

  /// Whether nothing is to go.
  public var isEmpty: Bool { entries.isEmpty && subjects.isEmpty }

  /// Whether an entry's body is to go.
  ///
  /// Signatures stay, or nobody could tell any more whose work it was; the erasures themselves stay,
  /// or they would undo themselves.
  public func dooms(_ entry: Entry) -> Bool {
    guard entry.kind != Entry.handedOver, entry.kind != Entry.erased else { return false }
    return subjects.contains(entry.subject) || entries.contains(entry.id)
  }

  /// Takes in what another names.
  public mutating func formUnion(_ other: ErasedBodies) {
    entries.formUnion(other.entries)
    subjects.formUnion(other.subjects)
  }

  /// As JSON, in order: `{"entries":["<id>",…],"subjects":["h:…",…]}`.
  public var json: JSON {
    [
      "entries": .array(entries.sorted().map { .string($0.rawValue) }),
      "subjects": .array(subjects.map(\.text).sorted().map { .string($0) }),
    ]
  }

  /// Reads the JSON form; nil for any other.
  public init?(json: JSON) {
    guard let entries = json["entries"]?.array, let subjects = json["subjects"]?.array else {
      return nil
    }
    self.init(
      entries: Set(entries.compactMap { $0.string.flatMap { EntryID(rawValue: $0) } }),
      subjects: Set(subjects.compactMap { $0.string.map { Subject(text: $0) } }))
  }
}
