import ArgumentParser
import Fieldwork
import FormEngine
import JSONText
import Record
import RecordFiles
import Screens
import Spreadsheets

/// `ruhu village new`: a village and the people who work in it.
struct VillageNewCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: CommandSentences.here.villageNew)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String
  @Argument(help: ArgumentHelp(CommandSentences.here.villageNameHelp))
  var name: String
  @Option(help: ArgumentHelp(CommandSentences.here.roundHelp))
  var round = "base"
  @Option(
    name: .customLong("person"), parsing: .singleValue,
    help: ArgumentHelp(CommandSentences.here.personHelp, valueName: "name"))
  var people: [String] = []
  @OptionGroup var chosen: StandardOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = ActSentences.of(language)
    guard Scope.isVillageCode(code) else {
      throw Refusal(RecordSentences.of(language).badVillageCode(code))
    }
    let workplace = try options.open(.writing, fillsForms: true, makingFolder: true)
    defer { workplace.close() }
    let overlay = chosen.overlayName ?? ""
    let profile = chosen.profileName ?? ""
    let form = try workplace.forms.effective(overlay: overlay, profile: profile).definition
    let rounds = RegisterChoice.lists(form: form.workbook.json)["round"] ?? []
    guard rounds.contains(where: { $0.name == round }) else {
      throw Refusal(sentences.noSuchRound(round, rounds.map(\.name)))
    }
    guard try !workplace.folder.villages().contains(code) else {
      throw Refusal(sentences.villageExists(code))
    }
    if people.isEmpty { _ = try workplace.actingPerson(nil, language) }
    try workplace.add(people)
    let named = workplace.likelyPerson == nil ? people.first : nil
    let person = try workplace.actingPerson(named, language)
    let files = try workplace.folder.makeVillage(code)
    var facts: [Fact] = [.villageNamed(name: name, round: round)]
    if !overlay.isEmpty || !profile.isEmpty {
      facts.append(.standardChosen(overlay: overlay, profile: profile))
    }
    _ = try files.append(facts.map { $0.draft(of: .village) }, person: person)
    _ = try workplace.recordTeam(
      [Fact.villageAdded(code: code, name: name).draft(of: .team)], person: person)
    options.tellNotices(of: workplace)
    Output.line(sentences.villageMade(code, name))
  }
}
