import FormEngine

/// What a report says of a form in one of its languages: what its domains, rules and codes are called,
/// and on what its numbers rest.
public struct ReportForm: Sendable {
  /// The form.
  public let definition: FormDefinition
  /// Which of its languages is spoken.
  public let language: String

  /// Speaks of a form in the language whose name ends in `(tag)`, else in the form's own first.
  public init(_ definition: FormDefinition, tag: String) {
    self.definition = definition
    language =
      definition.languages.first { $0.hasSuffix("(\(tag))") } ?? definition.defaultLanguage
  }

  /// The standard of the form.
  public var standard: Standard { definition.standard }

  /// The domains that are judged, then the household as a whole, by name.
  public var domains: [String] {
    standard.judged.map(\.name) + (standard.household.map { [$0.name] } ?? [])
  }

  /// What a domain is called.
  public func label(ofDomain name: String) -> String {
    standard.domain(named: name).map { standard.domains[$0].label(language) } ?? name
  }

  /// What a code of a question's choices is called; the code itself where the form has none such.
  public func label(of code: String, in question: String) -> String {
    guard let node = definition.node(named: question) else { return code }
    return definition.choices(of: node).first { $0.name == code }?.label(language) ?? code
  }

  /// What a rule is called, with its parameters filled in and answers left out; its name where the form
  /// has none such.
  public func label(ofRule name: String) -> String {
    guard let place = standard.check(named: name) else { return name }
    let text = standard.filled(standard.checks[place].messages, language)
    return text.isEmpty ? name : Standard.withoutAnswers(text)
  }

  /// The domain of a rule, or empty.
  public func domain(ofRule name: String) -> String {
    standard.check(named: name).map { standard.checks[$0].domain } ?? ""
  }

  /// How grave a rule is; nil where the form has none such.
  public func level(ofRule name: String) -> FindingLevel? {
    standard.check(named: name).map { standard.checks[$0].level }
  }

  /// On what a rule rests: the titles of its sources with their years.
  public func basis(ofRule name: String) -> String {
    standard.check(named: name).map { basis(standard.checks[$0].basis) } ?? ""
  }

  /// The titles of sources with their years, each once.
  public func basis(_ cited: [Standard.Basis]) -> String {
    var titles: [String] = []
    for one in cited {
      guard let source = standard.source(named: one.source) else { continue }
      let title = source.title(language) + (source.year.isEmpty ? "" : " \(source.year)")
      if !titles.contains(title) { titles.append(title) }
    }
    return titles.joined(separator: "; ")
  }
}
