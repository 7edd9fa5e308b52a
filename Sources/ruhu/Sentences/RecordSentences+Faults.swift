import Glibc
import Record
import RecordFiles
import Screens
import Station

extension RecordSentences {
  /// Why a data folder cannot be opened.
  func sentence(_ fault: DataFolderFault) -> String {
    switch fault {
    case .noSuchFolder(let path): noSuchFolder(path)
    case .unsuitable(let fileSystem): sentence(fileSystem)
    case .held(let process): held(process)
    case .readOnly(let path): readOnly(path)
    case .laterVersion(let version): laterVersion(version)
    case .unreadable(let path): unreadable(path)
    case .deviceInData: deviceInData
    case .noSuchVillage(let code): noSuchVillage(code)
    case .badVillageCode(let code): badVillageCode(code)
    case .badName(let name): badName(name)
    case .openedForReading: openedForReading
    case .full: full
    case .disk(let fault): sentence(fault)
    }
  }

  /// Why nothing was written.
  func sentence(_ fault: AppendFault) -> String {
    switch fault {
    case .openedForReading: openedForReading
    case .draft(let fault): draft("\(fault)")
    case .full: full
    case .readOnly: notWritable
    case .disk(let fault): sentence(fault)
    case .folder(let fault): sentence(fault)
    }
  }

  /// Why nothing was written, as the use cases know it.
  func sentence(_ fault: StoreFault) -> String {
    switch fault {
    case .diskFull: full
    case .readOnly: notWritable
    case .syncFailed: syncFailed
    case .failed(let code): system(String(cString: strerror(code)))
    case .notOpenForWriting: openedForReading
    }
  }

  /// Why the system refused.
  func sentence(_ fault: DiskFault) -> String {
    disk(fault.path, String(cString: strerror(fault.code)))
  }

  /// Why a backup, a restore or a second copy did not come about.
  func lines(_ fault: CopyFault) -> [String] {
    switch fault {
    case .notEmpty(let path): [notEmpty(path)]
    case .insideData(let path): [insideData(path)]
    case .noSuchTarget(let path): [noSuchTarget(path)]
    case .severalCopies(let paths): [severalCopies] + paths
    case .noBackup(let path): [noBackup(path)]
    case .altered(let file): [alteredBackup(file)]
    case .newer(let journals): [newerData] + journals
    case .otherData: [otherData]
    case .notCopied(let path): [notCopied(path)]
    case .full(let path): [targetFull(path)]
    case .folder(let fault): [sentence(fault)]
    case .disk(let fault): [sentence(fault)]
    }
  }

  /// What was found and done on opening.
  func sentence(_ notice: FolderNotice) -> String {
    switch notice {
    case .rolledBack(let scope, let writer, let had, let has):
      rolledBack(Self.file(scope, writer), had, has)
    case .damaged(let scope, let writer): damaged(Self.file(scope, writer))
    case .cutOff(let scope, let writer, let evidence, let bytes):
      cutOff(Self.file(scope, writer), bytes, evidence)
    }
  }

  /// What is wrong with a journal, and where.
  func line(_ fault: JournalFault) -> String {
    journalPlace(fault.file, fault.line) + ": " + sentence(fault.kind)
  }

  private func sentence(_ kind: JournalFault.Kind) -> String {
    switch kind {
    case .tornLastLine: tornLastLine
    case .tornAct: tornAct
    case .badLine: badLine
    case .badOpening: badOpening
    case .unknownVersion(let version): unknownVersion(version)
    case .wrongScope: wrongScope
    case .wrongWriter: wrongWriter
    case .wrongSequence(let expected, let found): wrongSequence(expected, found)
    case .gap(let expected, let found): gap(expected, found)
    case .wrongChain: wrongChain
    case .wrongDigest: wrongDigest
    case .wrongLamport: wrongLamport
    case .badBody: badBody
    case .wrongSignature: wrongSignature
    case .cutShort(let had): cutShort(had)
    case .lostEnd(let written, let left): lostEnd(written, left)
    case .unreadable(let code): journalUnreadable(String(cString: strerror(code)))
    case .forked(let number): forked(number)
    case .strayFile: strayFile
    }
  }

  private func sentence(_ fileSystem: FileSystem) -> String {
    switch fileSystem {
    case .fat: fat
    case .network: network
    case .shared: sharedFolder
    case .userSpace, .suitable: userSpace
    }
  }

  private static func file(_ scope: Scope, _ writer: WriterID) -> String {
    "\(scope.folder)/journal/\(writer.rawValue).jsonl"
  }
}

extension FolderNotice {
  /// The notice in a language.
  func sentence(_ language: Language) -> String { RecordSentences.of(language).sentence(self) }
}
