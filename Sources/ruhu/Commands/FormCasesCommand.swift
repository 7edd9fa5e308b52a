import ArgumentParser
import FormEngine
import Foundation
import RecordFiles
import Screens
import Spreadsheets

/// `ruhu form cases`: a table of cases, each judged and compared with what it says.
struct FormCasesCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "cases", abstract: CommandSentences.here.formCases)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.formHelp))
  var form: String
  @Argument(help: ArgumentHelp(CommandSentences.here.casesHelp))
  var cases: String
  @Option(help: ArgumentHelp(CommandSentences.here.caseBaseHelp, valueName: "file"))
  var base: String?
  @OptionGroup var spoken: LanguageOption
  var language: Language { spoken.language }

  func perform() throws {
    let sentences = CaseSentences.of(language)
    let file = FormFile(form, language: language)
    let base = try base ?? usualBase(file.path)
    let table: StandardCaseTable
    do {
      table = try StandardCaseTable(base: sheet(base), cases: sheet(cases))
    } catch let faults as StandardCaseFaults {
      throw Refusal(lines(faults, base))
    }
    var forms = StandardCaseForms(try file.workbook(), overlays: try overlays(file, table))
    var differing = 0
    var faulty = 0
    for one in table.cases {
      do {
        let judged = try table.judge(one, by: forms.definition(for: one))
        let how = differences(one, judged)
        let sentence =
          language == .chinese ? one.sentences.chinese : one.sentences.english
        if !how.isEmpty { differing += 1 }
        Output.line(
          how.isEmpty
            ? sentences.agrees(one.row, one.rule, sentence)
            : sentences.differs(one.row, one.rule, sentence, how))
      } catch {
        faulty += 1
        Refusal(lines(error, base)).say()
      }
    }
    guard differing + faulty == 0 else {
      throw Refusal(sentences.someDiffer(differing, faulty, table.cases.count))
    }
    Output.line(sentences.allAgree(table.cases.count))
  }

  private func differences(_ one: StandardCase, _ judged: StandardCaseTable.Judged) -> String {
    let sentences = CaseSentences.of(language)
    var how: [String] = []
    if let outcome = one.outcome, outcome != judged.outcome {
      how.append(
        sentences.result(
          sentences.word(outcome, language), sentences.word(judged.outcome, language)))
    }
    if let verdict = one.verdict, verdict != judged.verdict {
      how.append(
        sentences.verdict(
          sentences.word(verdict, language), sentences.word(judged.verdict, language)))
    }
    return how.joined(separator: language == .chinese ? "" : " ")
  }

  private func lines(_ faults: StandardCaseFaults, _ base: String) -> [String] {
    faults.faults.map {
      CaseSentences.of(language).line($0, base: base, cases: cases, language)
    }
  }

  // MARK: Files

  /// The base beside the cases, else the one beside the form.
  private func usualBase(_ form: String) throws -> String {
    let beside = [cases, form].map {
      URL(filePath: $0).deletingLastPathComponent().appending(path: "cases-base.csv").path
    }
    guard let found = beside.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw Refusal(CaseSentences.of(language).noBase(cases))
    }
    return found
  }

  private func sheet(_ path: String) throws -> Sheet {
    let bytes = try InputFile(path: path).bytes()
    do {
      let table = try CSVTable(reading: bytes)
      return Sheet(name: path, table: table.rows.map { ($0.number, $0.cells) })
    } catch {
      throw Refusal(RegisterSentences.of(language).line(error, file: path))
    }
  }

  /// The regions and profiles beside the form, and the county's own; one that cannot be read is told
  /// where a case names it.
  private func overlays(_ file: FormFile, _ table: StandardCaseTable) throws -> [Overlay] {
    let folder = FormFolder(
      form: file.path, ownOverlays: Places(data: nil).data + "/overlays", disk: PosixDisk())
    let named = Set(table.cases.map(\.overlay))
    return try (folder.overlays() + folder.profiles()).compactMap { listed in
      switch listed.overlay {
      case .success(let overlay): return overlay
      case .failure(let fault):
        if named.contains(listed.name) { throw fault }
        return nil
      }
    }
  }
}
