import FormEngine
import JSONText

/// The page that says on what every question, rule, number and verdict of a form rests, written from
/// the form's own sheets, so that it cannot say anything else than the program does.
///
/// Markdown, each text in every language of the form.
public struct BasisPage: Sendable {
  /// A fact of a document and where it lives in the form.
  public struct Fact: Equatable, Sendable {
    /// Its id, by which a basis cites it.
    public let id: String
    /// The code of the document.
    public let source: String
    /// The words of the document.
    public let says: String
    /// The words in another language.
    public let meaning: String
    /// The names of questions, rules, lists … in which it lives; empty where it does not.
    public let lives: String
    /// How it is met, or why it is not, one text a language of the form.
    public let how: [String]

    /// Reads a row of a file of facts; nil when it has no id.
    public init?(json: JSON, languages: [String]) {
      guard let id = json["id"]?.string, !id.isEmpty else { return nil }
      self.id = id
      source = json["source"]?.string ?? ""
      says = json["says"]?.string ?? ""
      meaning =
        json.members?.first { $0.key.hasPrefix("says::") }.flatMap(\.value.string) ?? ""
      lives = json["lives"]?.string ?? ""
      how = languages.map { json["how::\($0)"]?.string ?? "" }
    }
  }

  private let form: FormDefinition
  private let regions: [Overlay]
  private let profiles: [Overlay]
  private let facts: [Fact]
  private var lines: [String] = []

  /// Writes the page of a form with its overlays and profiles.
  public init(
    _ form: FormDefinition, regions: [Overlay], profiles: [Overlay], facts: [Fact]
  ) {
    self.form = form
    self.regions = regions
    self.profiles = profiles
    self.facts = facts
    write()
  }

  /// The page.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  private var languages: [String] { form.languages }
  private var standard: Standard { form.standard }

  private mutating func write() {
    lines = [
      "# 依据 · Basis", "",
      "本页由 `ruhu form basis` 从表单生成,不要手改。"
        + "This page is written from the form by `ruhu form basis`; change the form, not the page.",
      "",
      "红色规则只能以见过公开文本的文件(verified)或地方文件(document)为依据;"
        + "凭经验(memory)和建议(proposal)的,县里可以改,不会是红色。",
      "A red rule rests on a source whose public text was seen (verified) or on a region's document (document); "
        + "what is remembered (memory) or proposed (proposal) a county may change, and it is never red.",
      "",
    ]
    writeSources()
    writeParameters()
    writeVerdicts()
    writeRules()
    writeQuestions()
    for profile in profiles { write(profile, title: "政策时期 · Profile") }
    for region in regions { write(region, title: "地区 · Region") }
    writeFacts()
  }

  // MARK: Tables

  private mutating func table(_ title: String, _ head: [String], _ rows: [[String]]) {
    lines += ["## \(title)", ""]
    rowsOnly(head, rows)
  }

