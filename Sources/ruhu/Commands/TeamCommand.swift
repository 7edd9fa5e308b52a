import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens

/// `ruhu team`: what holds for everybody in the team, and whose laptops count.
struct TeamCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "team", abstract: CommandSentences.here.team,
      subcommands: [
        TeamNewCommand.self, TeamJoinCommand.self, TeamDevicesCommand.self,
        TeamAdmitCommand.self, TeamRevokeCommand.self, TeamRoleCommand.self,
        TeamPeopleCommand.self, TeamPersonCommand.self,
        TeamFindingsCommand.self,
      ])
  }
}

/// `ruhu team findings`: whether surveyors see what was found during the interview, to learn from it.
struct TeamFindingsCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "findings", abstract: CommandSentences.here.teamFindings)
  }

  /// When findings are shown.
  enum When: String, CaseIterable, ExpressibleByArgument {
    case atOnce = "at-once"
    case atEnd = "at-end"
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.whenHelp))
  var when: When?
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(when == nil ? .reading : .writing)
    defer { workplace.close() }
    if let when, (when == .atOnce) != workplace.team.showsFindingsAtOnce {
      let person = try workplace.actingPerson(actor.name, language)
      let said = Fact.findingsShownAtOnce(when == .atOnce)
      _ = try workplace.recordTeam([said.draft(of: .team)], person: person)
      options.tellNotices(of: workplace)
    }
    Output.line(StandardSentences.of(language).findingsShown(workplace.team.showsFindingsAtOnce))
  }
}
