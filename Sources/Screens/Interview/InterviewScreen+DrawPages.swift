import Fieldwork
import FormEngine
import Station
import Terminal

// The pages that are no single question: the table of a roster, and the end.

extension InterviewScreen {
  // MARK: Roster

  func drawRoster(
    _ roster: RosterInput, _ address: NodeAddress, into canvas: inout Canvas, _ body: Rect,
    _ context: Context
  ) {
    let strings = context.strings.interview
    let columns = body.size.columns - 2
    let title = strings.rosterTitle(session.title(of: address.node), roster.rows.count)
    canvas.put(title, at: Point(row: body.origin.row, column: 1), role: .title)
    canvas.put(
      Fitting.cut(strings.rosterHint, to: columns), at: Point(row: body.origin.row + 1, column: 1),
      role: .dim)
    let rows = max(1, body.size.rows - 6)
    var list = ScrollList(count: roster.rows.count, selection: roster.focus ?? 0)
    list.select(roster.focus ?? 0)
    let window = list.window(rows: rows)
    let shown = shown(context)
    let progress = session.progress(of: roster.rows[window], in: roster.address)
    let seen = window.map { index in
      rowTexts(index, roster, progress[roster.rows[index]], shown, strings)
    }
    let names = strings.rosterColumns
    let header = ["", names.name, names.relation, names.age, names.place, names.done]
    let layout = ColumnLayout(
      [
        .init(.fixed(5), .right), .init(.fitting(8...24)), .init(.fitting(6...16)),
        .init(.fitting(4...7), .right), .init(.fitting(8...16)), .init(.fitting(5...9), .right),
      ], in: columns, gap: 2, measuring: [header] + seen)
    let top = body.origin.row + 3
    canvas.put(layout.line(header), at: Point(row: top, column: 1), role: .dim)
    for (offset, texts) in seen.enumerated() {
      let index = window.lowerBound + offset
      let isFocused = roster.focus == index
      var texts = texts
      texts[0] = (isFocused ? ">" : " ") + texts[0]
      let row = top + 1 + offset
      canvas.put(
        layout.line(texts), at: Point(row: row, column: 1), role: isFocused ? .selected : .text)
      if isFocused || (roster.focus == nil && offset == 0) {
        canvas.cursor = Point(row: row, column: 1)
      }
    }
    if window.count < roster.rows.count {
      canvas.put(
        strings.more(window.lowerBound + 1, window.upperBound, roster.rows.count),
        at: Point(row: top, column: columns - 30), role: .dim, limit: 30)
    }
    drawName(roster, into: &canvas, row: body.rows.upperBound - 2, context)
  }

  private func drawName(
    _ roster: RosterInput, into canvas: inout Canvas, row: Int, _ context: Context
  ) {
    guard roster.isAdding else {
      if roster.rows.isEmpty { canvas.cursor = Point(row: row, column: 1) }
      return
    }
    let strings = context.strings.interview
    let used = canvas.put(strings.rosterAdd(""), at: Point(row: row, column: 1))
    roster.name.draw(into: &canvas, at: Point(row: row, column: 1 + used), columns: 30)
    canvas.put(strings.rosterAddHint, at: Point(row: row + 1, column: 1), role: .dim)
  }

  private func rowTexts(
    _ index: Int, _ roster: RosterInput, _ progress: HouseholdSummary.Progress?,
    _ shown: ShownAnswer, _ strings: InterviewStrings
  ) -> [String] {
    let row = roster.rows[index]
    let path = roster.address.rows + [row]
    let progress = progress ?? HouseholdSummary.Progress(answered: 0, total: 0)
    return [
      String(index + 1), shown.rowName(row, of: roster.address), shown.member("m_rel", path),
      shown.age(path), shown.member("m_home", path),
      progress.isDone && progress.total > 0
        ? strings.rosterDone : "\(progress.answered)/\(progress.total)",
    ]
  }

  // MARK: The end

