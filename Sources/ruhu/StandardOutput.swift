import Fieldwork
import FormEngine
import JSONText
import Screens

/// The standard that holds in a village: its parameters with year and basis, who set them, what is not
/// set, and the amounts that are for reading only.
struct StandardOutput {
  private let standard: Standard
  private let village: Village
  private let choice: (stamp: Stamp, team: Team)?
  private let inForce: FormInForce?
  private let language: Language
  private let spoken: String
  private let sentences: StandardSentences
  private let words: CheckSentences

  init(
    _ form: FormDefinition, _ village: Village, choice: (stamp: Stamp, team: Team)?,
    inForce: FormInForce?, _ language: Language
  ) {
    standard = form.standard
    self.village = village
    self.choice = choice
    self.inForce = inForce
    self.language = language
    spoken = form.spoken(language)
    sentences = .of(language)
    words = .of(language)
  }

  func print(_ format: TableFormat) {
    switch format {
    case .json: Output.bytes(Array(json.pretty.utf8))
    case .csv: TableFormat.printCSV([[sentences.kind] + sentences.titles] + csvRows)
    case .text: printText()
    }
  }

  private func printText() {
    for line in head { Output.line(line) }
    Output.line("")
    let parameters = standard.parameters.map { row($0, basis: Self.codes($0.basis)) }
    for line in AlignedTable([sentences.titles] + parameters).lines { Output.line(line) }
    if !unset.isEmpty { Output.line("") }
    for line in unset { Output.line(words.unset(line.label, line.rules)) }
    if !standard.references.isEmpty {
      Output.line("")
      Output.line(sentences.referencesTitle)
      let references = standard.references.map { row($0, basis: Self.codes($0.basis)) }
      for line in AlignedTable([sentences.titles] + references).lines { Output.line(line) }
    }
    Output.line("")
    Output.line(words.sourcesTitle)
    for line in sources { Output.line("  \(line)") }
  }

  /// Every document that a parameter or an amount cites, once, by its code.
  private var sources: [String] {
    let cited = Set(
      (standard.parameters.flatMap(\.basis) + standard.references.flatMap(\.basis)).map(\.source))
    return standard.sources.filter { cited.contains($0.name) }.map { source in
      "\(source.name): \(words.source(source.title(spoken), source.year, source.sureness, []))"
    }
  }

  private var head: [String] {
    var lines = [sentences.title(village.name, village.code)]
    if let trouble = inForce?.trouble { lines.append(trouble.sentence(language)) }
    let label = standard.labels[spoken] ?? standard.name
    lines.append(sentences.standardLine(label, standard.titles[spoken] ?? ""))
    if standard.overlays.isEmpty { lines.append(sentences.noOverlay) }
    for overlay in standard.overlays {
      lines.append(sentences.overlayLine(overlay.label(spoken), overlay.year, overlay.file))
      lines += note(overlay)
    }
    if let profile = standard.profile {
      lines.append(sentences.profileLine(profile.label(spoken), profile.year, profile.file))
      lines += note(profile)
    } else {
      lines.append(sentences.ownProfile(ownProfile))
    }
    if let choice {
      lines.append(
        sentences.chosenBy(choice.team.name(of: choice.stamp.person, language), choice.stamp.minute)
      )
    }
    return lines
  }

  private func note(_ applied: Standard.Applied) -> [String] {
    applied.notes[spoken].map { ["    \($0)"] } ?? []
  }

  private var ownProfile: String {
    standard.parameter(named: "par_profile").map { standard.parameters[$0].value } ?? ""
  }

  // MARK: Rows

  private func row(_ parameter: Standard.Parameter, basis: String) -> [String] {
    [
      parameter.name, parameter.label(spoken),
      parameter.value.isEmpty ? sentences.notSet(parameter.line) : parameter.value,
      parameter.units[spoken] ?? "", parameter.year, basis, setter(parameter.setBy),
    ]
  }

  private func row(_ amount: Standard.Amount, basis: String) -> [String] {
    [
      amount.name, amount.labels[spoken] ?? amount.name, amount.value, amount.units[spoken] ?? "",
      amount.year, basis, setter(amount.setBy),
    ]
  }

