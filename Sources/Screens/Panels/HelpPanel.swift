import Terminal

/// What this place is, what counts, and every key that works here.
struct HelpPanel: Screen {
  private let paragraphs: [String]
  private let keys: [String]
  private var top = 0

  /// The help of a screen and of what it offers.
  init(_ paragraphs: [String], _ offers: [Offer], _ context: Context) {
    self.paragraphs = paragraphs
    var seen: Set<Command> = []
    let strings = context.strings
    keys = offers.filter { !$0.isMenuOnly && $0.reason == nil }.compactMap { offer in
      guard seen.insert(offer.command).inserted,
        let binding = Binding.table.first(where: { $0.command == offer.command })
          ?? (offer.command == .help ? Binding.table.first { $0.command == .help } : nil)
      else { return nil }
      var names = binding.keys.map(Binding.name)
      if offer.command == .help { names.insert("?", at: 0) }
      if offer.command == .menu { names.append("/") }
      return Fitting.fit(names.joined(separator: ", "), to: 18) + offer.name(strings)
    }
  }

  func offers(_ context: Context) -> [Offer] {
    [Offer(.cancel, inFooter: true)]
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    if command == .cancel || command == .leave || command == .help { context.pop() }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    let rows = Frame.body(context.size).size.rows
    let most = max(0, lines(context.size.columns, context).count - rows)
    switch key {
    case .down: top = min(most, top + 1)
    case .up: top = max(0, top - 1)
    case .pageDown: top = min(most, top + rows)
    case .pageUp: top = max(0, top - rows)
    case .enter, .character: context.pop()
    default: return
    }
  }

  private func lines(_ columns: Int, _ context: Context) -> [(String, Role)] {
    var lines: [(String, Role)] = []
    for paragraph in paragraphs {
      lines += Wrapping.lines(paragraph, width: columns - 4).map { ($0, Role.text) }
      lines.append(("", .text))
    }
    lines.append((context.strings.keysTitle, .title))
    lines += keys.map { ($0, Role.text) }
    return lines
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(context.strings.helpTitle, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let all = lines(canvas.size.columns, context)
    for (offset, line) in all.dropFirst(top).prefix(body.size.rows).enumerated() {
      canvas.put(
        line.0, at: Point(row: body.origin.row + offset, column: 2), role: line.1,
        limit: canvas.size.columns - 3)
    }
    if all.count > body.size.rows {
      let shown = "\(min(all.count, top + body.size.rows))/\(all.count) ↑↓"
      canvas.put(
        shown, at: Point(row: 0, column: canvas.size.columns - 1 - width(of: shown)), role: .dim)
    }
    Frame.foot([Offer(.next, as: context.strings.close, inFooter: true)], into: &canvas, context)
    canvas.cursor = Point(row: body.origin.row, column: 0)
  }
}
