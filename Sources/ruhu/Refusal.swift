import Foundation
import RecordFiles
import Spreadsheets

/// A command's "no": what is wrong, line by line, for the person who gave the command.
struct Refusal: Error {
  let lines: [String]

  init(_ lines: [String]) { self.lines = lines }
  init(_ line: String) { self.init([line]) }

  /// The sentences for a fault of any room; nil for what is no fault of ours (help, usage).
  init?(_ error: any Error, _ language: Language) {
    let record = RecordSentences.of(language)
    switch error {
    case let refusal as Refusal: self = refusal
    case let fault as DataFolderFault: self.init(record.sentence(fault))
    case let fault as AppendFault: self.init(record.sentence(fault))
    case let fault as DiskFault: self.init(record.sentence(fault))
    case let fault as RegisterMappingFault:
      self.init(RegisterSentences.of(language).sentence(fault))
    default: return nil
    }
  }

  /// Says so on standard error.
  func say() {
    for line in lines { FileHandle.standardError.write(Data((line.shownSafely + "\n").utf8)) }
  }
}
