import Fieldwork
import FormEngine
import Record

/// What the standard says of a household in one interview.
///
/// Only what someone said counts: a value that was taken over from the register and that nobody has
/// confirmed is judged as if it were not answered, and so is an answer that was out of the way for a
/// time, and one that the form would not take now. Facts that only a register knows (read-only questions) count as they are.
public struct HouseholdJudgement: Sendable {
  /// The domain of rules about the survey itself: they are the supervisor's, not the household's.
  public static let qualityDomain = "quality"

  /// The interview's live state with what was said.
  public let instance: FormInstance
  /// What was found, and the verdicts.
  public let judgement: Judgement

  /// Judges an interview by the standard of a form: its own, or another to try.
  public init(_ interview: Interview, definition: FormDefinition) {
    self.init(InterviewSession.replayed(interview, definition))
  }

  init(_ instance: FormInstance) {
    self.instance = instance.valid()
    judgement = self.instance.judge()
  }

  /// The standard by which was judged.
  public var standard: Standard { instance.definition.standard }

  /// Everything found but what is known already, the gravest first, else in the standard's order.
  public func findings(besides known: Set<Judgement.Mark> = []) -> [Finding] {
    let standard = standard
    return judgement.findings.filter { !known.contains($0) }.enumerated().sorted { one, other in
      let levels = (
        standard.checks[one.element.check].level, standard.checks[other.element.check].level
      )
      return levels.0 == levels.1 ? one.offset < other.offset : levels.0 > levels.1
    }.map { instance.finding($0.element, in: judgement) }
  }

  /// The verdicts by domain, the household's own among them.
  public var verdicts: [String: VerdictState] {
    var verdicts: [String: VerdictState] = [:]
    for (domain, state) in zip(standard.domains, judgement.verdicts)
    where domain.hasVerdict || domain.isHousehold {
      verdicts[domain.name] = state
    }
    return verdicts
  }

  /// The short form for lists.
  public var summary: HouseholdFindings {
    let standard = standard
    return HouseholdFindings(
      verdicts: verdicts,
      marks: judgement.findings.map { mark in
        let check = standard.checks[mark.check]
        return .init(rule: check.name, level: check.level, row: mark.rows.last ?? "")
      })
  }
}

extension InterviewSession {
  /// Judges the interview as it stands.
  public func judged() -> HouseholdJudgement { HouseholdJudgement(instance) }
}
