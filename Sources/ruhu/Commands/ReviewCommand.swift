import ArgumentParser
import Fieldwork
import JSONText
import RecordFiles
import Screens
import Station

/// `ruhu review`: the households of a village that want a supervisor's look.
struct ReviewCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review", abstract: ReviewSentences.here.review)
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
    let queue = ReviewQueue(desk.village, today: String(workplace.clock().prefix(10)))
    switch format {
    case .text:
      let form = workplace.villageForms[desk.village.code]?.definition
      let lines = ReviewLines(language, team: workplace.team, form: form)
      guard queue.dueCount > 0 else { return Output.line(lines.none) }
      Output.line(lines.counts(queue))
      for line in AlignedTable(lines.table(queue)).lines { Output.line(line) }
    case .json:
      let due = queue.narrowed(to: []).lines.map { queue.lines[$0] }
      Output.bytes(Array(JSON.array(due.map(Self.json)).pretty.utf8))
    }
  }

  private static func json(_ line: ReviewLine) -> JSON {
    let household = line.household
    return [
      "household": .string(household.id.rawValue),
      "number": household.number.map(JSON.int) ?? .null,
      "group": .string(household.group), "head": .string(household.head),
      "state": .string(household.review.state.rawValue),
      "flags": .array(line.flags.map { .string($0.rawValue) }),
      "returned": .int(household.review.timesReturned),
      "open_comments": .int(household.review.openComments),
    ]
  }
}
