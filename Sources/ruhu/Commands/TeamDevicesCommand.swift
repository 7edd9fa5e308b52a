import ArgumentParser
import RecordFiles
import Screens

/// `ruhu team devices`: the laptops of the team, whether each is admitted, and when it was last seen.
struct TeamDevicesCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "devices", abstract: TeamSentences.here.teamDevices)
  }

  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let shown = try workplace.shownTeam(language)
    if shown.name == nil { Output.line(TeamSentences.of(language).noTeam) }
    let lines = DeviceLines(language)
    for device in shown.devices {
      Output.line("\(workplace.identity(of: device.key))  \(lines.line(device))")
      Output.line("    \(device.words.text(language))")
    }
  }
}
