/// A line of text being edited, character by character as people count them.
public struct TextField: Hashable, Sendable {
  /// What may be typed.
  public enum Kind: Hashable, Sendable {
    /// Any text, kept as typed.
    case text
    /// A number, date or time: full-width digits and signs become plain ones.
    case number
    /// A code: full-width letters and digits become plain ones.
    case code
  }

  /// What may be typed.
  public let kind: Kind
  /// The most characters it takes.
  public let limit: Int
  /// The characters before and after the caret.
  public private(set) var characters: [Character]
  /// How many characters stand before the caret.
  public private(set) var caret: Int

  /// A field with a text and the caret behind it.
  public init(_ text: String = "", kind: Kind = .text, limit: Int = 10_000) {
    self.kind = kind
    self.limit = max(0, limit)
    characters = []
    caret = 0
    insert(text)
  }

  /// The text as it stands.
  public var text: String { String(characters) }

  /// Whether nothing is in it.
  public var isEmpty: Bool { characters.isEmpty }

  /// Puts another text in place of all, with the caret behind it.
  public mutating func set(_ text: String) {
    characters = []
    caret = 0
    insert(text)
  }

  /// Puts text in at the caret; what does not fit any more is left out, and so are controls.
  public mutating func insert(_ text: String) {
    // Joined again, since a mark typed by itself belongs to the character before the caret.
    let before = String(characters[..<caret]) + admitted(text)
    let after = characters[caret...]
    let head = Array(before).prefix(max(0, limit - after.count))
    characters = Array(head + after)
    caret = head.count
  }

  private func admitted(_ text: String) -> String {
    var kept = ""
    for character in text {
      if character.isNewline || character == "\t" {
        // A pasted line break must never submit an answer.
        kept.append(" ")
        continue
      }
      if character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        continue
      }
      switch kind {
      case .text: kept.append(character)
      case .number: kept.append(FullWidth.number(character))
      case .code: kept += FullWidth.code(String(character))
      }
    }
    return kept
  }
}

// MARK: - Keys

extension TextField {
  /// Edits as the key says, and tells whether the key was one for a field.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character, .burst, .paste:
      if let text = key.text { insert(text) }
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .backspace:
      guard caret > 0 else { return true }
      caret -= 1
      characters.remove(at: caret)
    case .delete:
      guard caret < characters.count else { return true }
      characters.remove(at: caret)
    case .control("u"):
      characters = []
      caret = 0
    default: return false
    }
    return true
  }
}

// MARK: - Drawing

extension TextField {
  /// What is seen of the field in so many cells.
  public struct Window: Hashable, Sendable {
    /// What is drawn, without filling.
    public let glyphs: [Glyph]
    /// The caret's column, counted from the field's first cell.
    public let caretColumn: Int
    /// Whether text is hidden on the left; then the first cell shows `<`.
    public let isCutLeft: Bool
    /// Whether text is hidden on the right; then the last cell shows `>`.
    public let isCutRight: Bool
  }

  /// What is seen in so many cells: all if it fits, else the part around the caret.
  public func window(columns: Int) -> Window {
    let pieces = characters.map { Glyph.glyphs(of: $0) }
    let widths = pieces.map { $0.reduce(0) { $0 + $1.width } }
    let total = widths.reduce(0, +)
    // One cell stays free for the caret behind the last character.
    if total < columns {
      return Window(
        glyphs: Array(pieces.joined()), caretColumn: widths[..<caret].reduce(0, +),
        isCutLeft: false, isCutRight: false)
    }
    // Of the cells, the edges' two may be taken by the signs that text is hidden.
    let room = max(1, columns - 2)
    let ahead = max(2, min(room / 4, 8))
    var wanted = 0
    var end = caret
    while end < widths.count, wanted + widths[end] <= ahead {
      wanted += widths[end]
      end += 1
    }
    var start = caret
    var used = wanted
    while start > 0, used + widths[start - 1] <= room {
      used += widths[start - 1]
      start -= 1
    }
    if start == 1, widths[0] <= 1 { start = 0 }
    let isCutLeft = start > 0
    let left = isCutLeft ? [Glyph(scalar: "<", marks: [], width: 1)] : []
    let caretColumn = left.count + widths[start..<caret].reduce(0, +)
    let rest = widths[start...].reduce(left.count, +)
    guard rest > columns else {
      return Window(
        glyphs: left + pieces[start...].joined(), caretColumn: caretColumn, isCutLeft: isCutLeft,
        isCutRight: false)
    }
    var glyphs = left
    var column = left.count
    for index in start..<pieces.count {
      guard column + widths[index] <= columns - 1 else { break }
      glyphs += pieces[index]
      column += widths[index]
    }
    glyphs += Array(repeating: .blank, count: max(0, columns - 1 - column))
    glyphs.append(Glyph(scalar: ">", marks: [], width: 1))
    return Window(
      glyphs: glyphs, caretColumn: caretColumn, isCutLeft: isCutLeft, isCutRight: true)
  }

  /// Draws the field in so many cells, and sets the canvas's cursor to the caret.
  public func draw(into canvas: inout Canvas, at point: Point, columns: Int, role: Role = .focus) {
    guard columns > 0 else { return }
    let window = window(columns: columns)
    canvas.fill(
      Rect(row: point.row, column: point.column, rows: 1, columns: columns), role: role)
    canvas.put(window.glyphs, at: point, role: role, limit: columns)
    canvas.cursor = Point(
      row: point.row, column: point.column + min(window.caretColumn, columns - 1))
  }
}
