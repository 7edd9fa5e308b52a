import Fieldwork

/// A household, or a site, where the same as in an issue was found.
public struct SimilarCase: Sendable {
  /// The household; nil where it is a site or the village.
  public let household: HouseholdSummary?
  /// The issues there that are alike, what is to be looked at first before all.
  public let lines: [LedgerLine]
  /// Whether somebody found the same cause there.
  public let hasSameCause: Bool
  /// Whether it is of the same group.
  public let isSameGroup: Bool
  /// How many other rules are true at both.
  public let shared: Int
}

extension Ledger {
  /// The households with the same pattern (举一反三), those most alike first.
  ///
  /// Alike to a finding is whatever the same rule found, wherever it stands by now, and in the household
  /// itself another member's. Alike to a typed issue is what has the same cause, or concerns the same
  /// site. First stand those with the same cause, then those of the same group (they share the water, the
  /// road and the clinic), then those with which most other findings are shared; else by number.
  public func similar(to id: IssueID) -> [SimilarCase] {
    guard let own = self[id] else { return [] }
    var found: [HouseholdID?: [LedgerLine]] = [:]
    for line in narrowed(to: [], order: .household).lines where line.issue.id != id {
      if Self.isAlike(line, own) { found[line.household?.id, default: []].append(line) }
    }
    let rules = Self.rules(own)
    let cases = found.map { _, lines -> SimilarCase in
      let household = lines.first?.household
      return SimilarCase(
        household: household,
        lines: lines.sorted {
          $0.urgency == $1.urgency ? $0.issue.id < $1.issue.id : $0.urgency < $1.urgency
        },
        hasSameCause: !own.issue.cause.isEmpty
          && lines.contains { $0.issue.cause == own.issue.cause },
        isSameGroup: household != nil && household?.group == own.household?.group,
        shared: lines.first.map { Self.rules($0).intersection(rules).count } ?? 0)
    }
    let places = Dictionary(
      uniqueKeysWithValues: cases.indices.map { ($0, cases[$0].place) })
    return cases.indices.sorted { one, other in
      guard let first = places[one], let second = places[other] else { return one < other }
      return first.lexicographicallyPrecedes(second)
    }.map { cases[$0] }
  }

  private static func isAlike(_ line: LedgerLine, _ own: LedgerLine) -> Bool {
    if !own.issue.rule.isEmpty { return line.issue.rule == own.issue.rule }
    if case .site = own.issue.concern, line.issue.concern == own.issue.concern { return true }
    return !own.issue.cause.isEmpty && line.issue.cause == own.issue.cause
  }

  /// The other rules that are true at the household.
  private static func rules(_ line: LedgerLine) -> Set<String> {
    Set((line.household?.findings?.marks ?? []).map(\.rule)).subtracting([line.issue.rule])
  }
}

extension SimilarCase {
  fileprivate var place: [Int] {
    [
      hasSameCause ? 0 : 1, isSameGroup ? 0 : 1, -shared,
      Int(household?.group.prefix { $0.isASCII && $0.isNumber } ?? "") ?? Int.max,
      household?.number ?? Int.max,
    ]
  }
}
