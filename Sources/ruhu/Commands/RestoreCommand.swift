import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens
import Station
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
    Output.line(sentences.restored(Clock.minute(report.time), report.files, report.bytes))
    if let former = report.formerData { Output.line(sentences.formerData(former)) }
    rebuild()
    let record = RecordSentences.of(language)
    if !report.faults.isEmpty { throw Refusal(report.faults.map(record.line)) }
  }

  /// Makes the files that no backup holds; where that fails the data is whole all the same.
  private func rebuild() {
    let sentences = ActSentences.of(language)
    do {
      let workplace = try options.open(.writing)
      defer { workplace.close() }
      for code in try workplace.folder.villages() {
        let desk = try workplace.open(code, recording: false)
        try desk.rebuild()
        try desk.settle()
        Output.line(sentences.rebuilt(code, desk.village.households.count))
      }
    } catch {
      Refusal(Refusal(error, language).lines + [sentences.rebuildLater]).say()
    }
  }
}
