import ArgumentParser
import Fieldwork
import JSONText
import RecordFiles
import Reports
import Screens
import Spreadsheets
import Station

/// `ruhu report`: how far a village is.
struct ReportCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: CommandSentences.here.report)
  }

  /// In which form a report is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = Format.text
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let report = CompletionReport(try workplace.open(code).village)
    let sentences = ReportSentences.of(language)
    let table = table(report, sentences)
    switch format {
    case .json: Output.bytes(Array(report.json.pretty.utf8))
    case .csv:
      // Excel takes a file without the mark for the system's own encoding.
      var writer = CSVWriter(mark: true)
      for row in table { writer.row(row) }
      Output.bytes(writer.bytes)
    case .text:
      Output.line(sentences.title(report.name, report.code, report.asOf))
      for line in AlignedTable(table).lines { Output.line(line) }
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
}
