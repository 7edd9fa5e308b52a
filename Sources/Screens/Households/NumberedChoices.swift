import Terminal

/// Lines with a number before each: up to nine are chosen by their digit at once; of more, the
/// number waits for Enter.
struct NumberedChoices: Sendable {
  /// What a key came to.
  enum Outcome: Equatable, Sendable {
    /// That line was chosen.
    case chosen(Int)
    /// Another line is in focus.
    case moved
    /// There is no line of that number.
    case noSuchNumber(String)
    /// The key is none for a list.
    case ignored
  }

  private var list: ScrollList
  private var isFocused: Bool
  private var typed = ""

  /// So many lines; with no line in focus, Enter alone chooses nothing.
  init(count: Int, focus: Int? = 0) {
    list = ScrollList(count: count, selection: focus ?? 0)
    isFocused = focus != nil
  }

  /// The line in focus.
  var focus: Int? { isFocused ? list.selected : nil }

  /// Takes another number of lines.
  mutating func resize(count: Int) { list.resize(count: count) }

  /// Moves or chooses as the key says, and returns the line that was chosen; a number that no line has is
  /// refused.
  mutating func chosen(_ key: Key, rows: Int, _ context: inout Context) -> Int? {
    switch handle(key, rows: rows) {
    case .chosen(let index): return index
    case .noSuchNumber(let number):
      context.refuseNumber(context.strings.noSuchNumber(number))
      return nil
    case .moved, .ignored: return nil
    }
  }

  /// Moves or chooses as the key says; several characters at once choose nothing.
  mutating func handle(_ key: Key, rows: Int) -> Outcome {
    if case .character(let character) = key,
      let digit = FullWidth.key(character).wholeNumberValue
    {
      return number(digit)
    }
    if key == .backspace {
      typed = String(typed.dropLast())
      return .moved
    }
    if !isFocused, key == .down || key == .up, list.count > 0 {
      isFocused = true
      if key == .up { list.select(list.count - 1) }
      return .moved
    }
    guard list.handle(key, rows: rows) else { return .ignored }
    isFocused = true
    typed = ""
    return .moved
  }

  private mutating func number(_ digit: Int) -> Outcome {
    if list.count <= 9 {
      guard digit >= 1, digit <= list.count else { return .noSuchNumber(String(digit)) }
      list.select(digit - 1)
      isFocused = true
      return .chosen(digit - 1)
    }
    typed += String(digit)
    if let number = Int(typed), number >= 1, number <= list.count {
      list.select(number - 1)
      isFocused = true
      return .moved
    }
    let refused = typed
    typed = ""
    return .noSuchNumber(refused)
  }

  /// Draws the lines, the one in focus with `>` before it and the cursor on it.
  func draw(_ items: [ListPanel.Item], into canvas: inout Canvas, _ rect: Rect) {
    let digits = items.count > 9 ? 3 : 1
    if focus == nil { canvas.cursor = Point(row: rect.origin.row, column: rect.origin.column + 1) }
    list.draw(into: &canvas, rect) { index, row, isSelected, canvas in
      let item = items[index]
      let isInFocus = isSelected && isFocused
      let number = String(index + 1)
      let lead = String(repeating: " ", count: max(0, digits - number.count)) + number
      var text = "\(isInFocus ? ">" : " ") \(lead)  \(item.text)"
      if let reason = item.reason { text += "  (\(reason))" }
      let role: Role = isInFocus ? .selected : item.reason == nil ? .text : .dim
      canvas.put(
        Fitting.fit(text, to: max(0, row.size.columns - 2)),
        at: Point(row: row.origin.row, column: row.origin.column + 1), role: role)
      if isInFocus {
        canvas.cursor = Point(row: row.origin.row, column: row.origin.column + 1)
      }
    }
  }
}
