import Fieldwork
import Record

/// What Station asks of whoever keeps the files: closures, so that a whole day can be played in
/// memory.
public struct VillageStore {
  /// Writes entries with one write and one sync, and returns them once they are on the disk.
  public var append: ((_ drafts: [EntryDraft], _ person: PersonID) throws -> [Entry])
  /// Every entry about any of the subjects, in causal order.
  public var entriesOf: ((_ subjects: [Subject]) throws -> [Entry])
  /// Every entry, in causal order.
  public var entries: (() throws -> [Entry])
  /// Entries that the given heads do not cover, in causal order; nil when they cannot be told apart.
  public var entriesSince: ((_ heads: Heads) throws -> [Entry]?)
  /// What has been read of each writer.
  public var heads: (() -> Heads)
  /// The bytes of a derived file, or nil when there is none.
  public var readDerived: ((_ name: String) -> [UInt8]?)
  /// Puts a derived file in place whole.
  public var writeDerived: ((_ name: String, _ bytes: [UInt8]) throws -> Void)
  /// Which entries had seen which, as far as the journals have been read.
  public var causality: (() throws -> Causality)
  /// How far each journal counts: what lies beyond is never handed out here.
  public var limits: (() -> EntryLimits)
  /// Who had which role in the team, for whom it tells who may review.
  public var roles: (() -> TeamRoles)
  /// How many entries here have lost their bodies; only asked where something was erased.
  public var erasedCount: (() throws -> Int)
  /// The writers by whose names this laptop wrote and writes.
  public var ownWriters: (() -> Set<WriterID>)
  /// The names in a folder of derived files.
  public var derivedNames: ((_ folder: String) -> [String])
  /// Takes a derived file away.
  public var removeDerived: ((_ name: String) throws -> Void)
  /// Whether derived files may have been lost (the power failed), so that none can be relied on.
  public var mustDeriveAnew: (() -> Bool)
  /// Says that all derived files were made anew.
  public var derivedAnew: (() -> Void)

  /// Collects the closures; where one writer is alone nothing is to be known of who saw what.
  public init(
    append: @escaping ([EntryDraft], PersonID) throws -> [Entry],
    entriesOf: @escaping ([Subject]) throws -> [Entry],
    entries: @escaping () throws -> [Entry],
    entriesSince: @escaping (Heads) throws -> [Entry]?,
    heads: @escaping () -> Heads,
    readDerived: @escaping (String) -> [UInt8]?,
    writeDerived: @escaping (String, [UInt8]) throws -> Void,
    causality: @escaping () throws -> Causality = { Causality() },
    limits: @escaping () -> EntryLimits = { EntryLimits() },
    roles: @escaping () -> TeamRoles = { TeamRoles() },
    erasedCount: @escaping () throws -> Int = { 0 },
    ownWriters: @escaping () -> Set<WriterID> = { [] },
    derivedNames: @escaping (String) -> [String] = { _ in [] },
    removeDerived: @escaping (String) throws -> Void = { _ in },
    mustDeriveAnew: @escaping () -> Bool = { false },
    derivedAnew: @escaping () -> Void = {}
  ) {
    self.append = append
    self.entriesOf = entriesOf
    self.entries = entries
    self.entriesSince = entriesSince
    self.heads = heads
    self.readDerived = readDerived
    self.writeDerived = writeDerived
    self.causality = causality
    self.limits = limits
    self.roles = roles
    self.erasedCount = erasedCount
    self.ownWriters = ownWriters
    self.derivedNames = derivedNames
    self.removeDerived = removeDerived
    self.mustDeriveAnew = mustDeriveAnew
    self.derivedAnew = derivedAnew
  }
}
