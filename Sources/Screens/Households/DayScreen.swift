import Fieldwork
import Station
import Terminal

/// The day at a glance: what was done today, who waits for a visit, how far each group is, and the
/// last copy.
struct DayScreen: Screen {
  private var scroll = ScrolledText()

  private static func rect(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row, column: 2, rows: body.size.rows, columns: size.columns - 4)
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    if case .character(let character) = key, FullWidth.key(character) == "1" {
      copy(&context)
      return
    }
    let rect = Self.rect(context.size)
    _ = scroll.handle(
      key, lines: lines(context, columns: rect.size.columns).count, rows: rect.size.rows,
      arrows: true)
  }

  private func copy(_ context: inout Context) {
    if context.secondCopy == .notSet {
      context.say(context.strings.households.copyHowTo, role: .warning)
    } else {
      context.effects.append(.copyNow)
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next, .cancel, .leave, .day: context.pop()
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.households.backToList, inFooter: true),
      Offer(.cancel),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.households.dayHelp }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    Frame.head(
      strings.dayTitle(context.workingDay, context.village?.name ?? ""), into: &canvas, context)
    let rect = Self.rect(canvas.size)
    scroll.draw(
      lines(context, columns: rect.size.columns), into: &canvas, rect, more: strings.more)
    Frame.foot(offers(context), into: &canvas, context)
    canvas.cursor = rect.origin
  }

  // MARK: The lines

  private func lines(_ context: Context, columns: Int) -> [ScrolledText.Line] {
    guard let village = context.village else { return [] }
    let strings = context.strings.households
    let day = context.workingDay
    let glance = DayGlance(village, day: day)
    let status = context.strings.status
    let counts = [
      strings.visitedToday(glance.visited, status), strings.wholeVillage(glance.all, status),
    ]
    var lines: [ScrolledText.Line] = counts.flatMap { text in
      Wrapping.lines(text, width: columns).map { .init($0) }
    }
    if let verdicts = strings.verdicts(glance.verdicts) {
      lines += Wrapping.lines(verdicts, width: columns).map { .init($0) }
    }
    if context.team.showsFindingsAtOnce {
      lines += Wrapping.lines(strings.training, width: columns).map { .init($0, .warning) }
    }
    let isSet = context.secondCopy != .notSet
    let copy = isSet ? strings.copy(context.secondCopy) + strings.copyKey : strings.noCopy
    let isWarning = context.secondCopy.isWarning
    lines.append(
      .init((isWarning ? "! " : "") + copy, isWarning ? .warning : .text))
    if !isSet {
      lines += Wrapping.lines(strings.copyMeaning, width: columns - 2).map {
        .init("  " + $0, .dim)
      }
    }
    lines.append(.init(""))
    lines.append(.init(strings.dueToday(glance.due.count), .title))
    for household in glance.due {
      let isLate = household.nextVisit < day
      lines.append(
        .init(
          "  " + strings.dueLine(household, status(household.status)),
          isLate ? .warning : .text))
    }
    lines.append(.init(""))
    return lines + groups(village, context, columns)
  }

  private func groups(
    _ village: Village, _ context: Context, _ columns: Int
  ) -> [ScrolledText.Line] {
    let strings = context.strings.households
    let all = HouseholdStatus.allCases
    let names = all.map { context.strings.status($0) }
    let rows = Dictionary(grouping: village.households.values, by: \.group)
    let layout = ColumnLayout(
      [.init(.fixed(12)), .init(.fixed(6), .right)]
        + names.map { .init(.fixed(max(5, width(of: $0))), .right) }, in: columns)
    var lines: [ScrolledText.Line] = [
      .init(layout.line([strings.byGroup, strings.households] + names), .title)
    ]
    for group in HouseholdQuery.groups(of: village) {
      let coverage = Coverage(rows[group] ?? [])
      lines.append(
        .init(
          layout.line(
            [group.isEmpty ? strings.noGroup : group, String(coverage.total)]
              + all.map { coverage[$0] == 0 ? "." : String(coverage[$0]) })))
    }
    return lines
  }
}
