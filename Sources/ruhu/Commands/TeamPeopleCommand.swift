import ArgumentParser
import Fieldwork
import RecordFiles
import Screens

/// `ruhu team people`: who is in the team, as what, where, and whether with a PIN.
struct TeamPeopleCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "people", abstract: TeamSentences.here.teamPeople)
  }

  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let lines = PersonLines(language)
    for person in workplace.team.people { Output.line(lines.line(person)) }
    for line in lines.withoutRight(try workplace.shownTeam(language)) { Output.line(line) }
  }
}
