import Fieldwork
import FormEngine
import Record

/// An issue in the ledger, with what its rule and its household say.
public struct LedgerLine: Sendable {
  /// The issue.
  public let issue: IssueSummary
  /// The household that it is about, as the list has it now; nil for a site or the village, and where the
  /// household was erased.
  public let household: HouseholdSummary?
  /// The rule; nil for a typed issue, and where the village's standard has no such rule.
  public let check: Standard.Check?
  /// How its last day stands to today.
  public let due: IssueDue
  /// Whether the newest completed interview finds it, or finds it still.
  public let isFound: Bool

  init(_ issue: IssueSummary, _ village: Village, _ standard: Standard, today: String) {
    self.issue = issue
    let root = issue.household.map(village.root(of:))
    household = root.flatMap { village.households[$0] }
    check = standard.check(named: issue.rule).map { standard.checks[$0] }
    due =
      issue.state.isOpen && !issue.deadline.isEmpty
      ? IssueDue(deadline: issue.deadline, today: today) : .none
    isFound =
      !issue.rule.isEmpty
      && (household?.findings?.marks ?? []).contains {
        $0.rule == issue.rule && $0.row == issue.row
      }
  }

  /// How grave the rule is; nil for a typed issue.
  public var level: FindingLevel? { check?.level }

  /// Whether it is said to be gone, and the newest answers still find it.
  public var isDoubtful: Bool {
    isFound && (issue.state == .toCheck || issue.state == .struckOff)
  }

  /// The facets that it has.
  var facets: [LedgerFacet] {
    var facets: [LedgerFacet] = [.state(issue.state), .issueClass(issue.issueClass)]
    facets.append(.source(issue.source))
    if issue.state.isOpen { facets.append(.open) }
    switch due {
    case .overdue: facets.append(.due(.overdue))
    case .soon: facets.append(.due(.soon))
    case .none, .left: break
    }
    if let level { facets.append(.level(level)) }
    if !issue.domain.isEmpty { facets.append(.domain(issue.domain)) }
    if let household { facets += [.group(household.group), .household(household.id)] }
    switch issue.concern {
    case .site(let name): facets.append(.site(name))
    case .village: facets.append(.wholeVillage)
    case .household: break
    }
    if !issue.cause.isEmpty { facets.append(.cause(issue.cause)) }
    let people = Set((issue.assignment?.responsible ?? [:]).values.map(\.person))
    facets += people.filter { !$0.isEmpty }.map(LedgerFacet.responsible)
    if issue.timesReopened > 0 { facets.append(.mark(.reopened)) }
    if isDoubtful { facets.append(.mark(.doubtful)) }
    if issue.rule.isEmpty { facets.append(.mark(.typed)) }
    return facets
  }

  /// What is to be looked at first: what is overdue, then what is due soon, what waits for a second
  /// person, what is nobody's yet, what is being done; at last what is gone.
  var urgency: Int {
    switch due {
    case .overdue(let days): return -min(days, 99_999)
    case .soon(let days): return 1 + days
    case .none, .left: break
    }
    switch issue.state {
    case .toCheck: return 100
    case .new: return 101
    case .assigned, .underway: return 102
    case .struckOff: return 103
    }
  }
}

/// What can be asked of an issue that is no property of its own.
public enum LedgerMark: String, CaseIterable, Sendable {
  /// It was opened again after it had been struck off.
  case reopened
  /// It is said to be gone, and the newest answers still find it.
  case doubtful
  /// A person typed it.
  case typed
}

/// One thing that the ledger can be narrowed to.
public enum LedgerFacet: Hashable, Sendable {
  /// How a last day stands to today.
  public enum Due: String, CaseIterable, Sendable {
    case overdue
    case soon
  }

  /// There is something left to do.
  case open
  case state(IssueState)
  case due(Due)
  case level(FindingLevel)
  case domain(String)
  case group(String)
  case household(HouseholdID)
  case site(String)
  /// It is about the village as a whole.
  case wholeVillage
  case issueClass(IssueClass)
  case source(IssueSource)
  /// The code of its cause.
  case cause(String)
  /// That person answers for it at some level, by name.
  case responsible(String)
  case mark(LedgerMark)

  /// What of one kind excludes another: of each at most one is chosen; marks stand each for itself.
  public enum Kind: Hashable, CaseIterable, Sendable {
    case state, due, level, domain, group, concern, issueClass, source, cause, responsible
    case reopened, doubtful, typed
  }

  /// Its kind.
  public var kind: Kind {
    switch self {
    case .open, .state: .state
    case .due: .due
    case .level: .level
    case .domain: .domain
    case .group: .group
    case .household, .site, .wholeVillage: .concern
    case .issueClass: .issueClass
    case .source: .source
    case .cause: .cause
    case .responsible: .responsible
    case .mark(.reopened): .reopened
    case .mark(.doubtful): .doubtful
    case .mark(.typed): .typed
    }
  }
}
