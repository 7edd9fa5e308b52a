import Fieldwork
import Record
import Terminal

/// The people of the team, each with role, villages and whether there is a PIN.
struct TeamPeopleScreen: Screen {
  private static let namePanel = "name"

  private let shown: ShownTeam
  private var numbers = NumberedChoices(count: 0)
  private var scroll = ScrolledText()
  private var added: String?

  init(_ shown: ShownTeam) { self.shown = shown }

  private func items(_ context: Context) -> [ListPanel.Item] {
    let lines = PersonLines(context.language)
    let nobody = context.person == nil ? context.strings.households.nobodyAtKeyboard : nil
    return context.team.people.map { .init(lines.line($0)) }
      + [.init(context.strings.people.add, unless: nobody)]
  }

  private static func rows(_ count: Int, _ size: Size) -> Int {
    min(count, Frame.body(size).size.rows - 5)
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.people.open, inFooter: true),
      Offer(.cancel, inFooter: true), Offer(.sectionForward), Offer(.sectionBack),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.people.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    let count = items(context).count
    numbers.resize(count: count)
    if case .chosen(let index) = numbers.handle(key, rows: Self.rows(count, context.size)) {
      choose(index, &context)
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      numbers.resize(count: items(context).count)
      if let focus = numbers.focus { choose(focus, &context) }
    case .cancel, .leave: context.pop()
    case .sectionForward: turn(.pageDown, context)
    case .sectionBack: turn(.pageUp, context)
    default: return
    }
  }

  private mutating func turn(_ key: Key, _ context: Context) {
    let rect = rect(context)
    _ = scroll.handle(
      key, lines: lines(context).count, rows: rect.size.rows, arrows: false)
  }

  private func choose(_ index: Int, _ context: inout Context) {
    let people = context.team.people
    if people.indices.contains(index) {
      context.push(PersonScreen(people[index].id, shown))
    } else if let reason = items(context)[index].reason {
      context.say(reason, role: .warning)
    } else {
      context.push(
        TextPanel(
          Self.namePanel, title: context.strings.people.addTitle,
          hint: context.strings.households.addPersonHint, limit: 30))
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer):
      guard answer.panel == Self.namePanel, case .text(let name) = answer.value else { return }
      if context.team.people.contains(where: { $0.name == name }) {
        context.say(context.strings.households.sameName(name), role: .warning)
        return
      }
      added = name
      let id = PersonID(bytes: context.environment.random(ShortID.byteCount))
      context.effects.append(
        .recordTeam([
          Fact.personAdded(name: name, role: Team.surveyor).draft(of: .person(id.rawValue))
        ]))
    case .recorded:
      if let added { context.say(context.strings.people.added(added), role: .done) }
      added = nil
    case .notRecorded: added = nil
    default: return
    }
  }

  // MARK: Drawing

  private func rect(_ context: Context) -> Rect {
    let body = Frame.body(context.size)
    let used = Self.rows(context.team.people.count + 1, context.size) + 1
    return Rect(
      row: body.origin.row + used, column: 2, rows: body.size.rows - used,
      columns: context.size.columns - 4)
  }

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    PersonLines(context.language).withoutRight(shown).enumerated().map {
      .init($0.element, $0.offset == 0 ? .title : .warning)
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(context.strings.people.title, right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let items = items(context)
    var numbers = numbers
    numbers.resize(count: items.count)
    numbers.draw(
      items, into: &canvas,
      Rect(
        row: body.origin.row, column: 0, rows: Self.rows(items.count, canvas.size),
        columns: canvas.size.columns))
    scroll.draw(
      lines(context), into: &canvas, rect(context), more: context.strings.households.more)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
