import JSONText

/// How far each writer's journals have been read: the mark that everything derived carries.
///
/// It says the same on every device that has the same entries, so a writer whose journal forked has
/// one tip for each branch, in order, and not the names that the branches have here.
public struct Heads: Equatable, Sendable {
  /// The last entry read of one journal.
  public struct Head: Hashable, Comparable, Sendable {
    /// Its number.
    public let sequence: Int
    /// Its identity.
    public let id: EntryID

    /// Names a head.
    public init(sequence: Int, id: EntryID) {
      self.sequence = sequence
      self.id = id
    }

    /// By number, then by identity.
    public static func < (left: Self, right: Self) -> Bool {
      (left.sequence, left.id) < (right.sequence, right.id)
    }
  }

  /// The heads of each writer's journals, in order: one, or several where it forked; a writer without
  /// entries has none.
  public private(set) var tips: [WriterID: [Head]]

  /// Heads of some writers, none of which forked.
  public init(_ byWriter: [WriterID: Head] = [:]) { tips = byWriter.mapValues { [$0] } }

  /// Heads of writers that may have forked.
  init(tips: [WriterID: [Head]]) { self.tips = tips }

  /// How far some entries go, which have all that stands before them in their journals with them.
  public init(of entries: some Sequence<Entry>) {
    var last: [JournalName: Head] = [:]
    for entry in entries where entry.sequence > last[entry.place.journal]?.sequence ?? 0 {
      last[entry.place.journal] = Head(sequence: entry.sequence, id: entry.id)
    }
    self.init()
    for (journal, head) in last { add(head, of: journal.writer) }
  }

  /// Takes in the last entry of one more journal.
  public mutating func add(_ head: Head, of writer: WriterID) {
    var list = tips[writer, default: []]
    guard !list.contains(head) else { return }
    list.append(head)
    tips[writer] = list.sorted()
  }

  /// The only head of a writer; nil when there is none, or when it forked.
  public subscript(writer: WriterID) -> Head? {
    guard let list = tips[writer], list.count == 1 else { return nil }
    return list[0]
  }

  /// The last sequence number of each writer.
  public var sequences: [WriterID: Int] { tips.compactMapValues { $0.last?.sequence } }

  /// Whether an entry lies within what has been read, of a writer that did not fork.
  public func contains(_ entry: Entry) -> Bool {
    entry.sequence <= self[entry.writer]?.sequence ?? 0
  }

  /// Whether every writer of the other stands here at least as far, as far as the numbers tell; where
  /// a writer forked only the same tips are sure.
  public func covers(_ other: Heads) -> Bool {
    other.tips.allSatisfy { writer, theirs in
      guard let ours = tips[writer] else { return theirs.isEmpty }
      if ours.count == 1, theirs.count == 1 {
        return ours[0].sequence > theirs[0].sequence || ours[0] == theirs[0]
      }
      return theirs.allSatisfy(ours.contains)
    }
  }

  /// As JSON, `{"<writer>":[sequence,"<id>"]}`, writers in order; `[[sequence,"<id>"],…]` for one that
  /// forked.
  public var json: JSON {
    .object(
      tips.sorted { $0.key < $1.key }.compactMap { writer, list in
        let heads = list.map { JSON.array([.int($0.sequence), .string($0.id.rawValue)]) }
        guard let first = heads.first else { return nil }
        return JSON.Member(writer.rawValue, heads.count == 1 ? first : .array(heads))
      })
  }

  /// Reads the JSON form; nil for any other.
  public init?(json: JSON) {
    guard let members = json.members else { return nil }
    self.init()
    for member in members {
      guard let writer = WriterID(rawValue: member.key), let first = member.value[0] else {
        return nil
      }
      let list = first.array == nil ? [member.value] : member.value.array ?? []
      for head in list {
        guard let sequence = head[0]?.int, let text = head[1]?.string,
          let id = EntryID(rawValue: text)
        else { return nil }
        add(Head(sequence: sequence, id: id), of: writer)
      }
    }
  }
}
