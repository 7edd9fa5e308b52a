import Fieldwork
import FormEngine
import Station

/// Answers and places of an interview in words, as they stand on the screen.
struct ShownAnswer {
  private let session: InterviewSession
  private let strings: InterviewStrings

  init(_ session: InterviewSession, _ strings: InterviewStrings) {
    self.session = session
    self.strings = strings
  }

  /// The answer at an address: the labels of choices, a special answer in words, ID numbers masked.
  func text(_ address: NodeAddress) -> String {
    let value = session.instance.value(address)
    guard !value.isEmpty else { return "" }
    return text(value, at: address)
  }

  /// A value as it would read at an address.
  func text(_ value: String, at address: NodeAddress) -> String {
    let node = session.definition.nodes[address.node]
    guard let type = node.kind.questionType, type.isSelect else {
      if let special = node.specials[value] { return strings.special(special) }
      return node.attributes["appearance"] == "masked" ? MaskedIDNumber.text(value) : value
    }
    let choices = choices(address, type)
    return value.split(separator: " ").map { name in
      choices.first { $0.name == name }?.label(session.language) ?? String(name)
    }.joined(separator: strings.listSeparator)
  }

  private func choices(_ address: NodeAddress, _ type: QuestionType) -> [Choice] {
    if case .selectOneFromRoster = type { return session.instance.choices(address) }
    // Whatever the filter offers now, a stored name has its label.
    return session.definition.choices(of: address.node)
  }

  /// The question's label, or a roster's title.
  func label(_ address: NodeAddress) -> String {
    session.instance.label(address, language: session.language)
  }

  /// What a roster row is known by: the answer to its first question.
  func rowName(_ row: RowID, of roster: NodeAddress) -> String {
    guard let first = session.firstQuestion(of: roster) else { return strings.unnamed }
    let name = session.instance.value(NodeAddress(node: first, rows: roster.rows + [row]))
    return name.isEmpty ? strings.unnamed : name
  }

  /// Who the rows around an address are: names, innermost last; empty outside rosters.
  func rowNames(_ address: NodeAddress) -> String {
    let repeats = session.definition.nodes[address.node].repeats
    return zip(repeats, address.rows.indices).map { roster, depth in
      rowName(
        address.rows[depth], of: NodeAddress(node: roster, rows: Array(address.rows[..<depth])))
    }.joined(separator: " ")
  }

  /// The value of a member's question by name in words; empty where the form has no such question.
  func member(_ question: String, _ rows: [RowID]) -> String {
    guard let node = session.definition.node(named: question) else { return "" }
    return text(NodeAddress(node: node, rows: rows))
  }

  /// A member's age by the form's own reckoning, else by what the register says; empty when neither
  /// knows it.
  func age(_ rows: [RowID]) -> String {
    let age = session.instance.calculated("m_age", rows: rows)
    if !age.isEmpty { return strings.age(age) }
    let number = stored("m_id", rows)
    let born = number.count == 18 ? String(number.dropFirst(6).prefix(8)) : stored("m_dob", rows)
    if let today = Day(session.instance.today), let years = Day(born)?.years(on: today) {
      return strings.age(String(years))
    }
    let estimate = stored("m_age_est", rows)
    return estimate.isEmpty ? "" : strings.age(estimate)
  }

  private func stored(_ question: String, _ rows: [RowID]) -> String {
    session.definition.node(named: question).map {
      session.instance.value(NodeAddress(node: $0, rows: rows))
    } ?? ""
  }
}
