import Station
import Terminal

/// Meeting the other laptops: where, how far it is, and what came of it.
struct SyncScreen: Screen {
  private enum Stage: Sendable {
    case choosing
    case running(MeetingProgress, isStopping: Bool)
    case ended(MeetingReport)
  }

  private static let pathPanel = "path"

  private var places: [MeetingPlace]
  private var stage = Stage.choosing
  private var numbers: NumberedChoices
  private var scroll = ScrolledText()
  private var path = ""

  /// Looks for sticks, and begins with the one that was used last.
  init(_ context: Context) {
    places = context.environment.places()
    numbers = NumberedChoices(count: places.count + 1)
  }

  // MARK: What can be done

  private func items(_ context: Context) -> [ListPanel.Item] {
    let strings = context.strings.meeting
    switch stage {
    case .choosing:
      let nobody = context.person == nil ? strings.nobody : nil
      return places.map { place in
        .init(
          strings.place(place.name, place.path, place.kind == .stick, place.lastUsed),
          unless: nobody ?? (place.isHere ? nil : strings.notHere))
      } + [.init(strings.otherPath, unless: nobody)]
    case .running: return []
    case .ended(let report):
      let differing =
        report.conflictCount > 0 ? [ListPanel.Item(strings.toConflicts(report.conflictCount))] : []
      return differing + [.init(strings.toList), .init(strings.again)]
    }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.meeting
    switch stage {
    case .choosing, .ended:
      let isChoosing = if case .choosing = stage { true } else { false }
      let isLonger = lines(context).count > rect(context).size.rows
      return [
        Offer(
          .next, as: isChoosing ? strings.choose : context.strings.households.chosenLine,
          inFooter: true),
        Offer(.cancel, inFooter: isChoosing),
        Offer(.sync, as: strings.lookAgain),
        Offer(.person),
      ] + Offer.scrolling(isLonger: isLonger, context.strings)
    case .running: return [Offer(.cancel, as: strings.stop, inFooter: true)]
    }
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.meeting.help }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    let items = items(context)
    guard !items.isEmpty else { return }
    numbers.resize(count: items.count)
    if let index = numbers.chosen(key, rows: items.count, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: if !items(context).isEmpty { choose(numbers.focus ?? 0, &context) }
    case .sync: self = SyncScreen(context)
    case .person: context.push(PeopleScreen(isFirst: false))
    case .cancel, .leave:
      if case .running(let progress, let isStopping) = stage {
        guard !isStopping else { return }
        stage = .running(progress, isStopping: true)
        context.effects.append(.stopSync)
      } else {
        context.pop()
      }
    case .sectionForward: turn(.pageDown, context)
    case .sectionBack: turn(.pageUp, context)
    default: return
    }
  }

  private mutating func turn(_ key: Key, _ context: Context) {
    _ = scroll.handle(
      key, lines: lines(context).count, rows: rect(context).size.rows, arrows: false)
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    let items = items(context)
    guard items.indices.contains(index) else { return }
    if let reason = items[index].reason { return context.say(reason, role: .warning) }
    let strings = context.strings.meeting
    switch stage {
    case .choosing:
      if places.indices.contains(index) {
        begin(places[index].path, &context)
      } else {
        context.push(
          TextPanel(
            Self.pathPanel, title: strings.pathTitle, hint: strings.pathHint, text: path,
            limit: 400))
      }
    case .running: return
    case .ended(let report):
      switch index - (report.conflictCount > 0 ? 1 : 0) {
      case -1:
        context.moves.append(.replace(ConflictsScreen()))
        context.effects.append(.findConflicts(context.language))
      case 0: context.pop()
      default: begin(report.path, &context)
      }
    }
  }

  private mutating func begin(_ path: String, _ context: inout Context) {
    self.path = path
    stage = .running(MeetingProgress(phase: .looking), isStopping: false)
    scroll = ScrolledText()
    context.effects.append(.sync(path: path))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer):
      if answer.panel == Self.pathPanel, case .text(let text) = answer.value {
        begin(text, &context)
      }
    case .syncProgress(let progress):
      if case .running(_, let isStopping) = stage {
        stage = .running(progress, isStopping: isStopping)
      }
    case .syncEnded(let report):
      stage = .ended(report)
      numbers = NumberedChoices(count: items(context).count)
    default: return
    }
  }

  // MARK: Drawing

  private func rect(_ context: Context) -> Rect {
    let body = Frame.body(context.size)
    let used = items(context).count + 1
    return Rect(
      row: body.origin.row + used, column: 2, rows: body.size.rows - used,
      columns: context.size.columns - 4)
  }

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    let columns = context.size.columns - 4
    let strings = context.strings.meeting
    switch stage {
    case .choosing:
      let text = places.isEmpty ? strings.noPlaces : strings.whatFor
      return Wrapping.lines(text, width: columns).map { .init($0, .dim) }
    case .running: return []
    case .ended(let report):
      return MeetingLines(context.language).marked(report).flatMap { line in
        let indent = String(line.text.prefix { $0 == " " })
        return Wrapping.lines(line.text.trimmed, width: columns - indent.count)
          .map { ScrolledText.Line(indent + $0, line.role) }
      }
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.meeting
    if case .running(let progress, let isStopping) = stage {
      drawProgress(progress, isStopping: isStopping, into: &canvas, context)
      Frame.foot(offers(context), into: &canvas, context)
      return
    }
    var title = strings.title
    if case .ended = stage { title = strings.reportTitle }
    Frame.head(title, right: context.today, into: &canvas, context)
    let body = Frame.body(canvas.size)
    let items = items(context)
    let rect = rect(context)
    scroll.draw(lines(context), into: &canvas, rect, more: context.strings.households.more)
    canvas.separate(row: rect.origin.row - 1, borders: context.environment.borders)
    var numbers = numbers
    numbers.resize(count: items.count)
    numbers.draw(
      items, into: &canvas,
      Rect(row: body.origin.row, column: 0, rows: items.count, columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }

  private func drawProgress(
    _ progress: MeetingProgress, isStopping: Bool, into canvas: inout Canvas, _ context: Context
  ) {
    let strings = context.strings.meeting
    Frame.head(strings.runningTitle, right: context.today, into: &canvas, context)
    let row = Frame.body(canvas.size).origin.row + 1
    canvas.put(
      Fitting.cut(path, to: canvas.size.columns - 4), at: Point(row: row, column: 2), role: .dim)
    canvas.put(
      isStopping ? strings.stopping : strings.phase(progress.phase, progress.village),
      at: Point(row: row + 2, column: 2), role: .title)
    if let percent = progress.percent {
      let filled = Self.barWidth * percent / 100
      let bar =
        "[" + String(repeating: "#", count: filled)
        + String(repeating: ".", count: Self.barWidth - filled) + "]"
      canvas.put("\(bar) \(percent)%", at: Point(row: row + 4, column: 2))
      let left = progress.secondsLeft.map { "  " + strings.timeLeft($0) } ?? ""
      canvas.put(
        strings.bytes(progress.done, progress.total) + left, at: Point(row: row + 5, column: 2))
    }
    canvas.put(
      strings.inAndOut(progress.entriesIn, progress.entriesOut), at: Point(row: row + 7, column: 2))
    for (offset, line) in Wrapping.lines(strings.safeToStop, width: canvas.size.columns - 4)
      .enumerated()
    {
      canvas.put(line, at: Point(row: row + 9 + offset, column: 2), role: .dim)
    }
    canvas.cursor = Point(row: row + 2, column: 2)
  }

  private static let barWidth = 50
}
