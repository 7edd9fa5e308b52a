import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// The standard of the open village: which overlay and profile are in force, every number of it with
/// its year and source, and the way to choose others.
struct StandardScreen: Screen {
  private enum Panel {
    static let overlay = "overlay"
    static let profile = "profile"
    static let confirm = "confirm"
    static let training = "training"
  }

  /// What waits for the disk, or for a person to confirm it.
  private enum Change: Equatable {
    case overlay(String)
    case profile(String)
    case training(Bool)
  }

  private var choices: StandardChoices
  private var page = ChoicePage(count: 4)
  private var asked: Change?
  private var written: Change?

  init(_ context: Context) { choices = context.environment.standards() }

  // MARK: What can be done

  private func items(_ context: Context) -> [ListPanel.Item] {
    let strings = context.strings.standard
    let nobody = context.person == nil ? context.strings.households.nobodyAtKeyboard : nil
    return [
      .init(
        strings.chooseOverlay, unless: nobody ?? (choices.overlays.isEmpty ? strings.none : nil)),
      .init(
        strings.chooseProfile, unless: nobody ?? (choices.profiles.isEmpty ? strings.none : nil)),
      .init(strings.chooseTraining(context.team.showsFindingsAtOnce), unless: nobody),
      .init(strings.back),
    ]
  }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.next, as: context.strings.households.chosenLine, inFooter: true), Offer(.cancel)]
      + ChoicePage.scrolling(lines(context), below: Self.choiceCount, context)
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.standard.help }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    if let index = page.chosen(key, of: Self.choiceCount, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: choose(page.focus(of: Self.choiceCount), &context)
    case .cancel, .leave: context.pop()
    default: page.turn(command, lines(context), below: Self.choiceCount, context)
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    if let reason = items(context)[index].reason {
      return context.say(reason, role: .warning)
    }
    // A file may have been put there or mended since.
    choices = context.environment.standards()
    let strings = context.strings.standard
    switch index {
    case 0:
      context.push(
        panel(Panel.overlay, strings.whichOverlay, strings.national, choices.overlays, context))
    case 1:
      context.push(
        panel(Panel.profile, strings.whichProfile, strings.ownProfile, choices.profiles, context))
    case 2:
      let isOn = !context.team.showsFindingsAtOnce
      asked = .training(isOn)
      context.push(
        ListPanel(
          Panel.training, title: strings.chooseTraining(!isOn),
          items: [.init(strings.training(isOn)), .init(strings.keep)], selected: 1))
    default: context.pop()
    }
  }

  private func panel(
    _ name: String, _ title: String, _ none: String, _ choices: [StandardChoices.Choice],
    _ context: Context
  ) -> ListPanel {
    let current = name == Panel.overlay ? context.village?.overlay : context.village?.profile
    return ListPanel(
      name, title: title,
      items: [.init(none)]
        + choices.map { choice in
          .init(
            context.strings.standard.listed(
              choice.label(context.language), choice.year, choice.file),
            unless: choice.trouble?(context.language))
        }, selected: choices.firstIndex { $0.name == current }.map { $0 + 1 } ?? 0)
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer): take(answer, &context)
    case .recorded:
      guard let written else { return }
      self.written = nil
      let strings = context.strings.standard
      switch written {
      case .overlay, .profile:
        // What is in force now stands at the top.
        page.readFromTop()
        context.say(strings.chosen, role: .done)
      case .training(let isOn): context.say(strings.trainingSet(isOn), role: .done)
      }
    case .notRecorded: written = nil
    default: return
    }
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    guard case .choice(let index) = answer.value, let village = context.village else { return }
    let strings = context.strings.standard
    switch answer.panel {
    case Panel.overlay, Panel.profile:
      let isOverlay = answer.panel == Panel.overlay
      let list = isOverlay ? choices.overlays : choices.profiles
      let choice = list.indices.contains(index - 1) ? list[index - 1] : nil
      let name = choice?.name ?? ""
      guard name != (isOverlay ? village.overlay : village.profile) else {
        return context.say(strings.isInForce)
      }
      asked = isOverlay ? .overlay(name) : .profile(name)
      let label =
        choice.map { strings.listed($0.label(context.language), $0.year, "") }
        ?? (isOverlay ? strings.national : strings.ownProfile)
      context.push(
        ListPanel(
          Panel.confirm, title: strings.confirm(label),
          items: [.init(strings.fromNowOn), .init(strings.keep)], selected: 1))
    case Panel.confirm, Panel.training:
      guard index == 0, let asked else { return }
      self.asked = nil
      record(asked, village, &context)
    default: return
    }
  }

  private mutating func record(_ change: Change, _ village: Village, _ context: inout Context) {
    written = change
    switch change {
    case .overlay(let name):
      context.effects.append(
        .record([
          Fact.standardChosen(overlay: name, profile: village.profile).draft(of: .village)
        ]))
    case .profile(let name):
      context.effects.append(
        .record([
          Fact.standardChosen(overlay: village.overlay, profile: name).draft(of: .village)
        ]))
    case .training(let isOn):
      context.effects.append(.recordTeam([Fact.findingsShownAtOnce(isOn).draft(of: .team)]))
    }
  }

  // MARK: Drawing

  private static let choiceCount = 4

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    StandardLines(context, columns: ChoicePage.columns(context.size)).lines
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.standard
    Frame.head(
      strings.title, right: context.village?.name ?? "", into: &canvas, context)
    page.draw(items(context), lines(context), into: &canvas, context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
