import ArgumentParser
import RecordFiles
import Screens

/// `ruhu device`: this laptop, by its name and its fingerprint in words.
struct DeviceCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "device", abstract: TeamSentences.here.device)
  }

  @Option(help: ArgumentHelp(TeamSentences.here.deviceNameHelp))
  var name: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(name == nil ? .reading : .writing)
    defer { workplace.close() }
    if let name {
      workplace.settings.deviceName = name
      workplace.settings.write(in: workplace.places.device, workplace.disk)
    }
    let shown = try workplace.shownTeam(language)
    guard let this = shown.devices.first else { return }
    for line in DeviceLines(language).lines(this, team: shown.name) { Output.line(line) }
    Output.line(TeamSentences.of(language).identity(workplace.identity(of: this.key)))
  }
}
