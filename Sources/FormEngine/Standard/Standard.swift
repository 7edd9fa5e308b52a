/// What a household is measured by: the parameters, rules and verdicts of the form's own sheets, with
/// the profile and the overlays that were merged into them.
public struct Standard: Sendable {
  /// The row's name in the sheet `standard`, such as `national`.
  public internal(set) var name = ""
  /// Where it holds, by language.
  public internal(set) var labels: [String: String] = [:]
  /// What people call it (两不愁三保障), by language.
  public internal(set) var titles: [String: String] = [:]
  /// The policy profile that was merged in; nil where the form stands as it is.
  public internal(set) var profile: Applied?
  /// The overlays that were merged in, the innermost first.
  public internal(set) var overlays: [Applied] = []
  /// The parameters, in the sheet's order.
  public internal(set) var parameters: [Parameter] = []
  /// What is judged, in the sheet's order: domains with a verdict, other groups of rules, and the
  /// household as a whole.
  public internal(set) var domains: [Domain] = []
  /// The rules that a formula decides.
  public internal(set) var checks: [Check] = []
  /// The rules that are computed over several households, rounds or registers.
  public internal(set) var villageChecks: [VillageRule] = []
  /// Who is in charge of what is found.
  public internal(set) var departments: [Named] = []
  /// The documents on which all of it rests.
  public internal(set) var sources: [Source] = []
  /// Amounts of a region that are shown and that no rule reads.
  public internal(set) var references: [Amount] = []

  var plan = StandardPlan()

  /// A standard of nothing.
  public init() {}

  /// Whether the form says anything of a standard.
  public var isEmpty: Bool { checks.isEmpty && domains.isEmpty }

  /// The place of a rule among the checks.
  public func check(named name: String) -> Int? { plan.checkNumbers[name] }

  /// The place of a domain.
  public func domain(named name: String) -> Int? { plan.domainNumbers[name] }

  /// The place of a parameter.
  public func parameter(named name: String) -> Int? { plan.parameterNumbers[name] }

  /// The source of a code.
  public func source(named name: String) -> Source? { sources.first { $0.name == name } }

  /// The labels of a department; its code where the form has none.
  public func department(named name: String) -> Named {
    departments.first { $0.name == name } ?? Named(name: name, labels: [:])
  }

  /// A sentence of a rule that is computed over a village, with the parameters it names filled in.
  public func filled(_ texts: [String: String], _ language: String) -> String {
    FormText.cut(texts[language] ?? "").reduce(into: "") { text, piece in
      text += piece.literal
      guard let name = piece.name else { return }
      text += parameter(named: name).map { parameters[$0].value } ?? "${\(name)}"
    }
  }

  /// A sentence with three points where each household has its own answer.
  public static func withoutAnswers(_ text: String) -> String {
    FormText.cut(text).reduce(into: "") { $0 += $1.literal + ($1.name == nil ? "" : "...") }
  }

  /// The domains that have a verdict of their own.
  public var judged: [Domain] { domains.filter(\.hasVerdict) }

  /// The domain that stands for the household as a whole.
  public var household: Domain? { domains.first(where: \.isHousehold) }

  /// The rules that cannot say anything since a line of money they need is not set, with the lines.
  public var unset: [(check: Int, parameters: [Int])] {
    plan.checks.enumerated().compactMap { index, plan in
      plan.unset.isEmpty || !checks[index].isEnabled ? nil : (index, plan.unset)
    }
  }
}

/// How grave a finding is.
public enum FindingLevel: String, CaseIterable, Comparable, Sendable {
  /// Beyond the standard: to be known, not mended.
  case info
  /// A risk, a policy not delivered, or something to verify.
  case yellow
  /// Below the national standard now.
  case red

  /// A graver level is greater.
  public static func < (left: FindingLevel, right: FindingLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .yellow: 1
    case .red: 2
    }
  }
}

/// What is known of a domain, or of the household as a whole.
public enum VerdictState: String, CaseIterable, Sendable {
  /// The formula is determined true.
  case met
  /// A red rule is true.
  case notMet = "not_met"
  /// Neither is certain; never counted as met.
  case unknown
  /// The domain does not apply to the household.
  case notApplicable = "not_applicable"
  /// There was no interview.
  case notAssessed = "not_assessed"
}

extension Standard {
  /// Something with a name and labels.
  public struct Named: Equatable, Sendable {
    /// The code.
    public let name: String
    /// The labels by language.
    public let labels: [String: String]

    /// The label in a language, else the code.
    public func label(_ language: String) -> String { labels[language] ?? name }
  }

  /// A profile or an overlay that was merged in.
  public struct Applied: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its labels by language.
    public let labels: [String: String]
    /// What people call the standard there, by language; empty where it does not say.
    public let titles: [String: String]
    /// What is to be known of it, by language.
    public let notes: [String: String]
    /// The year of its values.
    public let year: String
    /// The file it came from.
    public let file: String

