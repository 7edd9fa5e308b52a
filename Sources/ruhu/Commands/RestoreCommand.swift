import ArgumentParser
import Record
import RecordFiles
import Screens
import Trust

/// `ruhu restore`: a backup or second copy in the place of the data; what was there is kept beside.
struct RestoreCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "restore", abstract: CommandSentences.here.restore)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.restoreHelp))
  var folder: String
  @Flag(help: ArgumentHelp(CommandSentences.here.replacingHelp))
  var replacing = false
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    guard let crypto = Crypto.sodium() else { throw Workplace.Fault.noCrypto }
    let places = options.places
    let report = try Restore.run(
      from: folder, to: places.data, device: places.device, replacing: replacing,
      time: Clock.wallTime(), crypto: crypto)
    let sentences = ActSentences.of(language)
    Output.line(sentences.restored(report.time, report.files, report.bytes))
    if let former = report.formerData { Output.line(sentences.formerData(former)) }
    let record = RecordSentences.of(language)
    if !report.faults.isEmpty { throw Refusal(report.faults.map(record.line)) }
  }
}
