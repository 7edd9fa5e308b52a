import Fieldwork
import Record
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
  /// What was decided here, as it is told until the page is left: the key that did it decides nothing more.
  private var decided: Decided?
  private var typed = ""

  private struct Decided {
    var text: String
    var person: PersonID
    var time: String
  }

  /// Shows one; so many others are left.
  init(_ conflict: ShownConflict, left: Int) {
    self.conflict = conflict
    self.left = left
    // Enter pressed once too often must not decide anything.
    numbers = NumberedChoices(count: ConflictLines(.chinese).choices(conflict).count, focus: nil)
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    let isLonger = lines(context).count > rect(context).size.rows
    // Where no line is marked there is none that Enter could take.
    let noLine = decided == nil && numbers.focus == nil ? strings.households.pressNumber : nil
    return [
      Offer(
        .next, as: decided == nil ? strings.conflicts.choose : strings.findings.back,
        unless: noLine, inFooter: true),
      Offer(.cancel, inFooter: decided == nil),
    ] + Offer.scrolling(isLonger: isLonger, strings)
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.conflicts.help }

  private var count: Int { ConflictLines(.chinese).choices(conflict).count }

  mutating func key(_ key: Key, _ context: inout Context) {
    guard !isWaiting, decided == nil else { return }
    if let index = numbers.chosen(key, rows: count, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next where decided != nil: context.pop()
    case .next: if let focus = numbers.focus { choose(focus, &context) }
    case .cancel, .leave: context.pop()
    case .sectionForward: turn(.pageDown, context)
    case .sectionBack: turn(.pageUp, context)
    default: return
    }
  }

  private mutating func turn(_ key: Key, _ context: Context) {
    _ = scroll.handle(
      key, lines: lines(context).count, rows: rect(context).size.rows, arrows: false)
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    guard !isWaiting else { return }
    let strings = context.strings.conflicts
    guard context.person != nil else {
      return context.say(context.strings.households.nobodyAtKeyboard, role: .warning)
    }
    if conflict.sides.indices.contains(index) {
      isWaiting = true
      typed = conflict.sides[index].text
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
      typed = text
      context.effects.append(.settleConflict(id: conflict.id, text: text))
    case .recorded:
      guard isWaiting else { return }
      isWaiting = false
      guard let person = context.person else { return }
      decided = Decided(text: typed, person: person, time: context.environment.wallTime())
      if context.environment.dropsTypeAhead { context.effects.append(.dropTypeAhead) }
    case .notRecorded, .notSettled: isWaiting = false
    default: return
    }
  }

  // MARK: Drawing

  private func rect(_ context: Context) -> Rect {
    let body = Frame.body(context.size)
    let used = (decided == nil ? count : doneLines(context).count) + 2
    return Rect(
      row: body.origin.row + used, column: 2, rows: body.size.rows - used,
      columns: context.size.columns - 4)
  }

  /// What was decided, by whom and when, and how many are left.
  private func doneLines(_ context: Context) -> [String] {
    guard let decided else { return [] }
    let strings = context.strings.conflicts
    let sentence = strings.decidedBy(
      Fitting.cut(decided.text, to: 40), context.team.name(of: decided.person),
      String(decided.time.prefix(16)).split(separator: "T").joined(separator: " "))
    return Wrapping.lines(sentence, width: context.size.columns - 4) + [strings.decided(left)]
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
    let hint = decided == nil ? context.strings.households.pressNumber : ""
    let columns = canvas.size.columns - 4 - width(of: hint)
    canvas.put(
      Fitting.cut(conflict.what, to: columns - 1), at: Point(row: body.origin.row, column: 2),
      role: .title)
    canvas.put(hint, at: Point(row: body.origin.row, column: 3 + columns), role: .dim)
    let rect = rect(context)
    scroll.draw(lines(context), into: &canvas, rect, more: context.strings.households.more)
    canvas.separate(row: rect.origin.row - 1, borders: context.environment.borders)
    if decided == nil {
      numbers.draw(
        ConflictLines(context.language).choices(conflict).map { .init($0) }, into: &canvas,
        Rect(row: body.origin.row + 1, column: 0, rows: count, columns: canvas.size.columns))
    } else {
      for (offset, line) in doneLines(context).enumerated() {
        canvas.put(line, at: Point(row: body.origin.row + 1 + offset, column: 2), role: .done)
      }
      canvas.cursor = Point(row: body.origin.row + 1, column: 2)
    }
    Frame.foot(offers(context), into: &canvas, context)
  }
}
