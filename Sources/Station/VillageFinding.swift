import Fieldwork
import FormEngine
import Record

/// A finding in a village's table: a rule that is true of a household, with what explains it.
public struct VillageFinding: Equatable, Sendable {
  /// A source with the facts of it that are meant.
  public struct Citation: Equatable, Sendable {
    /// The source.
    public var source: Standard.Source
    /// The ids of the facts; empty for the source as a whole.
    public var facts: [String]
  }

  /// The household.
  public var household: HouseholdID
  /// Its serial number; nil where it has none yet.
  public var number: Int?
  /// Its group or hamlet.
  public var group: String
  /// The head's name.
  public var head: String
  /// The name of the member it is about; empty for the household.
  public var person = ""
  /// The rule's name.
  public var rule: String
  /// The domain, as the standard names it.
  public var domain: String
  /// What the domain is called, by language.
  public var domainLabels: [String: String]
  /// How grave it is.
  public var level: FindingLevel
  /// The sentence with the values in it, by language.
  public var messages: [String: String]
  /// What would make it met or is to be done, by language.
  public var remedies: [String: String]
  /// Who is in charge.
  public var departments: [Standard.Named]
  /// Where the rule comes from.
  public var basis: [Citation]
  /// Of a rule over several households: the numbers of the others, in order.
  public var others: [Int] = []
  /// Of a rule about the work: who did it.
  public var surveyor: PersonID?
  /// Of a rule about the work: the day on which it was done.
  public var day = ""
}

extension VillageFinding {
  /// A finding of one household's interview.
  init(
    _ finding: Finding, _ summary: HouseholdSummary, _ file: HouseholdCase, _ standard: Standard
  ) {
    let check = finding.check
    let row = finding.address.rows.first
    let member = row.flatMap { row in file.members().first { $0.id.rawValue == row } }
    self.init(
      household: summary.id, number: summary.number, group: summary.group, head: summary.head,
      person: member?["m_name"] ?? row ?? "", rule: check.name,
      domain: check.domain, domainLabels: standard.labels(domain: check.domain),
      level: check.level,
      messages: finding.messages, remedies: finding.remedies,
      departments: check.departments.map(standard.department(named:)),
      basis: standard.citations(check.basis))
  }

  /// A finding of a rule over the village, with the parameters it names filled into its sentences.
  init(_ rule: Standard.VillageRule, _ summary: HouseholdSummary, _ standard: Standard) {
    self.init(
      household: summary.id, number: summary.number, group: summary.group, head: summary.head,
      rule: rule.name, domain: rule.domain, domainLabels: standard.labels(domain: rule.domain),
      level: rule.level,
      messages: standard.filled(rule.messages), remedies: standard.filled(rule.remedies),
      departments: rule.departments.map(standard.department(named:)),
      basis: standard.citations(rule.basis))
  }
}

extension Standard {
  fileprivate func labels(domain: String) -> [String: String] {
    self.domain(named: domain).map { domains[$0].labels } ?? [:]
  }

  fileprivate func citations(_ basis: [Basis]) -> [VillageFinding.Citation] {
    basis.compactMap { basis in
      source(named: basis.source).map { VillageFinding.Citation(source: $0, facts: basis.facts) }
    }
  }

  fileprivate func filled(_ texts: [String: String]) -> [String: String] {
    var filled: [String: String] = [:]
    for language in texts.keys { filled[language] = self.filled(texts, language) }
    return filled
  }
}
