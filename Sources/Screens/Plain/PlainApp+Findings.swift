import Fieldwork
import FormEngine
import Record
import Station
import Terminal

extension PlainApp {
  /// Whether something was found at a household whose interview is complete.
  func isFound(_ file: HouseholdCase) -> Bool {
    village.households[file.household.id]?.findings?.isAssessed ?? false
  }

  /// Says verdicts and findings, and from then on reads the page of any of them.
  mutating func showFindings(_ session: InterviewSession, _ turn: inout Turn) {
    guard let found = Found(session, team, person) else { return }
    turn.lines += lines(found)
    if let seen = found.seen { turn.effects.append(seen) }
    stage = .found(found)
  }

  /// Where the team has set it, says what the last answer made true.
  mutating func showNewFindings(_ session: InterviewSession, _ turn: inout Turn) {
    guard let known, session.isOpen else { return }
    let judged = session.judged()
    self.known = Set(judged.judgement.findings)
    let new = judged.findings(besides: known).filter { team.shows($0, to: person) }
    let words = FoundWords(session, judged, language.strings)
    for finding in new {
      turn.lines.append(
        words.strings.atOnce(
          words.strings.level(finding.check.level), words.sentence(finding), 0))
    }
    if let seen = session.seen(new, atOnce: true) { turn.effects.append(.record([seen])) }
  }

  /// Takes in entries that only say what was seen; tells whether they were such.
  mutating func noteViewing(_ entries: [Entry]) -> Bool {
    guard !entries.isEmpty, entries.allSatisfy(InterviewScreen.isViewing) else { return false }
    switch stage {
    case .found(var found):
      found.noted(entries)
      stage = .found(found)
    case .interview(let file, var session):
      session.noted(entries)
      stage = .interview(file, session)
    case .end(let file, var session, let asked):
      session.noted(entries)
      stage = .end(file, session, asked: asked)
    default: break
    }
    return true
  }

  /// A number asks for the page of a line; an empty line goes back to the households.
  mutating func read(_ text: String, _ found: Found, _ turn: inout Turn) {
    let targets = targets(found)
    if text.isEmpty {
      stage = .household
    } else if let number = Int(FullWidth.number(text)), targets.indices.contains(number - 1) {
      let details = FoundDetails(targets[number - 1], found.words(language.strings), team)
      turn.lines.append(details.title)
      for section in details.sections {
        if !section.heading.isEmpty { turn.lines.append(section.heading) }
        turn.lines += section.lines
      }
    } else {
      turn.lines = [strings.notUnderstood]
    }
    turn.lines += prompt()
  }

  // MARK: Lines

  private func targets(_ found: Found) -> [FoundDetails.Target] {
    found.domains.map { .verdict($0) } + found.findings.map { .finding($0) }
      + found.former.map { .former($0) }
  }

  private func lines(_ found: Found) -> [String] {
    let words = found.words(language.strings)
    let texts = words.strings
    var number = 0
    func numbered(_ text: String) -> String {
      number += 1
      return "\(number)  \(text)"
    }
    var lines = [texts.title]
    for domain in found.domains {
      let label = words.standard.domains[domain].label(words.language)
      let remark = found.remark(domain, words)
      lines.append(
        numbered("\(label): \(texts.state(found.state(domain)))")
          + (remark.isEmpty ? "" : "  " + remark))
    }
    if found.findings.isEmpty { lines.append(texts.nothingFound) }
    for finding in found.findings {
      lines.append(
        numbered("\(texts.level(finding.check.level)): \(found.sentence(finding, words))"))
    }
    let former = found.former
    if !former.isEmpty { lines.append(texts.changedTitle) }
    for change in former { lines.append(numbered(words.formerSentence(change))) }
    return lines + found.unset(words) + [found.judgedBy(words)]
  }
}
