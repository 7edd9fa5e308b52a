import ArgumentParser
import Fieldwork
import FormEngine
import JSONText
import RecordFiles
import Screens
import Station

/// `ruhu check`: what was found in a village, and what another standard would find.
struct CheckCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: CommandSentences.here.check)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String
  @Option(help: ArgumentHelp(CommandSentences.here.levelHelp))
  var level: FindingLevel?
  @Option(help: ArgumentHelp(CommandSentences.here.domainHelp))
  var domain: String?
  @Option(help: ArgumentHelp(CommandSentences.here.groupHelp))
  var group: String?
  @Option(help: ArgumentHelp(CommandSentences.here.departmentHelp))
  var department: String?
  @Option(help: ArgumentHelp(CommandSentences.here.ruleHelp, valueName: "name"))
  var rule: String?
  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(CommandSentences.here.withHelp, valueName: "overlay|file"))
  var overlay: String?
  @OptionGroup var setting: SettingOption
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = TableFormat.text
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let desk = try workplace.open(code)
    guard let form = workplace.formToReadWith() else {
      throw FormLibrary.Fault.missing(path: workplace.forms.folder.form)
    }
    options.tellStandard(of: workplace)
    let households = HouseholdQuery().ordered(desk.village)
    let files = try desk.files()
    func file(_ id: HouseholdID) -> HouseholdCase {
      files[id] ?? HouseholdCase(household: Household(id: id))
    }
    let values = try setting.values(language)
    if rule != nil || overlay != nil || !values.isEmpty {
      let other = overlay == StandardOption.national ? "" : overlay
      let tried = try workplace.forms.trial(
        overlay: other ?? desk.village.overlay, profile: desk.village.profile, setting: values)
      let filter = try filter(desk.village, tried.standard, tried)
      if let rule { try refuseUnknown(rule, tried) }
      let trial = try VillageTrial(
        households, inForce: form, tried: tried, rule: rule, file: file)
      TrialOutput(trial, tried, filter, desk.village, language).print(format, rule: rule)
    } else {
      let filter = try filter(desk.village, form.standard, form)
      let forms = workplace.forms
      let check = try VillageCheck(
        households, standard: form.standard, forms: { forms.form($0) }, file: file)
      CheckOutput(check, form, filter, desk.village, workplace.team, language).print(format)
    }
  }

  private func refuseUnknown(_ rule: String, _ tried: FormDefinition) throws {
    let names = tried.standard.checks.map(\.name) + tried.standard.villageChecks.map(\.name)
    guard !names.contains(rule) else { return }
    throw Refusal(CheckSentences.of(language).noSuchRule(rule, names))
  }

  /// What the table is narrowed to; domains and departments may be given by their code or their label.
  private func filter(
    _ village: Village, _ standard: Standard, _ form: FormDefinition
  ) throws -> FindingFilter {
    let sentences = CheckSentences.of(language)
    var filter = FindingFilter(level: level, group: group)
    if let domain {
      let all = standard.domains.map { ($0.name, $0.labels) }
      filter.domain = try code(domain, all, form, sentences.noSuchDomain)
    }
    if let department {
      let all = standard.departments.map { ($0.name, $0.labels) }
      filter.department = try code(department, all, form, sentences.noSuchDepartment)
    }
    if let group, !village.households.values.contains(where: { $0.group == group }) {
      throw Refusal(sentences.noSuchGroup(group, HouseholdQuery.groups(of: village)))
    }
    return filter
  }

  private func code(
    _ given: String, _ all: [(name: String, labels: [String: String])], _ form: FormDefinition,
    _ refusal: (_ given: String, _ all: [String]) -> String
  ) throws -> String {
    if let found = all.first(where: { $0.name == given || $0.labels.values.contains(given) }) {
      return found.name
    }
    let spoken = form.spoken(language)
    throw Refusal(
      refusal(given, all.map { "\($0.name)" + ($0.labels[spoken].map { " \($0)" } ?? "") }))
  }
}

extension FindingLevel: ExpressibleByArgument {}

/// What a table of findings is narrowed to.
struct FindingFilter {
  var level: FindingLevel?
  var group: String?
  var domain: String?
  var department: String?

  /// Whether a finding is asked for.
  func takes(_ finding: VillageFinding) -> Bool {
    (level == nil || finding.level == level) && (group == nil || finding.group == group)
      && (domain == nil || finding.domain == domain)
      && (department == nil || finding.departments.contains { $0.name == department })
  }
}