  private mutating func rowsOnly(_ head: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          $0.split(separator: "\n").joined(separator: " ").split(
            separator: "|", omittingEmptySubsequences: false
          ).joined(separator: "\\|")
        }.joined(separator: " | ") + " |"
    }
    lines += [line(head), "|" + head.map { _ in "---|" }.joined()]
    lines += rows.map(line)
    lines.append("")
  }

  /// A text in every language.
  private func both(_ texts: [String: String]) -> String {
    languages.compactMap { texts[$0] }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func code(_ text: String) -> String { text.isEmpty ? "" : "`\(text)`" }

  private func cited(_ basis: [Standard.Basis]) -> String {
    basis.map { citation in
      let source = standard.source(named: citation.source)
      let about = [source?.year ?? "", source?.sureness.rawValue ?? ""].filter { !$0.isEmpty }
      let facts = citation.facts.isEmpty ? "" : " " + citation.facts.joined(separator: " ")
      return "\(citation.source)\(facts) (\(about.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  private func cited(_ text: String) -> String { cited(Standard.Basis.read(text)) }

  private mutating func writeSources() {
    table(
      "文件 · Sources", ["code", "文件 · title", "year", "sure"],
      standard.sources.map { [code($0.name), both($0.titles), $0.year, $0.sureness.rawValue] })
  }

  private mutating func writeParameters() {
    table(
      "参数 · Parameters", ["name", "参数 · what", "value", "unit", "year", "basis"],
      standard.parameters.map { parameter in
        let value =
          switch (parameter.value.isEmpty, parameter.line) {
          case (false, _): parameter.value
          case (true, .yes): "县里设定 · set by the county"
          case (true, .option): "地方设定才有 · only where a region sets it"
          case (true, .no): "-"
          }
        return [
          code(parameter.name), both(parameter.labels), value, both(parameter.units),
          parameter.year, cited(parameter.basis),
        ]
      })
  }

  private mutating func writeVerdicts() {
    table(
      "结论 · Verdicts",
      ["domain", "含义 · what met means", "met", "not_applicable", "basis"],
      standard.domains.map { domain in
        [
          "\(code(domain.name)) \(both(domain.labels))", both(domain.means), code(domain.met),
          code(domain.notApplicable), cited(domain.basis),
        ]
      })
  }

  private mutating func writeRules() {
    table(
      "规则 · Rules", ["rule", "domain", "level", "when", "说明 · sentence", "in charge", "basis"],
      standard.checks.map { check in
        [
          code(check.name), check.domain, check.level.rawValue, code(check.when),
          both(check.messages), check.departments.joined(separator: " "), cited(check.basis),
        ]
      })
    table(
      "跨户规则 · Rules over a village",
      ["rule", "domain", "level", "needs", "说明 · sentence", "in charge", "basis"],
      standard.villageChecks.map { rule in
        [
          code(rule.name), rule.domain, rule.level.rawValue, rule.needs, both(rule.messages),
          rule.departments.joined(separator: " "), cited(rule.basis),
        ]
      })
  }

  private mutating func writeQuestions() {
    let questions = form.nodes.filter { node in
      if case .question = node.kind { true } else { false }
    }
    table(
      "问题 · Questions (\(questions.count))", ["name", "问题 · question", "basis"],
      questions.map { node in
        [
          code(node.name), node.label.compactMap { $0 }.joined(separator: " · "),
          cited(node.attributes["basis"] ?? ""),
        ]
      })
  }

  private mutating func write(_ overlay: Overlay, title: String) {
    lines += ["## \(title): \(both(overlay.labels)) (`\(overlay.name)`)", ""]
    for language in languages {
      if let note = overlay.notes[language] { lines += [note, ""] }
    }
    func rows(_ sheet: String, _ columns: [String]) -> [[String]] {
      (overlay.workbook[sheet]?.rows ?? []).map { row in
        columns.map { column in
          switch column {
          case "name", "type": row[column].map(code) ?? ""
          case "basis": cited(row[column] ?? "")
          default:
            row[column]
              ?? languages.compactMap { row["\(column)::\($0)"] }.joined(separator: " · ")
          }
        }
      }.filter { $0.contains { !$0.isEmpty } }
    }
    for (sheet, columns) in [
      ("parameters", ["name", "value", "year", "basis"]),
      ("survey", ["name", "type", "label", "basis"]),
      ("checks", ["name", "level", "when", "message", "department", "basis"]),
      ("references", ["label", "value", "unit", "year", "basis"]),
      ("labels", ["sheet", "list", "name", "label"]),
    ] {
      let found = rows(sheet, columns)
      guard !found.isEmpty else { continue }
      lines += ["### \(sheet)", ""]
      rowsOnly(columns, found)
    }
  }

  private mutating func writeFacts() {
    guard !facts.isEmpty else { return }
    table(
      "五份文件逐条 · The five documents, fact by fact",
      ["id", "source", "原文 · words", "在哪里 · lives in", "怎样落实,或为什么没有 · how, or why not"],
      facts.map { fact in
        [
          fact.id, fact.source, "「\(fact.says)」 \(fact.meaning)",
          fact.lives.split(separator: " ").map { code(String($0)) }.joined(separator: " "),
          fact.how.joined(separator: " · "),
        ]
      })
  }
}
