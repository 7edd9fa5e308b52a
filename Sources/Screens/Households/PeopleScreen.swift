import Fieldwork
import Record
import Station
import Terminal

/// Who is at the keyboard: one key chooses, and whoever is not listed writes their name down.
struct PeopleScreen: Screen {
  private let isFirst: Bool
  private var choices: NumberedChoices?
  private var added: PersonID?
  /// Whose PIN is being asked.
  private var asked: PersonID?

  private static let namePanel = "person"

  /// The list; at the first time there is nobody to go back to.
  init(isFirst: Bool) { self.isFirst = isFirst }

  private func current(_ context: Context) -> NumberedChoices {
    let people = context.team.people
    var list =
      choices
      ?? NumberedChoices(count: 0, focus: people.firstIndex { $0.id == context.person } ?? 0)
    list.resize(count: people.count + 1)
    return list
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    var list = current(context)
    let chosen = list.chosen(key, rows: Frame.body(context.size).size.rows - 3, &context)
    choices = list
    if let chosen { choose(chosen, &context) }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    let people = context.team.people
    let strings = context.strings.households
    guard people.indices.contains(index) else {
      context.push(
        TextPanel(
          Self.namePanel, title: strings.addPerson, hint: strings.addPersonHint, limit: 30))
      return
    }
    let person = people[index]
    guard person.pin != nil, person.id != context.person else {
      return settle(on: person.id, &context)
    }
    asked = person.id
    let panel = PINPanel(asking: person, &context)
    context.push(panel)
  }

  private func settle(on person: PersonID, _ context: inout Context) {
    context.person = person
    context.pop()
    if let village = context.village, !context.works(in: village.code) {
      context.push(VillagesScreen())
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer) where answer.panel == PINPanel.name:
      if let asked { settle(on: asked, &context) }
    case .panel(let answer):
      guard answer.panel == Self.namePanel, case .text(let name) = answer.value else { return }
      if context.team.people.contains(where: { $0.name == name }) {
        context.say(context.strings.households.sameName(name), role: .warning)
        return
      }
      let id = PersonID(bytes: context.environment.random(ShortID.byteCount))
      added = id
      context.effects.append(
        .recordTeam([
          Fact.personAdded(name: name, role: Team.surveyor).draft(of: .person(id.rawValue))
        ]))
    case .recorded:
      guard let added else { return }
      self.added = nil
      settle(on: added, &context)
    case .notRecorded: added = nil
    default: return
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      if let focus = current(context).focus { choose(focus, &context) }
    case .cancel: context.pop()
    case .leave:
      if isFirst { context.push(QuitPanel()) } else { context.pop() }
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    let choose = Offer(.next, as: context.strings.households.thisOne, inFooter: true)
    return isFirst ? [choose] : [choose, Offer(.cancel, inFooter: true)]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.households.peopleHelp }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    Frame.head(strings.whoIsIt, right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let people = context.team.people
    canvas.put(
      people.count >= 9 ? strings.numberAndEnter : strings.pressNumber,
      at: Point(row: body.origin.row, column: 1), role: .dim)
    let items = people.map { person in
      let mark = person.id == context.person ? "  " + strings.atKeyboard : ""
      return ListPanel.Item(
        "\(Fitting.fit(person.name, to: 16)) \(strings.role(person.role))\(mark)")
    }
    current(context).draw(
      items + [ListPanel.Item(strings.notListed)], into: &canvas,
      Rect(
        row: body.origin.row + 2, column: 0, rows: body.size.rows - 3,
        columns: canvas.size.columns))
    canvas.put(
      Fitting.cut(strings.whyWho, to: canvas.size.columns - 2),
      at: Point(row: canvas.size.rows - 4, column: 1), role: .dim)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
