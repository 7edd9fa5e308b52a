import Fieldwork
import Station
import Terminal

/// One laptop: its fingerprint in words, and letting it in or revoking it.
struct DeviceScreen: Screen {
  private enum Panel {
    static let name = "name"
    static let compare = "compare"
    static let reason = "reason"
    static let revoke = "revoke"
  }

  private var device: ShownDevice
  private var shown: ShownTeam
  private var numbers = NumberedChoices(count: 3, focus: 2)
  private var typed = ""
  private var stage = Stage.choosing

  /// What becomes of a decision.
  private enum Stage {
    /// Nothing was decided here yet.
    case choosing
    /// It is being written.
    case writing
    /// It is done. It is told until the page is left; the key that did it does nothing more, and what can
    /// be decided next is on another page.
    case done
  }

  init(_ device: ShownDevice, in shown: ShownTeam) {
    self.device = device
    self.shown = shown
  }

  private func items(_ context: Context) -> [ListPanel.Item] {
    let strings = context.strings.devices
    let common: String? =
      shown.name == nil
      ? strings.noTeam
      : context.person == nil
        ? context.strings.households.nobodyAtKeyboard : shown.mayAdmit ? nil : strings.mayNot
    let isIn =
      switch device.standing {
      case .founder, .admitted: true
      case .noTeam, .waiting, .revoked: false
      }
    return [
      .init(strings.admit, unless: common ?? (isIn ? strings.isIn : nil)),
      .init(
        strings.revoke,
        unless: common ?? (device.isThis ? strings.notItself : isIn ? nil : strings.isOut)),
      .init(strings.back),
    ]
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    let isDone = stage == .done
    return [
      Offer(
        .next, as: isDone ? strings.findings.back : strings.households.chosenLine,
        unless: stage == .writing ? strings.devices.writing : nil, inFooter: true),
      Offer(.cancel, inFooter: !isDone),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.devices.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    guard stage == .choosing else { return }
    let items = items(context)
    if let index = numbers.chosen(key, rows: items.count, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next where stage == .done: context.pop()
    case .next: choose(numbers.focus ?? 2, &context)
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    let strings = context.strings.devices
    if let reason = items(context)[index].reason { return context.say(reason, role: .warning) }
    switch index {
    case 0:
      context.push(
        TextPanel(
          Panel.name, title: strings.admitName, hint: strings.admitNameHint,
          text: device.name.isEmpty ? device.callsItself : device.name, limit: 30))
    case 1:
      context.push(
        TextPanel(Panel.reason, title: strings.revokeTitle, hint: strings.revokeHint, limit: 200))
    default: context.pop()
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer): take(answer, &context)
    case .recorded:
      guard stage == .writing else { return }
      stage = .done
      if context.environment.dropsTypeAhead { context.effects.append(.dropTypeAhead) }
    case .notRecorded: stage = .choosing
    case .devices(let team):
      shown = team
      device = team.devices.first { $0.key == device.key } ?? device
    default: return
    }
  }

  private mutating func take(_ answer: PanelAnswer, _ context: inout Context) {
    let strings = context.strings.devices
    switch (answer.panel, answer.value) {
    case (Panel.name, .text(let text)):
      typed = text
      context.push(
        ListPanel(
          Panel.compare, title: strings.compare(device.words.text(context.language)),
          items: [.init(strings.same), .init(strings.different)], selected: 1))
    case (Panel.compare, .choice(0)):
      stage = .writing
      context.effects.append(.admitDevice(key: device.key, name: typed))
    case (Panel.reason, .text(let text)):
      typed = text
      context.push(
        ListPanel(
          Panel.revoke, title: strings.revokeCheck(DeviceLines(context.language).name(device)),
          items: [.init(strings.revokeYes), .init(strings.keep)], selected: 1))
    case (Panel.revoke, .choice(0)):
      stage = .writing
      context.effects.append(.revokeDevice(key: device.key, reason: typed))
    default: return
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let words = DeviceLines(context.language)
    Frame.head(words.name(device), right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let top = drawTop(into: &canvas, body, context)
    canvas.separate(row: top, borders: context.environment.borders)
    let columns = canvas.size.columns - 4
    var row = top + 1
    let lines =
      words.lines(device, team: shown.name).dropFirst() + [context.strings.devices.readOut]
    for line in lines {
      for part in Wrapping.lines(line.trimmed, width: columns)
      where row < body.origin.row + body.size.rows {
        canvas.put(part, at: Point(row: row, column: line.hasPrefix(" ") ? 4 : 2))
        row += 1
      }
    }
    Frame.foot(offers(context), into: &canvas, context)
  }

  /// Draws what can be decided, or what was; returns the row behind it.
  private func drawTop(into canvas: inout Canvas, _ body: Rect, _ context: Context) -> Int {
    let strings = context.strings.devices
    switch stage {
    case .choosing:
      let items = items(context)
      numbers.draw(
        items, into: &canvas,
        Rect(row: body.origin.row, column: 0, rows: items.count, columns: canvas.size.columns))
      return body.origin.row + items.count
    case .writing:
      canvas.put(strings.writing, at: Point(row: body.origin.row, column: 2), role: .warning)
      canvas.cursor = Point(row: body.origin.row, column: 2)
      return body.origin.row + 1
    case .done:
      var row = body.origin.row
      for line in Wrapping.lines(strings.done(device.standing), width: canvas.size.columns - 4) {
        canvas.put(line, at: Point(row: row, column: 2), role: .done)
        row += 1
      }
      canvas.cursor = Point(row: body.origin.row, column: 2)
      return row
    }
  }
}
