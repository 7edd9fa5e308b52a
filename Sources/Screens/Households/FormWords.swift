import FormEngine
import Station

/// The form's own words for what is stored: labels of questions and choices in the language of the
/// screen.
struct FormWords: Sendable {
  private let definition: FormDefinition?
  private let language: String

  /// The words of the form that new interviews are bound to; names alone where there is none.
  init(_ context: Context) {
    self.init(
      context.village.flatMap(context.environment.form)?.definition, context.language)
  }

  /// The words of a form.
  init(_ definition: FormDefinition?, _ language: Language) {
    self.definition = definition
    self.language =
      definition.map {
        language.name(among: $0.languages, default: $0.defaultLanguage)
      } ?? ""
  }

  /// The sections that have a domain, in the form's order, each with its mark.
  var domains: [(name: String, mark: String)] {
    (definition?.nodes ?? []).compactMap { node in
      guard let domain = node.attributes["domain"], let mark = node.attributes["mark::\(language)"]
      else { return nil }
      return (domain, mark)
    }
  }

  /// A question's label; its name where the form does not know it.
  func label(of question: String) -> String {
    guard let definition, let node = definition.node(named: question),
      let index = definition.languages.firstIndex(of: language)
    else { return question }
    return definition.nodes[node].label[index] ?? question
  }

  /// Where a question stands in the form; nil when it is none of its.
  func position(of question: String) -> Int? { definition?.node(named: question) }

  /// What a stored value means: the labels of what was chosen, else the value itself.
  func value(_ value: String, of question: String) -> String {
    guard let definition, let node = definition.node(named: question) else { return value }
    switch definition.nodes[node].kind.questionType {
    case .selectOne: return choice(value, of: question)
    case .selectMultiple:
      let names = value.split(separator: " ").map { choice(String($0), of: question) }
      return names.joined(separator: language.hasSuffix("(zh)") ? "、" : ", ")
    default: return value
    }
  }

  /// The label of one choice of a question; the stored name where the form does not list it.
  func choice(_ name: String, of question: String) -> String {
    guard !name.isEmpty, let definition, let node = definition.node(named: question) else {
      return name
    }
    return definition.choices(of: node).first { $0.name == name }?.label(language) ?? name
  }
}
