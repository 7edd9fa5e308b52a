import ArgumentParser
import RecordFiles
import Screens

/// `ruhu unpack`: takes in a sealed parcel, once its signature over the whole was found good and its
/// sender is known.
struct UnpackCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "unpack", abstract: ParcelSentences.here.unpack)
  }

  @Argument(help: ArgumentHelp(ParcelSentences.here.unpackFileHelp))
  var file: String
  @Option(help: ArgumentHelp(ParcelSentences.here.unpackSenderHelp, valueName: "words"))
  var sender: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.writing, makingFolder: true)
    defer { workplace.close() }
    let report = try ParcelOpening(workplace: workplace, language: language, sender: sender)
      .take(file)
    options.tellNotices(of: workplace)
    for line in MeetingLines(language).arrived(report) { Output.line(line) }
    if !report.troubles.isEmpty { throw ExitCode(1) }
  }
}
