import Terminal

/// Fields one below the other, filled in in any order, and a last line that carries out what they say.
///
/// It holds what was typed and nothing else: a refusal leaves it as it is.
struct FieldForm: Equatable, Sendable {
  /// What one field holds.
  enum Value: Equatable, Sendable {
    case text(TextField)
    /// One of its options, by its place.
    case choice(Int)
  }

  /// What a field is called, and what it is chosen from, in the language of the screen.
  struct Label: Sendable {
    var text: String
    var hint: String
    var options: [String]
    var isRequired: Bool

    init(_ text: String, hint: String = "", options: [String] = [], isRequired: Bool = false) {
      self.text = text
      self.hint = hint
      self.options = options
      self.isRequired = isRequired
    }
  }

  /// What a key or Enter came to.
  enum Outcome: Equatable, Sendable {
    /// Nothing for whoever holds the form.
    case none
    /// One of the options of the field in focus is to be chosen in a panel.
    case asks
    /// The last line was taken.
    case done
  }

  private(set) var values: [Value]
  /// The field in focus; behind the last one the line that carries it out.
  private(set) var focus = 0
  private let first: [Value]

  /// Fields as they are before anything is typed.
  init(_ values: [Value]) {
    self.values = values
    first = values
  }

  /// Whether something was typed or chosen.
  var isChanged: Bool { values != first }

  /// Whether a text field is in focus.
  var isTyping: Bool {
    guard values.indices.contains(focus), case .text = values[focus] else { return false }
    return true
  }

  /// What stands in a text field, without white space at its ends.
  func text(_ field: Int) -> String {
    if case .text(let text) = values[field] { text.text.trimmed } else { "" }
  }

  /// Which option of a field is chosen.
  func choice(_ field: Int) -> Int {
    if case .choice(let choice) = values[field] { choice } else { 0 }
  }

  /// Puts a field in focus, such as one that has to be mended.
  mutating func go(to field: Int) { focus = min(max(0, field), values.count) }

  /// Chooses an option of the field in focus, and goes on.
  mutating func choose(_ option: Int) {
    guard values.indices.contains(focus), case .choice = values[focus] else { return }
    values[focus] = .choice(option)
    focus += 1
  }

  // MARK: Keys

  /// Goes on as Enter says.
  mutating func goOn() -> Outcome {
    guard values.indices.contains(focus) else { return .done }
    if case .choice = values[focus] { return .asks }
    focus += 1
    return .none
  }

  /// Goes back to the field before.
  mutating func goBack() { go(to: focus - 1) }

  /// Edits, moves or chooses as the key says.
  mutating func handle(_ key: Key, _ labels: [Label], _ context: inout Context) {
    if key == .down { return go(to: focus + 1) }
    guard values.indices.contains(focus) else { return }
    switch values[focus] {
    case .text(var field):
      _ = field.handle(key)
      values[focus] = .text(field)
    case .choice:
      let count = labels[focus].options.count
      guard case .character(let character) = key,
        let digit = FullWidth.key(character).wholeNumberValue
      else { return }
      guard count <= 9, (1...count).contains(digit) else {
        return context.refuseNumber(context.strings.noSuchNumber(String(digit)))
      }
      choose(digit - 1)
    }
  }

  // MARK: Drawing

  /// How many rows it takes without hints.
  var rows: Int { values.count + 2 }

  /// Draws the fields and the last line; below them the hint of the field in focus.
  func draw(
    _ labels: [Label], done: String, into canvas: inout Canvas, row: Int
  ) {
    let lead = (labels.map { width(of: $0.text) }.max() ?? 0) + 6
    let room = canvas.size.columns - lead - 2
    for (index, label) in labels.enumerated() {
      let here = row + index
      put(label.text, isFocused: index == focus, into: &canvas, row: here)
      if label.isRequired {
        canvas.put(
          "*", at: Point(row: here, column: 4 + width(of: label.text)), role: .required)
      }
      switch values[index] {
      case .text(let field) where index == focus:
        field.draw(into: &canvas, at: Point(row: here, column: lead), columns: room)
      case .text(let field):
        canvas.put(Fitting.cut(field.text, to: room), at: Point(row: here, column: lead))
      case .choice(let choice):
        let text = label.options.indices.contains(choice) ? label.options[choice] : ""
        canvas.put(
          Fitting.cut(text, to: room), at: Point(row: here, column: lead),
          role: index == focus ? .focus : .text)
      }
      if index == focus {
        let hint = Wrapping.lines(label.hint, width: canvas.size.columns - 4)
        for (offset, line) in hint.prefix(3).enumerated() {
          canvas.put(
            line, at: Point(row: row + labels.count + 3 + offset, column: 2), role: .dim)
        }
      }
    }
    put(done, isFocused: focus == values.count, into: &canvas, row: row + labels.count + 1)
  }

  private func put(_ text: String, isFocused: Bool, into canvas: inout Canvas, row: Int) {
    canvas.put(
      (isFocused ? "> " : "  ") + text, at: Point(row: row, column: 1),
      role: isFocused ? .selected : .text)
    guard isFocused, !isTyping else { return }
    canvas.cursor = Point(row: row, column: 1)
  }
}
