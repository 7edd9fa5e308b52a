import Fieldwork
import FormEngine
import Station
import Terminal

extension InterviewScreen {
  /// The rows between the head of three lines and the line of notices.
  static func body(_ size: Size) -> Rect {
    Rect(row: 3, column: 0, rows: size.rows - 6, columns: size.columns)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    drawHead(into: &canvas, context)
    let body = Self.body(canvas.size)
    switch (session.place, input) {
    case (.stop(.roster(let address)), .roster(let roster)):
      drawRoster(roster, address, into: &canvas, body, context)
    case (.stop(let stop), _): drawQuestion(stop, into: &canvas, body, context)
    case (.end, .end(let end)): drawEnd(end, into: &canvas, body, context)
    default: break
    }
    if !session.isOpen, let notice = completedNotice(context), context.notice == nil {
      canvas.put(
        notice, at: Point(row: canvas.size.rows - 3, column: 1), role: .warning,
        limit: canvas.size.columns - 2)
    }
    Frame.foot(offers(context), into: &canvas, context, typing: isTyping(context))
  }

  private func completedNotice(_ context: Context) -> String? {
    guard case .completed(let stamp) = session.interview.phase else { return nil }
    return context.strings.interview.completed(stamp.minute)
  }

  // MARK: A question

  /// A line of the body with its role.
  private typealias Line = (text: String, role: Role)

  private func drawQuestion(
    _ stop: Stop, into canvas: inout Canvas, _ body: Rect, _ context: Context
  ) {
    let columns = body.size.columns - 2
    let address = stop.address
    let top = topLines(stop, columns, context)
    let inputRows = wantedInputRows(stop)
    var rest = body.size.rows - 2 - top.count - inputRows
    // Below: how to ask, then what comes next; above: what was answered just before. One answer
    // before stays to be seen whatever else there is: a wrong key on a question that goes on by
    // itself shows only there.
    let next = followingLine(stop, context)
    let hasNext = rest >= 2
    if hasNext { rest -= 1 }
    let kept = rest > 0 ? 1 : 0
    let guidance = guidanceLines(address, columns, room: rest - kept - 1, context)
    if !guidance.isEmpty { rest -= guidance.count + 1 }
    // Always as many lines as there may be, so that the question keeps its place on the screen.
    let nearRows = max(
      kept, min(rest - (hasNext ? 1 : 0), 2 + (canvas.size.rows - Size.standard.rows) / 2))
    let near = nearLines(stop, room: nearRows, columns, context)

    var row = body.origin.row
    canvas.put(
      Fitting.cut(whereLine(stop, context), to: columns), at: Point(row: row, column: 1),
      role: .border)
    row += 1 + nearRows - near.count
    for line in near {
      canvas.put(line, at: Point(row: row, column: 1), role: .dim)
      row += 1
    }
    row += 1
    for line in top {
      canvas.put(line.text, at: Point(row: row, column: 1), role: line.role)
      row += 1
    }
    if session.isOpen, session.needsAnswer(stop), session.instance.isRequired(address),
      let last = labelEnd(top)
    {
      canvas.put(
        " *", at: Point(row: row - top.count + last.line, column: 1 + last.column), role: .required)
    }
    let bottom = body.rows.upperBound
    let available = max(
      1, bottom - row - (hasNext ? 1 : 0) - (guidance.isEmpty ? 0 : guidance.count + 1))
    let used = drawInput(
      stop, into: &canvas, Rect(row: row, column: 2, rows: available, columns: columns - 2), context
    )
    row += used
    if !guidance.isEmpty {
      row += 1
      for line in guidance {
        canvas.put(line, at: Point(row: row, column: 1), role: .dim)
        row += 1
      }
    }
    if hasNext {
      canvas.put(Fitting.cut(next, to: columns), at: Point(row: bottom - 1, column: 1), role: .dim)
    }
  }

  /// Where the label ends, to put the mark of a required answer behind it.
  private func labelEnd(_ lines: [Line]) -> (line: Int, column: Int)? {
    guard let index = lines.lastIndex(where: { $0.role == .title }) else { return nil }
    return (index, width(of: lines[index].text))
  }

  /// The section, which question of it, and whom it is about.
  private func whereLine(_ stop: Stop, _ context: Context) -> String {
    var parts: [String] = []
    if let section = session.sectionIndex(of: session.place) {
      parts.append(overview.sections[section].title)
    }
    if let index = session.index(of: stop) {
      let range = neighbours(of: index)
      parts.append(
        context.strings.interview.inSection(index - range.lowerBound + 1, range.count))
    }
    let rows = stop.address.rows
    if !rows.isEmpty {
      let shown = shown(context)
      let about = [shown.member("m_rel", rows), shown.age(rows)].filter { !$0.isEmpty }
      parts.append("  " + shown.rowNames(stop.address))
      if !about.isEmpty { parts.append("(" + about.joined(separator: " ") + ")") }
    }
    return parts.joined(separator: " ")
  }

