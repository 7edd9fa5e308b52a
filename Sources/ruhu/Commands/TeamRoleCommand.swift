import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens

/// `ruhu team role`: who supervises, and who gathers the work.
struct TeamRoleCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "role", abstract: TeamSentences.here.teamRole)
  }

  /// What someone in the team is.
  enum Role: String, CaseIterable, ExpressibleByArgument { case surveyor, supervisor, office }

  @Argument(help: ArgumentHelp(TeamSentences.here.rolePersonHelp))
  var person: String
  @Argument(help: ArgumentHelp(TeamSentences.here.roleHelp))
  var role: Role
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = TeamSentences.of(language)
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let found = try workplace.person(called: person, language)
    let deciding = try workplace.admittingPerson(actor.name, language)
    _ = try workplace.recordTeam(
      [
        Fact.personAdded(name: found.name, role: role.rawValue).draft(
          of: .person(found.id.rawValue))
      ], person: deciding)
    options.tellNotices(of: workplace)
    Output.line(sentences.roleGiven(found.name, role.rawValue))
  }
}
