import Station
import Terminal

/// One thing that two people wrote differently: both values or both branches, who wrote them, when and
/// on which laptop; one key decides.
struct ConflictScreen: Screen {
  private static let thirdPanel = "third"

  private let conflict: ShownConflict
  private let left: Int
  private var numbers: NumberedChoices
  private var scroll = ScrolledText()
  private var isWaiting = false

  /// Shows one; so many others are left.
  init(_ conflict: ShownConflict, left: Int) {
    self.conflict = conflict
    self.left = left
    // Enter pressed once too often must not decide anything.
    numbers = NumberedChoices(count: ConflictLines(.chinese).choices(conflict).count, focus: nil)
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    var offers = [
      Offer(.next, as: strings.conflicts.choose, inFooter: true), Offer(.cancel, inFooter: true),
    ]
    let rect = rect(context.size)
    if lines(context).count > rect.size.rows {
      offers += [
        Offer(.sectionForward, as: strings.households.readOn, inFooter: true),
        Offer(.sectionBack, as: strings.households.readBack),
      ]
    }
    return offers
  }

  func help(_ context: Context) -> [String] { context.strings.conflicts.help }

  private var count: Int { ConflictLines(.chinese).choices(conflict).count }

  mutating func key(_ key: Key, _ context: inout Context) {
    guard !isWaiting else { return }
    if case .chosen(let index) = numbers.handle(key, rows: count) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      if let focus = numbers.focus {
        choose(focus, &context)
      } else {
        context.say(context.strings.households.pressNumber, role: .warning)
      }
    case .cancel, .leave: context.pop()
    case .sectionForward: turn(.pageDown, context)
    case .sectionBack: turn(.pageUp, context)
    default: return
    }
  }

  private mutating func turn(_ key: Key, _ context: Context) {
    _ = scroll.handle(
      key, lines: lines(context).count, rows: rect(context.size).size.rows, arrows: false)
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    guard !isWaiting else { return }
    let strings = context.strings.conflicts
    guard context.person != nil else {
      return context.say(context.strings.households.nobodyAtKeyboard, role: .warning)
    }
    if conflict.sides.indices.contains(index) {
      isWaiting = true
      context.effects.append(.record(conflict.sides[index].drafts))
    } else if index == conflict.sides.count, conflict.third == .typed {
      context.push(
        TextPanel(
          Self.thirdPanel, title: "\(conflict.door) \(conflict.what)", hint: strings.thirdHint))
    } else {
      context.pop()
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer):
      guard answer.panel == Self.thirdPanel, case .text(let text) = answer.value else { return }
      isWaiting = true
      context.effects.append(.settleConflict(id: conflict.id, text: text))
    case .recorded:
      guard isWaiting else { return }
      isWaiting = false
      context.say(context.strings.conflicts.decided(left), role: .done)
      context.pop()
    case .notRecorded, .notSettled: isWaiting = false
    default: return
    }
  }

  // MARK: Drawing

  private func rect(_ size: Size) -> Rect {
    let body = Frame.body(size)
    let used = count + 2
    return Rect(
      row: body.origin.row + used, column: 2, rows: body.size.rows - used,
      columns: size.columns - 4)
  }

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    let columns = context.size.columns - 4
    return ConflictLines(context.language).marked(conflict).flatMap { line in
      let indent = String(line.text.prefix { $0 == " " })
      return Wrapping.lines(line.text.trimmed, width: columns - indent.count)
        .map { ScrolledText.Line(indent + $0, line.role) }
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(conflict.door, right: context.strings.conflicts.title, into: &canvas, context)
    let body = Frame.body(canvas.size)
    canvas.put(
      Fitting.cut(conflict.what, to: canvas.size.columns - 4),
      at: Point(row: body.origin.row, column: 2), role: .title)
    let rect = rect(canvas.size)
    scroll.draw(lines(context), into: &canvas, rect, more: context.strings.households.more)
    canvas.separate(row: rect.origin.row - 1, borders: context.environment.borders)
    numbers.draw(
      ConflictLines(context.language).choices(conflict).map { .init($0) }, into: &canvas,
      Rect(row: body.origin.row + 1, column: 0, rows: count, columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }
}
