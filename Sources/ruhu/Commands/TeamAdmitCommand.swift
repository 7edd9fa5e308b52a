import ArgumentParser
import RecordFiles
import Screens

/// `ruhu team admit`: lets a laptop into the team.
struct TeamAdmitCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "admit", abstract: TeamSentences.here.teamAdmit)
  }

  @Argument(help: ArgumentHelp(TeamSentences.here.whichDeviceHelp))
  var device: [String]
  @Option(help: ArgumentHelp(TeamSentences.here.admitNameHelp))
  var name: String?
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = TeamSentences.of(language)
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let found = try workplace.device(device.joined(separator: " "), language)
    let person = try workplace.admittingPerson(actor.name, language)
    if case .admitted = found.standing { throw Refusal(sentences.isIn(found.name)) }
    if case .founder = found.standing { throw Refusal(sentences.isIn(found.name)) }
    let called = name ?? found.callsItself
    guard !called.isEmpty else { throw Refusal(sentences.needsName) }
    _ = try workplace.admit(found.key, name: called, person: person)
    options.tellNotices(of: workplace)
    Output.line(sentences.admitted(called))
  }
}
