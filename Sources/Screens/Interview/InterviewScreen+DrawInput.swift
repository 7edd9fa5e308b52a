import Fieldwork
import FormEngine
import Station
import Terminal

extension InterviewScreen {
  /// The rows that what is entered would like to have.
  func wantedInputRows(_ stop: Stop) -> Int {
    switch input {
    case .choices(let choices): min(choices.items.count, 10) + 1
    default: 2
    }
  }

  /// Draws what is entered; returns the rows it took.
  func drawInput(
    _ stop: Stop, into canvas: inout Canvas, _ rect: Rect, _ context: Context
  ) -> Int {
    let strings = context.strings.interview
    switch input {
    case .field(let field):
      canvas.put(">", at: Point(row: rect.origin.row, column: rect.origin.column - 1))
      field.draw(
        into: &canvas, at: Point(row: rect.origin.row, column: rect.origin.column + 1),
        columns: field.columns(of: rect.size.columns - 1))
      guard rect.size.rows > 1 else { return 1 }
      let below = Point(row: rect.origin.row + 1, column: rect.origin.column)
      if field.isUnsaved, !field.stored.isEmpty {
        canvas.put(
          Fitting.cut(strings.restores(field.shown), to: rect.size.columns), at: below,
          role: .warning)
        return 2
      }
      guard isDateQuestion(stop) else { return 1 }
      canvas.put(strings.dateFormat, at: below, role: .dim)
      return 2
    case .choices(let choices): return drawChoices(choices, into: &canvas, rect, strings)
    default:
      let answer = shown(context).text(stop.address)
      if !answer.isEmpty {
        canvas.put(
          Fitting.cut(answer, to: rect.size.columns), at: rect.origin, role: .focus)
      }
      let line =
        if case .note = stop { strings.note } else if session.isOpen { strings.readOnly } else {
          ""
        }
      canvas.put(
        line, at: Point(row: rect.origin.row + 1, column: rect.origin.column), role: .dim,
        limit: rect.size.columns)
      canvas.cursor = rect.origin
      return 2
    }
  }

  private func isDateQuestion(_ stop: Stop) -> Bool {
    session.definition.nodes[stop.address.node].kind.questionType == .date
  }

  private func drawChoices(
    _ choices: ChoiceInput, into canvas: inout Canvas, _ rect: Rect, _ strings: InterviewStrings
  ) -> Int {
    guard !choices.items.isEmpty else {
      let text = openBefore == nil ? strings.noChoicesAtAll : strings.noChoices
      canvas.put(
        Fitting.cut(text, to: rect.size.columns), at: rect.origin, role: .warning)
      canvas.cursor = rect.origin
      return 1
    }
    let room = max(1, rect.size.rows - 1)
    let list = Rect(
      row: rect.origin.row, column: rect.origin.column - 1, rows: room,
      columns: rect.size.columns + 1)
    choices.draw(into: &canvas, list)
    let layout = choices.layout(rows: room, columns: list.size.columns)
    let row = rect.origin.row + layout.rows
    var hint =
      choices.isMultiple
      ? (choices.isSingleDigit ? strings.chooseSeveral : strings.chooseSeveralNumber)
      : choices.isSingleDigit ? strings.chooseOne : strings.chooseOneNumber
    if !choices.filter.isEmpty { hint = strings.found(choices.filter, choices.visible.count) }
    if !choices.typed.isEmpty { hint = strings.typedNumber(choices.typed) }
    if let seen = choices.seen(rows: room, columns: list.size.columns) {
      hint = strings.more(seen.first, seen.last, choices.visible.count) + "  " + hint
    }
    canvas.put(
      Fitting.cut(hint, to: rect.size.columns), at: Point(row: row, column: rect.origin.column),
      role: .dim)
    if !choices.typed.isEmpty {
      canvas.cursor = Point(
        row: row, column: rect.origin.column + width(of: strings.typedNumber(choices.typed)))
    }
    return layout.rows + 1
  }
}
