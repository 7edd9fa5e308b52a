import Fieldwork
import FormEngine
import JSONText
import Screens
import Station

/// What was found in a village, as a person, a spreadsheet or a program reads it.
///
/// Names of people stand in it, their citizen numbers never.
struct CheckOutput {
  private let check: VillageCheck
  private let form: FormDefinition
  private let village: Village
  private let team: Team
  private let findings: [VillageFinding]
  private let quality: [VillageFinding]
  private let words: FindingWords
  private let sentences: CheckSentences

  init(
    _ check: VillageCheck, _ form: FormDefinition, _ filter: FindingFilter, _ village: Village,
    _ team: Team, _ language: Language
  ) {
    self.check = check
    self.form = form
    self.village = village
    self.team = team
    findings = check.findings.filter(filter.takes)
    quality = check.quality.filter(filter.takes)
    words = FindingWords(form, language)
    sentences = .of(language)
  }

  func print(_ format: TableFormat) {
    switch format {
    case .json: Output.bytes(Array(json.pretty.utf8))
    case .csv:
      // One kind of rows in one file: the supervisor's are had with --domain quality.
      let isQuality = findings.isEmpty && !quality.isEmpty
      TableFormat.printCSV(
        isQuality ? qualityTable { words.basis($0) } : table { words.basis($0) })
      let apart = isQuality ? [] : qualityLine
      Refusal(apart + gaps).say()
    case .text: printText()
    }
  }

  private func printText() {
    Output.line(
      sentences.title(
        village.name, village.code, check.households, check.interviewed, check.notAssessed))
    if check.withoutForm > 0 { Output.line(sentences.withoutForm(check.withoutForm)) }
    Output.line("")
    if findings.isEmpty {
      Output.line(sentences.nothingFound)
    } else {
      for line in AlignedTable(table { words.codes($0) }).lines { Output.line(line) }
      Output.line("")
      Output.line(
        sentences.counts(
          FindingLevel.allCases.reversed().map { level in
            (level, findings.count { $0.level == level })
          }, Set(findings.map(\.household)).count))
    }
    if !quality.isEmpty {
      Output.line("")
      Output.line(sentences.qualityTitle)
      for line in AlignedTable(qualityTable { words.codes($0) }).lines { Output.line(line) }
    }
    let sources = words.sources(findings + quality)
    if !sources.isEmpty {
      Output.line("")
      Output.line(sentences.sourcesTitle)
    }
    for line in sources { Output.line("  \(line)") }
    if !gaps.isEmpty { Output.line("") }
    for line in gaps { Output.line(line) }
  }

  private var qualityLine: [String] {
    quality.isEmpty ? [] : [sentences.qualityApart(quality.count)]
  }

  /// What could not be judged: said, so that silence never means that all is well.
  private var gaps: [String] {
    check.notComputed.map { words.sentence($0) }
      + check.unset.map {
        $0.isSetNow
          ? sentences.unsetBefore($0.parameter.label(words.language), $0.rules, $0.households)
          : sentences.unset($0.parameter.label(words.language), $0.rules)
      }
  }

  private func table(basis: (VillageFinding) -> String) -> [[String]] {
    [sentences.titles]
      + findings.map { finding in
        [
          finding.number.map(String.init) ?? "", finding.group, finding.head, finding.person,
          sentences.level(finding.level), words.domain(finding), finding.rule,
          words.message(finding), words.departments(finding), basis(finding),
        ]
      }
  }

  private func qualityTable(basis: (VillageFinding) -> String) -> [[String]] {
    [sentences.qualityTitles]
      + quality.map { finding in
        [
          finding.number.map(String.init) ?? "", finding.group, finding.head, finding.person,
          finding.surveyor.map(team.name(of:)) ?? "", finding.day, finding.rule,
          words.message(finding), finding.others.map(String.init).joined(separator: " "),
          basis(finding),
        ]
      }
  }

  private var json: JSON {
    [
      "village": .string(village.code), "name": .string(village.name),
      "households": .int(check.households), "interviewed": .int(check.interviewed),
      "not_assessed": .int(check.notAssessed), "form_missing": .int(check.withoutForm),
      "findings": .array(findings.map(words.json)),
      "quality": .array(
        quality.map { finding in
          var json = words.json(finding)
          if let surveyor = finding.surveyor {
            json.set("surveyor", .string(team.name(of: surveyor)))
            json.set("day", .string(finding.day))
          }
          json.set("others", .array(finding.others.map(JSON.int)))
          return json
        }),
      "not_computed": .array(
        check.notComputed.map {
          ["rule": .string($0.rule.name), "why": .string(words.sentence($0))]
        }),
      "lines_not_set": .array(
        check.unset.map {
          [
            "parameter": .string($0.parameter.name),
            "label": .string($0.parameter.label(words.language)),
            "rules": .array($0.rules.map(JSON.string)),
            "set_by_now": .bool($0.isSetNow), "households": .int($0.households),
          ]
        }),
    ]
  }
}
