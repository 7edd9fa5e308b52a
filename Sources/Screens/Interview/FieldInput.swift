import FormEngine
import Terminal

/// Writing the answer to a question: a number, a date, a code or words.
struct FieldInput: Sendable {
  private(set) var field: TextField
  /// Whether nothing was typed yet; then the first character takes the place of the old answer.
  private(set) var isFresh = true
  /// What stands there before anything is typed: the stored answer, or its masked form.
  let stored: String
  let shown: String
  let isNumber: Bool

  init(type: QuestionType, value: String, shown: String, isMasked: Bool) {
    let kind: TextField.Kind =
      switch type {
      case .integer, .decimal, .date: .number
      default: isMasked ? .code : .text
      }
    isNumber = kind == .number
    stored = value
    self.shown = shown
    field = TextField(value == shown ? value : "", kind: kind, limit: 1_000)
  }

  /// The answer as it stands in the field; the stored one while nothing was typed.
  var value: String { isFresh ? stored : field.text.trimmed }

  /// Whether what stands in the field is not the stored answer.
  var isUnsaved: Bool { !isFresh && value != stored }

  /// Brings the stored answer back.
  mutating func restore() {
    field.set(stored == shown ? stored : "")
    isFresh = true
  }

  /// Empties the field.
  mutating func clear() {
    field.set("")
    isFresh = false
  }

  /// Edits as the key says, and tells whether it was a key for a field.
  mutating func handle(_ key: Key) -> Bool {
    if isFresh, let text = key.text {
      // A number typed over an old one replaces it; words are continued.
      if isNumber || field.kind == .code || stored != shown { field.set("") }
      isFresh = false
      field.insert(text)
      return true
    }
    guard field.handle(key) else { return false }
    switch key {
    case .left, .right, .home, .end: break
    default: isFresh = false
    }
    return true
  }

  /// How many cells the field takes of those there are.
  func columns(of room: Int) -> Int { min(room, isNumber ? 20 : field.kind == .code ? 24 : 60) }

  /// Draws the field with the cursor in it.
  func draw(into canvas: inout Canvas, at point: Point, columns: Int) {
    if isFresh, stored != shown {
      canvas.fill(
        Rect(row: point.row, column: point.column, rows: 1, columns: columns), role: .focus)
      canvas.put(shown, at: point, role: .focus, limit: columns)
      canvas.cursor = point
      return
    }
    field.draw(into: &canvas, at: point, columns: columns)
  }
}
