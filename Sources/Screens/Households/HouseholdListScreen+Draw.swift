import Fieldwork
import Record
import Station
import Terminal

extension HouseholdListScreen {
  /// Above the lines: the counts, the search, the heading; below them the legend.
  private static let above = 3

  static func listRows(_ size: Size) -> Int { Frame.body(size).size.rows - above }

  func draw(into canvas: inout Canvas, _ context: Context) {
    var screen = self
    screen.refreshIfStale(context)
    screen.drawFresh(into: &canvas, context)
  }

  private func drawFresh(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    let name = context.village?.name ?? strings.noVillage
    let person = context.person.flatMap { context.team.person($0) }
    let title = strings.title(name, person.map { (strings.role($0.role), $0.name) })
    Frame.head(title, right: context.workingDay, into: &canvas, context)
    let body = Frame.body(canvas.size)
    drawCounts(into: &canvas, row: body.origin.row, context)
    drawSearch(into: &canvas, row: body.origin.row + 1, context)
    let lines = Rect(
      row: body.origin.row + Self.above, column: 0, rows: body.size.rows - Self.above,
      columns: canvas.size.columns)
    let table = HouseholdTable(context, digits: rows.digits)
    if rows.list.count == 0 {
      let text = rows.isNarrowed ? strings.nothingFound : strings.emptyVillage
      for (offset, line) in Wrapping.lines(text, width: canvas.size.columns - 4).enumerated() {
        canvas.put(line, at: Point(row: lines.origin.row + offset, column: 2))
      }
      if canvas.cursor == nil { canvas.cursor = Point(row: lines.origin.row, column: 2) }
    } else {
      canvas.put(table.heading, at: Point(row: body.origin.row + 2, column: 1), role: .title)
      rows.draw(table, into: &canvas, lines)
      let remark =
        rows.focus.flatMap { Self.remark($0, context) }
        ?? (context.environment.isHeldApart() ? strings.notAdmitted : nil)
      let legend = rows.hasDifferences ? strings.legendDiffering : strings.legend
      canvas.put(
        Fitting.cut(remark ?? legend, to: canvas.size.columns - 2),
        at: Point(row: canvas.size.rows - 3, column: 1), role: remark == nil ? .dim : .warning)
    }
    Frame.foot(footer(context), into: &canvas, context)
  }

  /// Whoever reviews reads the keys for it first; in the menu their numbers are the same for all.
  private func footer(_ context: Context) -> [Offer] {
    let all = offers(context)
    guard context.isReviewer else { return all }
    let own = all.filter { $0.command == .review || $0.command == .ledger }
    let rest = all.filter { $0.command != .review && $0.command != .ledger }
    return rest.prefix(1) + own + rest.dropFirst(1)
  }

  /// What is to be said of the household in focus instead of the legend.
  private static func remark(_ household: HouseholdSummary, _ context: Context) -> String? {
    let strings = context.strings.households
    if household.review.state == .returned {
      return context.strings.review.waiting(household.review.openComments)
    }
    if household.conflicts > 0 { return strings.differs(household.conflicts) }
    let issues = context.toReask(at: household.id).count
    if issues > 0 {
      return context.strings.ledger.here(issues, Binding.name(of: .ledger) ?? "")
    }
    if let taker = household.taker {
      return strings.takenBy(
        strings.taken(
          context.team.name(of: taker.person, context.language), taker.time, context.workingDay))
    }
    return household.review.assignee.map {
      context.strings.review.assignedTo(context.team.name(of: $0, context.language))
    }
  }

  private func drawCounts(into canvas: inout Canvas, row: Int, _ context: Context) {
    let strings = context.strings.households
    let copy = strings.copy(context.secondCopy)
    let isWarning = context.secondCopy.isWarning
    let right = isWarning ? "! " + copy : copy
    let column = canvas.size.columns - 1 - width(of: right)
    canvas.put(
      Fitting.cut(strings.coverage(rows.coverage, context.strings.status), to: column - 2),
      at: Point(row: row, column: 1))
    canvas.put(right, at: Point(row: row, column: column), role: isWarning ? .warning : .dim)
  }

  private func isEmptyVillage(_ context: Context) -> Bool {
    context.village?.households.isEmpty ?? true
  }

  private func drawSearch(into canvas: inout Canvas, row: Int, _ context: Context) {
    let strings = context.strings.households
    let count = rows.list.count
    let right =
      isEmptyVillage(context)
      ? ""
      : strings.narrowed(
        rows.query.group,
        [
          rows.query.statuses?.first.map(context.strings.status),
          rows.query.found.map(context.strings.findings.asked),
          rows.query.isOwnOnly ? context.strings.review.own : nil,
        ].compactMap { $0 }.joined(separator: " "), rows.query.order,
        count == 0 ? 0 : rows.list.selection + 1, count)
    // What Esc does stands with what it takes away.
    let escape = Binding.name(of: .cancel).map { "\($0) \(strings.showAll)  " } ?? ""
    let shown = (rows.isNarrowed ? escape : "") + right
    let column = canvas.size.columns - 1 - width(of: shown)
    canvas.put(shown, at: Point(row: row, column: column), role: .dim)
    guard !isEmptyVillage(context) else { return }
    rows.drawSearch(
      rows.text.isEmpty ? strings.searchHint : strings.search, into: &canvas,
      at: Point(row: row, column: 1), columns: column - 3)
  }
}

extension SecondCopyState {
  /// Whether the work of more than a day stands on one disk only.
  var isWarning: Bool {
    switch self {
    case .notSet: false
    case .made(_, let hours): hours > 24
    case .missing: true
    }
  }
}
