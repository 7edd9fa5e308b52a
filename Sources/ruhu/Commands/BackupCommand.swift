import ArgumentParser
import RecordFiles
import Screens

/// `ruhu backup`: a copy of all that cannot be made again, read back and checked.
struct BackupCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "backup", abstract: CommandSentences.here.backup)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.backupHelp))
  var folder: String
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let report = try workplace.folder.backUp(to: folder)
    options.tellNotices(of: workplace)
    Output.line(ActSentences.of(language).backedUp(folder, report.files, report.bytes))
    let record = RecordSentences.of(language)
    if !report.faults.isEmpty { throw Refusal(report.faults.map(record.line)) }
  }
}
