import Terminal

/// A line of text asked for over a screen: a remark, a reason.
struct TextPanel: Screen {
  private let name: String
  private let title: String
  private let hint: String
  private var field: TextField

  /// A panel that is answered to the screen below under its name.
  init(_ name: String, title: String, hint: String, text: String = "", limit: Int = 500) {
    self.name = name
    self.title = title
    self.hint = hint
    field = TextField(text, limit: limit)
  }

  var isPanel: Bool { true }
  func isTyping(_ context: Context) -> Bool { true }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.cancel, inFooter: true)]
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    if command == .cancel || command == .leave { context.pop() }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    if key == .enter {
      let text = field.text.trimmed
      if text.isEmpty {
        context.say(hint, role: .warning)
      } else {
        context.moves.append(.answer(PanelAnswer(panel: name, value: .text(text))))
      }
      return
    }
    _ = field.handle(key)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let top = canvas.size.rows - 7
    canvas.fill(Rect(row: top, column: 0, rows: 7, columns: canvas.size.columns))
    canvas.separate(row: top, borders: context.environment.borders)
    canvas.put(
      Fitting.cut(" \(title) ", to: canvas.size.columns - 4), at: Point(row: top, column: 2),
      role: .title)
    canvas.put(
      Fitting.cut(hint, to: canvas.size.columns - 4), at: Point(row: top + 1, column: 2),
      role: .dim)
    field.draw(
      into: &canvas, at: Point(row: top + 2, column: 2), columns: canvas.size.columns - 4)
    Frame.foot(
      [Offer(.next, as: context.strings.confirm, inFooter: true)] + offers(context), into: &canvas,
      context)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    return String(text)
  }
}
