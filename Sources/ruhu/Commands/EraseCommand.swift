import ArgumentParser
import Fieldwork
import Foundation
import Record
import RecordFiles
import Screens
import Station

/// `ruhu erase`: takes away what a household or an entry says, everywhere, and leaves the chain whole.
struct EraseCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "erase", abstract: TeamSentences.here.erase)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String
  @Argument(help: ArgumentHelp(TeamSentences.here.eraseWhatHelp))
  var what: String
  @Option(help: ArgumentHelp(TeamSentences.here.reasonHelp))
  var reason: String
  @Flag(help: ArgumentHelp(TeamSentences.here.yesHelp))
  var yes = false
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = TeamSentences.of(language)
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let desk = try workplace.open(code)
    guard let files = workplace.files else { throw Workplace.Fault.noVillage }
    let person = try workplace.actingPerson(actor.name, language)
    let (name, target) = try target(desk, files)
    let entries = try workplace.entries(erasedBy: target)
    guard workplace.mayErase(entries, person) else { throw Refusal(sentences.mayNotErase) }
    Output.line(sentences.willErase(name, entries.count))
    Output.line(sentences.whatGoes)
    Output.line(sentences.whatStays)
    guard yes || Self.agrees(sentences.areYouSure) else { throw Refusal(sentences.notErased) }
    let count = try workplace.erase(target, reason: reason, person: person)
    options.tellNotices(of: workplace)
    Output.line(sentences.erased(count))
  }

  /// What was named, and how it is called.
  private func target(
    _ desk: VillageDesk, _ files: VillageFiles
  ) throws -> (name: String, ErasureTarget) {
    // An entry's id is long: nothing else looks like one.
    if what.count >= 8, !desk.village.households.keys.contains(HouseholdID(what)) {
      let found = try files.entries().filter { $0.id.rawValue.hasPrefix(what) }
      if found.count == 1 {
        return (found[0].id.rawValue, .entries([found[0].id]))
      }
    }
    let household = try desk.village.household(called: what, language)
    let name = HistorySentences.of(language).title(
      household.group, household.number.map(String.init) ?? "", household.head)
    return (name, .household(household.id))
  }

  /// Asks a person at a keyboard; nobody there agrees to nothing.
  static func agrees(_ question: String) -> Bool {
    Output.line(question)
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    return answer == "y" || answer == "yes" || answer == "是"
  }
}
