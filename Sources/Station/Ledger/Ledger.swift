import Fieldwork
import FormEngine
import Record

/// All issues of a village on a day, with filters that combine: made from the village's list alone.
public struct Ledger: Sendable {
  /// In which order the lines stand.
  public enum Order: CaseIterable, Sendable {
    /// What is to be looked at first.
    case urgency
    /// By group and number of the household, then what concerns sites and the village.
    case household
    /// By the last day; what has none comes last.
    case deadline
    /// By the time of opening, the newest first; what is not written yet comes last.
    case opened

    /// The order that comes after this one, and after the last the first.
    public var next: Order {
      let all = Self.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
  }

  /// What is left of the ledger by a filter, and how many there would be by each further one.
  public struct Selection: Sendable {
    /// The lines that are left, in order.
    public var lines: [LedgerLine] = []
    /// For each facet that occurs: how many lines there are with it instead of the chosen one of its kind.
    public var counts: [LedgerFacet: Int] = [:]
  }

  /// How many issues were found and how many are gone: the village's headline.
  public struct Headline: Equatable, Sendable {
    /// How many stand in each state.
    public var states: [IssueState: Int] = [:]
    /// How many are open of a red rule; the village is cleared (清零) where none is.
    public var openReds = 0
    /// How many are overdue, and how many will be soon.
    public var overdue = 0
    /// How many last days are near.
    public var soon = 0
    /// How many were ever opened again.
    public var reopened = 0

    /// All of them.
    public var total: Int { states.values.reduce(0, +) }
    /// How many are open.
    public var open: Int { total - (states[.struckOff] ?? 0) }
    /// Whether no red finding is open.
    public var isCleared: Bool { openReds == 0 }
  }

  /// The day by which the ledger was made, as `2026-12-31`.
  public let today: String
  /// Every line, what is to be looked at first before all.
  public let lines: [LedgerLine]
  /// How many there are.
  public let headline: Headline
  private let places: [IssueID: Int]
  private let facets: FacetTable<LedgerFacet, LedgerFacet.Kind>

  /// A ledger of nothing.
  public init() { self.init(lines: [], today: "") }

  /// Collects a village's issues, and the red findings that nobody has written one for; `standard` is the
  /// one that holds in the village, `today` as `2026-12-31`.
  public init(_ village: Village, standard: Standard, today: String) {
    let issues = IssueLedger(
      village,
      domain: { rule in standard.check(named: rule).map { standard.checks[$0].domain } ?? "" },
      departments: { rule in
        standard.check(named: rule).map { standard.checks[$0].departments } ?? []
      }
    ).issues.values
    self.init(
      lines: issues.map { LedgerLine($0, village, standard, today: today) }, today: today)
  }

  private init(lines found: [LedgerLine], today: String) {
    let lines = Self.sorted(found, by: .urgency)
    self.lines = lines
    self.today = today
    facets = FacetTable(lines.lazy.map(\.facets), kind: \.kind)
    places = Dictionary(
      lines.enumerated().map { ($1.issue.id, $0) }, uniquingKeysWith: { first, _ in first })
    var headline = Headline()
    for line in lines {
      headline.states[line.issue.state, default: 0] += 1
      if line.issue.state.isOpen, line.level == .red { headline.openReds += 1 }
      if line.issue.timesReopened > 0 { headline.reopened += 1 }
      switch line.due {
      case .overdue: headline.overdue += 1
      case .soon: headline.soon += 1
      case .none, .left: break
      }
    }
    self.headline = headline
  }

  /// The line of an issue; nil where there is none.
  public subscript(id: IssueID) -> LedgerLine? { places[id].map { lines[$0] } }

  /// Those of a household, what is to be looked at first before all.
  public func lines(of household: HouseholdID) -> [LedgerLine] {
    lines.filter { $0.household?.id == household || $0.issue.household == household }
  }

  /// What is left where all of these hold, of each kind at most one.
  public func narrowed(
    to chosen: Set<LedgerFacet> = [], order: Order = .urgency
  ) -> Selection {
    let (places, counts) = facets.narrowed(to: chosen, kind: \.kind)
    let left = places.map { lines[$0] }
    return Selection(
      lines: order == .urgency ? left : Self.sorted(left, by: order), counts: counts)
  }

  private static func sorted(_ lines: [LedgerLine], by order: Order) -> [LedgerLine] {
    let places = lines.map { LedgerPlace($0, order) }
    return lines.indices.sorted { places[$0] < places[$1] }.map { lines[$0] }
  }
}

/// What orders a line, worked out once and not at every comparison.
private struct LedgerPlace: Comparable {
  private let urgency: Int
  private let text: String
  private let gravity: Int
  private let group: Int
  private let groupName: String
  private let number: Int
  private let id: IssueID

  init(_ line: LedgerLine, _ order: Ledger.Order) {
    let issue = line.issue
    switch order {
    case .urgency: (urgency, text) = (line.urgency, issue.deadline)
    case .household: (urgency, text) = (line.household == nil ? 1 : 0, "")
    case .deadline: (urgency, text) = (issue.deadline.isEmpty ? 1 : 0, issue.deadline)
    case .opened:
      let opened = WallTime(issue.opened)?.milliseconds
      (urgency, text) = (opened.map { -$0 } ?? Int.max, "")
    }
    gravity = order == .household ? 0 : line.level == .red ? 0 : 1
    let name = line.household?.group ?? ""
    // 2组 stands before 10组.
    group = Int(name.prefix { $0.isASCII && $0.isNumber }) ?? Int.max
    groupName = name
    number = line.household?.number ?? Int.max
    id = issue.id
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.urgency != right.urgency { return left.urgency < right.urgency }
    if left.text != right.text { return left.text < right.text }
    if left.gravity != right.gravity { return left.gravity < right.gravity }
    if left.group != right.group { return left.group < right.group }
    if left.groupName != right.groupName { return left.groupName < right.groupName }
    if left.number != right.number { return left.number < right.number }
    return left.id < right.id
  }
}
