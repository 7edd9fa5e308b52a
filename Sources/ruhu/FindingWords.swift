import Fieldwork
import FormEngine
import JSONText
import Screens
import Station

/// The parts of a finding in words; numbers as long as a citizen's are hidden.
struct FindingWords {
  /// The form's language.
  let language: String
  private let sentences: CheckSentences
  private let standard: Standard

  init(_ form: FormDefinition, _ language: Language) {
    self.language = form.spoken(language)
    standard = form.standard
    sentences = .of(language)
  }

  func message(_ finding: VillageFinding) -> String {
    MaskedIDNumber.hidden(in: finding.messages[language] ?? finding.rule)
  }

  func domain(_ finding: VillageFinding) -> String {
    finding.domainLabels[language] ?? finding.domain
  }

  func departments(_ finding: VillageFinding) -> String {
    finding.departments.map { $0.label(language) }.joined(separator: sentences.listSeparator)
  }

  /// The codes of the documents and facts, as the form cites them: short enough for a line.
  func codes(_ finding: VillageFinding) -> String {
    finding.basis.map {
      $0.source.name + ($0.facts.isEmpty ? "" : ":" + $0.facts.joined(separator: ","))
    }.joined(separator: " ")
  }

  /// Every document that findings cite, once, by its code.
  func sources(_ findings: [VillageFinding]) -> [String] {
    var named: [String: Standard.Source] = [:]
    for citation in findings.flatMap(\.basis) { named[citation.source.name] = citation.source }
    return named.values.sorted { $0.name < $1.name }.map { source in
      "\(source.name): \(sentences.source(source.title(language), source.year, source.sureness, []))"
    }
  }

  /// The documents with their years and how sure they are.
  func basis(_ finding: VillageFinding) -> String {
    finding.basis.map { citation in
      sentences.source(
        citation.source.title(language), citation.source.year, citation.source.sureness,
        citation.facts)
    }.joined(separator: sentences.basisSeparator)
  }

  /// Why a rule over the village says nothing.
  func sentence(_ gap: VillageCheck.NotComputed) -> String {
    let rule = standard.filled(gap.rule.messages, language)
    switch gap.gap {
    case .needs(let what): return sentences.notComputed(gap.rule.name, rule, what)
    case .parameter(let name):
      let label = standard.parameter(named: name).map { standard.parameters[$0].label(language) }
      return sentences.parameterMissing(gap.rule.name, rule, label ?? name)
    }
  }

  func json(_ finding: VillageFinding) -> JSON {
    var json: JSON = [
      "household": .string(finding.household.rawValue),
      "number": finding.number.map(JSON.int) ?? .null, "group": .string(finding.group),
      "head": .string(finding.head),
    ]
    if !finding.person.isEmpty { json.set("person", .string(finding.person)) }
    json.set("level", .string(finding.level.rawValue))
    json.set("domain", .string(finding.domain))
    json.set("rule", .string(finding.rule))
    json.set("message", .string(message(finding)))
    json.set(
      "remedy", .string(MaskedIDNumber.hidden(in: finding.remedies[language] ?? "")))
    json.set("departments", .array(finding.departments.map { .string($0.name) }))
    json.set(
      "basis",
      .array(
        finding.basis.map { citation in
          [
            "source": .string(citation.source.name),
            "title": .string(citation.source.title(language)),
            "year": .string(citation.source.year),
            "sure": .string(citation.source.sureness.rawValue),
            "facts": .array(citation.facts.map(JSON.string)),
          ]
        }))
    return json
  }
}
