import JSONText

/// How far each writer's journal has been read: the mark that everything derived carries.
public struct Heads: Equatable, Sendable {
  /// The last entry read of one writer.
  public struct Head: Equatable, Sendable {
    /// Its number.
    public let sequence: Int
    /// Its identity.
    public let id: EntryID

    /// Names a head.
    public init(sequence: Int, id: EntryID) {
      self.sequence = sequence
      self.id = id
    }
  }

  /// The head of each writer; a journal without entries has none.
  public var byWriter: [WriterID: Head]

  /// Heads of some writers.
  public init(_ byWriter: [WriterID: Head] = [:]) { self.byWriter = byWriter }

  /// The last sequence number of each writer.
  public var sequences: [WriterID: Int] { byWriter.mapValues(\.sequence) }

  /// Whether an entry lies within what has been read.
  public func contains(_ entry: Entry) -> Bool {
    guard let head = byWriter[entry.writer] else { return false }
    return entry.sequence <= head.sequence
  }

  /// Whether every writer of the other stands here at least as far.
  public func covers(_ other: Heads) -> Bool {
    other.byWriter.allSatisfy { writer, head in
      guard let own = byWriter[writer] else { return false }
      return own.sequence > head.sequence || own == head
    }
  }

  /// As JSON, `{"<writer>":[sequence,"<id>"]}`, writers in order.
  public var json: JSON {
    .object(
      byWriter.sorted { $0.key < $1.key }.map { writer, head in
        JSON.Member(
          writer.rawValue, .array([.int(head.sequence), .string(head.id.rawValue)]))
      })
  }

  /// Reads the JSON form; nil for any other.
  public init?(json: JSON) {
    guard let members = json.members else { return nil }
    var byWriter: [WriterID: Head] = [:]
    for member in members {
      guard let writer = WriterID(rawValue: member.key), let sequence = member.value[0]?.int,
        let text = member.value[1]?.string, let id = EntryID(rawValue: text)
      else { return nil }
      byWriter[writer] = Head(sequence: sequence, id: id)
    }
    self.byWriter = byWriter
  }
}
