/// How far each journal counts for the state: what lies beyond is held apart, kept, passed on, shown.
public struct EntryLimits: Equatable, Sendable {
  /// How far one journal counts.
  public enum Limit: Equatable, Sendable {
    case all
    case none
    /// Up to this number and with it.
    case upTo(Int)
  }

  /// The journals of which something is said.
  public var byJournal: [JournalName: Limit]
  /// How far all others count.
  public var others: Limit

  /// Limits of some journals; without any, everything counts.
  public init(_ byJournal: [JournalName: Limit] = [:], others: Limit = .all) {
    self.byJournal = byJournal
    self.others = others
  }

  /// How far a journal counts.
  public func limit(of journal: JournalName) -> Limit { byJournal[journal] ?? others }

  /// Up to which number a journal counts; the largest number when all of it does.
  public func last(of journal: JournalName) -> Int {
    switch limit(of: journal) {
    case .all: Int.max
    case .none: 0
    case .upTo(let number): number
    }
  }

  /// Whether the entry at a place counts.
  public func counts(_ place: EntryPlace) -> Bool {
    place.sequence <= last(of: place.journal)
  }

  /// Whether nothing at all is held apart.
  public var isOpen: Bool { others == .all && byJournal.values.allSatisfy { $0 == .all } }
}
