import ArgumentParser
import Fieldwork
import FormEngine
import Foundation
import Intake
import JSONText
import Record
import RecordFiles
import Screens
import Spreadsheets
import Station

/// `ruhu import`: households and members of a register.
struct ImportCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: CommandSentences.here.importRegister)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.registerHelp))
  var file: String
  @Option(help: ArgumentHelp(CommandSentences.here.codeHelp, valueName: "code"))
  var village: String
  @Option(help: ArgumentHelp(CommandSentences.here.mappingHelp, valueName: "file"))
  var mapping: String?
  @Flag(help: ArgumentHelp(CommandSentences.here.dryRunHelp))
  var dryRun = false
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let bytes = try InputFile(path: file).bytes()
    let mapping =
      try mapping.map { try RegisterMapping(InputFile(path: $0).json()) }
      ?? .none
    let workplace = try options.open(dryRun ? .reading : .writing, fillsForms: true)
    defer { workplace.close() }
    let desk = try workplace.open(village)
    options.tellStandard(of: workplace)
    let form = workplace.form?.definition.workbook
    let choices = form.map { RegisterChoice.lists(form: $0.json) } ?? [:]
    let reader = RegisterReader(
      village: village, choices: choices,
      today: try CalendarDate(reading: String(Clock.wallTime().prefix(10))), mapping: mapping)
    let register: Register
    do {
      register = try reader.read(bytes)
    } catch {
      throw Refusal(RegisterSentences.of(language).lines(error, file: file, choices: choices))
    }
    let intake = try RegisterIntake(
      register, village: village, file: URL(filePath: file).lastPathComponent,
      batch: ShortID.derived(
        from: String(decoding: bytes, as: UTF8.self), by: workplace.crypto.sha256),
      digest: workplace.crypto.sha256
    ) { id in
      desk.village.households[id] == nil ? nil : try desk.file(of: id).household
    }
    if !intake.drafts.isEmpty, !dryRun {
      let person = try workplace.actingPerson(actor.name, language)
      _ = try desk.append(intake.drafts, person: person)
    }
    options.tellNotices(of: workplace)
    let sentences = ActSentences.of(language)
    Output.line(
      (dryRun ? sentences.wouldImport : sentences.imported)(
        register.households.count, intake.members, intake.new, intake.changed, intake.unchanged))
  }
}
