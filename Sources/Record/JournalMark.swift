import JSONText

/// How far one journal was read, and what is needed to read or write on from there.
public struct JournalMark: Equatable, Sendable {
  /// The number of the last entry; 0 when there is only the first line.
  public var sequence: Int
  /// Its Lamport number.
  public var lamport: Int
  /// The identity of the last line, which the next one follows; nil where it could not be made out.
  public var id: EntryID?
  /// The identity of the last whole entry; nil when there is none.
  public var entry: EntryID?
  /// The byte behind it: where the next line begins.
  public var offset: Int
  /// Where its own line begins.
  public var lastLine: Int
  /// How many lines lie before `offset`.
  public var lines: Int
  /// What the writer has told of other writers so far.
  public var told: [WriterID: Int]
  /// The tips that it told last of each writer that it knew to have split.
  public var toldTips: [WriterID: [Heads.Head]] = [:]

  /// The beginning of a journal.
  public static let start = JournalMark(
    sequence: 0, lamport: 0, id: nil, entry: nil, offset: 0, lastLine: 0, lines: 0, told: [:])

  /// As JSON.
  public var json: JSON {
    var json: JSON = [
      "n": .int(sequence), "l": .int(lamport), "i": id.map { .string($0.rawValue) } ?? .null,
      "e": entry.map { .string($0.rawValue) } ?? .null,
      "o": .int(offset), "a": .int(lastLine), "c": .int(lines),
      "w": .object(
        told.sorted { $0.key < $1.key }.map { JSON.Member($0.key.rawValue, .int($0.value)) }),
    ]
    if !toldTips.isEmpty { json.set("t", Heads(tips: toldTips).json) }
    return json
  }

  init(
    sequence: Int, lamport: Int, id: EntryID?, entry: EntryID?, offset: Int, lastLine: Int,
    lines: Int, told: [WriterID: Int]
  ) {
    self.sequence = sequence
    self.lamport = lamport
    self.id = id
    self.entry = entry
    self.offset = offset
    self.lastLine = lastLine
    self.lines = lines
    self.told = told
  }

  /// Reads the JSON form; nil for any other.
  public init?(json: JSON) {
    guard let sequence = json["n"]?.int, let lamport = json["l"]?.int, let offset = json["o"]?.int,
      let lastLine = json["a"]?.int, let lines = json["c"]?.int,
      let members = json["w"]?.members, let id = json["i"], let entry = json["e"],
      sequence >= 0, lamport >= 0, lastLine >= 0, lastLine <= offset
    else { return nil }
    var told: [WriterID: Int] = [:]
    for member in members {
      guard let writer = WriterID(rawValue: member.key), let number = member.value.int else {
        return nil
      }
      told[writer] = number
    }
    self.id = id.string.flatMap { EntryID(rawValue: $0) }
    self.entry = entry.string.flatMap { EntryID(rawValue: $0) }
    guard (self.id == nil) == (id == .null), (self.entry == nil) == (entry == .null) else {
      return nil
    }
    self.sequence = sequence
    self.lamport = lamport
    self.offset = offset
    self.lastLine = lastLine
    self.lines = lines
    self.told = told
    if let tips = json["t"] {
      guard let heads = Heads(json: tips) else { return nil }
      toldTips = heads.tips
    }
  }
}
