import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// Writes down an issue that did not open by itself: a yellow finding of a household, or what no rule
/// found, of a household, a site, or the village.
struct TypedIssueScreen: FormScreen {
  var form: FieldForm
  var isWaiting = false
  var isWarned = false
  private let concern: IssueConcern
  /// The names of sites that issues are about already.
  private let sites: [String]
  /// The yellow findings that can be made an issue of, once the household was read.
  private var found: [FoundIssue] = []
  /// The standard's domains by name; the first one is empty, for none.
  private let domains: [String]

  private var isSite: Bool { if case .site = concern { true } else { false } }
  private var household: HouseholdID? { if case .household(let id) = concern { id } else { nil } }
  /// How many fields stand before those that each has.
  private var lead: Int { isSite || !found.isEmpty ? 1 : 0 }
  /// The finding that was chosen; nil where the problem is typed.
  private var chosen: FoundIssue? {
    found.isEmpty || form.choice(0) == 0 ? nil : found[form.choice(0) - 1]
  }

  /// Begins with nothing but what it is about.
  init(_ concern: IssueConcern, _ ledger: Ledger, _ context: inout Context) {
    self.concern = concern
    sites = Set(
      ledger.lines.compactMap { if case .site(let name) = $0.issue.concern { name } else { nil } }
    ).sorted()
    let standard = context.village.flatMap(context.environment.form)?.definition.standard
    let ofHouseholds = (standard?.domains ?? []).filter {
      !$0.isHousehold && $0.name != HouseholdJudgement.qualityDomain
    }
    domains = [""] + ofHouseholds.map(\.name)
    var values: [FieldForm.Value] = [
      .text(TextField(limit: 300)), .choice(0), .choice(0), .choice(0),
    ]
    if case .site(let name) = concern { values.insert(.text(TextField(name, limit: 60)), at: 0) }
    if case .household(let id) = concern { context.effects.append(.open(id)) }
    form = FieldForm(values)
  }

  mutating func take(_ event: ScreenEvent, _ context: inout Context) {
    guard case .opened(let file, _) = event, let village = context.village, !form.isChanged,
      found.isEmpty, file.household.id == household,
      let standard = context.environment.form(village)?.definition.standard
    else { return }
    found = FoundIssue.offered(file, in: village, standard)
    if !found.isEmpty { form = FieldForm([.choice(0)] + form.values) }
  }

  func title(_ context: Context) -> String {
    let strings = context.strings
    let about =
      switch concern {
      case .household(let id):
        context.village?.households[id].map { household in
          (household.number.map { "\($0) " } ?? "") + household.head
        } ?? id.rawValue
      case .site: strings.ledger.label(.site)
      case .village: strings.ledger.wholeVillage
      }
    return strings.ledger.newOf(about)
  }

  func recorded(_ context: Context) -> String { context.strings.ledger.recorded(.opening) }

  func labels(_ context: Context) -> [FieldForm.Label] {
    let words = LedgerWords(context)
    let strings = words.strings
    let site = FieldForm.Label(
      strings.label(.site), hint: strings.siteHint(sites), isRequired: true)
    let finding = FieldForm.Label(
      strings.label(.finding), hint: strings.findingHint(found.count),
      options: [strings.noFinding] + found.map { words.finding($0) })
    return (isSite ? [site] : found.isEmpty ? [] : [finding]) + [
      .init(
        strings.column(.problem), hint: chosen == nil ? strings.textHint : strings.remarkHint,
        isRequired: chosen == nil),
      .init(
        strings.label(.domain), hint: strings.domainHint,
        options: domains.map { $0.isEmpty ? strings.noDomain : words.domain($0) }),
      .init(
        strings.label(.issueClass), hint: strings.classHint,
        options: IssueClass.allCases.map(strings.issueClass)),
      .init(
        strings.label(.source), hint: strings.sourceHint,
        options: IssueSource.allCases.map(strings.source)),
    ]
  }

  mutating func submit(_ context: inout Context) {
    let text = form.text(lead)
    if let chosen {
      return record(
        chosen.open(
          text: text, issueClass: IssueClass.allCases[form.choice(lead + 2)],
          source: IssueSource.allCases[form.choice(lead + 3)]), &context)
    }
    if text.isEmpty { form.go(to: lead) }
    if isSite, form.text(0).isEmpty { form.go(to: 0) }
    record(
      TypedIssue.open(
        isSite ? .site(form.text(0)) : concern, text: text,
        id: IssueID(random: context.environment.random), domain: domains[form.choice(lead + 1)],
        issueClass: IssueClass.allCases[form.choice(lead + 2)],
        source: IssueSource.allCases[form.choice(lead + 3)]), &context)
  }
}
