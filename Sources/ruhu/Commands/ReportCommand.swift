import ArgumentParser
import Fieldwork
import FormEngine
import JSONText
import RecordFiles
import Reports
import Screens
import Spreadsheets
import Station

/// `ruhu report`: how far a village is, and how many households meet the standard.
struct ReportCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: CommandSentences.here.report)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = TableFormat.text
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let village = try workplace.open(code).village
    let report = CompletionReport(village, domains: domains(workplace))
    let sentences = ReportSentences.of(language)
    switch format {
    case .json: Output.bytes(Array(report.json.pretty.utf8))
    case .csv: TableFormat.printCSV(wide(report, sentences))
    case .text:
      Output.line(sentences.title(report.name, report.code, report.asOf))
      for line in AlignedTable(table(report, sentences)).lines { Output.line(line) }
      guard !report.domains.isEmpty else { return }
      Output.line("")
      for line in AlignedTable(verdicts(report, sentences)).lines { Output.line(line) }
    }
  }

  /// What is judged in the village, in the words of the standard in force.
  private func domains(_ workplace: Workplace) -> [VerdictCounts.Domain] {
    guard let form = workplace.formToReadWith() else { return [] }
    let spoken =
      form.languages.first { $0.hasSuffix("(\(language.rawValue))") } ?? form.defaultLanguage
    return form.standard.domains.filter { $0.hasVerdict || $0.isHousehold }.map {
      VerdictCounts.Domain(name: $0.name, label: $0.label(spoken))
    }
  }

  private func table(_ report: CompletionReport, _ sentences: ReportSentences) -> [[String]] {
    let statuses = CompletionReport.statuses
    let head =
      [sentences.group, sentences.households] + statuses.map(sentences.status)
      + [sentences.completeShare]
    let rows = (report.groups + [report.all]).map { line in
      [line.group.map { $0.isEmpty ? sentences.noGroup : $0 } ?? sentences.all]
        + [String(line.households)] + statuses.map { String(line[$0]) } + ["\(line.percent)%"]
    }
    return [head] + rows
  }

  /// The domains of the whole village, one a row.
  private func verdicts(_ report: CompletionReport, _ sentences: ReportSentences) -> [[String]] {
    [[sentences.domain] + VerdictCounts.states.map(sentences.verdict)]
      + report.domains.map { domain in
        [domain.label]
          + VerdictCounts.states.map { String(report.all.verdicts[domain.name, $0]) }
      }
  }

  /// Everything of a group in one row, as a spreadsheet wants it.
  private func wide(_ report: CompletionReport, _ sentences: ReportSentences) -> [[String]] {
    let head = report.domains.flatMap { domain in
      VerdictCounts.states.map { sentences.column(domain.label, sentences.verdict($0)) }
    }
    let counts = (report.groups + [report.all]).map { line in
      report.domains.flatMap { domain in
        VerdictCounts.states.map { String(line.verdicts[domain.name, $0]) }
      }
    }
    return zip(table(report, sentences), [head] + counts).map { $0 + $1 }
  }
}
