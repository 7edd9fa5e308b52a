import Fieldwork
import FormEngine
import Record

/// What is counted for a report of completion, of one village or of several: figures without words.
public struct CompletionFigures: Equatable, Sendable {
  /// What the households of a line have in common.
  public enum Place: Hashable, Sendable {
    /// All of them.
    case all
    /// A group of the only village.
    case group(String)
    /// One of several villages, by its code.
    case village(String)
    /// A household class, by its code; empty where none is known.
    case householdClass(String)
  }

  /// Of the households of a place: where they stand, and what was said of them.
  public struct Line: Equatable, Sendable {
    /// What they have in common.
    public let place: Place
    /// Which they are.
    public let trace: Trace
    /// Households by where they stand.
    public internal(set) var statuses: [HouseholdStatus: Int] = [:]
    /// Persons who live in them and are counted.
    public internal(set) var persons = 0
    /// Verdicts by domain, in the order of the domains.
    public internal(set) var verdicts: [VerdictTally]

    init(_ place: Place, _ trace: Trace, domains: Int) {
      self.place = place
      self.trace = trace
      verdicts = [VerdictTally](repeating: VerdictTally(), count: domains)
    }

    /// All households.
    public var households: Int { statuses.values.reduce(0, +) }

    /// Households that have a result: nobody has to go there again in this round.
    public var results: Int { statuses.reduce(0) { $0 + ($1.key.isOpen ? 0 : $1.value) } }

    mutating func add(_ household: HouseholdSummary, _ states: [VerdictState]) {
      statuses[household.status, default: 0] += 1
      persons += household.size
      for (number, state) in states.enumerated() {
        verdicts[number].add(state, persons: household.size)
      }
    }
  }

  /// How often a rule was found.
  public struct Found: Equatable, Sendable {
    /// The rule's name.
    public let rule: String
    /// How grave it is.
    public let level: FindingLevel
    /// In how many households.
    public internal(set) var households = 0
    /// Of how many persons; 0 where it is about households.
    public internal(set) var persons = 0
  }

  /// The issues of a domain, by what became of them.
  public struct Issues: Equatable, Sendable {
    /// How many stand in each state.
    public internal(set) var states: [IssueState: Int] = [:]
    /// How many were opened again, once or more often.
    public internal(set) var reopened = 0
    /// How many are open behind their last day.
    public internal(set) var overdue = 0

    /// All that were found.
    public var found: Int { states.values.reduce(0, +) }
    /// How many are open.
    public var open: Int { found - (states[.struckOff] ?? 0) }

    mutating func add(_ issue: IssueSummary, on day: String) {
      states[issue.state, default: 0] += 1
      if issue.timesReopened > 0 { reopened += 1 }
      if issue.isOverdue(on: day) { overdue += 1 }
    }
  }

  /// The domains by name, in the standard's order: those that are judged, then the household as a whole.
  public let domains: [String]
  /// All households.
  public private(set) var all: Line
  /// By group where there is one village, else by village.
  public private(set) var places: [Line] = []
  /// By household class.
  public private(set) var classes: [Line] = []
  /// What was found, the gravest first, then as often as it was.
  public private(set) var found: [Found] = []
  /// The issues by domain; under an empty name those of none.
  public private(set) var issues: [String: Issues] = [:]
  /// All issues.
  public private(set) var allIssues = Issues()
  /// Open issues of rules that are red: the village is cleared (清零) where none is.
  public private(set) var openReds = 0
  /// Households with something about the work in them.
  public private(set) var marks: [Trace.Mark: Int] = [:]
  /// What is open between people about a village as a whole.
  public private(set) var villageConflicts = 0

  /// Counts; `day` is the one by which a last day is over.
  public init(
    _ villages: [ReportedVillage], domains: [String], day: String,
    domain: (_ rule: String) -> String = { _ in "" },
    level: (_ rule: String) -> FindingLevel? = { _ in nil }
  ) {
    self.domains = domains
    all = Line(.all, Trace(), domains: domains.count)
    var lines: [Place: Line] = [:]
    var found: [String: Found] = [:]
    for one in villages {
      let code = one.village.code
      villageConflicts += one.village.conflicts.count
      for household in one.village.households.values {
        let states = domains.map { Trace.state(of: household, in: $0) }
        all.add(household, states)
        let places =
          villages.count > 1
          ? [Place.village(code), .householdClass(household.householdClass)]
          : [.group(household.group), .householdClass(household.householdClass)]
        for place in places {
          lines[place, default: Line(place, place.trace, domains: domains.count)]
            .add(household, states)
        }
        for mark in Trace.Mark.allCases where household.has(mark) {
          marks[mark, default: 0] += 1
        }
        Self.count(household, &found)
      }
      if villages.count > 1, lines[.village(code)] == nil {
        lines[.village(code)] = Line(
          .village(code), Place.village(code).trace, domains: domains.count)
      }
      let ledger = IssueLedger(one.village, domain: domain)
      for issue in ledger.issues.values {
        issues[issue.domain, default: Issues()].add(issue, on: day)
        allIssues.add(issue, on: day)
        if issue.state.isOpen, issue.isImplied || level(issue.rule) == .red { openReds += 1 }
      }
    }
    places = lines.values.filter { !$0.place.isClass }.sorted { $0.place < $1.place }
    classes = lines.values.filter(\.place.isClass).sorted { $0.place < $1.place }
    self.found = found.values.sorted { one, other in
      if one.level != other.level { return one.level > other.level }
      return one.households == other.households
        ? one.rule < other.rule : one.households > other.households
    }
  }

  private static func count(_ household: HouseholdSummary, _ found: inout [String: Found]) {
    var seen: Set<String> = []
    for mark in household.findings?.marks ?? [] {
      var line = found[mark.rule] ?? Found(rule: mark.rule, level: mark.level)
      if seen.insert(mark.rule).inserted { line.households += 1 }
      if !mark.row.isEmpty { line.persons += 1 }
      found[mark.rule] = line
    }
  }
}

extension CompletionFigures.Place: Comparable {
  var isClass: Bool { if case .householdClass = self { true } else { false } }

  /// Which households these are.
  var trace: Trace {
    switch self {
    case .all: Trace()
    case .group(let name): Trace().with { $0.group = name }
    case .village(let code): Trace().with { $0.village = code }
    case .householdClass(let code): Trace().with { $0.householdClass = code }
    }
  }

  private var name: String {
    switch self {
    case .all: ""
    case .group(let name), .village(let name), .householdClass(let name): name
    }
  }

  /// As they follow each other in a table.
  public static func < (left: Self, right: Self) -> Bool {
    ReportedVillage.stands(left.name, before: right.name)
  }
}
