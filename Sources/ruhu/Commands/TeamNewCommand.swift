import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens

/// `ruhu team new`: founds a team; from then on only what admitted laptops write counts.
struct TeamNewCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: TeamSentences.here.teamNew)
  }

  @Argument(help: ArgumentHelp(TeamSentences.here.teamNameHelp))
  var name: String
  @Option(name: .customLong("device-name"), help: ArgumentHelp(TeamSentences.here.deviceNameHelp))
  var deviceName: String?
  @Option(
    name: .customLong("person"), help: ArgumentHelp(CommandSentences.here.personHelp))
  var founder: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = TeamSentences.of(language)
    let workplace = try options.open(.writing, makingFolder: true)
    defer { workplace.close() }
    guard workplace.authority.founded == nil else {
      throw Refusal(sentences.foundedAlready(workplace.authority.name))
    }
    if let founder { try workplace.add([founder]) }
    let person =
      founder.flatMap { name in workplace.team.people.first { $0.name == name }?.id }
      ?? workplace.actingPerson
    guard let person else { throw Refusal(ActSentences.of(language).whoAreYou) }
    let called =
      deviceName ?? workplace.settings.deviceName
      ?? sentences.defaultDeviceName(workplace.team.name(of: person))
    let key = try workplace.folder.publicKey()
    _ = try workplace.recordTeam(
      [
        Fact.teamFounded(name: name).draft(of: .team),
        Fact.deviceAdmitted(key: key, name: called).draft(of: .team),
      ], person: person)
    try workplace.readTeam()
    options.tellNotices(of: workplace)
    Output.line(sentences.founded(name))
    let shown = try workplace.shownTeam()
    guard let this = shown.devices.first else { return }
    for line in DeviceLines(language).lines(this, team: shown.name) { Output.line(line) }
  }
}