  func drawEnd(
    _ end: EndInput, into canvas: inout Canvas, _ body: Rect, _ context: Context
  ) {
    let strings = context.strings.interview
    let columns = body.size.columns - 2
    let shown = shown(context)
    canvas.put(
      Fitting.cut(endSentence(end, context), to: columns),
      at: Point(row: body.origin.row, column: 1), role: end.review.items.isEmpty ? .done : .title)
    let rows = endRows(canvas.size)
    let area = Rect(row: body.origin.row + 1, column: 1, rows: rows, columns: columns)
    end.list.draw(into: &canvas, area) { index, row, isSelected, canvas in
      let text = itemText(end.review.items[index], shown, strings)
      canvas.put(
        Fitting.fit((isSelected ? "> " : "  ") + text, to: columns), at: row.origin,
        role: isSelected ? .selected : .text)
      if isSelected { canvas.cursor = row.origin }
    }
    let result = session.interview.value(VisitQuestion.result)
    var row = body.rows.upperBound - 6
    let resultText = shown.member(VisitQuestion.result, [])
    canvas.put(
      result.isEmpty ? strings.noResult : strings.result(resultText),
      at: Point(row: row, column: 1), role: result.isEmpty ? .warning : .text)
    row += 1
    let first = row
    for (number, act) in acts(result, strings).enumerated() {
      let text = " \(number + 1)  \(act.text)" + (act.reason.map { "  (\($0))" } ?? "")
      canvas.put(
        Fitting.cut(text, to: columns), at: Point(row: row, column: 1),
        role: act.reason == nil ? .text : .dim)
      row += 1
    }
    if end.isAsked {
      canvas.put(
        Fitting.cut(strings.confirmAnyway(end.open), to: columns), at: Point(row: row, column: 1),
        role: .warning)
    }
    if end.review.items.isEmpty {
      let isSecond = !session.isOpen || (!result.isEmpty && !VisitResult.isFinal(result))
      canvas.cursor = Point(row: isSecond ? first + 1 : first, column: 2)
    }
  }

  private func acts(
    _ result: String, _ strings: InterviewStrings
  ) -> [(text: String, reason: String?)] {
    guard session.isOpen else {
      return [(strings.actReopen, nil), (strings.actLeave, nil)]
    }
    let isNotFinal = !result.isEmpty && !VisitResult.isFinal(result)
    return [
      (strings.actComplete, isNotFinal ? strings.notFinal : nil),
      (strings.actEndVisit, session.interview.openVisit == nil ? strings.noOpenVisit : nil),
      (strings.actLeave, nil),
    ]
  }

  private func itemText(
    _ item: CompletionReview.Item, _ shown: ShownAnswer, _ strings: InterviewStrings
  ) -> String {
    let address = item.stop.address
    let section = session.sectionIndex(of: .stop(item.stop)).map { overview.sections[$0].mark }
    let who = shown.rowNames(address)
    let label = [section ?? "", who, shown.label(address)].filter { !$0.isEmpty }
      .joined(separator: " ")
    return switch item.reason {
    case .unanswered: "\(strings.unanswered)  \(label)"
    case .numberTaken(let head): "\(strings.numberTaken(head))  \(label): \(shown.text(address))"
    case .unconfirmed: "\(strings.unconfirmed)  \(label): \(shown.text(address))"
    case .invalid(let message): "\(strings.invalid)  \(label): \(message)"
    case .warning(let text): "\(strings.warning)  \(text)"
    }
  }

  // MARK: Help

  func help(_ context: Context) -> [String] {
    let strings = context.strings.interview
    var paragraphs: [String] = []
    if let stop {
      let address = stop.address
      let texts = [
        shown(context).label(address),
        session.instance.hint(address, language: session.language),
        session.instance.guidance(address, language: session.language),
      ]
      paragraphs = texts.filter { !$0.isEmpty }
    }
    switch input {
    case .choices(let choices):
      paragraphs.append(choices.isMultiple ? strings.helpSeveral : strings.helpChoices)
    case .field: paragraphs.append(strings.helpField)
    case .roster: paragraphs.append(strings.helpRoster)
    case .end: paragraphs.append(strings.helpEnd)
    case .reading: break
    }
    return paragraphs + [strings.helpBar, strings.helpWhat]
  }
}
