import Fieldwork
import Record
import Terminal

/// One person of the team: what they are, where they work, their PIN, where they were seen.
struct PersonScreen: Screen {
  private enum Panel {
    static let role = "role"
    static let take = "take"
  }

  private static let roles = [Team.surveyor, "supervisor", "office"]

  private let id: PersonID
  private let shown: ShownTeam
  private var page = ChoicePage(count: 5, focus: 4)
  /// A new PIN that was typed once.
  private var first: String?
  /// What is to be said once it is on the disk.
  private var written: String?

  init(_ person: PersonID, _ shown: ShownTeam) {
    id = person
    self.shown = shown
  }

  private func items(_ context: Context) -> [ListPanel.Item] {
    let strings = context.strings.people
    let nobody = context.person == nil ? context.strings.households.nobodyAtKeyboard : nil
    let isOwn = context.person == id
    let mayNot = nobody ?? (shown.mayAdmit ? nil : strings.mayNot)
    let hasPIN = context.team.person(id)?.pin != nil
    return [
      .init(strings.role, unless: mayNot),
      .init(
        strings.place,
        unless: mayNot
          ?? (context.team.villages.isEmpty ? context.strings.households.noVillage : nil)),
      .init(
        hasPIN ? strings.changePIN : strings.setPIN,
        unless: nobody ?? (isOwn ? nil : strings.notYourPIN)),
      .init(strings.takePIN, unless: hasPIN ? (isOwn ? nil : mayNot) : strings.noPIN),
      .init(strings.back),
    ]
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.households.chosenLine, inFooter: true),
      Offer(.cancel, inFooter: true), Offer(.sectionForward), Offer(.sectionBack),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.people.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    if let index = page.chosen(key, of: 5, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: choose(page.focus(of: 5), &context)
    case .cancel, .leave: context.pop()
    default: page.turn(command, lines(context), below: 5, context)
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    guard let person = context.team.person(id) else { return context.pop() }
    let strings = context.strings.people
    if let reason = items(context)[index].reason { return context.say(reason, role: .warning) }
    switch index {
    case 0:
      context.push(
        ListPanel(
          Panel.role, title: strings.roleOf(person.name),
          items: Self.roles.map { .init(context.strings.households.role($0)) },
          selected: Self.roles.firstIndex(of: person.role) ?? 0))
    case 1: context.push(PersonVillagesScreen(person))
    case 2:
      first = nil
      context.push(PINPanel(setting: strings.newPIN))
    case 3:
      context.push(
        ListPanel(
          Panel.take, title: strings.takeSure(person.name),
          items: [.init(strings.takeYes), .init(strings.keep)], selected: 1))
    default: context.pop()
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer): take(answer, &context)
    case .recorded:
      guard let written else { return }
      self.written = nil
      context.say(written, role: .done)
    case .pin(.cannot): context.say(context.strings.people.cannotCheck, role: .error)
    case .notRecorded: written = nil
    default: return
    }
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    let strings = context.strings.people
    guard let person = context.team.person(id) else { return }
    switch (answer.panel, answer.value) {
    case (Panel.role, .choice(let index)):
      let role = Self.roles[index]
      guard role != person.role else { return }
      written = strings.roleGiven
      record(.personAdded(name: person.name, role: role), &context)
    case (Panel.take, .choice(0)):
      written = strings.pinTaken
      record(.pinTaken, &context)
    case (PINPanel.name, .text(let digits)):
      guard let first else {
        self.first = digits
        context.push(PINPanel(setting: strings.newPINAgain))
        return
      }
      self.first = nil
      guard first == digits else { return context.say(strings.pinsDiffer, role: .warning) }
      written = strings.pinSet
      context.effects.append(.setPIN(digits))
    default: return
    }
  }

  private func record(_ fact: Fact, _ context: inout Context) {
    context.effects.append(.recordTeam([fact.draft(of: .person(id.rawValue))]))
  }

  // MARK: Drawing

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    guard let person = context.team.person(id) else { return [] }
    return PersonLines(context.language).lines(person, in: context.team, shown).map { .init($0) }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(
      context.team.name(of: id, context.language), right: context.today, into: &canvas, context)
    page.draw(items(context), lines(context), into: &canvas, context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
