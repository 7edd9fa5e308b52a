import Fieldwork
import FormEngine
import Record
import Station

/// What the standard says of a household, with what there is to be told of it: shared by the screens
/// and the plain mode.
struct Found: Sendable {
  private(set) var session: InterviewSession
  let judged: HouseholdJudgement
  /// The findings that are this person's to see, the gravest first.
  let findings: [Finding]
  private let person: PersonID?

  /// What was found; nil where there is no standard, or nobody was interviewed.
  init?(_ session: InterviewSession, _ team: Team, _ person: PersonID?) {
    guard !session.definition.standard.isEmpty else { return nil }
    self.session = session
    self.person = person
    judged = session.judged()
    findings = judged.findings().filter { team.shows($0, to: person) }
    if judged.judgement.household == .notAssessed, findings.isEmpty { return nil }
  }

  /// That these findings came on the screen now, where that was not recorded before.
  var seen: Effect? {
    guard person != nil else { return nil }
    return session.seen(findings, atOnce: false).map { .record([$0]) }
  }

  /// That they were seen stands in the record.
  mutating func noted(_ entries: [Entry]) { session.noted(entries) }

  mutating func speak(_ language: Language) { session.speak(language) }

  func words(_ strings: Strings) -> FoundWords { FoundWords(session, judged, strings) }

  // MARK: Verdicts

  /// The domains that have a verdict, by their places in the standard: the household first.
  var domains: [Int] {
    let domains = judged.standard.domains
    return domains.indices.filter { domains[$0].isHousehold }
      + domains.indices.filter { domains[$0].hasVerdict && !domains[$0].isHousehold }
  }

  func state(_ domain: Int) -> VerdictState { judged.judgement.verdicts[domain] }

  /// How many findings there are of each level that occurs.
  var counts: [(FindingLevel, Int)] {
    FindingLevel.allCases.reversed().compactMap { level in
      let count = findings.count { $0.check.level == level }
      return count == 0 ? nil : (level, count)
    }
  }

  /// What is to be said behind a verdict: of the household the numbers of findings, of what is unknown
  /// what is missing, else the answers that are not enough.
  func remark(_ domain: Int, _ words: FoundWords) -> String {
    if judged.standard.domains[domain].isHousehold { return words.strings.counts(counts) }
    guard state(domain) == .unknown else { return "" }
    let values = judged.instance.reasons(of: domain, in: judged.judgement).values
    let missing = values.filter { $0.isUnanswered || $0.special != nil }.map(words.label)
    if !missing.isEmpty { return words.strings.openBecause(missing) }
    return values.isEmpty ? "" : words.strings.because(values.map { words.value($0, beside: []) })
  }

  // MARK: Findings

  /// A finding in one sentence: about whom, what, who is in charge, and whether an answer was changed
  /// after it was seen.
  func sentence(_ finding: Finding, _ words: FoundWords) -> String {
    var text = words.sentence(finding)
    let departments = words.departments(finding.check)
    if !departments.isEmpty { text += "  " + words.strings.inCharge(departments) }
    let isChanged = !session.changedAfterSeen(finding.check.name, finding.address.rows).isEmpty
    return isChanged ? text + "  " + words.strings.changedMark : text
  }

  /// The findings that are no longer true since an answer was changed after they were seen, each by
  /// its newest change.
  var former: [ChangedAfterSeen] {
    var former: [ChangedAfterSeen] = []
    for change in session.interview.changedAfterSeen {
      let seen = change.seen.finding
      let stands = findings.contains {
        $0.check.name == seen.rule && $0.address.rows == seen.rows
      }
      if stands { continue }
      former.removeAll { $0.seen.finding.rule == seen.rule && $0.seen.finding.rows == seen.rows }
      former.append(change)
    }
    return former
  }

  // MARK: The standard

  /// Lines of money that the county has not set, each with the rules that wait for it.
  func unset(_ words: FoundWords) -> [String] {
    let standard = judged.standard
    return standard.unsetLines.map { line in
      words.strings.unset(
        standard.parameters[line.parameter].label(words.language),
        line.checks.map { standard.checks[$0].name })
    }
  }

  /// By which standard was judged.
  func judgedBy(_ words: FoundWords) -> String {
    let standard = judged.standard
    let applied = standard.overlays + [standard.profile].compactMap { $0 }
    return words.strings.judgedBy(
      [standard.labels[words.language] ?? standard.name]
        + applied.map { words.strings.dated($0.label(words.language), $0.year) })
  }
}

extension Team {
  /// Whether a finding is a person's to see: what is said of the survey itself is the supervisor's, and
  /// not the household's, before whom the surveyor sits.
  func shows(_ finding: Finding, to person: PersonID?) -> Bool {
    finding.check.domain != HouseholdJudgement.qualityDomain
      || people.contains { $0.id == person && $0.role != "surveyor" }
  }
}
