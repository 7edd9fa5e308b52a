import Record

/// The identity of one thing in the field: 16 characters of lower-case Crockford base32 (80 bits).
///
/// Identities of imported things are derived from village and source key, so that two laptops that
/// import one list hold the same households; all others are random.
public struct Identifier<Thing>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The 16 characters.
  public let rawValue: String

  /// Takes the characters as they are.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The identity derived from a key: the first 80 bits of the key's digest.
  public init(derivedFrom key: String, digest: Digest) {
    rawValue = ShortID.derived(from: key, by: digest)
  }

  /// A new identity from a source of random bytes.
  public init(random: (Int) -> [UInt8]) { rawValue = ShortID.random(random) }

  /// The 16 characters.
  public var description: String { rawValue }

  /// By characters.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a household's identity names.
public enum HouseholdThing: Sendable {}
/// What a membership's identity names: a person's place in one household, a row of its roster.
public enum MembershipThing: Sendable {}
/// What an interview's identity names.
public enum InterviewThing: Sendable {}
/// What a visit's identity names: one knock at the door.
public enum VisitThing: Sendable {}

/// The identity of a household.
public typealias HouseholdID = Identifier<HouseholdThing>
/// The identity of a member's place in a household; the id of the roster row too.
public typealias MembershipID = Identifier<MembershipThing>
/// The identity of an interview.
public typealias InterviewID = Identifier<InterviewThing>
/// The identity of a visit.
public typealias VisitID = Identifier<VisitThing>

extension Identifier<HouseholdThing> {
  /// The household as what an entry is about.
  public var subject: Subject { .household(rawValue) }

  /// The household that a subject is; nil for anything else.
  public init?(_ subject: Subject?) {
    guard case .household(let id)? = subject else { return nil }
    self.init(id)
  }
}

extension Identifier<InterviewThing> {
  /// The interview as what an entry is about.
  public var subject: Subject { .interview(rawValue) }

  /// The interview that a subject is; nil for anything else.
  public init?(_ subject: Subject?) {
    guard case .interview(let id)? = subject else { return nil }
    self.init(id)
  }
}
