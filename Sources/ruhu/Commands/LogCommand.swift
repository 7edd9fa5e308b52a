import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens
import Station

/// `ruhu log`: what happened in a household, for a person, or as ODK's audit file.
struct LogCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "log", abstract: CommandSentences.here.log)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.householdHelp))
  var household: String
  @Option(help: ArgumentHelp(CommandSentences.here.codeHelp, valueName: "code"))
  var village: String?
  @Flag(help: ArgumentHelp(CommandSentences.here.auditHelp))
  var audit = false
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let desk = try workplace.open(try options.village(village, in: workplace))
    let found = try desk.village.household(called: household, language)
    let file = try desk.file(of: found.id)
    if audit {
      guard let interview = file.current else {
        throw Refusal(ActSentences.of(language).noInterview)
      }
      let definition = interview.start.flatMap { workplace.forms.form($0.form) }
      let log = AuditFile(interview, definition: definition, team: workplace.team)
      Output.bytes(Array(log.text.utf8))
      return
    }
    let subjects =
      [Subject.household(found.id.rawValue)]
      + file.interviews.map { Subject.interview($0.id.rawValue) }
      + file.issues.map(\.id.subject)
    let entries = try workplace.files?.entries(of: subjects) ?? []
    let history = HouseholdHistory(
      file, team: workplace.team, forms: { workplace.forms.form($0) }, language: language)
    Output.line(
      HistorySentences.of(language).title(
        found.group, found.number.map(String.init) ?? "", found.head))
    let causality = try workplace.files?.causality() ?? Causality()
    for line in history.lines(entries, causality) { Output.line(line) }
  }
}
