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
    let person = try workplace.actingPerson(founder, language)
    let called =
      deviceName ?? workplace.settings.deviceName
      ?? sentences.defaultDeviceName(workplace.team.name(of: person))
    let key = try workplace.folder.publicKey()
    // Until now every laptop counted: who founds a team must not lose sight of work that is here.
    let earlier = try workplace.devicesHere().filter { $0 != key }
    var facts: [Fact] = [.teamFounded(name: name), .deviceAdmitted(key: key, name: called)]
    for (index, key) in earlier.enumerated() {
      facts.append(.deviceAdmitted(key: key, name: sentences.earlierDeviceName(index + 1)))
    }
    _ = try workplace.recordTeam(facts.map { $0.draft(of: .team) }, person: person)
    options.tellNotices(of: workplace)
    Output.line(sentences.founded(name))
    let shown = try workplace.shownTeam(language)
    if !earlier.isEmpty { Output.line(sentences.earlierDevices(earlier.count)) }
    for device in shown.devices {
      for line in DeviceLines(language).lines(device, team: shown.name) { Output.line(line) }
    }
  }
}
