import ArgumentParser
import Fieldwork
import Foundation
import Record
import RecordFiles
import Screens
import Sync
import Trust

/// `ruhu unpack`: takes in a sealed parcel, once its signature over the whole was found good and its
/// sender is known.
struct UnpackCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "unpack", abstract: ParcelSentences.here.unpack)
  }

  @Argument(help: ArgumentHelp(ParcelSentences.here.unpackFileHelp))
  var file: String
  @Option(help: ArgumentHelp(ParcelSentences.here.unpackSenderHelp, valueName: "words"))
  var sender: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func perform() throws {
    let sentences = ParcelSentences.of(language)
    let workplace = try options.open(.writing, makingFolder: true)
    defer { workplace.close() }
    guard let sealing = Sealing.sodium() else { throw Workplace.Fault.noCrypto }
    let parcel = Parcel(
      path: URL(filePath: file).standardizedFileURL.path, crypto: workplace.crypto,
      sealing: sealing, clock: workplace.clock)
    let shown = ProgressLine()
    Interruption.listen()
    do {
      let label = try parcel.label()
      try check(label, workplace)
      let words = label.needsPassphrase ? Passphrase.ask(sentences.askPassphrase) : nil
      let report = try workplace.unpack(parcel, passphrase: words, sender: label.sender) {
        done, total in
        shown.show(sentences.unpacking(done, total))
        return !Interruption.isWanted
      }
      shown.clear()
      options.tellNotices(of: workplace)
      for line in MeetingLines(language).arrived(report) { Output.line(line) }
      if !report.troubles.isEmpty { throw ExitCode(1) }
    } catch let fault as ParcelFault {
      shown.clear()
      throw Refusal(sentences.sentence(fault, language))
    }
  }

  /// A sender that the team knows is enough; any other must be the one whose words a person was told.
  private func check(_ label: Parcel.Label, _ workplace: Workplace) throws {
    let sentences = ParcelSentences.of(language)
    if let team = workplace.authority.team {
      guard team == label.team else { throw ParcelFault.otherTeam(label.team) }
      if workplace.authority.isMember(label.sender) { return }
    }
    guard let words = workplace.words(of: label.sender) else {
      throw ParcelFault.unknownSender(key: label.sender)
    }
    if let sender {
      guard FingerprintWords(sender) == words else { throw Refusal(sentences.otherSender) }
      return
    }
    Output.line(sentences.senderIs(words.text(language)))
    guard EraseCommand.agrees(sentences.sameWords) else {
      throw ParcelFault.unknownSender(key: label.sender)
    }
  }
}
