import ArgumentParser
import Fieldwork
import JSONText
import RecordFiles
import Screens
import Station

/// `ruhu conflicts`: what two people wrote differently in a village.
struct ConflictsCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "conflicts", abstract: TeamSentences.here.conflicts)
  }

  /// How it is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String?
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = Format.text
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let desk = try workplace.open(try options.village(code, in: workplace))
    let conflicts = try workplace.conflictReader(language)?.shown() ?? []
    switch format {
    case .text:
      if conflicts.isEmpty {
        Output.line(TeamSentences.of(language).noConflicts(desk.village.name))
      }
      let lines = ConflictLines(language)
      for conflict in conflicts { for line in lines.lines(conflict) { Output.line(line) } }
    case .json:
      let json: JSON = .array(conflicts.map(Self.json))
      Output.bytes(Array(json.pretty.utf8))
    }
  }

  private static func json(_ conflict: ShownConflict) -> JSON {
    var json: JSON = [
      "id": .string(conflict.id), "door": .string(conflict.door), "what": .string(conflict.what),
      "sides": .array(
        conflict.sides.map { ["text": .string($0.text), "source": .string($0.source)] }),
    ]
    if let household = conflict.household { json.set("household", .string(household.rawValue)) }
    if !conflict.others.isEmpty {
      json.set("others", .array(conflict.others.map { .string($0.rawValue) }))
    }
    if !conflict.differences.isEmpty {
      json.set(
        "differences",
        .array(
          conflict.differences.map {
            [
              "section": .string($0.section), "label": .string($0.label),
              "values": .array($0.values.map(JSON.string)),
            ]
          }))
    }
    return json
  }
}
