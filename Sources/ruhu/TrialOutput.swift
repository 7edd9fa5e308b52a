import Fieldwork
import FormEngine
import JSONText
import Screens
import Station

/// What a standard that is tried would find in a village.
struct TrialOutput {
  private let trial: VillageTrial
  private let filter: FindingFilter
  private let village: Village
  private let words: FindingWords
  private let sentences: CheckSentences

  init(
    _ trial: VillageTrial, _ tried: FormDefinition, _ filter: FindingFilter, _ village: Village,
    _ language: Language
  ) {
    self.trial = trial
    self.filter = filter
    self.village = village
    words = FindingWords(tried, language)
    sentences = .of(language)
  }

  /// Prints one rule with its households, or every rule that would flag others than now.
  func print(_ format: TableFormat, rule: String?) {
    let shown = rule == nil ? trial.rules.filter(\.differs) : trial.rules
    switch format {
    case .json: Output.bytes(Array(json(shown).pretty.utf8))
    case .csv:
      TableFormat.printCSV(rule == nil ? counts(shown) : shown.first.map(table) ?? [])
      Refusal(gaps).say()
    case .text:
      Output.line(sentences.trialTitle(village.name, village.code))
      for line in gaps { Output.line(line) }
      if rule == nil { printCounts(shown) }
      if rule != nil, let one = shown.first { printRule(one) }
    }
  }

  private func printCounts(_ rules: [VillageTrial.Rule]) {
    guard !rules.isEmpty else { return Output.line(sentences.noneDiffers(trial.interviewed)) }
    Output.line(sentences.differing(trial.interviewed))
    for line in AlignedTable(counts(rules)).lines { Output.line(line) }
  }

  private func printRule(_ rule: VillageTrial.Rule) {
    guard !isGap(rule) else { return }
    Output.line(
      sentences.wouldFlag(
        rule.name, rule.flagged.count, trial.interviewed, rule.new.count, rule.gone.count,
        rule.unknown.count))
    let rows = table(rule)
    guard rows.count > 1 else { return }
    Output.line("")
    for line in AlignedTable(rows).lines { Output.line(line) }
  }

  private func isGap(_ rule: VillageTrial.Rule) -> Bool {
    trial.notComputed.contains { $0.rule.name == rule.name }
  }

  private var gaps: [String] {
    trial.notComputed.filter { gap in trial.rules.contains { $0.name == gap.rule.name } }
      .map(words.sentence)
  }

  private func counts(_ rules: [VillageTrial.Rule]) -> [[String]] {
    [sentences.trialCountTitles]
      + rules.map { rule in
        [
          rule.name, String(rule.flaggedNow.count), String(rule.flagged.count),
          String(rule.new.count), String(rule.gone.count), String(rule.unknown.count),
        ]
      }
  }

  private func table(_ rule: VillageTrial.Rule) -> [[String]] {
    [sentences.trialTitles]
      + rule.findings.filter(filter.takes).map { finding in
        [
          finding.number.map(String.init) ?? "", finding.group, finding.head, finding.person,
          rule.new.contains(finding.household) ? sentences.isNew : "",
          sentences.level(finding.level), words.message(finding), words.departments(finding),
        ]
      }
  }

  private func json(_ rules: [VillageTrial.Rule]) -> JSON {
    [
      "village": .string(village.code), "interviewed": .int(trial.interviewed),
      "rules": .array(
        rules.map { rule in
          [
            "rule": .string(rule.name), "flagged_now": .int(rule.flaggedNow.count),
            "would_flag": .int(rule.flagged.count), "new": .int(rule.new.count),
            "no_longer": .int(rule.gone.count), "unknown": .int(rule.unknown.count),
            "findings": .array(
              rule.findings.filter(filter.takes).map { finding in
                var json = words.json(finding)
                json.set("new", .bool(rule.new.contains(finding.household)))
                return json
              }),
          ]
        }),
      "not_computed": .array(
        trial.notComputed.map {
          ["rule": .string($0.rule.name), "why": .string(words.sentence($0))]
        }),
    ]
  }
}
