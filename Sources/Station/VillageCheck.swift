import Fieldwork
import FormEngine
import Record

/// What the standard says of a whole village: every finding of its households, what the supervisor is
/// to look at, and what could not be computed.
///
/// A household's interview is judged by the form it is pinned to, once it is complete; the rules over
/// the village by the standard that is in force there.
public struct VillageCheck: Sendable {
  /// Why a rule over the village says nothing.
  public enum Gap: Error, Equatable, Sendable {
    /// It is computed over something that is not here: `rounds`, `school_roll`.
    case needs(String)
    /// A parameter that it needs has no number.
    case parameter(String)
  }

  /// A rule over the village that could not be computed.
  public struct NotComputed: Equatable, Sendable {
    /// The rule.
    public var rule: Standard.VillageRule
    /// Why.
    public var gap: Gap
  }

  /// A line of money that the county has not set, with the rules that say nothing without it.
  public struct UnsetLine: Equatable, Sendable {
    /// The parameter.
    public var parameter: Standard.Parameter
    /// The rules' names.
    public var rules: [String]
    /// Whether it is set by now: then only older interviews, which keep their form, go without.
    public var isSetNow: Bool
    /// How many households were judged without it.
    public var households: Int
  }

  /// How many households there are.
  public private(set) var households = 0
  /// How many of them have a complete interview in which they agreed to be asked.
  public private(set) var interviewed = 0
  /// How many interviewed households are pinned to a form that is not on this laptop.
  public private(set) var withoutForm = 0
  /// What was found in households, by household and then the gravest first.
  public private(set) var findings: [VillageFinding] = []
  /// What was found about the work itself: the supervisor's, not the households'.
  public private(set) var quality: [VillageFinding] = []
  /// The rules over the village that could not be computed.
  public private(set) var notComputed: [NotComputed] = []
  /// The lines of money that are not set.
  public private(set) var unset: [UnsetLine] = []

  /// Households without a complete interview: nothing is known of them.
  public var notAssessed: Int { households - interviewed - withoutForm }

  /// Checks the households of a village, in their order.
  ///
  /// `file` reads a household, `forms` finds the form an interview is pinned to, and `standard` is the
  /// one in force in the village; throws what `file` throws.
  public init(
    _ households: some Sequence<HouseholdSummary>, standard: Standard,
    forms: VillageDesk.FormSource, file: (HouseholdID) throws -> HouseholdCase
  ) throws {
    var traces = VillageQuality()
    for summary in households {
      let file = try file(summary.id)
      traces.add(.init(file, summary, judged: take(summary, file, forms)))
    }
    for rule in standard.villageChecks {
      switch traces.findings(rule, standard) {
      case .success(let found): for finding in found { add(finding) }
      case .failure(let gap): notComputed.append(NotComputed(rule: rule, gap: gap))
      }
    }
    noteUnset(standard, isSetNow: false, households: 0)
    for (standard, households) in judgedBy.values {
      noteUnset(standard, isSetNow: true, households: households)
    }
  }

  /// How many households were judged by each form.
  private var judgedBy: [String: (standard: Standard, households: Int)] = [:]

  /// Judges a household's interview and takes its findings in.
  private mutating func take(
    _ summary: HouseholdSummary, _ file: HouseholdCase, _ forms: VillageDesk.FormSource
  ) -> HouseholdJudgement? {
    households += 1
    guard let interview = file.current, interview.isCompleted else { return nil }
    guard let definition = forms(interview.start?.form ?? "") else {
      withoutForm += 1
      return nil
    }
    let judged = HouseholdJudgement(
      interview, definition: definition, isDisputed: file.isDisputed)
    guard judged.isAssessed else { return nil }
    interviewed += 1
    judgedBy[interview.start?.form ?? "", default: (definition.standard, 0)].households += 1
    for finding in judged.findings() {
      add(VillageFinding(finding, summary, file, definition.standard))
    }
    return judged
  }

  private mutating func add(_ finding: VillageFinding) {
    if finding.domain == Self.qualityDomain {
      quality.append(finding)
    } else {
      findings.append(finding)
    }
  }

  /// The group of rules about the work itself.
  private static let qualityDomain = "quality"

  /// Notes the lines of money that a standard leaves to the county and that are not set in it; what
  /// only some regions have is not missing elsewhere.
  private mutating func noteUnset(_ standard: Standard, isSetNow: Bool, households: Int) {
    for (place, line) in standard.parameters.enumerated() where line.line == .yes {
      let rules = standard.unset.filter { $0.parameters.contains(place) }.map {
        standard.checks[$0.check].name
      }
      guard !rules.isEmpty else { continue }
      let known = unset.firstIndex { $0.parameter.name == line.name }
      if let known {
        unset[known].households += households
        unset[known].rules += rules.filter { !unset[known].rules.contains($0) }
      } else {
        unset.append(
          UnsetLine(parameter: line, rules: rules, isSetNow: isSetNow, households: households))
      }
    }
  }
}

extension HouseholdJudgement {
  /// Whether there was an interview, as the form's standard says.
  public var isAssessed: Bool {
    standard.household == nil || judgement.household != .notAssessed
  }
}
