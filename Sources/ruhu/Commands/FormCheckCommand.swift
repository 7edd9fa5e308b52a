import ArgumentParser
import FormEngine
import RecordFiles
import Screens

/// `ruhu form check`: a questionnaire's faults by sheet, row and column, and those of the profiles and
/// overlays beside it.
struct FormCheckCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: CommandSentences.here.formCheck)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.formHelp))
  var form: String
  @Option(help: ArgumentHelp(CommandSentences.here.checkOverlayHelp, valueName: "file"))
  var overlay: String?
  @OptionGroup var spoken: LanguageOption
  var language: Language { spoken.language }

  func perform() throws {
    let file = FormFile(form, language: language)
    let folder = FormFolder(
      form: file.path,
      // A county's overlay may build on another of the county.
      ownOverlays: overlay == nil ? nil : Places(data: nil).data + "/overlays", disk: PosixDisk())
    let beside = folder.profiles() + folder.overlays()
    var review = try FormReview(
      file, usedBy: beside.compactMap { try? $0.overlay.get().workbook }, language: language)
    if let overlay, !review.isRefused {
      // A name without an ending would be looked for among those that are here.
      let file = overlay.contains("/") ? overlay : "./" + overlay
      review.tell(overlay) { () throws(FormLibrary.Fault) in
        try folder.additions(overlay: file, profile: "", orFiles: true)
      }
    } else {
      review.tellForm()
    }
    if overlay == nil, !review.isRefused {
      for listed in beside {
        review.tell(listed.path) { () throws(FormLibrary.Fault) in
          let isProfile = try listed.overlay.get().kind == .profile
          return try folder.additions(
            overlay: isProfile ? "" : listed.path, profile: isProfile ? listed.path : "",
            orFiles: true)
        }
      }
    }
    let sentences = FormSentences.of(language)
    guard review.errors == 0 else {
      throw Refusal(review.lines + [sentences.isRefused(review.errors)])
    }
    Refusal(review.lines).say()
    for (path, form) in review.good {
      guard let definition = try? FormDefinition(form) else { continue }
      let questions = definition.nodes.count { node in
        if case .question = node.kind { true } else { false }
      }
      Output.line(
        sentences.isGood(path, questions, definition.languages.joined(separator: ", ")))
    }
  }
}
