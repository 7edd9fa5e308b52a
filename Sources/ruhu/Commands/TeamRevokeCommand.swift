import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens

/// `ruhu team revoke`: what a lost laptop writes later is held apart.
struct TeamRevokeCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: TeamSentences.here.teamRevoke)
  }

  @Argument(help: ArgumentHelp(TeamSentences.here.whichDeviceHelp))
  var device: [String]
  @Option(
    parsing: .singleValue, help: ArgumentHelp(TeamSentences.here.afterHelp, valueName: "entry"))
  var after: [String] = []
  @Option(help: ArgumentHelp(TeamSentences.here.reasonHelp))
  var reason: String
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = TeamSentences.of(language)
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let found = try workplace.device(device.joined(separator: " "), language)
    guard !found.isThis else { throw Refusal(sentences.notItself) }
    let person = try workplace.admittingPerson(actor.name, language)
    var named: [JournalName: Heads.Head] = [:]
    for text in after {
      let (journal, head) = try entry(text, of: found.key, in: workplace)
      named[journal] = head
    }
    _ = try workplace.revoke(found.key, after: named, reason: reason, person: person)
    options.tellNotices(of: workplace)
    Output.line(sentences.revoked(DeviceLines(language).name(found)))
    let through = workplace.authority.device(found.key)?.revocation?.through ?? [:]
    for (scope, journal) in try workplace.inventory() {
      guard let last = through[journal.journal] else { continue }
      Output.line(
        sentences.countsUpTo(scope.text, journal.journal.fileName, last.sequence))
    }
  }

  /// The entry of a device whose id begins like that.
  private func entry(
    _ text: String, of key: [UInt8], in workplace: Workplace
  ) throws -> (JournalName, Heads.Head) {
    for files in try workplace.allFiles() {
      let journals = files.keys().filter { $0.value == key }
      files.limits = EntryLimits()
      let found = try files.entries().first {
        $0.id.rawValue.hasPrefix(text) && journals[$0.place.journal] != nil
      }
      if let found {
        return (found.place.journal, Heads.Head(sequence: found.sequence, id: found.id))
      }
    }
    throw Refusal(TeamSentences.of(language).noSuchEntry(text))
  }
}
