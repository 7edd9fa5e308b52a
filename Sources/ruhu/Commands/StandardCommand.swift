import ArgumentParser
import Fieldwork
import FormEngine
import Record
import RecordFiles
import Screens
import Station

/// `ruhu standard`: what holds in a village and since when, what else is here, and another choice.
struct StandardCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "standard", abstract: CommandSentences.here.standard)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.standardCodeHelp))
  var code: String?
  @OptionGroup var chosen: StandardOption
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = TableFormat.text
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func validate() throws {
    if code == nil, chosen.isGiven {
      throw ValidationError(CommandSentences.here.standardUsage)
    }
  }

  func perform() throws {
    guard let code else {
      let places = options.places
      let folder = FormFolder(household: places, disk: PosixDisk())
      return StandardList(folder, language).print(format)
    }
    guard chosen.isGiven else { return try show(code) }
    try choose(code)
  }

  private func show(_ code: String) throws {
    let workplace = try options.open(.reading)
    defer { workplace.close() }
    let desk = try workplace.open(code)
    guard let form = workplace.formToReadWith() else {
      throw FormLibrary.Fault.missing(path: workplace.forms.folder.form)
    }
    let choice = try workplace.files?.entries(of: [.village]).last {
      if case .standardChosen? = Fact($0) { true } else { false }
    }
    StandardOutput(
      form, desk.village, choice: choice.map { (Stamp($0), workplace.team) },
      inForce: workplace.form, language
    ).print(format)
  }

  /// Records the choice once it is known that it can be used here.
  private func choose(_ code: String) throws {
    let sentences = StandardSentences.of(language)
    // What holds now may be broken; that must not keep anyone from choosing another.
    let workplace = try options.open(.writing)
    defer { workplace.close() }
    let desk = try workplace.open(code)
    let overlay = chosen.overlayName ?? desk.village.overlay
    let profile = chosen.profileName ?? desk.village.profile
    _ = try workplace.forms.effective(overlay: overlay, profile: profile)
    let isNew = overlay != desk.village.overlay || profile != desk.village.profile
    if isNew {
      let person = try workplace.actingPerson(actor.name, language)
      let fact = Fact.standardChosen(overlay: overlay, profile: profile)
      _ = try desk.append([fact.draft(of: .village)], person: person)
    }
    if let files = workplace.files { try workplace.takeUpStandard(of: desk.village, files) }
    options.tellNotices(of: workplace)
    let named = sentences.named(overlay, profile)
    Output.line(isNew ? sentences.chosen(code, named) : sentences.sameAsBefore(code, named))
  }
}

/// `--overlay` and `--profile` by name, for a village.
struct StandardOption: ParsableArguments {
  @Option(help: ArgumentHelp(CommandSentences.here.overlayHelp, valueName: "name"))
  var overlay: String?
  @Option(help: ArgumentHelp(CommandSentences.here.profileHelp, valueName: "name"))
  var profile: String?

  /// What stands for no overlay on a command line.
  static let national = "national"

  /// Whether anything is chosen.
  var isGiven: Bool { overlay != nil || profile != nil }
  /// The overlay as villages record it: empty for the national standard; nil when none was given.
  var overlayName: String? { overlay == Self.national ? "" : overlay }
  /// The profile as villages record it: empty for the form's own; nil when none was given.
  var profileName: String? { profile == "form" ? "" : profile }
}
