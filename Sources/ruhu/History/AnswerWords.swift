import Fieldwork
import FormEngine
import Record
import Screens
import Station

/// An interview's questions and answers as a person reads them.
struct AnswerWords {
  private let definition: FormDefinition
  private let instance: FormInstance
  private let names: [String: String]
  private let formLanguage: String
  private let sentences: HistorySentences

  init(
    _ interview: Interview, _ definition: FormDefinition, _ file: HouseholdCase,
    _ language: Language
  ) {
    self.definition = definition
    formLanguage =
      definition.languages.first { $0.hasSuffix("(\(language.rawValue))") }
      ?? definition.defaultLanguage
    // Nobody acts in it: only what labels say with the answers filled in is asked.
    let nobody = PersonID(bytes: [UInt8](repeating: 0, count: 10))
    instance =
      InterviewSession(
        interview, definition: definition, person: nobody, language: formLanguage
      ).instance
    var names: [String: String] = [:]
    for member in file.members() { names[member.id.rawValue] = member["m_name"] }
    self.names = names
    sentences = .of(language)
  }

  /// A question's label, with the member's name where it is about one.
  func label(_ key: AnswerKey) -> String {
    guard let node = definition.node(named: key.question) else { return key.question }
    let label = instance.label(NodeAddress(node: node, rows: key.rows), language: formLanguage)
    let text = label.isEmpty ? key.question : label
    guard let row = key.rows.last else { return text }
    return sentences.ofMember(self.row(row), text)
  }

  /// A row of the roster: the member's name.
  func row(_ id: String) -> String {
    guard let name = names[id], !name.isEmpty else { return id }
    return name
  }

  /// An answer: labels for codes, words for special answers, a citizen number with its middle hidden.
  func value(_ value: String, special: String?, _ key: AnswerKey) -> String {
    if let special { return sentences.special(special) }
    guard let node = definition.node(named: key.question) else { return value }
    if definition.nodes[node].attributes["appearance"] == "masked" {
      return MaskedIDNumber.text(value)
    }
    let choices = definition.choices(of: node)
    guard !choices.isEmpty else { return value }
    return value.split(separator: " ").map { code in
      choices.first { $0.name == code }?.label(formLanguage) ?? String(code)
    }.joined(separator: sentences.listSeparator)
  }
}
