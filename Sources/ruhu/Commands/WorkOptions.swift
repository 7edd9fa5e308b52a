import ArgumentParser
import Screens
import Terminal

/// Where the work lies and whose it is: the options of every command that opens a village.
struct WorkOptions: ParsableArguments {
  @Option(help: ArgumentHelp(ProgramSentences.here.dataHelp))
  var data: String?

  @Option(help: ArgumentHelp(ProgramSentences.here.deviceHelp))
  var device: String?

  @Option(help: ArgumentHelp(ProgramSentences.here.formsHelp))
  var forms: String?

  @OptionGroup var languageOption: LanguageOption

  /// The places asked for.
  var places: Places { Places(data: data, device: device, forms: forms) }
}

extension Borders: ExpressibleByArgument {}
