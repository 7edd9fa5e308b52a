import ArgumentParser
import Fieldwork
import RecordFiles
import Screens

/// `ruhu village list`: codes and names.
struct VillageListCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: CommandSentences.here.villageList)
  }

  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    for place in try workplace.villages() { Output.line("\(place.code)  \(place.name)") }
  }
}
