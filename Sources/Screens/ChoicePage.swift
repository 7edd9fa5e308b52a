import Terminal

/// Numbered choices over a text that is scrolled: how every page is laid out that tells of one thing and
/// of what can be done about it.
struct ChoicePage: Sendable {
  private var numbers: NumberedChoices
  private var scroll = ScrolledText()

  /// So many choices, one of them in focus.
  init(count: Int = 0, focus: Int = 0) { numbers = NumberedChoices(count: count, focus: focus) }

  /// The choice that Enter takes, of so many.
  func focus(of count: Int) -> Int {
    var numbers = numbers
    numbers.resize(count: count)
    return numbers.focus ?? 0
  }

  /// Puts another choice in focus, of so many.
  mutating func refocus(_ index: Int, of count: Int) {
    numbers = NumberedChoices(count: count, focus: index)
  }

  /// Goes back to the top of the text.
  mutating func readFromTop() { scroll = ScrolledText() }

  /// Moves in the choices or takes one, as a key says; a number that none has is refused.
  mutating func chosen(_ key: Key, of count: Int, _ context: inout Context) -> Int? {
    numbers.resize(count: count)
    return numbers.chosen(key, rows: count, &context)
  }

  /// Reads on or back where the command says so.
  mutating func turn(
    _ command: Command, _ lines: [ScrolledText.Line], below choices: Int, _ context: Context
  ) {
    let key: Key
    switch command {
    case .sectionForward: key = .pageDown
    case .sectionBack: key = .pageUp
    default: return
    }
    let rows = Self.text(below: choices, context.size).size.rows
    _ = scroll.handle(key, lines: lines.count, rows: rows, arrows: false)
  }

  /// Reading on and back, where not all of the text is to be seen at once.
  static func scrolling(
    _ lines: [ScrolledText.Line], below choices: Int, _ context: Context
  ) -> [Offer] {
    Offer.scrolling(
      isLonger: lines.count > text(below: choices, context.size).size.rows, context.strings)
  }

  // MARK: Drawing

  /// How many columns the text has.
  static func columns(_ size: Size) -> Int { size.columns - 3 }

  private static func text(below choices: Int, _ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row + choices + 1, column: 2, rows: body.size.rows - choices - 1,
      columns: columns(size))
  }

  /// Draws the choices and the text between head and footer.
  func draw(
    _ items: [ListPanel.Item], _ lines: [ScrolledText.Line], into canvas: inout Canvas,
    _ context: Context
  ) {
    let rect = Self.text(below: items.count, canvas.size)
    scroll.draw(lines, into: &canvas, rect, more: context.strings.households.more)
    canvas.separate(row: rect.origin.row - 1, borders: context.environment.borders)
    var numbers = numbers
    numbers.resize(count: items.count)
    numbers.draw(
      items, into: &canvas,
      Rect(
        row: Frame.body(canvas.size).origin.row, column: 0, rows: items.count,
        columns: canvas.size.columns))
  }
}
