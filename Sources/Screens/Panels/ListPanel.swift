import Terminal

/// A numbered list laid over a screen: one key chooses, by number or with the arrows and Enter.
struct ListPanel: Screen {
  /// One line, with the reason why it cannot be chosen, where there is one.
  struct Item: Sendable {
    var text: String
    var reason: String?

    init(_ text: String, unless reason: String? = nil) {
      self.text = text
      self.reason = reason
    }
  }

  private let name: String
  private let title: String
  private let items: [Item]
  private var list: ScrollList
  private var typed = ""

  /// A panel that is answered to the screen below under its name.
  init(_ name: String, title: String, items: [Item], selected: Int = 0) {
    self.name = name
    self.title = title
    self.items = items
    list = ScrollList(count: items.count, selection: selected)
  }

  var isPanel: Bool { true }
  func refuses(burst text: String, _ context: Context) -> Bool { true }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.cancel, inFooter: true)]
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    if command == .cancel || command == .leave { context.pop() }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    let rows = rows(context.size)
    if list.handle(key, rows: rows) {
      typed = ""
      return
    }
    switch key {
    case .enter: choose(list.selection, &context)
    case .character(let character):
      guard let digit = FullWidth.key(character).wholeNumberValue else { return }
      number(digit, &context)
    case .backspace: typed = String(typed.dropLast())
    default: return
    }
  }

  /// Up to nine lines are chosen by their digit at once; of more, the number waits for Enter.
  private mutating func number(_ digit: Int, _ context: inout Context) {
    if items.count <= 9 {
      guard digit >= 1, digit <= items.count else {
        return context.refuseNumber(context.strings.noSuchNumber(String(digit)))
      }
      return choose(digit - 1, &context)
    }
    typed += String(digit)
    if let number = Int(typed), number >= 1, number <= items.count {
      list.select(number - 1)
    } else {
      context.refuseNumber(context.strings.noSuchNumber(typed))
      typed = ""
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    guard items.indices.contains(index) else { return }
    // What is typed next is another number, whatever becomes of this one.
    typed = ""
    list.select(index)
    if let reason = items[index].reason {
      context.say(reason, role: .warning)
      return
    }
    context.moves.append(.answer(PanelAnswer(panel: name, value: .choice(index))))
  }

  /// A question that is longer than a line stands in more: it must be read whole.
  private func titleLines(_ size: Size) -> [String] {
    Array(Wrapping.lines(title, width: size.columns - 6).prefix(3))
  }

  private func rows(_ size: Size) -> Int {
    min(items.count, size.rows - 5 - titleLines(size).count)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let rows = rows(canvas.size)
    let titles = titleLines(canvas.size)
    let top = canvas.size.rows - rows - 3 - titles.count
    let area = Rect(
      row: top, column: 0, rows: canvas.size.rows - top, columns: canvas.size.columns)
    canvas.fill(area)
    canvas.separate(row: top, borders: context.environment.borders)
    for (offset, line) in titles.enumerated() {
      canvas.put(" \(line) ", at: Point(row: top + offset, column: 2), role: .title)
    }
    let body = Rect(
      row: top + titles.count, column: 0, rows: rows, columns: canvas.size.columns)
    list.draw(into: &canvas, body) { index, row, isSelected, canvas in
      let item = items[index]
      let number = String(index + 1)
      let lead = String(repeating: " ", count: 3 - min(3, number.count)) + number + "  "
      var text = lead + item.text
      if let reason = item.reason { text += "  (\(reason))" }
      canvas.put(
        (isSelected ? ">" : " ") + Fitting.fit(text, to: canvas.size.columns - 2),
        at: row.origin,
        role: isSelected ? .selected : item.reason == nil ? .text : .dim)
      if isSelected { canvas.cursor = Point(row: row.origin.row, column: 0) }
    }
    if items.count > 9 {
      // Two digits cannot choose by themselves: the number waits for Enter, and that must be said.
      let seen = list.window(rows: rows)
      canvas.put(
        context.strings.numberThenEnter(seen.upperBound, items.count),
        at: Point(row: canvas.size.rows - 3, column: 2), role: .dim)
    }
    Frame.foot(
      [Offer(.next, as: context.strings.confirm, inFooter: true)] + offers(context), into: &canvas,
      context)
  }
}
