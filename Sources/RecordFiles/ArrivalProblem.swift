import Record

/// Why a part of a journal was not taken in, or not as it came.
public struct ArrivalProblem: Error, Equatable, Sendable {
  /// What was wrong; numbers are those of entries in the journal.
  public enum Kind: Equatable, Sendable {
    /// What stands between is missing: the part waits here for it.
    case gap(has: Int, from: Int)
    /// The part follows another entry than the one that stands here under this number: it belongs to a
    /// branch whose beginning has not come; it waits here.
    case unknownBranch(at: Int)
    /// The device's work goes on twice behind this number: its disk was copied with its key. Both
    /// branches are kept and count; nothing is lost.
    case forked(after: Int, branch: JournalName)
    /// No signature of the device covers these entries yet: they wait here for one.
    case unsigned(from: Int, to: Int)
    /// There was no room to let the part wait; it must be brought again.
    case notKept(from: Int, to: Int)
    /// The line of this number is not in the form of an entry.
    case badLine(at: Int)
    /// The bytes under this number are not those that were written.
    case wrongHash(at: Int)
    /// The entry of this number does not follow the one before it.
    case wrongChain(at: Int)
    /// An entry is missing within the part.
    case wrongSequence(expected: Int, found: Int)
    /// The Lamport number under this number does not grow.
    case wrongLamport(at: Int)
    /// The body under this number is not in the form of a body.
    case badBody(at: Int)
    /// The signature under this number is not by the journal's device.
    case wrongSignature(at: Int)
    /// The part does not end as it says: it was cut.
    case cutShort(expected: Int, found: Int)
    /// The first line does not open a journal.
    case badOpening
    /// The journal opens otherwise than the one of this name that is here: somebody uses another's
    /// name.
    case otherOpening
    /// The public key is not that of the journal's first line.
    case wrongKey
    /// The journal belongs to another village, or to the team.
    case otherScope
    /// The journal belongs to another writer than the part says.
    case otherWriter
    /// The journal was written by a later version of the program.
    case laterVersion(Int)
    /// The journal of this name that is here is damaged so that nothing can follow it.
    case damagedHere
  }

  /// Which journal, by the name that the part gave; for a fork by the name that it has here.
  public let journal: JournalName
  /// What was wrong.
  public let kind: Kind

  /// Names a problem.
  public init(_ journal: JournalName, _ kind: Kind) {
    self.journal = journal
    self.kind = kind
  }

  /// Whether nothing is wrong with what came: it only has to wait, or is kept as it is.
  public var isHarmless: Bool {
    switch kind {
    case .gap, .unknownBranch, .unsigned, .forked: true
    default: false
    }
  }
}
