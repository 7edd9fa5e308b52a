import Fieldwork
import FormEngine

/// How many households of how many stand where: of a village, a group or a day.
public struct Coverage: Equatable, Sendable {
  /// Households by status.
  public var counts: [HouseholdStatus: Int]

  /// Counts households.
  public init(_ households: some Sequence<HouseholdSummary>) {
    counts = [:]
    for household in households { counts[household.status, default: 0] += 1 }
  }

  /// How many households stand there.
  public subscript(status: HouseholdStatus) -> Int { counts[status] ?? 0 }

  /// All households.
  public var total: Int { counts.values.reduce(0, +) }

  /// Households that still need a visit.
  public var open: Int { counts.reduce(0) { $0 + ($1.key.isOpen ? $1.value : 0) } }
}

/// What was found in how many households: of a village.
public struct VerdictCoverage: Equatable, Sendable {
  private var counts: [VerdictState: Int] = [:]

  /// Counts the households whose interview is complete and of which something can be said.
  public init(_ households: some Sequence<HouseholdSummary>) {
    for household in households {
      guard let findings = household.findings, findings.isAssessed else { continue }
      counts[findings.household, default: 0] += 1
    }
  }

  /// How many households have that verdict as a whole.
  public subscript(state: VerdictState) -> Int { counts[state] ?? 0 }

  /// All of which something can be said.
  public var total: Int { counts.values.reduce(0, +) }
}

/// A day at a glance.
public struct DayGlance: Equatable, Sendable {
  /// Households whose last visit was on the day, by where they now stand.
  public var visited: Coverage
  /// Households that wait for someone to come back on or before the day.
  public var due: [HouseholdSummary]
  /// The whole village.
  public var all: Coverage
  /// What was found in the whole village.
  public var verdicts: VerdictCoverage

  /// Looks at a day, such as `2026-11-21`.
  public init(_ village: Village, day: String) {
    visited = Coverage(village.households.values.filter { $0.lastVisit == day })
    due = village.households.values
      .filter { $0.status.isOpen && !$0.nextVisit.isEmpty && $0.nextVisit <= day }
      .sorted { ($0.nextVisit, $0.id) < ($1.nextVisit, $1.id) }
    all = Coverage(village.households.values)
    verdicts = VerdictCoverage(village.households.values)
  }
}