    /// The label in a language, else the name.
    public func label(_ language: String) -> String { labels[language] ?? name }
  }

  /// How sure a source is.
  public enum Sureness: String, CaseIterable, Sendable {
    /// Seen in an official publication or in several that agree.
    case verified
    /// Stands in a document of a region.
    case document
    /// Remembered, not seen.
    case memory
    /// Proposed by the form's authors.
    case proposal

    /// Whether a red rule may rest on it.
    public var carriesRed: Bool { self == .verified || self == .document }
  }

  /// A document on which a rule, a question or a number rests.
  public struct Source: Equatable, Sendable {
    /// The code under which it is cited.
    public let name: String
    /// Its title by language.
    public let titles: [String: String]
    /// The year it is of.
    public let year: String
    /// How sure it is.
    public let sureness: Sureness

    /// The title in a language, else the code.
    public func title(_ language: String) -> String { titles[language] ?? name }
  }

  /// One citation in a cell `basis`.
  public struct Basis: Hashable, Sendable {
    /// The code of the source.
    public let source: String
    /// The ids of the facts in it; empty for the source as a whole.
    public let facts: [String]

    /// Reads a cell `basis`: codes with spaces between, each perhaps with a colon and facts.
    public static func read(_ text: String) -> [Basis] {
      text.split(separator: " ").map { token in
        let parts = token.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let facts = parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : []
        return Basis(source: String(parts[0]), facts: facts)
      }
    }
  }

  /// A number or a switch of the standard, with its year.
  public struct Parameter: Equatable, Sendable {
    /// Who sets it.
    public enum Line: String, Sendable {
      /// The form has a value.
      case no
      /// The county must set it every year; without it the rules that need it say so.
      case yes
      /// In force only where a region sets it.
      case option
    }
    /// The name, such as `par_lpd_min`.
    public let name: String
    /// What it is called, by language.
    public let labels: [String: String]
    /// The value as text; empty where it is not set.
    public let value: String
    /// The unit, by language.
    public let units: [String: String]
    /// The year of the value, or empty.
    public let year: String
    /// Where the value comes from.
    public let basis: [Basis]
    /// Who sets it.
    public let line: Line
    /// The overlay that set it; empty for the form itself.
    public let setBy: String
    /// The row of the sheet.
    public let row: Int

    /// The label in a language, else the name.
    public func label(_ language: String) -> String { labels[language] ?? name }
  }

  /// What is judged.
  public struct Domain: Equatable, Sendable {
    /// The name, such as `water`.
    public let name: String
    /// What it is called, by language.
    public let labels: [String: String]
    /// What met means, by language.
    public let means: [String: String]
    /// The formula of met as text; empty for a group of rules without a verdict.
    public let met: String
    /// The formula of not applicable as text.
    public let notApplicable: String
    /// Where it comes from.
    public let basis: [Basis]
    /// Whether it is the household as a whole.
    public let isHousehold: Bool
    /// Whether its rules count for `any`.
    public let countsForAny: Bool
    /// The row of the sheet.
    public let row: Int

    /// Whether it has a verdict of its own.
    public var hasVerdict: Bool { !met.isEmpty }

    /// The label in a language, else the name.
    public func label(_ language: String) -> String { labels[language] ?? name }
  }

  /// A rule that a formula decides.
  public struct Check: Equatable, Sendable {
    /// The name, such as `WA1`.
    public let name: String
    /// The domain it belongs to.
    public let domain: String
    /// How grave it is.
    public let level: FindingLevel
    /// The formula as text.
    public let when: String
    /// The repeat in whose rows it is judged; nil for the household.
    public let node: Int?
    /// Its sentence as written, by language.
    public let messages: [String: String]
    /// What would make it met, by language.
    public let remedies: [String: String]
    /// Where it comes from.
    public let basis: [Basis]
    /// The codes of the departments in charge.
    public let departments: [String]
    /// Whether it is in force; a rule that is off can be tried.
    public let isEnabled: Bool
    /// The overlay that brought or raised it; empty for the form itself.
    public let setBy: String
    /// The row of the sheet.
    public let row: Int
  }

  /// A rule that is computed over several households, rounds or registers.
  public struct VillageRule: Equatable, Sendable {
    /// The name, such as `QA2`.
    public let name: String
    /// The domain it belongs to.
    public let domain: String
    /// How grave it is.
    public let level: FindingLevel
    /// Its sentence, by language.
    public let messages: [String: String]
    /// What is to be done, by language.
    public let remedies: [String: String]
    /// Where it comes from.
    public let basis: [Basis]
    /// The codes of who is in charge.
    public let departments: [String]
    /// What it is computed over: `interview`, `households`, `rounds`, `school_roll`.
    public let needs: String
  }

  /// An amount that is shown and that no rule reads.
  public struct Amount: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// What it is called, by language.
    public let labels: [String: String]
    /// The value as text.
    public let value: String
    /// The unit, by language.
    public let units: [String: String]
    /// The year of the value.
    public let year: String
    /// Where it comes from.
    public let basis: [Basis]
    /// The overlay that brought it.
    public let setBy: String
  }
}
