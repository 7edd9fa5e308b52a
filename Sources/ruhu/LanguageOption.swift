import ArgumentParser
import Foundation
import Screens

/// `--lang`, for every command that speaks.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp(CommandSentences.here.langHelp))
  var lang: Language?

  /// The language asked for here, or by the environment.
  var language: Language {
    lang ?? Language.preferred(in: ProcessInfo.processInfo.environment)
  }
}
