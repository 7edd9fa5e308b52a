import Fieldwork
import FormEngine

/// Of some households, how many have which verdict in one domain, and how many persons live in them.
public struct VerdictTally: Equatable, Sendable {
  /// The verdicts in the order of a report.
  ///
  /// Unknown is never counted as met, and a household without a completed interview is not assessed. A
  /// domain that does not concern a household stands apart: the other four add up to those whom it does.
  public static let states: [VerdictState] = [.met, .notMet, .unknown, .notAssessed]

  private var households = [Int](repeating: 0, count: VerdictState.allCases.count)
  private var persons = [Int](repeating: 0, count: VerdictState.allCases.count)

  /// Nobody yet.
  public init() {}

  /// Counts a household.
  public mutating func add(_ state: VerdictState, persons count: Int) {
    households[Self.place(of: state)] += 1
    persons[Self.place(of: state)] += count
  }

  private static func place(of state: VerdictState) -> Int {
    switch state {
    case .met: 0
    case .notMet: 1
    case .unknown: 2
    case .notAssessed: 3
    case .notApplicable: 4
    }
  }

  /// How many households have the verdict.
  public func households(_ state: VerdictState) -> Int { households[Self.place(of: state)] }

  /// How many persons live in them.
  public func persons(_ state: VerdictState) -> Int { persons[Self.place(of: state)] }

  /// All households, those among them that the domain does not concern.
  public var allHouseholds: Int { households.reduce(0, +) }

  /// All persons in them.
  public var allPersons: Int { persons.reduce(0, +) }
}
