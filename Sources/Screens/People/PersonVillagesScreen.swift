import Fieldwork
import Record
import Terminal

/// In which villages a person works: each is ticked or not, and the last line saves.
struct PersonVillagesScreen: Screen {
  private let person: Team.Person
  private var ticked: Set<String>
  private var numbers = NumberedChoices(count: 0)
  private var isWaiting = false

  init(_ person: Team.Person) {
    self.person = person
    ticked = Set(person.villages)
  }

  /// Those of the team, and those of the person that the team does not know.
  private func places(_ context: Context) -> [Team.Place] {
    let known = context.team.villages
    let others = person.villages.filter { code in !known.contains { $0.code == code } }
    return known + others.map { Team.Place(code: $0, name: $0) }
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.households.chosenLine, inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.people.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    numbers.resize(count: places(context).count + 1)
    let rows = Frame.body(context.size).size.rows - 2
    if case .chosen(let index) = numbers.handle(key, rows: rows) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      numbers.resize(count: places(context).count + 1)
      if let focus = numbers.focus { choose(focus, &context) }
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    let places = places(context)
    guard !isWaiting else { return }
    guard places.indices.contains(index) else {
      let codes = places.map(\.code).filter(ticked.contains)
      guard codes != person.villages else { return context.pop() }
      isWaiting = true
      let fact = Fact.personPlaced(villages: codes)
      context.effects.append(.recordTeam([fact.draft(of: .person(person.id.rawValue))]))
      return
    }
    let code = places[index].code
    if ticked.remove(code) == nil { ticked.insert(code) }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .recorded:
      guard isWaiting else { return }
      context.say(context.strings.people.placed, role: .done)
      context.pop()
    case .notRecorded: isWaiting = false
    default: return
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.people
    Frame.head(strings.placesOf(person.name), right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    canvas.put(
      Fitting.cut(strings.placesHint, to: canvas.size.columns - 2),
      at: Point(row: body.origin.row, column: 1), role: .dim)
    let items =
      places(context).map { place in
        ListPanel.Item(
          "[\(ticked.contains(place.code) ? "x" : " ")] \(Fitting.fit(place.name, to: 20)) \(place.code)"
        )
      } + [.init(strings.save)]
    var numbers = numbers
    numbers.resize(count: items.count)
    numbers.draw(
      items, into: &canvas,
      Rect(
        row: body.origin.row + 2, column: 0, rows: body.size.rows - 2,
        columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }
}
