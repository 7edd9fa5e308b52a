import FormEngine
import Station
import Terminal

/// All that was answered, on pages to be read to the household before the interview is done.
struct ReadBackScreen: Screen {
  /// The lines as they stand in a window of one width, in one language.
  private struct Page: Sendable {
    var columns: Int
    var language: String
    var lines: [ScrolledText.Line]
  }

  private var session: InterviewSession
  private var sections: [Section]
  private let door: String
  private var page: Page?
  private var scroll = ScrolledText()

  /// The answers of an interview as they are now.
  init(_ screen: InterviewScreen, _ context: Context) {
    session = screen.session
    sections = screen.overview.sections
    door = screen.door(context)
    page = made(context)
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.interview.readBackDone, inFooter: true),
      Offer(.cancel, as: context.strings.interview.readBackDone),
    ]
  }

  func help(_ context: Context) -> [String] { [context.strings.interview.helpReadBack] }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next, .cancel, .leave: context.pop()
    default: return
    }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    let page = current(context)
    self.page = page
    _ = scroll.handle(
      key, lines: page.lines.count, rows: Self.area(context.size).size.rows, arrows: true)
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    guard case .languageChanged = event else { return }
    let definition = session.definition
    let language = context.language.name(
      among: definition.languages, default: definition.defaultLanguage)
    session.speak(language, now: 0)
    sections = session.sections()
    page = made(context)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.interview
    Frame.head(strings.readBackTitle, right: door, into: &canvas, context)
    let hint = Frame.body(canvas.size).origin.row
    canvas.put(
      Fitting.cut(strings.readBackHint, to: canvas.size.columns - 2),
      at: Point(row: hint, column: 1), role: .dim)
    let area = Self.area(canvas.size)
    scroll.draw(current(context).lines, into: &canvas, area) { range, count in
      strings.readBackMore(range.lowerBound, range.upperBound, count)
    }
    canvas.cursor = area.origin
    Frame.foot(offers(context), into: &canvas, context)
  }

  private static func area(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row + 1, column: 1, rows: max(1, body.size.rows - 1),
      columns: body.size.columns - 2)
  }

  // MARK: Lines

  private func current(_ context: Context) -> Page {
    if let page, page.columns == Self.area(context.size).size.columns,
      page.language == session.language
    {
      return page
    }
    return made(context)
  }

  /// Words every answer by section and member; `!` stands before what is open.
  private func made(_ context: Context) -> Page {
    let strings = context.strings.interview
    let columns = Self.area(context.size).size.columns
    let shown = ShownAnswer(session, strings)
    var lines: [ScrolledText.Line] = []
    var section: Int?
    var rows: [RowID] = []
    for stop in session.stops {
      let address = stop.address
      let here = session.sectionIndex(of: .stop(stop))
      if here != section, let here {
        if !lines.isEmpty { lines.append(ScrolledText.Line("")) }
        lines.append(ScrolledText.Line(sections[here].title, .title))
      }
      if here != section || address.rows != rows, !address.rows.isEmpty {
        let about = [shown.member("m_rel", address.rows), shown.age(address.rows)]
          .filter { !$0.isEmpty }.joined(separator: " ")
        let name = shown.rowNames(address)
        let text = about.isEmpty ? "  \(name)" : "  \(name) (\(about))"
        lines.append(ScrolledText.Line(text, .focus))
      }
      section = here
      rows = address.rows
      switch stop {
      case .note: continue
      case .roster:
        let count = session.instance.rows(address).count
        lines.append(ScrolledText.Line("  " + strings.people(count)))
      case .question: lines += answer(stop, shown, strings, columns)
      }
    }
    return Page(columns: columns, language: session.language, lines: lines)
  }

  private func answer(
    _ stop: Stop, _ shown: ShownAnswer, _ strings: InterviewStrings, _ columns: Int
  ) -> [ScrolledText.Line] {
    let isOpen = session.needsAnswer(stop)
    let text = shown.text(stop.address)
    let value =
      text.isEmpty
      ? (isOpen ? strings.unanswered : "-") : isOpen ? "\(text)  (\(strings.unconfirmed))" : text
    let wrapped = Wrapping.lines(
      "\(shown.label(stop.address)): \(value)", width: max(10, columns - 4))
    return wrapped.enumerated().map { place, line in
      ScrolledText.Line(
        (place > 0 ? "    " : isOpen ? "!   " : "    ") + line, isOpen ? .warning : .text)
    }
  }
}
