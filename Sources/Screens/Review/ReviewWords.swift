import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// The words of the queue: why a household wants a look, and what it can be narrowed to.
struct ReviewWords {
  private let strings: ReviewStrings
  private let findings: FindingStrings
  private let team: Team
  private let language: Language
  private let domains: [String: String]

  init(_ context: Context) {
    self.init(
      context.language, context.team, context.village.flatMap(context.environment.form)?.definition)
  }

  /// Words in a language; a form names the domains.
  init(_ screen: Language, _ team: Team, _ form: FormDefinition?) {
    strings = screen.strings.review
    findings = screen.strings.findings
    self.team = team
    self.language = screen
    var labels: [String: String] = [:]
    if let form {
      let spoken = screen.name(among: form.languages, default: form.defaultLanguage)
      for domain in form.standard.domains { labels[domain.name] = domain.label(spoken) }
    }
    domains = labels
  }

  /// Why a household wants a look, with numbers where there are any.
  func reasons(_ line: ReviewLine) -> String {
    line.flags.map { flag in
      let name = strings.flag(flag)
      let count: Int
      switch flag {
      case .red: count = line.household.findings?.count(.red) ?? 0
      case .conflict: count = line.household.conflicts
      case .quality: count = line.household.review.warnings + line.household.review.missed
      default: count = 0
      }
      return count > 0 ? "\(name) \(count)" : name
    }.joined(separator: "  ")
  }

  /// What is missing of the record, a sentence for each journal that is asked for.
  func damage(
    _ damage: [ShownDamage], where isWanted: (ShownDamage) -> Bool = { _ in true }
  ) -> [String] {
    damage.filter(isWanted).map { one in
      strings.damage(
        one.from, one.device.isEmpty ? language.strings.devices.unnamed : one.device,
        one.people.map { team.name(of: $0, language) })
    }
  }

  /// What a facet is called.
  func name(_ facet: ReviewFacet) -> String {
    switch facet {
    case .flag(let flag): strings.flag(flag)
    case .level(let level): findings.level(level)
    case .domain(let name): domains[name] ?? name
    case .group(let group): group.isEmpty ? strings.noGroup : group
    case .surveyor(let person): team.name(of: person, language)
    case .state(let state): strings.state(state)
    case .mark(let mark): strings.mark(mark)
    }
  }
}
