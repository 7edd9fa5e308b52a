import Terminal

/// Lines to read, of which a part is seen; it says when there are more.
struct ScrolledText: Sendable {
  /// One line.
  struct Line: Sendable {
    var text: String
    var role: Role

    init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  private var top = 0

  /// Scrolls as the key says, and tells whether it was such a key.
  mutating func handle(_ key: Key, lines: Int, rows: Int, arrows: Bool) -> Bool {
    let page = max(1, rows - 2)
    let most = Self.most(lines, rows)
    top = min(top, most)
    switch key {
    case .pageDown: top = min(most, top + page)
    case .pageUp: top = max(0, top - page)
    case .down where arrows: top = min(most, top + 1)
    case .up where arrows: top = max(0, top - 1)
    default: return false
    }
    return true
  }

  private static func most(_ lines: Int, _ rows: Int) -> Int {
    // Where not everything fits, the last row tells so.
    lines > rows ? lines - (rows - 1) : 0
  }

  /// Draws the part that is seen; `more` says which lines of how many they are.
  func draw(
    _ lines: [Line], into canvas: inout Canvas, _ rect: Rect,
    more: (_ range: ClosedRange<Int>, _ count: Int) -> String
  ) {
    let rows = rect.size.rows
    guard rows > 0 else { return }
    let first = min(top, Self.most(lines.count, rows))
    let shown = lines.count > rows ? rows - 1 : rows
    for (offset, line) in lines.dropFirst(first).prefix(shown).enumerated() {
      canvas.put(
        Fitting.cut(line.text, to: rect.size.columns),
        at: Point(row: rect.origin.row + offset, column: rect.origin.column), role: line.role)
    }
    if lines.count > rows {
      let text = more((first + 1)...min(lines.count, first + shown), lines.count)
      canvas.put(
        Fitting.fit(text, to: rect.size.columns, .right),
        at: Point(row: rect.origin.row + rows - 1, column: rect.origin.column), role: .dim)
    }
  }
}
