import ArgumentParser
import Foundation
import RecordFiles
import Screens

/// `ruhu sync`: meets the other laptops in a folder, both ways, only what is missing.
struct SyncCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sync", abstract: ParcelSentences.here.sync,
      discussion: ParcelSentences.here.syncDiscussion)
  }

  @Argument(help: ArgumentHelp(ParcelSentences.here.syncPathHelp))
  var path: String
  @Option(
    name: .customLong("village"), parsing: .singleValue,
    help: ArgumentHelp(ParcelSentences.here.syncVillageHelp, valueName: "code"))
  var villages: [String] = []
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    for code in villages where !Self.isCode(code) { throw DataFolderFault.badVillageCode(code) }
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let person = try workplace.actingPerson(actor.name, language)
    let lines = MeetingLines(language)
    let shown = ProgressLine()
    Interruption.listen()
    let report = workplace.meet(
      at: URL(filePath: path).standardizedFileURL.path, villages: villages.isEmpty ? nil : villages,
      person: person
    ) { progress in
      shown.show(lines.line(progress))
      return !Interruption.isWanted
    }
    shown.clear()
    options.tellNotices(of: workplace)
    if let failure = report.failure { throw Refusal(failure(language)) }
    for line in lines.lines(report) { Output.line(line) }
    if report.wasStopped || !report.troubles.isEmpty { throw ExitCode(1) }
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
