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

  /// What is to go: how it is called, the entries, and what is written for it.
  private struct Target {
    var name: String
    var entries: [Entry]
    var drafts: [EntryDraft]
  }

  func perform() throws {
    let sentences = TeamSentences.of(language)
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let desk = try workplace.open(code)
    guard let files = workplace.files else { throw Workplace.Fault.noVillage }
    let person = try workplace.actingPerson(actor.name, language)
    let target = try target(desk, files)
    let isOwn = target.entries.allSatisfy { $0.person == person }
    guard workplace.authority.mayErase(person) || isOwn else {
      throw Refusal(sentences.mayNotErase)
    }
    Output.line(sentences.willErase(target.name, target.entries.count))
    Output.line(sentences.whatGoes)
    Output.line(sentences.whatStays)
    guard yes || Self.agrees(sentences.areYouSure) else { throw Refusal(sentences.notErased) }
    _ = try desk.append(target.drafts, person: person)
    let count = try workplace.carryOutErasures()
    options.tellNotices(of: workplace)
    Output.line(sentences.erased(count))
  }

  private func target(_ desk: VillageDesk, _ files: VillageFiles) throws -> Target {
    // An entry's id is long: nothing else looks like one.
    if what.count >= 8, !desk.village.households.keys.contains(HouseholdID(what)) {
      let found = try files.entries().filter { $0.id.rawValue.hasPrefix(what) }
      if found.count == 1 {
        return Target(
          name: found[0].id.rawValue, entries: found,
          drafts: try Erasure.entries(found, in: desk, reason: reason))
      }
    }
    let household = try desk.village.household(called: what, language)
    let file = try desk.file(of: household.id)
    let subjects =
      ([household.id] + file.joined.sorted()).map(\.subject) + file.interviews.map(\.id.subject)
    return Target(
      name: HistorySentences.of(language).title(
        household.group, household.number.map(String.init) ?? "", household.head),
      entries: try files.entries(of: subjects),
      drafts: Erasure.household(file, reason: reason))
  }

  /// Asks a person at a keyboard; nobody there agrees to nothing.
  static func agrees(_ question: String) -> Bool {
    Output.line(question)
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    return answer == "y" || answer == "yes" || answer == "是"
  }
}
