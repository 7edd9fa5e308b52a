import Fieldwork
import FormEngine
import Station
import Terminal

/// Where a finding or a verdict comes from, under headings, to read.
struct FoundDetails: Sendable {
  /// What there is something to be told of.
  enum Target: Sendable {
    /// The verdict of a domain, by its place in the standard.
    case verdict(Int)
    case finding(Finding)
    /// A finding that is gone since one of its answers was changed.
    case former(ChangedAfterSeen)
  }

  /// What it is about.
  let title: String
  /// Headings and what stands under them; one without a heading stands first.
  private(set) var sections: [(heading: String, lines: [String])] = []

  /// Tells what there is to tell.
  init(_ target: Target, _ words: FoundWords, _ team: Team) {
    switch target {
    case .verdict(let domain): self.init(verdict: domain, words)
    case .finding(let finding): self.init(finding, words, team)
    case .former(let change): self.init(change, words, team)
    }
  }

  /// A finding: its sentence, what would make it met, what it rests on, and who is in charge.
  private init(_ finding: Finding, _ words: FoundWords, _ team: Team) {
    let strings = words.strings
    let check = finding.check
    title = Self.title(of: check, words)
    add("", [words.sentence(finding)])
    add(strings.remedyTitle, [words.remedy(finding)])
    add(
      strings.changesTitle,
      words.session.changedAfterSeen(check.name, finding.address.rows)
        .map { words.change($0, team) })
    add(
      strings.valuesTitle,
      finding.values.filter { !words.isUncalculated($0) }
        .map { words.value($0, beside: finding.address.rows) })
    basis(of: check, words)
  }

  /// A finding that is gone since one of its answers was changed.
  private init(_ change: ChangedAfterSeen, _ words: FoundWords, _ team: Team) {
    let strings = words.strings
    let seen = change.seen.finding
    let check = words.standard.check(named: seen.rule).map { words.standard.checks[$0] }
    title = check.map { Self.title(of: $0, words) } ?? seen.rule
    add("", [words.formerSentence(change)])
    add(
      strings.changesTitle,
      words.session.changedAfterSeen(seen.rule, seen.rows).map { words.change($0, team) })
    if let check { basis(of: check, words) }
  }

  /// A verdict: what met means, and why it is what it is.
  private init(verdict domain: Int, _ words: FoundWords) {
    let strings = words.strings
    let standard = words.standard
    let judged = words.judged
    let row = standard.domains[domain]
    let state = judged.judgement.verdicts[domain]
    title = strings.domain(row.label(words.language), strings.state(state))
    if let means = row.means[words.language] { add(strings.meansTitle, [means]) }
    if state == .notAssessed {
      add("", [strings.why(state)])
    } else if row.isHousehold {
      let others = standard.domains.indices.filter { standard.domains[$0].hasVerdict }
      add(
        strings.byDomain,
        others.map { other in
          let state = judged.judgement.verdicts[other]
          let label = standard.domains[other].label(words.language)
          return "\(strings.mark(state)) \(label): \(strings.state(state))"
        })
    } else {
      let reasons = judged.instance.reasons(of: domain, in: judged.judgement)
      let lines =
        state == .notMet
        ? reasons.findings.map { words.sentence(judged.instance.finding($0, in: judged.judgement)) }
        : Self.tellingFirst(reasons.values, state).map { words.value($0, beside: []) }
      add(strings.why(state), lines.isEmpty ? [strings.noReason] : lines)
      // Where no answer is missing it is the answer itself that is not enough: a finding says why.
      if state != .notMet {
        let found = judged.findings().filter { $0.check.domain == row.name }
        add(strings.foundHere, found.map(words.sentence))
      }
    }
    add(strings.sourcesTitle, row.basis.map(words.source))
  }

  /// What keeps a verdict open stands before what is known.
  private static func tellingFirst(
    _ values: [JudgedValue], _ state: VerdictState
  ) -> [JudgedValue] {
    guard state == .unknown else { return values }
    func isOpen(_ value: JudgedValue) -> Bool { value.isUnanswered || value.special != nil }
    return values.filter(isOpen) + values.filter { !isOpen($0) }
  }

  private static func title(of check: Standard.Check, _ words: FoundWords) -> String {
    let domain = words.standard.domain(named: check.domain).map {
      words.standard.domains[$0].label(words.language)
    }
    return words.strings.domain(domain ?? check.domain, words.strings.level(check.level))
  }

  private mutating func basis(of check: Standard.Check, _ words: FoundWords) {
    let strings = words.strings
    add(strings.sourcesTitle, check.basis.map(words.source))
    let departments = words.departments(check)
    add(
      "",
      [
        departments.isEmpty ? "" : strings.inChargeAre(departments),
        strings.setBy(words.setter(check.setBy)), strings.rule(check.name),
      ])
  }

  private mutating func add(_ heading: String, _ lines: [String]) {
    let lines = lines.filter { !$0.isEmpty }
    if !lines.isEmpty { sections.append((heading, lines)) }
  }

  /// The lines in so many columns.
  func lines(columns: Int) -> [ScrolledText.Line] {
    var lines: [ScrolledText.Line] = []
    for section in sections {
      if !lines.isEmpty { lines.append(.init("")) }
      if !section.heading.isEmpty { lines.append(.init(section.heading, .title)) }
      let indent = section.heading.isEmpty ? "" : "  "
      for line in section.lines {
        for (offset, part) in Wrapping.lines(line, width: columns - indent.count - 2).enumerated() {
          lines.append(.init(indent + (offset == 0 ? "" : "  ") + part))
        }
      }
    }
    return lines
  }
}
