import Record

/// The identity of an issue.
///
/// That of a finding follows from what it is about, so that the same finding on two laptops is the same
/// issue: `<household>/<rule>/<row>`, the row empty for the household. That of a typed issue is a random
/// `ShortID`.
public struct IssueID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Its text.
  public let rawValue: String

  /// Takes its text as it is.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The issue of a finding; `row` is the member's, empty for the household.
  public init(_ rule: String, row: String = "", of household: HouseholdID) {
    rawValue = "\(household.rawValue)/\(rule)/\(row)"
  }

  /// A new identity for a typed issue, from a source of random bytes.
  public init(random: (Int) -> [UInt8]) { rawValue = ShortID.random(random) }

  /// The issue that a subject is; nil for anything else.
  public init?(_ subject: Subject?) {
    guard case .issue(let id)? = subject else { return nil }
    self.init(id)
  }

  /// The issue as what an entry is about.
  public var subject: Subject { .issue(rawValue) }

  /// Its text.
  public var description: String { rawValue }

  /// By text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
