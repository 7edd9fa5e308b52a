import Foundation
import Screens
import Sync

/// What is said by `ruhu sync`, `pack` and `unpack`: their help, and of sealed parcels.
struct ParcelSentences: Sendable {
  let sync: String
  let syncDiscussion: String
  let syncPathHelp: String
  let syncVillageHelp: String
  let pack: String
  let packVillagesHelp: String
  let packForHelp: String
  let packPassphraseHelp: String
  let packOutHelp: String
  let packUsage: String
  let unpack: String
  let unpackFileHelp: String
  let unpackSenderHelp: String

  let askPassphrase: String
  let askAgain: String
  let notTheSame: String
  let shortPassphrase: @Sendable (_ least: Int) -> String
  let packing: @Sendable (_ done: Int, _ total: Int) -> String
  let unpacking: @Sendable (_ done: Int, _ total: Int) -> String
  let packed: @Sendable (_ file: String, _ entries: Int, _ villages: Int, _ bytes: Int) -> String
  let senderIs: @Sendable (_ words: String) -> String
  let sameWords: String
  let otherSender: String

  let noSuchFile: @Sendable (_ path: String) -> String
  let notAParcel: @Sendable (_ path: String) -> String
  let torn: @Sendable (_ path: String) -> String
  let altered: @Sendable (_ path: String) -> String
  let laterVersion: String
  let notForThisDevice: String
  let needsPassphrase: String
  let wrongPassphrase: String
  let tooCostly: String
  let otherTeam: String
  let unknownSender: String
  let badReceiver: String
  let exists: @Sendable (_ path: String) -> String
  let insideData: @Sendable (_ path: String) -> String
  let readOnly: @Sendable (_ path: String) -> String
  let full: @Sendable (_ path: String) -> String
  let stopped: String
  let noMemory: String

  /// In the language of the environment, since help is made before options are read.
  static let here = of(Language.preferred(in: ProcessInfo.processInfo.environment))

  static func of(_ language: Language) -> ParcelSentences {
    language == .chinese ? chinese : english
  }

  /// Why a parcel was not packed or unpacked.
  func sentence(_ fault: ParcelFault, _ language: Language) -> String {
    let record = RecordSentences.of(language)
    return switch fault {
    case .noSuchFile(let path): noSuchFile(path)
    case .notAParcel(let path): notAParcel(path)
    case .torn(let path): torn(path)
    case .altered(let path): altered(path)
    case .laterVersion: laterVersion
    case .notForThisDevice: notForThisDevice
    case .needsPassphrase: needsPassphrase
    case .wrongPassphrase: wrongPassphrase
    case .tooCostly: tooCostly
    case .otherTeam: otherTeam
    case .unknownSender: unknownSender
    case .noReceiver: packUsage
    case .badReceiver: badReceiver
    case .exists(let path): exists(path)
    case .insideData(let path): insideData(path)
    case .readOnly(let path): readOnly(path)
    case .full(let path): full(path)
    case .stopped: stopped
    case .noMemory: noMemory
    case .folder(let fault): record.sentence(fault)
    case .notSigned(let fault): record.sentence(fault)
    case .disk(let fault): record.sentence(fault)
    }
  }
}