  private var csvRows: [[String]] {
    standard.parameters.map { [sentences.parameter] + row($0, basis: basis($0.basis)) }
      + standard.references.map { [sentences.reference] + row($0, basis: basis($0.basis)) }
  }

  private func basis(_ basis: [Standard.Basis]) -> String {
    basis.map { citation in
      guard let source = standard.source(named: citation.source) else { return citation.source }
      return words.source(source.title(spoken), source.year, source.sureness, citation.facts)
    }.joined(separator: words.basisSeparator)
  }

  private func setter(_ name: String) -> String {
    if name.isEmpty { return standard.labels[spoken] ?? standard.name }
    let applied = standard.overlays + [standard.profile].compactMap { $0 }
    return applied.first { $0.name == name }?.label(spoken) ?? name
  }

  /// The lines that the county has to set, each with the rules that say nothing without it.
  private var unset: [(name: String, label: String, rules: [String])] {
    standard.parameters.enumerated().compactMap { place, parameter in
      let rules = standard.unset.filter { $0.parameters.contains(place) }.map {
        standard.checks[$0.check].name
      }
      guard parameter.line == .yes else { return nil }
      return rules.isEmpty ? nil : (parameter.name, parameter.label(spoken), rules)
    }
  }

  // MARK: JSON

  private var json: JSON {
    var json: JSON = [
      "village": .string(village.code), "name": .string(village.name),
      "overlay": .string(village.overlay), "profile": .string(village.profile),
    ]
    if let choice {
      json.set("chosen_by", .string(choice.team.name(of: choice.stamp.person)))
      json.set("chosen_at", .string(choice.stamp.time))
    }
    if let inForce {
      json.set("form", .string(inForce.hash))
      if let trouble = inForce.trouble {
        json.set("trouble", .string(trouble.sentence(language)))
      }
    }
    json.set("standard", .string(standard.name))
    json.set("title", .string(standard.titles[spoken] ?? ""))
    json.set("overlays", .array(standard.overlays.map(applied)))
    if let profile = standard.profile { json.set("policy_profile", applied(profile)) }
    json.set(
      "parameters",
      .array(
        standard.parameters.map { parameter in
          [
            "name": .string(parameter.name), "label": .string(parameter.label(spoken)),
            "value": .string(parameter.value), "unit": .string(parameter.units[spoken] ?? ""),
            "year": .string(parameter.year), "basis": cited(parameter.basis),
            "line": .string(parameter.line.rawValue), "set_by": .string(parameter.setBy),
          ]
        }))
    json.set(
      "lines_not_set",
      .array(
        unset.map {
          [
            "parameter": .string($0.name), "label": .string($0.label),
            "rules": .array($0.rules.map(JSON.string)),
          ]
        }))
    json.set(
      "references",
      .array(
        standard.references.map { amount in
          [
            "name": .string(amount.name), "label": .string(amount.labels[spoken] ?? amount.name),
            "value": .string(amount.value), "unit": .string(amount.units[spoken] ?? ""),
            "year": .string(amount.year), "basis": cited(amount.basis),
            "set_by": .string(amount.setBy),
          ]
        }))
    return json
  }

  private func applied(_ applied: Standard.Applied) -> JSON {
    [
      "name": .string(applied.name), "label": .string(applied.label(spoken)),
      "year": .string(applied.year), "file": .string(applied.file),
      "note": .string(applied.notes[spoken] ?? ""),
    ]
  }

  private func cited(_ basis: [Standard.Basis]) -> JSON {
    .array(basis.map { .string(Self.code($0)) })
  }

  /// Citations as the form writes them: short enough for a line.
  private static func codes(_ basis: [Standard.Basis]) -> String {
    basis.map(code).joined(separator: " ")
  }

  private static func code(_ basis: Standard.Basis) -> String {
    basis.source + (basis.facts.isEmpty ? "" : ":" + basis.facts.joined(separator: ","))
  }
}
