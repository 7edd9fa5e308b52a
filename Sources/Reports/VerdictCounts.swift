import FormEngine
import JSONText

/// Of a group of households or of all: how many stand where in each domain.
public struct VerdictCounts: Equatable, Sendable {
  /// A domain of the standard, or the household as a whole.
  public struct Domain: Equatable, Sendable {
    /// Its name in the standard, such as `water`.
    public let name: String
    /// What it is called, in the language of the report.
    public let label: String

    /// Names a domain.
    public init(name: String, label: String) {
      self.name = name
      self.label = label
    }
  }

  /// The verdicts in the order of a report.
  ///
  /// Unknown is never counted as met, and a household without a completed interview is not assessed.
  public static let states: [VerdictState] = [
    .met, .notMet, .unknown, .notApplicable, .notAssessed,
  ]

  private var counts: [String: [VerdictState: Int]] = [:]
  /// All households.
  public private(set) var households = 0

  /// Counts the verdicts of households by domain; nil for a household without a completed interview.
  init(_ verdicts: some Sequence<[String: VerdictState]?>) {
    for household in verdicts {
      households += 1
      for (domain, state) in household ?? [:] where state != .notAssessed {
        counts[domain, default: [:]][state, default: 0] += 1
      }
    }
  }

  /// The number of households with that verdict in a domain.
  public subscript(domain: String, state: VerdictState) -> Int {
    guard state == .notAssessed else { return counts[domain]?[state] ?? 0 }
    // Also those of whom the standard of their interview said nothing in this domain.
    return households - (counts[domain]?.values.reduce(0, +) ?? 0)
  }

  /// The domains in which some household has a verdict.
  var domains: Set<String> { Set(counts.keys) }

  func json(_ domains: [Domain]) -> JSON {
    .object(
      domains.map { domain in
        .init(
          domain.name,
          .object(Self.states.map { .init($0.rawValue, .int(self[domain.name, $0])) }))
      })
  }
}
