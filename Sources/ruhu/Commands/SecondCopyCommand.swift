import ArgumentParser
import Foundation
import RecordFiles
import Screens

/// `ruhu second-copy`: another folder or a stick that follows the data by itself.
struct SecondCopyCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "second-copy", abstract: CommandSentences.here.secondCopy)
  }

  /// What is to be done.
  enum Act: String, CaseIterable, ExpressibleByArgument { case set, now, off, status }

  @Argument(help: ArgumentHelp(CommandSentences.here.secondCopyActHelp))
  var act = Act.status
  @Argument(help: ArgumentHelp(CommandSentences.here.secondCopyFolderHelp))
  var folder: String?
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func validate() throws {
    if (act == .set) != (folder != nil) {
      throw ValidationError(CommandSentences.here.secondCopyUsage)
    }
  }

  func perform() throws {
    let sentences = ActSentences.of(language)
    let workplace = try options.open(act == .status ? .reading : .writing)
    defer { workplace.close() }
    switch act {
    case .set:
      let path = URL(filePath: folder ?? "").standardizedFileURL.path
      try copy(workplace, to: path)
      workplace.settings.secondCopy = path
      workplace.settings.write(in: workplace.places.device, workplace.disk)
    case .off:
      workplace.settings.secondCopy = nil
      workplace.settings.write(in: workplace.places.device, workplace.disk)
      Output.line(sentences.noSecondCopy)
    case .now:
      guard let target = workplace.settings.secondCopy else {
        throw Refusal(sentences.noSecondCopy)
      }
      try copy(workplace, to: target)
    case .status:
      guard let target = workplace.settings.secondCopy else {
        Output.line(sentences.noSecondCopy)
        return
      }
      let status = try workplace.folder.secondCopyStatus(at: target)
      Output.line(
        sentences.secondCopyStatus(
          target, status.isReachable, status.time.map(Clock.minute), status.bytesBehind))
    }
  }

  private func copy(_ workplace: Workplace, to target: String) throws {
    let sentences = ActSentences.of(language)
    let update = try workplace.folder.updateSecondCopy(at: target)
    Output.line(sentences.copied(target, update.bytes))
    for name in update.differed { Refusal(sentences.copyDiffered(name)).say() }
    for name in update.ahead { Refusal(sentences.copyAhead(name)).say() }
  }
}
