import Fieldwork
import FormEngine
import Record

/// What another standard would find in a village: a rule is tried before it is switched on.
///
/// Both standards, the one in force and the one tried, judge the same answers; nothing is recorded. A
/// question that nobody was asked yet is an answer that is missing.
public struct VillageTrial: Sendable {
  /// What a rule would do.
  public struct Rule: Sendable {
    /// The rule's name.
    public var name: String
    /// What it would find, in the order of the households.
    public var findings: [VillageFinding] = []
    /// The households it would flag.
    public var flagged: Set<HouseholdID> = []
    /// The households it flags now; none where it is off or not in force.
    public var flaggedNow: Set<HouseholdID> = []
    /// The households of which it could not say all, since answers are missing.
    public var undetermined: Set<HouseholdID> = []

    /// The households it would not flag only since answers are missing.
    public var unknown: Set<HouseholdID> { undetermined.subtracting(flagged) }

    /// The households it would flag and does not flag now.
    public var new: Set<HouseholdID> { flagged.subtracting(flaggedNow) }
    /// The households it flags now and would no longer flag.
    public var gone: Set<HouseholdID> { flaggedNow.subtracting(flagged) }
    /// Whether other households would be flagged than now.
    public var differs: Bool { flagged != flaggedNow }
  }

  /// How many households have a complete interview in which they agreed to be asked.
  public private(set) var interviewed = 0
  /// The rules asked for, else every rule in either standard, in the order of the one tried.
  public private(set) var rules: [Rule] = []
  /// The rules over the village that could not be computed.
  public private(set) var notComputed: [VillageCheck.NotComputed] = []

  private let inForce: FormDefinition
  private let tried: FormDefinition
  private var places: [String: Int] = [:]

  /// Tries a standard, or one rule of it even if it is off, in the households of a village.
  ///
  /// Throws what `file` throws.
  public init(
    _ households: some Sequence<HouseholdSummary>, inForce: FormDefinition, tried: FormDefinition,
    rule: String? = nil, file: (HouseholdID) throws -> HouseholdCase
  ) throws {
    self.inForce = inForce
    self.tried = tried
    for name in Self.names(tried.standard, inForce.standard) where rule == nil || name == rule {
      places[name] = rules.count
      rules.append(Rule(name: name))
    }
    var now = VillageQuality()
    var then = VillageQuality()
    for summary in households {
      let file = try file(summary.id)
      guard let interview = file.current, interview.isCompleted else {
        let trace = VillageQuality.Trace(file, summary, judged: nil)
        now.add(trace)
        then.add(trace)
        continue
      }
      let before = HouseholdJudgement(
        interview, definition: inForce, isDisputed: file.isDisputed)
      let after = HouseholdJudgement(
        interview, definition: tried, isDisputed: file.isDisputed)
      now.add(.init(file, summary, judged: before.isAssessed ? before : nil))
      then.add(.init(file, summary, judged: after.isAssessed ? after : nil))
      guard after.isAssessed else { continue }
      interviewed += 1
      if before.isAssessed { takeNow(before, summary) }
      if let rule, let check = tried.standard.check(named: rule) {
        take(after, after.instance.judge(check: check), summary, file)
      } else {
        let marks = (after.judgement.findings, after.judgement.undetermined)
        take(after, marks, summary, file)
      }
    }
    takeVillageRules(now, then)
  }

  /// The names of all rules of both standards, those of the first one first.
  private static func names(_ first: Standard, _ second: Standard) -> [String] {
    var names: [String] = []
    for standard in [first, second] {
      for name in standard.checks.map(\.name) + standard.villageChecks.map(\.name)
      where !names.contains(name) { names.append(name) }
    }
    return names
  }

  private mutating func takeNow(_ judged: HouseholdJudgement, _ summary: HouseholdSummary) {
    for mark in judged.judgement.findings {
      guard let place = places[judged.standard.checks[mark.check].name] else { continue }
      rules[place].flaggedNow.insert(summary.id)
    }
  }

  private mutating func take(
    _ judged: HouseholdJudgement,
    _ marks: (found: [Judgement.Mark], undetermined: [Judgement.Mark]),
    _ summary: HouseholdSummary, _ file: HouseholdCase
  ) {
    for mark in marks.found {
      guard let place = places[judged.standard.checks[mark.check].name] else { continue }
      let finding = judged.instance.finding(mark, in: judged.judgement)
      rules[place].flagged.insert(summary.id)
      rules[place].findings.append(VillageFinding(finding, summary, file, judged.standard))
    }
    for mark in marks.undetermined {
      guard let place = places[judged.standard.checks[mark.check].name] else { continue }
      rules[place].undetermined.insert(summary.id)
    }
  }

  private mutating func takeVillageRules(_ now: VillageQuality, _ then: VillageQuality) {
    for rule in tried.standard.villageChecks {
      guard let place = places[rule.name] else { continue }
      switch then.findings(rule, tried.standard) {
      case .success(let found):
        rules[place].findings = found
        rules[place].flagged = Set(found.map(\.household))
      case .failure(let gap): notComputed.append(.init(rule: rule, gap: gap))
      }
    }
    for rule in inForce.standard.villageChecks {
      guard let place = places[rule.name],
        case .success(let found) = now.findings(rule, inForce.standard)
      else { continue }
      rules[place].flaggedNow = Set(found.map(\.household))
    }
  }
}
