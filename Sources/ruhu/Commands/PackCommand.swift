import ArgumentParser
import Fieldwork
import Foundation
import Record
import RecordFiles
import Screens
import Sync
import Trust

/// `ruhu pack`: villages in one sealed file, for named laptops or with a passphrase.
struct PackCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "pack", abstract: ParcelSentences.here.pack)
  }

  @Argument(help: ArgumentHelp(ParcelSentences.here.packVillagesHelp))
  var villages: [String]
  @Option(
    name: .customLong("for"), parsing: .singleValue,
    help: ArgumentHelp(ParcelSentences.here.packForHelp, valueName: "name"))
  var receivers: [String] = []
  @Flag(help: ArgumentHelp(ParcelSentences.here.packPassphraseHelp))
  var passphrase = false
  @Option(help: ArgumentHelp(ParcelSentences.here.packOutHelp))
  var out: String
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func validate() throws {
    if receivers.isEmpty == !passphrase { throw ValidationError(ParcelSentences.here.packUsage) }
  }

  func perform() throws {
    let sentences = ParcelSentences.of(language)
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    guard let sealing = Sealing.sodium() else { throw Workplace.Fault.noCrypto }
    guard let team = workplace.authority.team else {
      throw Refusal(SyncSentences.of(language).noTeam)
    }
    let person = try workplace.actingPerson(actor.name, language)
    let parcel = Parcel(
      path: URL(filePath: out).standardizedFileURL.path, crypto: workplace.crypto,
      sealing: sealing, clock: workplace.clock)
    let shown = ProgressLine()
    Interruption.listen()
    let packed: Parcel.Packed
    do {
      packed = try parcel.pack(
        workplace.folder, villages: villages, team: team, for: try lock(workplace), person: person,
        overlays: workplace.overlayRules
      ) { done, total in
        shown.show(sentences.packing(done, total))
        return !Interruption.isWanted
      }
    } catch let fault as ParcelFault {
      shown.clear()
      throw Refusal(sentences.sentence(fault, language))
    }
    shown.clear()
    options.tellNotices(of: workplace)
    let entries = packed.entries.values.reduce(0, +)
    Output.line(sentences.packed(out, entries, villages.count, packed.bytes))
  }

  private func lock(_ workplace: Workplace) throws -> Parcel.Lock {
    let sentences = ParcelSentences.of(language)
    if passphrase {
      guard let words = Passphrase.ask(sentences.askPassphrase) else {
        throw ParcelFault.needsPassphrase
      }
      guard words.count >= Self.shortestPassphrase else {
        throw Refusal(sentences.shortPassphrase(Self.shortestPassphrase))
      }
      guard Passphrase.ask(sentences.askAgain) == words else {
        throw Refusal(sentences.notTheSame)
      }
      return .passphrase(words)
    }
    return .devices(try receivers.map { try workplace.device($0, language).key })
  }

  /// With fewer characters even a slow derivation is soon tried out.
  private static let shortestPassphrase = 8
}
