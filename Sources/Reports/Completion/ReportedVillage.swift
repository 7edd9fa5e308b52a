import Fieldwork
import FormEngine

/// A village as a report takes it in: its list, and what is to be known of it besides.
public struct ReportedVillage: Sendable {
  /// The derived list.
  public let village: Village
  /// From how far into which of its journals it was made.
  public var sources: [ReportSource]
  /// Which journals are damaged, in words; empty where none is.
  public var damages: [String]

  /// Takes a village into a report.
  public init(_ village: Village, sources: [ReportSource] = [], damages: [String] = []) {
    self.village = village
    self.sources = sources
    self.damages = damages
  }

  /// Its households by group, number and name: as they stand in every report.
  public var households: [HouseholdSummary] {
    village.households.values.sorted { one, other in
      if one.group != other.group { return Self.stands(one.group, before: other.group) }
      let numbers = (one.number ?? .max, other.number ?? .max)
      return numbers.0 == numbers.1 ? one.id < other.id : numbers.0 < numbers.1
    }
  }

  /// 2组 before 10组: by the number a name begins with, then by the name.
  static func stands(_ one: String, before other: String) -> Bool {
    let numbers = [one, other].map { Int($0.prefix { $0.isASCII && $0.isNumber }) ?? Int.max }
    return numbers[0] == numbers[1] ? one < other : numbers[0] < numbers[1]
  }
}
