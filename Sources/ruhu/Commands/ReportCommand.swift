import ArgumentParser
import RecordFiles
import ReportStream
import ReportWriters
import Reports
import Screens
import Station

/// `ruhu report`: what villages have completed, as text, a table, a page or figures for other programs.
struct ReportCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: CommandSentences.here.report)
  }

  @Argument(help: ArgumentHelp(ReportSentences.here.codesHelp))
  var codes: [String] = []
  @Option(help: ArgumentHelp(ReportSentences.here.formatHelp))
  var format: ReportFormat?
  @Option(help: ArgumentHelp(ReportSentences.here.outHelp))
  var out: String?
  @Option(help: ArgumentHelp(ReportSentences.here.asOfHelp))
  var asOf: String?
  @Option(help: ArgumentHelp(ReportSentences.here.tableHelp))
  var table: String?
  @Flag(name: .customLong("plain-csv"), help: ArgumentHelp(ReportSentences.here.plainCSVHelp))
  var isPlainCSV = false
  @Option(help: ArgumentHelp(ReportSentences.here.encodingHelp))
  var encoding: CSVReport.Encoding?
  @Option(help: ArgumentHelp(ReportSentences.here.verifyHelp))
  var verify: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }
  private var sentences: ReportSentences { .of(language) }

  func perform() throws {
    if let verify {
      guard codes.isEmpty else { throw Refusal([sentences.verifyAlone], status: Refusal.usage) }
      let verification = try ReportVerification(verify, language)
      let workplace = try options.open(.reading)
      defer { workplace.close() }
      return try verification.perform(workplace)
    }
    if let asOf, !IssueDue.isDay(asOf) {
      throw Refusal([sentences.notADay(asOf)], status: Refusal.usage)
    }
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let wanted = codes.isEmpty ? [try options.village(nil, in: workplace)] : unique(codes)
    let making = ReportMaking(
      workplace: workplace, language: language, day: asOf ?? String(workplace.clock().prefix(10)),
      bound: asOf.map { .day($0) } ?? .everything)
    try write(try making.completion(wanted), workplace.disk)
  }

  private func unique(_ codes: [String]) -> [String] {
    codes.enumerated().filter { codes.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  private func write(_ report: Report, _ disk: any Disk) throws {
    if let table, !report.tables.contains(where: { $0.name == table }) {
      throw Refusal(
        [sentences.noSuchTable(table, report.tables.map(\.name))], status: Refusal.usage)
    }
    let kind = format ?? out.flatMap(ReportFormat.init(fileName:)) ?? .text
    if let printed = kind.printed { return try print(report, as: printed) }
    let bytes =
      kind.bytes(
        report, table: table, encoding: isPlainCSV ? .plain : encoding ?? .marked) ?? []
    guard let out, out != "-" else { return Output.bytes(bytes) }
    // Whole or not at all: what stood there stays until all of the new file is on the disk.
    try disk.replace(out, with: bytes, synced: true, folder: true)
    Output.line(sentences.written(out))
  }

  /// Pages and workbooks are written by a program of their own.
  private func print(_ report: Report, as format: ReportPrint.Format) throws {
    guard let out, out != "-" else {
      throw Refusal([sentences.needsFile(format.rawValue)], status: Refusal.usage)
    }
    do throws(ReportPrinter.Fault) {
      try ReportPrinter(format, out).print(report)
    } catch {
      throw error.refusal(out, sentences)
    }
    Output.line(sentences.written(out))
  }
}
