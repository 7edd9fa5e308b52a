import FormEngine
import Station
import Terminal

/// Finds a question by its number, by words of its label or section, or by a person's name.
struct GoToScreen: Screen {
  /// One question in words, as far as they are the same for every row of a roster.
  private struct Words: Sendable {
    var label: String
    var searched: String
  }

  private let stops: [Stop]
  private let here: Int?
  private let words: [Int: Words]
  private let names: [[RowID]: String]
  private let answers: ShownAnswerSource
  /// What it is called where it does not lead to the question, with what Enter does; nil for that.
  private let purpose: (title: String, enter: String)?
  private var field = TextField(limit: 40)
  private var found: [Int]
  private var list: ScrollList

  /// Keeps the session, so that answers are worded only for the lines that are seen.
  private struct ShownAnswerSource: Sendable {
    let session: InterviewSession
  }

  /// All questions of an interview, the present one selected.
  init(
    _ screen: InterviewScreen, _ context: Context, purpose: (title: String, enter: String)? = nil
  ) {
    self.purpose = purpose
    let session = screen.session
    let shown = screen.shown(context)
    stops = screen.session.stops
    here = screen.stop.flatMap { session.index(of: $0) }
    answers = ShownAnswerSource(session: session)
    var words: [Int: Words] = [:]
    var names: [[RowID]: String] = [:]
    let sections = screen.overview.sections
    for stop in stops {
      let address = stop.address
      if words[address.node] == nil {
        let section = session.sectionIndex(of: .stop(stop)).map { sections[$0] }
        let label = shown.label(address)
        words[address.node] = Words(
          label: "\(section?.mark ?? "") \(label)",
          searched: "\(label) \(section?.mark ?? "") \(section?.title ?? "")".lowercased())
      }
      if !address.rows.isEmpty, names[address.rows] == nil {
        names[address.rows] = shown.rowNames(address)
      }
    }
    self.words = words
    self.names = names
    found = Array(stops.indices)
    list = ScrollList(count: stops.count, selection: here ?? max(0, stops.count - 1))
  }

  func isTyping(_ context: Context) -> Bool { true }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: purpose?.enter ?? context.strings.interview.goThere, inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .cancel where !field.isEmpty:
      field.set("")
      search()
    case .cancel, .leave: context.pop()
    case .next:
      guard let index = list.selected else {
        return context.say(context.strings.interview.goToNone, role: .warning)
      }
      context.moves.append(.answer(PanelAnswer(panel: "goTo", value: .choice(found[index]))))
    default: return
    }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    let rows = Self.area(context.size).size.rows
    switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end: _ = list.handle(key, rows: rows)
    default: if field.handle(key) { search() }
    }
  }

  /// A number is looked for as the number of a question, anything else in its words.
  private mutating func search() {
    let text = FullWidth.number(field.text).lowercased()
    if let number = Int(text) {
      found = Array(stops.indices)
      list = ScrollList(count: stops.count, selection: number - 1)
      return
    }
    let wanted = text.split(separator: " ")
    let nodes = Set(
      words.filter { word in wanted.allSatisfy { word.value.searched.contains($0) } }.map(\.key))
    let named = names.mapValues { $0.lowercased() }
    found = stops.indices.filter { index in
      let address = stops[index].address
      if nodes.contains(address.node) { return true }
      guard !wanted.isEmpty, let name = named[address.rows], let word = words[address.node] else {
        return false
      }
      return wanted.allSatisfy { name.contains($0) || word.searched.contains($0) }
    }
    let nearest = wanted.isEmpty ? here ?? 0 : 0
    list = ScrollList(count: found.count, selection: nearest)
  }

  private static func area(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row + 2, column: 1, rows: max(1, body.size.rows - 2),
      columns: body.size.columns - 2)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.interview
    Frame.head(purpose?.title ?? strings.goToTitle, into: &canvas, context)
    let row = Frame.body(canvas.size).origin.row
    let used = canvas.put(strings.goToHint + " ", at: Point(row: row, column: 1))
    let area = Self.area(canvas.size)
    let digits = String(stops.count).count
    let shown = ShownAnswer(answers.session, strings)
    list.draw(into: &canvas, area) { index, line, isSelected, canvas in
      let stop = stops[found[index]]
      let number = Fitting.fit(String(found[index] + 1), to: digits, .right)
      let name = names[stop.address.rows].map { $0 + " " } ?? ""
      var answer = ""
      if case .question(let address) = stop {
        let text = shown.text(address)
        answer = text.isEmpty ? (answers.session.needsAnswer(stop) ? "  *" : "") : "  \(text)"
      }
      let text =
        "\(isSelected ? ">" : " ") \(number)  \(name)\(words[stop.address.node]?.label ?? "")\(answer)"
      canvas.put(
        Fitting.fit(text, to: area.size.columns), at: line.origin,
        role: isSelected ? .selected : .text)
    }
    if found.isEmpty {
      canvas.put(strings.goToNone, at: area.origin, role: .warning, limit: area.size.columns)
    }
    Frame.foot(offers(context), into: &canvas, context, typing: true)
    // Last, so that an input method opens where the words are typed.
    field.draw(
      into: &canvas, at: Point(row: row, column: 1 + used),
      columns: max(10, canvas.size.columns - used - 3))
  }
}
