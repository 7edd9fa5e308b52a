import Fieldwork
import Station
import Terminal

/// The villages in the team's care; one is chosen to work in.
struct VillagesScreen: Screen {
  private var choices: NumberedChoices?
  private var isOpening = false
  /// The village that is not one of theirs, while it is asked whether to open it.
  private var asked: Team.Place?
  private static let elsewherePanel = "elsewhere"

  private func current(_ context: Context) -> NumberedChoices {
    var list =
      choices
      ?? NumberedChoices(
        count: 0,
        focus: context.team.villages.firstIndex { $0.code == context.village?.code } ?? 0)
    list.resize(count: context.team.villages.count)
    return list
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    var list = current(context)
    let chosen = list.chosen(key, rows: Frame.body(context.size).size.rows - 2, &context)
    choices = list
    if let chosen { open(chosen, &context) }
  }

  private mutating func open(_ index: Int, _ context: inout Context) {
    guard context.team.villages.indices.contains(index) else { return }
    let village = context.team.villages[index]
    let strings = context.strings.people
    // Whose a village is says what one expects, and bars nobody: somebody fell ill, and nobody who gives
    // villages is there.
    guard context.works(in: village.code) else {
      asked = village
      return context.push(
        ListPanel(
          Self.elsewherePanel, title: strings.notYoursTitle(village.name),
          items: [.init(strings.notYoursStay), .init(strings.notYoursOpen)]))
    }
    open(village, &context)
  }

  private mutating func open(_ village: Team.Place, _ context: inout Context) {
    if village.code == context.village?.code {
      context.pop()
      return
    }
    if !Self.isHere(village.code, context) {
      context.say(context.strings.households.notHereYet, role: .warning)
      return
    }
    isOpening = true
    context.effects.append(.openVillage(code: village.code))
  }

  /// Whether there is an open village that the person works in.
  private func canGoBack(_ context: Context) -> Bool {
    context.village.map { context.works(in: $0.code) } ?? false
  }

  /// Whether a village's records have come to this laptop.
  private static func isHere(_ code: String, _ context: Context) -> Bool {
    context.environment.villagesHere()?.contains(code) ?? true
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .villageChanged: opened(&context)
    case .panel(let answer):
      guard answer.panel == Self.elsewherePanel, case .choice(1) = answer.value, let asked else {
        return
      }
      open(asked, &context)
      if !isOpening, asked.code == context.village?.code {
        context.say(context.strings.people.notYoursNow, role: .warning)
      }
    default: return
    }
  }

  private mutating func opened(_ context: inout Context) {
    guard isOpening, let village = context.village else { return }
    isOpening = false
    if !context.works(in: village.code) {
      context.say(context.strings.people.notYoursNow, role: .warning)
    }
    if let date = DateScreen(village, context.environment) {
      context.moves.append(.replace(date))
    } else {
      context.pop()
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      if let focus = current(context).focus { open(focus, &context) }
    case .cancel: context.pop()
    case .leave:
      // Without a village there is nothing to go back to but the shell.
      if canGoBack(context) { context.pop() } else { context.push(QuitPanel()) }
    case .person: context.push(PeopleScreen(isFirst: false))
    case .standard: context.push(StandardScreen(context))
    case .sync: context.push(SyncScreen(context))
    case .devices:
      context.push(DevicesScreen())
      context.effects.append(.showDevices)
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.households
    return [
      Offer(
        .next, as: strings.open,
        unless: context.team.villages.isEmpty ? strings.noVillage : nil, inFooter: true),
      Offer(
        .cancel,
        unless: canGoBack(context)
          ? nil : context.village == nil ? strings.noVillage : context.strings.people.notYours,
        inFooter: true),
      Offer(.person, inFooter: true), Offer(.sync, inFooter: true), Offer(.devices),
      Offer(.standard, unless: context.village == nil ? strings.noVillage : nil),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.households.villagesHelp }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    Frame.head(strings.whichVillage, right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let villages = context.team.villages
    if villages.isEmpty {
      let lines = Wrapping.lines(strings.noVillages, width: canvas.size.columns - 4)
      for (offset, line) in lines.enumerated() {
        canvas.put(line, at: Point(row: body.origin.row + 1 + offset, column: 2))
      }
      canvas.cursor = Point(row: body.origin.row + 1, column: 2)
    } else {
      canvas.put(
        villages.count > 9 ? strings.numberAndEnter : strings.pressNumber,
        at: Point(row: body.origin.row, column: 1), role: .dim)
      current(context).draw(
        villages.map { village in
          let mark = village.code == context.village?.code ? "  " + strings.openNow : ""
          return ListPanel.Item(
            "\(Fitting.fit(village.name, to: 20)) \(village.code)\(mark)",
            unless: !context.works(in: village.code)
              ? context.strings.people.notYours
              : Self.isHere(village.code, context) ? nil : strings.notHereYet)
        }, into: &canvas,
        Rect(
          row: body.origin.row + 2, column: 0, rows: body.size.rows - 2,
          columns: canvas.size.columns))
    }
    Frame.foot(offers(context), into: &canvas, context)
  }
}
