import Fieldwork
import FormEngine
import Record

/// What a list of households is narrowed to, and in which order it stands.
public struct HouseholdQuery: Equatable, Sendable {
  /// In which order the households stand.
  public enum Order: Equatable, CaseIterable, Sendable {
    /// By group and serial number: the way a register stands.
    case number
    /// By group and the register's route: the way one walks; by number where it has none.
    case route
    /// Those that need a visit first, an agreed day of return before all.
    case open
    /// Those that are below the standard first, the most red findings before all; then those of which
    /// something is unknown, then those with yellow findings.
    case found

    /// The order that comes after this one, and after the last the first.
    public var next: Order {
      let all = Self.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
  }

  /// What was found in a household.
  public enum Found: Equatable, Sendable {
    /// It has that verdict as a whole.
    case verdict(VerdictState)
    /// It has findings of that level.
    case level(FindingLevel)

    /// What one can ask for, in the order of a list.
    public static let all: [Found] = [
      .verdict(.notMet), .verdict(.unknown), .verdict(.met), .level(.red), .level(.yellow),
    ]

    /// Whether it is so in a household; never where nobody was interviewed.
    public func holds(_ household: HouseholdSummary) -> Bool {
      guard let findings = household.findings, findings.isAssessed else { return false }
      return switch self {
      case .verdict(let state): findings.household == state
      case .level(let level): findings.count(level) > 0
      }
    }
  }

  /// Words that must occur: in the number, the name, its pinyin or its initials.
  public var text = ""
  /// Only this group, or all.
  public var group: String?
  /// Only these statuses, or all.
  public var statuses: Set<HouseholdStatus>?
  /// Only where that was found, or all.
  public var found: Found?
  /// Who reads the list: what was given to them comes first; nil for nobody in particular.
  public var reader: PersonID?
  /// Only what was given to whoever reads it.
  public var isOwnOnly = false
  /// The order.
  public var order = Order.number

  /// Everything, by group and number.
  public init() {}

  /// The households that are asked for, in order.
  public func run(_ village: Village) -> [HouseholdSummary] { filter(ordered(village)) }

  /// Those of some households that are asked for, in the order they come.
  public func filter(_ households: [HouseholdSummary]) -> [HouseholdSummary] {
    let words = text.split(separator: " ").map { Array($0.lowercased().utf8) }
    if words.isEmpty, group == nil, statuses == nil, found == nil, !isOwnOnly { return households }
    return households.filter { household in
      (group == nil || household.group == group)
        && (!isOwnOnly || isOwn(household))
        && (statuses?.contains(household.status) ?? true)
        && (found?.holds(household) ?? true)
        && words.allSatisfy { Self.matches(household, $0) }
    }
  }

  /// All households of a village in this order: what a list keeps while someone types.
  public func ordered(_ village: Village) -> [HouseholdSummary] {
    let groups = Dictionary(
      uniqueKeysWithValues: Self.groups(of: village).enumerated().map { ($1, $0) })
    let places = village.households.values.map { household in
      Place(
        isReturned: household.review.state == .returned,
        isOthers: !isOwn(household),
        urgency: urgency(household),
        gravity: order == .found ? household.gravity : 0,
        nextVisit: order == .open ? household.nextVisit : "",
        group: groups[household.group] ?? 0,
        route: order == .route ? household.route ?? Int.max : 0,
        number: household.number ?? Int.max,
        household: household)
    }
    return places.sorted().map(\.household)
  }

  /// Whether a household was given to whoever reads the list.
  public func isOwn(_ household: HouseholdSummary) -> Bool {
    reader != nil && household.review.assignee == reader
  }

  private func urgency(_ household: HouseholdSummary) -> Int {
    switch order {
    case .open: household.urgency
    case .found: household.need
    case .number, .route: 0
    }
  }

  /// What orders a household, worked out once and not at every comparison.
  private struct Place: Comparable {
    /// Whether comments wait for the surveyor: that comes first in any order.
    let isReturned: Bool
    /// Whether it was not given to whoever reads the list.
    let isOthers: Bool
    let urgency: Int
    let gravity: Int
    let nextVisit: String
    let group: Int
    let route: Int
    let number: Int
    let household: HouseholdSummary

    static func < (left: Self, right: Self) -> Bool {
      if left.isReturned != right.isReturned { return left.isReturned }
      if left.isOthers != right.isOthers { return right.isOthers }
      if left.urgency != right.urgency { return left.urgency < right.urgency }
      if left.gravity != right.gravity { return left.gravity > right.gravity }
      if left.nextVisit != right.nextVisit { return left.nextVisit < right.nextVisit }
      if left.group != right.group { return left.group < right.group }
      if left.route != right.route { return left.route < right.route }
      if left.number != right.number { return left.number < right.number }
      return left.household.id < right.household.id
    }
  }

  private static func matches(_ household: HouseholdSummary, _ word: [UInt8]) -> Bool {
    if let number = household.number, word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      // 17 finds 17 and 170, not 117: one types a number from its beginning.
      return String(number).utf8.starts(with: word.drop { $0 == 0x30 })
    }
    return contains(household.head, word) || contains(household.pinyin, word)
      || contains(household.initials, word) || contains(household.group, word)
  }

  private static func contains(_ text: String, _ word: [UInt8]) -> Bool {
    // Looked at where it lies: a copy for each of twenty thousand households would be felt.
    text.utf8.withContiguousStorageIfAvailable { occurs(word, in: $0) }
      ?? Array(text.utf8).withUnsafeBufferPointer { occurs(word, in: $0) }
  }

  private static func occurs(_ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return true }
    guard bytes.count >= word.count else { return false }
    for start in 0...(bytes.count - word.count) where lower(bytes[start]) == first {
      if word.indices.allSatisfy({ lower(bytes[start + $0]) == word[$0] }) { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }

  /// 2组 stands before 10组: a group that begins with a number is ordered by it.
  private static func groupKey(_ group: String) -> (Int, String) {
    (Int(group.prefix { $0.isASCII && $0.isNumber }) ?? Int.max, group)
  }

  /// The groups of a village, in route order.
  public static func groups(of village: Village) -> [String] {
    Set(village.households.values.map(\.group)).sorted { groupKey($0) < groupKey($1) }
  }
}

extension HouseholdSummary {
  /// What is below the standard comes first, then what is unknown, then what is to be verified.
  fileprivate var need: Int {
    guard let findings, findings.isAssessed else { return 4 }
    if findings.household == .notMet || findings.count(.red) > 0 { return 0 }
    if findings.household == .unknown { return 1 }
    return findings.count(.yellow) > 0 ? 2 : 3
  }

  /// A red finding weighs more than all yellow ones.
  fileprivate var gravity: Int {
    findings.map { $0.count(.red) << 16 + $0.count(.yellow) } ?? 0
  }

  /// What wants a visit soonest comes first: an agreed return, then begun, absent, not visited.
  fileprivate var urgency: Int {
    switch status {
    case .absent, .away: nextVisit.isEmpty ? 2 : 0
    case .begun: 1
    case .notVisited: 3
    case .refused: 4
    case .complete: 5
    case .gone: 6
    }
  }
}
