import Terminal

/// Asks once before the program is left; nothing can be lost by it.
struct QuitPanel: Screen {
  var isPanel: Bool { true }
  func refuses(burst text: String, _ context: Context) -> Bool { true }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.cancel, inFooter: true)]
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .cancel: context.pop()
    case .leave: context.effects.append(.quit)
    default: return
    }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    switch key {
    case .enter: context.effects.append(.quit)
    case .character(let character):
      switch FullWidth.key(character) {
      case "1": context.effects.append(.quit)
      case "2": context.pop()
      default: return
      }
    default: return
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let top = canvas.size.rows - 6
    canvas.fill(Rect(row: top, column: 0, rows: 6, columns: canvas.size.columns))
    canvas.separate(row: top, borders: context.environment.borders)
    canvas.put(context.strings.quitQuestion, at: Point(row: top + 1, column: 2))
    canvas.put(context.strings.quitChoices, at: Point(row: top + 2, column: 2))
    Frame.foot(offers(context), into: &canvas, context)
    canvas.cursor = Point(row: top + 2, column: 2)
  }
}
