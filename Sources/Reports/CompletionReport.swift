import Fieldwork
import JSONText

/// How far a village is: its households by status, and by verdict in each domain; in all and in each
/// group.
public struct CompletionReport: Equatable, Sendable {
  /// The households of a group, or of the whole village, by where they stand.
  public struct Line: Equatable, Sendable {
    /// The group's name; nil for the whole village.
    public let group: String?
    /// Households by status; a status without households is left out.
    public let counts: [HouseholdStatus: Int]
    /// Households by verdict in each domain.
    public let verdicts: VerdictCounts

    init(group: String?, _ households: some Sequence<HouseholdSummary>) {
      self.group = group
      var counts: [HouseholdStatus: Int] = [:]
      for household in households { counts[household.status, default: 0] += 1 }
      self.counts = counts
      verdicts = VerdictCounts(households.map { $0.findings?.verdicts })
    }

    /// The number of households that stand there.
    public subscript(status: HouseholdStatus) -> Int { counts[status] ?? 0 }

    /// All households.
    public var households: Int { counts.values.reduce(0, +) }

    /// How many of a hundred households are complete, rounded down so that 100 means all.
    public var percent: Int { households == 0 ? 0 : self[.complete] * 100 / households }
  }

  /// Where a household can stand, what is finished first.
  public static let statuses: [HouseholdStatus] = [
    .complete, .begun, .absent, .away, .refused, .gone, .notVisited,
  ]

  /// The village's 12-digit code.
  public let code: String
  /// The village's name.
  public let name: String
  /// The kind of round.
  public let round: String
  /// The day of the newest entry, as `2026-11-21`; empty when there is none.
  public let asOf: String
  /// The groups, by number and name.
  public let groups: [Line]
  /// The whole village.
  public let all: Line
  /// What is judged, in the standard's order.
  public let domains: [VerdictCounts.Domain]

  /// Counts a village; `domains` are those of the standard in force there.
  ///
  /// What an interview of another standard was judged by besides stands behind them under its name.
  public init(_ village: Village, domains: [VerdictCounts.Domain] = []) {
    code = village.code
    name = village.name
    round = village.round
    asOf = String(village.newestTime.prefix(10))
    let households = village.households.values
    let all = Line(group: nil, households)
    self.all = all
    self.domains =
      domains
      + all.verdicts.domains.subtracting(domains.map(\.name)).sorted().map {
        VerdictCounts.Domain(name: $0, label: $0)
      }
    groups = Dictionary(grouping: households, by: \.group)
      .sorted { Self.stands($0.key, before: $1.key) }
      .map { Line(group: $0.key, $0.value) }
  }

  /// 2组 before 10组: by the number a name begins with, then by the name.
  private static func stands(_ one: String, before other: String) -> Bool {
    let numbers = [one, other].map { Int($0.prefix { $0.isASCII && $0.isNumber }) ?? Int.max }
    return numbers[0] == numbers[1] ? one < other : numbers[0] < numbers[1]
  }

  /// The report for other programs.
  public var json: JSON {
    var json: JSON = [
      "village": .string(code), "name": .string(name), "round": .string(round),
      "as_of": .string(asOf),
    ]
    for member in members(all) { json.set(member.key, member.value) }
    json.set(
      "groups",
      .array(
        groups.map { .object([JSON.Member("group", .string($0.group ?? ""))] + members($0)) }))
    return json
  }

  private func members(_ line: Line) -> [JSON.Member] {
    [JSON.Member("households", .int(line.households))]
      + Self.statuses.map { JSON.Member($0.rawValue, .int(line[$0])) }
      + [JSON.Member("verdicts", line.verdicts.json(domains))]
  }
}