  /// The stops that belong together with one: of the same section and the same roster row.
  private func neighbours(of index: Int) -> Range<Int> {
    let stops = session.stops
    let section = session.sectionIndex(of: .stop(stops[index]))
    func isNear(_ other: Stop) -> Bool {
      other.address.rows == stops[index].address.rows
        && session.sectionIndex(of: .stop(other)) == section
    }
    var first = index
    while first > 0, isNear(stops[first - 1]) { first -= 1 }
    var end = index + 1
    while end < stops.count, isNear(stops[end]) { end += 1 }
    return first..<end
  }

  /// The label, the hint and what is known of the answer already.
  private func topLines(_ stop: Stop, _ columns: Int, _ context: Context) -> [Line] {
    let address = stop.address
    let strings = context.strings.interview
    let shown = shown(context)
    var lines: [Line] = Wrapping.lines(shown.label(address), width: columns - 2).map {
      ($0, .title)
    }
    if case .note = stop {
      lines[0].text = "! " + lines[0].text
      lines = lines.map { ($0.text, Role.warning) }
    }
    let hint = session.instance.hint(address, language: session.language)
    if !hint.isEmpty { lines += Wrapping.lines(hint, width: columns).map { ($0, .dim) } }
    if case .question = stop {
      let answer = shown.text(address)
      if !answer.isEmpty, session.isOpen {
        if !session.isConfirmed(address), !session.instance.isReadOnly(address) {
          let said =
            session.isShownAgain(address)
            ? strings.saidBefore(answer)
            : session.isOfRegister(address)
              ? strings.registered(answer) : strings.proposed(answer)
          let line = said + "  " + strings.registeredGoOn
          lines += Wrapping.lines(line, width: columns).map { ($0, .warning) }
        } else if session.instance.special(address) != nil {
          lines.append((Fitting.cut(strings.answeredNow(answer), to: columns), .done))
        }
      } else if let value = carriedValue(address, context) {
        lines.append(
          (Fitting.cut(strings.carried(shown.text(value, at: address)), to: columns), .done))
      }
    }
    if isReadBackDue, let key = Binding.name(of: .readBack) {
      lines += Wrapping.lines(context.strings.interview.readBackFirst(key), width: columns)
        .map { ($0, .warning) }
    }
    if let remark = session.interview.remarks[session.key(address)]?.last {
      lines.append((Fitting.cut(strings.remarked(remark.text), to: columns), .text))
    }
    lines += commentLines(address, columns, context)
    let key = session.key(address)
    if let decision = session.interview.decisions.last(where: { $0.key == key }) {
      let others = decision.others.map { other in
        (
          person: context.team.name(of: other.stamp.person),
          value: shown.text(other.value, at: address)
        )
      }
      let line = strings.decided(
        context.team.name(of: decision.stamp.person), decision.stamp.minute, others)
      lines += Wrapping.lines(line, width: columns).prefix(2).map { ($0, .dim) }
    }
    lines.append(("", .text))
    return lines
  }

  private func followingLine(_ stop: Stop, _ context: Context) -> String {
    let strings = context.strings.interview
    guard let index = session.index(of: stop), index + 1 < session.stops.count else {
      return strings.followingEnd
    }
    let next = session.stops[index + 1]
    let shown = shown(context)
    let label = shown.label(next.address)
    guard next.address.rows != stop.address.rows, !next.address.rows.isEmpty else {
      return strings.following(label)
    }
    return strings.following("\(shown.rowNames(next.address)) \(label)")
  }

  /// How to ask and what counts, as far as there is room.
  private func guidanceLines(
    _ address: NodeAddress, _ columns: Int, room: Int, _ context: Context
  ) -> [String] {
    let guidance = session.instance.guidance(address, language: session.language)
    guard !guidance.isEmpty, room > 0 else { return [] }
    let strings = context.strings.interview
    let lines = Wrapping.lines(strings.guidance(guidance), width: columns)
    guard lines.count > room else { return lines }
    var kept = Array(lines.prefix(room))
    let more = strings.guidanceMore
    kept[room - 1] = Fitting.cut(kept[room - 1], to: columns - width(of: more) - 1) + " " + more
    return kept
  }

  /// The answers just before in the same section, the nearest last; and the one before them, with
  /// the name of its person.
  private func nearLines(
    _ stop: Stop, room: Int, _ columns: Int, _ context: Context
  ) -> [String] {
    guard room > 0, let index = session.index(of: stop) else { return [] }
    let shown = shown(context)
    var lines: [String] = []
    let section = session.sectionIndex(of: .stop(stop))
    for other in session.stops[..<index].reversed() {
      guard lines.count < room else { break }
      guard case .question(let address) = other else { continue }
      let answer = shown.text(address)
      let isOther = address.rows != stop.address.rows && !address.rows.isEmpty
      let who = isOther ? shown.rowNames(address) + " " : ""
      lines.append(
        Fitting.cut("\(who)\(shown.label(address)): \(answer.isEmpty ? "-" : answer)", to: columns))
      if address.rows != stop.address.rows || session.sectionIndex(of: .stop(other)) != section {
        break
      }
    }
    return lines.reversed()
  }
}
