import ArgumentParser
import FormEngine
import JSONText
import RecordFiles
import Reports
import Screens

/// `ruhu form basis`: on what every question, rule and number of a form rests.
struct FormBasisCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "basis", abstract: CommandSentences.here.formBasis)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.formHelp))
  var form: String
  @OptionGroup var spoken: LanguageOption
  var language: Language { spoken.language }

  func perform() throws {
    let file = FormFile(form, language: language)
    let definition = try file.definition()
    let folder = FormFolder(form: file.path, disk: PosixDisk())
    let facts = try file.factRows().compactMap {
      BasisPage.Fact(json: $0, languages: definition.languages)
    }
    let page = BasisPage(
      definition, regions: try overlays(folder.overlays()),
      profiles: try overlays(folder.profiles()), facts: facts)
    Output.bytes(Array(page.text.utf8))
  }

  private func overlays(_ listed: [FormFolder.Listed]) throws -> [Overlay] {
    try listed.map { found in
      do throws(FormLibrary.Fault) {
        return try found.overlay.get()
      } catch {
        throw Refusal(error, language)
      }
    }
  }
}
