import Fieldwork
import FormEngine
import Record

/// What the standard says of a household in one interview.
///
/// Only what someone said counts: a value that was taken over from the register and that nobody has
/// confirmed is judged as if it were not answered, and so is an answer that was out of the way for a
/// time, and one that the form would not take now. Facts that only a register knows (read-only
/// questions) count as they are. Where people set different things without knowing of each other, and
/// nobody has chosen, what hangs on it is unknown, and so is the household as a whole; the same where that
/// was in an earlier interview and this one rests on it.
public struct HouseholdJudgement: Sendable {
  /// The domain of rules about the survey itself: they are the supervisor's, not the household's.
  public static let qualityDomain = "quality"

  /// The interview's live state with what was said.
  public let instance: FormInstance
  /// What was found, and the verdicts.
  public let judgement: Judgement
  /// Whether people set different things in it, or elsewhere for the household, and nobody has chosen.
  public let isOpen: Bool

  /// Judges an interview by the standard of a form: its own, or another to try.
  ///
  /// `isDisputed` where it is open whether this interview is the household's.
  public init(_ interview: Interview, definition: FormDefinition, isDisputed: Bool = false) {
    self.init(
      InterviewSession.replayed(interview, definition), interview, isDisputed: isDisputed)
  }

  init(_ instance: FormInstance, _ interview: Interview, isDisputed: Bool) {
    self.instance = instance.valid()
    var judgement = self.instance.judge()
    let definition = instance.definition
    // Whether an interview is approved says nothing of its answers.
    let conflicts = interview.conflicts.filter { $0.kind != .approval }
    let doubted = Self.judged(interview.doubts.answers, interview, definition)
    // Whoever completes it ends a conflict about its completion.
    isOpen =
      isDisputed || interview.isDisputed || interview.doubts.ofWhoLivesThere || !doubted.isEmpty
      || conflicts.contains { $0.kind != .completion }
    if isDisputed || interview.isDisputed || interview.doubts.ofWhoLivesThere {
      judgement.leaveOpen(nil, definition.standard)
    } else if !conflicts.isEmpty || !doubted.isEmpty {
      let open = Self.domains(of: conflicts, definition)?.union(
        doubted.flatMap(definition.domains(hangingOn:)))
      judgement.leaveOpen(open, definition.standard)
    }
    self.judgement = judgement
  }

  /// Which of the answers that an earlier interview left in doubt are judged here: what nobody has said
  /// and a person could say is judged as unanswered anyway.
  private static func judged(
    _ keys: Set<AnswerKey>, _ interview: Interview, _ definition: FormDefinition
  ) -> [Int] {
    keys.sorted().compactMap { key in
      guard let node = definition.node(named: key.question) else { return nil }
      let isSaid = interview.answers[key]?.source == .answered
      return isSaid || definition.nodes[node].isMarked("read_only") ? node : nil
    }
  }

  /// The domains that open conflicts touch; nil for all.
  private static func domains(
    of conflicts: [Conflict], _ definition: FormDefinition
  ) -> Set<String>? {
    var found: Set<String> = []
    for conflict in conflicts {
      // A row, the completion, the date or the consent can bear on everything.
      guard case .answer(let key) = conflict.kind, !Self.ofVisit.contains(key.question),
        let node = definition.node(named: key.question)
      else { return nil }
      found.formUnion(definition.domains(hangingOn: node))
    }
    return found
  }

  private static let ofVisit: Set<String> = [
    VisitQuestion.date, VisitQuestion.consent, VisitQuestion.result,
  ]

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
  /// Judges the interview as it stands; `isDisputed` where it is open whether it is the household's.
  public func judged(isDisputed: Bool = false) -> HouseholdJudgement {
    HouseholdJudgement(instance, interview, isDisputed: isDisputed)
  }
}

extension Judgement {
  /// Takes the verdicts of some domains, or of all, as unknown, and the household's with them.
  fileprivate mutating func leaveOpen(_ domains: Set<String>?, _ standard: Standard) {
    for (index, domain) in standard.domains.enumerated() {
      guard verdicts.indices.contains(index), verdicts[index] != .notAssessed,
        domain.isHousehold || domains?.contains(domain.name) ?? true
      else { continue }
      verdicts[index] = .unknown
    }
    if household != .notAssessed { household = .unknown }
  }
}
