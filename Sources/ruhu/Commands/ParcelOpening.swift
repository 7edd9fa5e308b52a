import Fieldwork
import Foundation
import Record
import RecordFiles
import Screens
import Sync
import Trust

/// Takes in a sealed parcel from the command line: who sent it is compared, the passphrase asked.
struct ParcelOpening {
  let workplace: Workplace
  let language: Language
  /// The sender's eight words, as someone was told them; nil where they are to be compared now.
  let sender: String?

  private var sentences: ParcelSentences { .of(language) }

  /// Takes in what is in a file.
  func take(_ file: String) throws -> MeetingReport {
    guard let sealing = Sealing.sodium() else { throw Workplace.Fault.noCrypto }
    let parcel = Parcel(
      path: URL(filePath: file).standardizedFileURL.path, crypto: workplace.crypto,
      sealing: sealing, clock: workplace.clock)
    let shown = ProgressLine()
    Interruption.listen()
    defer { shown.clear() }
    do {
      let label = try parcel.label()
      try check(label)
      let words = label.needsPassphrase ? Passphrase.ask(sentences.askPassphrase) : nil
      return try workplace.unpack(parcel, passphrase: words, sender: label.sender) { done, total in
        shown.show(sentences.unpacking(done, total))
        return !Interruption.isWanted
      }
    } catch let fault as ParcelFault {
      throw Refusal(sentences.sentence(fault, language))
    }
  }

  /// A sender that the team knows is enough; any other must be the one whose words a person was told.
  private func check(_ label: Parcel.Label) throws {
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
