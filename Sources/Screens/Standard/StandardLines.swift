import Fieldwork
import FormEngine
import Station
import Terminal

/// A village's standard as lines to read: what is in force, what stands in its way, every number with
/// its year, source and who set it, what is not set, and amounts that no rule reads.
struct StandardLines {
  /// The lines.
  private(set) var lines: [ScrolledText.Line] = []
  private let strings: StandardStrings
  private let findings: FindingStrings
  private let columns: Int

  /// Writes the lines for so many columns.
  init(_ context: Context, columns: Int) {
    strings = context.strings.standard
    findings = context.strings.findings
    self.columns = columns
    guard let village = context.village, let form = context.environment.form(village) else {
      wrapped(context.strings.households.formMissing, role: .error)
      return
    }
    let definition = form.definition
    let language = context.language.name(
      among: definition.languages, default: definition.defaultLanguage)
    if let trouble = form.trouble { wrapped("! " + trouble(context.language), role: .warning) }
    let standard = definition.standard
    guard !standard.isEmpty else {
      wrapped(strings.noStandard)
      return
    }
    inForce(standard, language)
    unset(standard, language)
    parameters(standard, language)
    references(standard, language)
  }

  private mutating func wrapped(_ text: String, indent: Int = 0, role: Role = .text) {
    for line in Wrapping.lines(text, width: columns - indent) {
      lines.append(.init(String(repeating: " ", count: indent) + line, role))
    }
  }

  private mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append(.init("")) }
    lines.append(.init(text, .title))
  }

  // MARK: What is in force

  private mutating func inForce(_ standard: Standard, _ language: String) {
    let label = standard.labels[language] ?? standard.name
    // The innermost overlay that has a name for it gives its name.
    let title =
      standard.overlays.last { $0.titles[language] != nil }?.titles[language]
      ?? standard.titles[language] ?? ""
    wrapped(strings.measuredBy(label, title))
    if standard.overlays.isEmpty {
      wrapped(strings.overlay(strings.national))
    }
    for overlay in standard.overlays { applied(overlay, strings.overlay, language) }
    if let profile = standard.profile {
      applied(profile, strings.profile, language)
    } else {
      wrapped(strings.profile(strings.ownProfile))
    }
  }

  private mutating func applied(
    _ applied: Standard.Applied, _ sentence: (String) -> String, _ language: String
  ) {
    let file = applied.file.split(separator: "/").last.map(String.init) ?? applied.file
    wrapped(sentence(strings.listed(applied.label(language), applied.year, file)))
    if let note = applied.notes[language] { wrapped(note, indent: 2, role: .dim) }
  }

  // MARK: Numbers

  private mutating func unset(_ standard: Standard, _ language: String) {
    let unset = standard.unsetLines
    guard !unset.isEmpty else { return }
    heading(strings.unsetTitle)
    for line in unset {
      let rules = line.checks.map { standard.checks[$0].name }
      wrapped(
        findings.unset(standard.parameters[line.parameter].label(language), rules), indent: 2,
        role: .warning)
    }
  }

  private mutating func parameters(_ standard: Standard, _ language: String) {
    heading(strings.numbersTitle)
    for parameter in standard.parameters where !isYear(parameter, standard) {
      let value =
        parameter.value.isEmpty
        ? parameter.line == .option ? strings.notHere : strings.notSet
        : strings.value(parameter.value, parameter.units[language] ?? "")
      let setter = parameter.setBy.isEmpty ? "" : standard.setter(parameter.setBy, language)
      wrapped(
        strings.number(
          parameter.label(language), value, parameter.value.isEmpty ? "" : parameter.year, setter),
        indent: 2)
      basis(parameter.basis, standard, language)
    }
  }

  /// The year of another number stands beside that number.
  private func isYear(_ parameter: Standard.Parameter, _ standard: Standard) -> Bool {
    parameter.name.hasSuffix("_year")
      && standard.parameter(named: String(parameter.name.dropLast("_year".count))) != nil
  }

  private mutating func basis(
    _ basis: [Standard.Basis], _ standard: Standard, _ language: String
  ) {
    for citation in basis {
      wrapped(findings.source(citation, standard, language), indent: 6, role: .dim)
    }
  }

  private mutating func references(_ standard: Standard, _ language: String) {
    guard !standard.references.isEmpty else { return }
    heading(strings.referencesTitle)
    for amount in standard.references {
      wrapped(
        strings.number(
          amount.labels[language] ?? amount.name,
          strings.value(amount.value, amount.units[language] ?? ""), amount.year,
          standard.setter(amount.setBy, language)), indent: 2)
      basis(amount.basis, standard, language)
    }
  }
}
