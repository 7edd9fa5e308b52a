import Fieldwork
import Station
import Terminal

/// The laptops of the team and its people: whether each is admitted and when it was last seen.
struct DevicesScreen: Screen {
  private var shown: ShownTeam?
  private var choices: NumberedChoices?
  private var scroll = ScrolledText()

  private func current(_ shown: ShownTeam) -> NumberedChoices {
    var list = choices ?? NumberedChoices(count: 0)
    list.resize(count: shown.devices.count + 1)
    return list
  }

  func offers(_ context: Context) -> [Offer] {
    let isLonger =
      shown.map { lines(context).count > peopleRect($0, context.size).size.rows } ?? false
    return [
      Offer(.next, as: context.strings.devices.open, inFooter: true),
      Offer(.cancel, inFooter: true),
    ] + Offer.scrolling(isLonger: isLonger, context.strings)
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.devices.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    guard let shown else { return }
    var list = current(shown)
    let chosen = list.chosen(key, rows: Self.deviceRows(shown, context.size), &context)
    choices = list
    if let chosen { open(chosen, &context) }
  }

  private func open(_ index: Int, _ context: inout Context) {
    guard let shown else { return }
    if shown.devices.indices.contains(index) {
      context.push(DeviceScreen(shown.devices[index], in: shown))
    } else {
      context.push(TeamPeopleScreen(shown))
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: if let shown, let focus = current(shown).focus { open(focus, &context) }
    case .cancel, .leave: context.pop()
    case .sectionForward: turn(.pageDown, context)
    case .sectionBack: turn(.pageUp, context)
    default: return
    }
  }

  private mutating func turn(_ key: Key, _ context: Context) {
    guard let shown else { return }
    _ = scroll.handle(
      key, lines: lines(context).count, rows: peopleRect(shown, context.size).size.rows,
      arrows: false)
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .devices(let team): take(team)
    case .uncovered: context.effects.append(.showDevices)
    default: return
    }
  }

  /// The laptop in focus stays in focus, whatever its place in the list is now.
  private mutating func take(_ team: ShownTeam) {
    if let shown, let index = current(shown).focus, shown.devices.indices.contains(index),
      let place = team.devices.firstIndex(where: { $0.key == shown.devices[index].key })
    {
      choices = NumberedChoices(count: team.devices.count, focus: place)
    }
    shown = team
  }

  // MARK: Drawing

  private static func deviceRows(_ shown: ShownTeam, _ size: Size) -> Int {
    min(shown.devices.count + 1, Frame.body(size).size.rows - 6)
  }

  private func peopleRect(_ shown: ShownTeam, _ size: Size) -> Rect {
    let body = Frame.body(size)
    let used = Self.deviceRows(shown, size) + 2
    return Rect(
      row: body.origin.row + used, column: 2, rows: body.size.rows - used,
      columns: size.columns - 4)
  }

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    let strings = context.strings.devices
    return [.init(strings.peopleTitle, .title)]
      + context.team.people.map { .init("  " + PersonLines(context.language).line($0)) }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.devices
    Frame.head(strings.title, right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    if let shown {
      canvas.put(
        Fitting.cut(strings.team(shown.name), to: canvas.size.columns - 2),
        at: Point(row: body.origin.row, column: 1), role: .dim)
      let rect = peopleRect(shown, canvas.size)
      scroll.draw(lines(context), into: &canvas, rect, more: context.strings.households.more)
      let words = DeviceLines(context.language)
      current(shown).draw(
        shown.devices.map { .init(words.line($0)) } + [.init(context.strings.people.change)],
        into: &canvas,
        Rect(
          row: body.origin.row + 1, column: 0, rows: Self.deviceRows(shown, canvas.size),
          columns: canvas.size.columns))
    }
    Frame.foot(offers(context), into: &canvas, context)
  }
}
