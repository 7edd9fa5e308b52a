import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens
import Sync
import Trust

/// `ruhu team join`: takes a team's journals from an exchange folder, once the founder's words agree, or
/// from a sealed parcel, once its sender's do.
struct TeamJoinCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "join", abstract: TeamSentences.here.teamJoin)
  }

  @Argument(help: ArgumentHelp(TeamSentences.here.joinPathHelp))
  var path: String
  @Option(help: ArgumentHelp(TeamSentences.here.founderHelp))
  var founder: String?
  @Option(name: .customLong("device-name"), help: ArgumentHelp(TeamSentences.here.deviceNameHelp))
  var deviceName: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let workplace = try options.open(.writing, makingFolder: true)
    defer { workplace.close() }
    if try workplace.disk.status(path).map({ !$0.isFolder }) ?? false {
      try takeParcel(workplace)
    } else {
      try takeFolder(workplace)
    }
    if let deviceName {
      workplace.settings.deviceName = deviceName
      workplace.settings.write(in: workplace.places.device, workplace.disk)
    }
    let own = try workplace.folder.publicKey()
    if !workplace.authority.isMember(own), let words = workplace.words(of: own) {
      Output.line(TeamSentences.of(language).thenAdmit(words.text(language)))
    }
  }

  /// Takes in a parcel with all that is in it; whoever joins knows its sender, who need not have founded
  /// the team.
  private func takeParcel(_ workplace: Workplace) throws {
    let report = try ParcelOpening(workplace: workplace, language: language, sender: founder)
      .take(path)
    options.tellNotices(of: workplace)
    guard workplace.authority.founded != nil else {
      throw Refusal(TeamSentences.of(language).nothingToJoin(path))
    }
    for line in MeetingLines(language).arrived(report) { Output.line(line) }
    Output.line(TeamSentences.of(language).joinedByParcel(workplace.authority.name))
  }

  private func takeFolder(_ workplace: Workplace) throws {
    let sentences = TeamSentences.of(language)
    let offer = try offer(for: workplace)
    guard let words = workplace.words(of: offer.founder) else {
      throw Refusal(sentences.nothingToJoin(path))
    }
    Output.line(sentences.founderIs(offer.name, words.text(language)))
    try compare(words)
    let files = try workplace.folder.team()
    _ = try files.receive(offer.parts)
    try workplace.readTeam()
    guard workplace.authority.team == offer.team,
      files.keys().values.contains(offer.founder)
    else { throw Refusal(sentences.nothingToJoin(path)) }
    Output.line(sentences.joined(offer.name))
  }

  /// The only team that lies there, or the one that this laptop is in already.
  private func offer(for workplace: Workplace) throws -> TeamOffer {
    let sentences = TeamSentences.of(language)
    guard let sealing = Sealing.sodium() else { throw Workplace.Fault.noCrypto }
    let offers: [TeamOffer]
    do {
      offers = try Exchange.offers(
        at: path, disk: workplace.disk, crypto: workplace.crypto, sealing: sealing)
    } catch {
      throw Refusal(SyncSentences.of(language).sentence(error, language))
    }
    if let team = workplace.authority.team {
      guard let own = offers.first(where: { $0.team == team }) else {
        throw Refusal(sentences.otherTeam(workplace.authority.name))
      }
      return own
    }
    if let founder, let words = FingerprintWords(founder),
      let told = offers.first(where: { workplace.words(of: $0.founder) == words })
    {
      return told
    }
    guard let first = offers.first else { throw Refusal(sentences.nothingToJoin(path)) }
    guard offers.count == 1 || founder != nil else {
      throw Refusal(
        [sentences.severalTeams]
          + offers.compactMap { offer in
            workplace.words(of: offer.founder).map { "\(offer.name)  \($0.text(language))" }
          })
    }
    return first
  }

  /// The words must be those that the founder reads out: without that anybody's stick could be joined.
  private func compare(_ words: FingerprintWords) throws {
    let sentences = TeamSentences.of(language)
    if let founder {
      guard FingerprintWords(founder) == words else { throw Refusal(sentences.wrongFounder) }
      return
    }
    Output.line(sentences.compareFounder)
    guard EraseCommand.agrees(sentences.sameWords) else { throw Refusal(sentences.notCompared) }
  }
}
