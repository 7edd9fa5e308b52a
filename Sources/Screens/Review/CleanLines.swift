import Fieldwork
import Station
import Terminal

/// What can be approved at once, line by line: the page shows it, a command prints it.
public struct CleanLines: Sendable {
  private let strings: Strings

  /// Lines in a language.
  public init(_ language: Language) { strings = language.strings }

  /// How many, who they are, how many stay out and why.
  public func lines(_ approvals: CleanApprovals) -> [String] {
    sections(approvals).map { $0.isHeading ? $0.text : "  " + $0.text }
  }

  /// The same with headings marked.
  func sections(_ approvals: CleanApprovals) -> [(text: String, isHeading: Bool)] {
    var lines: [(text: String, isHeading: Bool)] = [
      (strings.review.cleanHeading(approvals.households.count), true)
    ]
    lines += approvals.households.map { household in
      let head = household.head.isEmpty ? strings.households.unnamed : household.head
      let door = strings.households.door(
        household.group, household.number, head, household.size)
      return (door, false)
    }
    let count = approvals.leftOut.values.reduce(0, +)
    guard count > 0 else { return lines }
    lines.append((strings.review.leftOutHeading(count), true))
    return lines
      + approvals.reasons.map { ("\(strings.review.leftOut($0.reason))  \($0.count)", false) }
  }

  /// That so many were approved.
  public func approved(_ count: Int) -> String { strings.review.approvedMany(count) }

  /// That none can be.
  public var none: String { strings.review.noneClean }

  /// That so many households were given to somebody; nil: to nobody.
  public func assigned(_ count: Int, to person: String?) -> String {
    count == 0 ? strings.review.assignedAlready : strings.review.assigned(count, person)
  }

  /// Why a person does not approve or give households to anybody.
  public var noRole: String { strings.review.hindrance(.noRole) }
}
