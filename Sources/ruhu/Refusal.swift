import FormEngine
import Foundation
import JSONText
import RecordFiles
import Screens
import Spreadsheets
import Station

/// A command's "no": what is wrong, line by line, for the person who gave the command.
struct Refusal: Error {
  /// The exit status of a command that was given in a wrong way.
  static let usage: Int32 = 64

  let lines: [String]
  let status: Int32

  init(_ lines: [String], status: Int32 = 1) {
    self.lines = lines
    self.status = status
  }

  init(_ line: String) { self.init([line]) }

  /// The sentences for a fault of any room.
  init(_ error: any Error, _ language: Language) {
    let record = RecordSentences.of(language)
    switch error {
    case let refusal as Refusal: self = refusal
    case let fault as DataFolderFault: self.init(record.sentence(fault))
    case let fault as AppendFault: self.init(record.sentence(fault))
    case let fault as CopyFault: self.init(record.lines(fault))
    case let fault as DiskFault: self.init(record.sentence(fault))
    case let fault as StoreFault: self.init(record.sentence(fault))
    case let fault as RegisterMappingFault:
      self.init(RegisterSentences.of(language).sentence(fault))
    case let fault as FormLibrary.Fault: self.init(fault, language)
    case Workplace.Fault.noCrypto: self.init(record.noCrypto)
    case Workplace.Fault.noVillage: self.init(record.noVillage)
    case let fault as InputFile.Fault: self.init(FileSentences.of(language).sentence(fault))
    // Faults are enums of facts, so the bare name tells at least whoever is asked for help.
    default: self.init(record.other("\(error)"))
    }
  }

  private init(_ fault: FormLibrary.Fault, _ language: Language) {
    let files = FileSentences.of(language)
    let forms = FormSentences.of(language)
    switch fault {
    case .missing(let path): self.init(RecordSentences.of(language).noForm(path))
    case .notJSON(let path, let line, let column): self.init(files.notJSON(path, line, column))
    case .notAWorkbook(let path, let fault): self.init(forms.line(fault, file: path))
    case .form(let path, let faults): self.init(forms.lines(faults, file: path))
    case .noSuchOverlay(let name, let here):
      self.init(StandardSentences.of(language).noSuchOverlay(name, here))
    case .noSuchProfile(let name, let here):
      self.init(StandardSentences.of(language).noSuchProfile(name, here))
    }
  }

  /// Says so on standard error.
  func say() {
    for line in lines { FileHandle.standardError.write(Data((line.shownSafely + "\n").utf8)) }
  }
}
