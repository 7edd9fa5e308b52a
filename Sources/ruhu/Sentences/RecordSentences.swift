import Screens

/// What is said about the data on the disk.
struct RecordSentences: Sendable {
  let noSuchFolder: @Sendable (_ path: String) -> String
  let fat: String
  let network: String
  let sharedFolder: String
  let userSpace: String
  let held: @Sendable (_ process: Int?) -> String
  let readOnly: @Sendable (_ path: String) -> String
  let laterVersion: @Sendable (_ version: Int) -> String
  let unreadable: @Sendable (_ path: String) -> String
  let deviceInData: String
  let noSuchVillage: @Sendable (_ code: String) -> String
  let badVillageCode: @Sendable (_ code: String) -> String
  let badName: @Sendable (_ name: String) -> String
  let openedForReading: String
  let notWritable: String
  let syncFailed: String
  let system: @Sendable (_ reason: String) -> String
  let full: String
  let disk: @Sendable (_ path: String, _ reason: String) -> String
  let draft: @Sendable (_ detail: String) -> String
  let noCrypto: String
  let noForm: @Sendable (_ path: String) -> String
  let noVillage: String
  let other: @Sendable (_ name: String) -> String

  let notEmpty: @Sendable (_ path: String) -> String
  let insideData: @Sendable (_ path: String) -> String
  let noSuchTarget: @Sendable (_ path: String) -> String
  let severalCopies: String
  let noBackup: @Sendable (_ path: String) -> String
  let alteredBackup: @Sendable (_ file: String) -> String
  let newerData: String
  let otherData: String
  let notCopied: @Sendable (_ path: String) -> String
  let targetFull: @Sendable (_ path: String) -> String

  let rolledBack: @Sendable (_ file: String, _ had: Int, _ has: Int) -> String
  let damaged: @Sendable (_ file: String) -> String
  let cutOff: @Sendable (_ file: String, _ bytes: Int, _ evidence: String) -> String

  let journalPlace: @Sendable (_ file: String, _ line: Int) -> String
  let tornLastLine: String
  let tornAct: String
  let badLine: String
  let badOpening: String
  let unknownVersion: @Sendable (Int) -> String
  let wrongScope: String
  let wrongWriter: String
  let wrongSequence: @Sendable (_ expected: Int, _ found: Int) -> String
  let gap: @Sendable (_ expected: Int, _ found: Int) -> String
  let wrongChain: String
  let wrongDigest: String
  let wrongLamport: String
  let badBody: String
  let wrongSignature: String
  let cutShort: @Sendable (_ had: Int) -> String
  let lostEnd: @Sendable (_ written: Int, _ left: Int) -> String
  let journalUnreadable: @Sendable (_ reason: String) -> String
  let forked: @Sendable (_ after: Int) -> String
  let strayFile: String

  static func of(_ language: Language) -> RecordSentences {
    language == .chinese ? chinese : english
  }
}
