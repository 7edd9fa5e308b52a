import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// The words of the ledger: what an issue is about, what was found, and what stands in its tables.
struct LedgerWords {
  let strings: LedgerStrings
  let states: @Sendable (IssueState) -> String
  private let findings: FindingStrings
  private let interview: InterviewStrings
  private let people: PeopleStrings
  private let team: Team
  private let form: FormWords
  private let standard: Standard?
  private let language: String

  init(_ context: Context) {
    self.init(
      context.language, context.team, context.village.flatMap(context.environment.form)?.definition)
  }

  /// Words in a language; a form names rules, domains, departments and causes.
  init(_ screen: Language, _ team: Team, _ definition: FormDefinition?) {
    let all = screen.strings
    strings = all.ledger
    states = all.review.issueState
    findings = all.findings
    interview = all.interview
    people = all.people
    self.team = team
    form = FormWords(definition, screen)
    standard = definition?.standard
    language =
      definition.map { screen.name(among: $0.languages, default: $0.defaultLanguage) } ?? ""
  }

  // MARK: An issue

  /// What the problem is, in a sentence: who, and what was found, without the values of the answers.
  func problem(_ line: LedgerLine) -> String {
    let sentence = line.issue.rule.isEmpty ? line.issue.text : rule(line.issue.rule)
    return line.issue.member.isEmpty ? sentence : findings.about(line.issue.member, sentence)
  }

  /// The household by number and head, the site by name, or the village.
  func concern(_ line: LedgerLine) -> String { text(line.cell(.household, number: 0)) }

  /// Where it is, without the household's number.
  func place(_ line: LedgerLine) -> String {
    switch line.issue.concern {
    case .household: line.household?.head ?? strings.erased
    case .site(let name): name
    case .village: strings.wholeVillage
    }
  }

  /// A finding that may be made an issue of, in a sentence.
  func finding(_ found: FoundIssue) -> String {
    let sentence = rule(found.rule.rule)
    return found.member.isEmpty ? sentence : findings.about(found.member, sentence)
  }

  /// By what one can see that it is gone.
  func ground(_ ground: IssueGround) -> String {
    switch ground {
    case .answers: strings.answers
    case .evidence(let files, let text): strings.evidence(files.count, text)
    }
  }

  private func rule(_ name: String) -> String {
    guard let standard, let index = standard.check(named: name) else { return name }
    return Standard.withoutAnswers(standard.filled(standard.checks[index].messages, language))
  }

  func domain(_ name: String) -> String {
    guard let standard, let index = standard.domain(named: name) else { return name }
    return standard.domains[index].label(language)
  }

  func departments(_ names: [String]) -> String {
    names.map { standard?.department(named: $0).label(language) ?? $0 }
      .joined(separator: interview.listSeparator)
  }

  func cause(_ code: String) -> String { form.choice(code, of: Self.causeQuestion) }

  /// The question of the form whose choices are the causes.
  static let causeQuestion = "c_cause"

  func name(_ person: PersonID) -> String { team.name(of: person, people) }

  /// A body and the person who answers for it.
  func responsible(_ responsible: Responsible) -> String {
    [responsible.body, responsible.person].filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Filters and tables

  /// What a facet is called.
  func name(_ facet: LedgerFacet) -> String {
    switch facet {
    case .open: strings.open
    case .state(let state): states(state)
    case .due(let due): strings.dueFacet(due)
    case .level(let level): findings.level(level)
    case .domain(let name): domain(name)
    case .group(let group): group.isEmpty ? "-" : group
    case .household(let id): id.rawValue
    case .site(let name): name
    case .wholeVillage: strings.wholeVillage
    case .issueClass(let issueClass): strings.issueClass(issueClass)
    case .source(let source): strings.source(source)
    case .cause(let code): cause(code)
    case .responsible(let name): name
    case .mark(let mark): strings.mark(mark)
    }
  }

  /// What stands in a cell.
  func text(_ cell: LedgerCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .household(let number, let head): (number.map { "\($0) " } ?? "") + head
    case .village: strings.wholeVillage
    case .rule(let name): rule(name)
    case .domain(let name): domain(name)
    case .level(let level): findings.level(level)
    case .issueClass(let issueClass): strings.shortClass(issueClass)
    case .source(let source): strings.source(source)
    case .state(let state): states(state)
    case .departments(let names): departments(names)
    case .responsible(let responsible): self.responsible(responsible)
    case .due(let due): strings.due(due)
    case .done(let person, let day): strings.done(name(person), day)
    case .answers: strings.answers
    case .evidence(let files, let text): strings.evidence(files, text)
    }
  }
}
