import Fieldwork
import FormEngine
import Station

/// What was found at a household, and why, in the words of the screen; ID numbers are hidden.
struct FoundWords: Sendable {
  let session: InterviewSession
  let judged: HouseholdJudgement
  let strings: FindingStrings
  private let interview: InterviewStrings
  private let people: PeopleStrings

  init(_ session: InterviewSession, _ judged: HouseholdJudgement, _ strings: Strings) {
    self.session = session
    self.judged = judged
    self.strings = strings.findings
    interview = strings.interview
    people = strings.people
  }

  var standard: Standard { judged.standard }
  /// The form's language of labels and sentences.
  var language: String { session.language }

  /// What stands between the items of a list.
  var separator: String { interview.listSeparator }

  // MARK: Findings

  /// A finding's sentence, with the member's name before it.
  func sentence(_ finding: Finding) -> String {
    let sentence = text(finding.messages, else: finding.check.name)
    let who = names(finding.address.rows, of: finding.address.node)
    return who.isEmpty ? sentence : strings.about(who, sentence)
  }

  /// What would make it met.
  func remedy(_ finding: Finding) -> String { text(finding.remedies, else: "") }

  /// Who is in charge; empty where the rule names nobody.
  func departments(_ check: Standard.Check) -> String {
    check.departments.map { standard.department(named: $0).label(language) }
      .joined(separator: interview.listSeparator)
  }

  /// Who brought or raised a rule, or set a number.
  func setter(_ name: String) -> String { standard.setter(name, language) }

  /// A document with its year and how sure it is.
  func source(_ basis: Standard.Basis) -> String { strings.source(basis, standard, language) }

  // MARK: Values

  /// `question: answer`, with the person before it when it is another row's than the one in question.
  func value(_ value: JudgedValue, beside rows: [RowID]) -> String {
    guard let address = value.address else {
      return strings.parameter(text(value.labels, else: value.name), text(value.texts), value.year)
    }
    let who = address.rows == rows ? "" : names(of: address)
    let label = text(value.labels, else: value.name)
    return (who.isEmpty ? "" : who + " ") + "\(label): \(answer(value, address))"
  }

  /// What a question that keeps a verdict open is called.
  func label(_ value: JudgedValue) -> String {
    let who = value.address.map(names(of:)) ?? ""
    return (who.isEmpty ? "" : who + " ") + text(value.labels, else: value.name)
  }

  /// Whether it is a calculation that could not be made.
  func isUncalculated(_ value: JudgedValue) -> Bool {
    guard value.isUnanswered, let address = value.address else { return false }
    return session.definition.nodes[address.node].kind.questionType == nil
  }

  private func answer(_ value: JudgedValue, _ address: NodeAddress) -> String {
    let node = session.definition.nodes[address.node]
    if isUncalculated(value) { return strings.uncalculated }
    if value.isUnanswered {
      return session.instance.value(address).isEmpty ? strings.unanswered : strings.unconfirmed
    }
    if let special = value.special, node.kind.questionType?.isSelect != true {
      return interview.special(special)
    }
    let shown = text(value.texts)
    return node.attributes["appearance"] == "masked" ? MaskedIDNumber.text(shown) : shown
  }

  // MARK: Changes

  /// That an answer was changed after a finding was seen.
  func change(_ change: ChangedAfterSeen, _ team: Team) -> String {
    let address = session.address(change.key)
    let who = address.map(names(of:)) ?? ""
    let label = address.map { shown.label($0) } ?? change.key.question
    func words(_ value: String) -> String {
      guard !value.isEmpty else { return strings.unanswered }
      return MaskedIDNumber.hidden(in: address.map { shown.text(value, at: $0) } ?? value)
    }
    return strings.change(
      (who.isEmpty ? "" : who + " ") + label, words(change.before), words(change.after),
      team.name(of: change.stamp.person, people), change.stamp.minute)
  }

  /// What the rule of a finding says that is no longer true, without its values.
  func formerSentence(_ change: ChangedAfterSeen) -> String {
    guard let index = standard.check(named: change.seen.finding.rule) else {
      return change.seen.finding.rule
    }
    let check = standard.checks[index]
    let message = check.messages[language] ?? check.name
    let who = check.node.map { names(change.seen.finding.rows, of: $0) } ?? ""
    let sentence = Standard.withoutAnswers(message)
    return who.isEmpty ? sentence : strings.about(who, sentence)
  }

  // MARK: Names

  private var shown: ShownAnswer { ShownAnswer(session, interview) }

  private func names(of address: NodeAddress) -> String { shown.rowNames(address) }

  /// Who a rule's row is: the rule's own node is the repeat whose rows it is judged in.
  private func names(_ rows: [RowID], of node: Int) -> String {
    guard !rows.isEmpty else { return "" }
    let repeats = session.definition.nodes[node].repeats + [node]
    return zip(repeats, rows.indices).map { roster, depth in
      shown.rowName(rows[depth], of: NodeAddress(node: roster, rows: Array(rows[..<depth])))
    }.joined(separator: " ")
  }

  private func text(_ texts: [String: String], else fallback: String = "") -> String {
    MaskedIDNumber.hidden(in: texts[language] ?? fallback)
  }
}

extension Standard {
  /// Who set something: an overlay or a profile by its label, else the form's own standard.
  func setter(_ name: String, _ language: String) -> String {
    if name.isEmpty { return labels[language] ?? self.name }
    let applied = overlays.first { $0.name == name } ?? (profile?.name == name ? profile : nil)
    return applied?.label(language) ?? name
  }
}

extension InterviewSession {
  /// Speaks the form's language for a language of the screen.
  mutating func speak(_ language: Language) {
    speak(
      language.name(among: definition.languages, default: definition.defaultLanguage), now: 0)
  }
}
