import ArgumentParser
import Fieldwork
import RecordFiles
import Screens
import Station

/// `ruhu rebuild`: the derived files anew, out of the journals.
struct RebuildCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "rebuild", abstract: CommandSentences.here.rebuild)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeOrAllHelp))
  var code: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    for code in try code.map({ [$0] }) ?? workplace.folder.villages() {
      let desk = try workplace.open(code)
      try desk.rebuild()
      try desk.settle()
      Output.line(ActSentences.of(language).rebuilt(code, desk.village.households.count))
    }
    options.tellNotices(of: workplace)
  }
}
