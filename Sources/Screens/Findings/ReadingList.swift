import Terminal

/// Lines to read page by page, of which some can be chosen: nothing is in focus until an arrow is
/// used, so that Enter pressed in flight only turns the page.
struct ReadingList: Sendable {
  /// One or more lines that belong together.
  struct Item: Sendable {
    var lines: [ScrolledText.Line]
    /// Whether there is more to be seen of it.
    var isChoice = true

    init(_ lines: [ScrolledText.Line], isChoice: Bool = true) {
      self.lines = lines
      self.isChoice = isChoice
    }

    /// One line of its own.
    init(_ text: String, _ role: Role = .text) {
      lines = [.init(text, role)]
      isChoice = false
    }
  }

  /// The item in focus; nil while one only reads.
  private(set) var focus: Int?
  private var top = 0

  /// Moves as the key says; tells whether it was such a key.
  mutating func handle(_ key: Key, _ items: [Item], rows: Int) -> Bool {
    switch key {
    case .down: move(items, rows, forward: true)
    case .up: move(items, rows, forward: false)
    case .pageDown: turn(items, rows, by: Self.shown(items, rows))
    case .pageUp: turn(items, rows, by: -Self.shown(items, rows))
    case .home: turn(items, rows, by: -Self.count(items))
    case .end: turn(items, rows, by: Self.count(items))
    default: return false
    }
    return true
  }

  /// Whether the last line is seen.
  func isAtEnd(_ items: [Item], rows: Int) -> Bool {
    first(items, rows) + Self.shown(items, rows) >= Self.count(items)
  }

  private mutating func turn(_ items: [Item], _ rows: Int, by lines: Int) {
    top = min(max(0, first(items, rows) + lines), Self.last(items, rows))
    focus = nil
  }

  private mutating func move(_ items: [Item], _ rows: Int, forward: Bool) {
    let top = first(items, rows)
    let choices = items.indices.filter { items[$0].isChoice }
    let starts = Self.starts(items)
    if let focus {
      let next = forward ? choices.first { $0 > focus } : choices.last { $0 < focus }
      if let next {
        self.focus = next
      } else if !forward {
        // Above the first choice stands a heading, which may be out of sight.
        self.focus = nil
        self.top = 0
        return
      }
    } else {
      // The first one in sight.
      let bottom = top + Self.shown(items, rows)
      focus =
        forward
        ? choices.first { starts[$0] >= top } ?? choices.last
        : choices.last { starts[$0] < bottom }
    }
    self.top = first(items, rows)
  }

  // MARK: Lines

  private static func starts(_ items: [Item]) -> [Int] {
    var line = 0
    return items.map { item in
      defer { line += item.lines.count }
      return line
    }
  }

  private static func count(_ items: [Item]) -> Int { items.reduce(0) { $0 + $1.lines.count } }

  /// Where not everything fits, the last row tells so.
  private static func shown(_ items: [Item], _ rows: Int) -> Int {
    max(1, count(items) > rows ? rows - 1 : rows)
  }

  private static func last(_ items: [Item], _ rows: Int) -> Int {
    max(0, count(items) - shown(items, rows))
  }

  /// The first line that is seen: the one in focus is whole among them where that is possible.
  private func first(_ items: [Item], _ rows: Int) -> Int {
    var first = min(top, Self.last(items, rows))
    guard let focus, items.indices.contains(focus) else { return first }
    let start = Self.starts(items)[focus]
    let end = start + items[focus].lines.count
    let shown = Self.shown(items, rows)
    if end > first + shown { first = end - shown }
    return min(first, start)
  }

  /// Draws the lines that are seen, the item in focus with `>` before it and the cursor on it.
  func draw(
    _ items: [Item], into canvas: inout Canvas, _ rect: Rect,
    more: (_ range: ClosedRange<Int>, _ count: Int) -> String
  ) {
    let rows = rect.size.rows
    let first = first(items, rows)
    let shown = Self.shown(items, rows)
    var line = 0
    canvas.cursor = rect.origin
    for (index, item) in items.enumerated() {
      for (offset, text) in item.lines.enumerated() {
        defer { line += 1 }
        guard line >= first, line < first + shown else { continue }
        let point = Point(row: rect.origin.row + line - first, column: rect.origin.column)
        let isFocused = index == focus
        let lead = isFocused && offset == 0 ? "> " : "  "
        canvas.put(
          isFocused
            ? Fitting.fit(lead + text.text, to: rect.size.columns)
            : Fitting.cut(lead + text.text, to: rect.size.columns),
          at: point, role: isFocused ? .selected : text.role)
        if isFocused, offset == 0 { canvas.cursor = point }
      }
    }
    let count = Self.count(items)
    if count > rows {
      canvas.put(
        Fitting.fit(
          more((first + 1)...min(count, first + shown), count), to: rect.size.columns, .right),
        at: Point(row: rect.origin.row + rows - 1, column: rect.origin.column), role: .dim)
    }
  }
}
