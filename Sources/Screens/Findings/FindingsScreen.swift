import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// What the standard says of a household: a verdict for each domain, and what was found.
///
/// It comes when an interview was declared complete, and from the household's page.
struct FindingsScreen: Screen {
  private let door: String
  private var found: Found
  private var list = ReadingList()

  init(_ found: Found, door: String) {
    self.found = found
    self.door = door
  }

  // MARK: What can be done

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.findings
    let (items, _) = items(context)
    let isAtEnd = list.isAtEnd(items, rows: Self.area(context.size).size.rows)
    let isFocused = list.focus != nil
    return [
      Offer(
        .next, as: isFocused ? strings.openDetail : isAtEnd ? strings.goOn : strings.readOn,
        inFooter: true),
      Offer(.cancel, inFooter: isFocused),
      Offer(.leave, as: strings.goOn, inFooter: isFocused || !isAtEnd),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.findings.listHelp }

  func detail(_ context: Context) -> (any Screen)? {
    let (items, targets) = items(context)
    guard let focus = list.focus, items.indices.contains(focus), let target = targets[focus]
    else { return nil }
    return FoundDetailScreen(target, found, door: door)
  }

  // MARK: What comes

  mutating func key(_ key: Key, _ context: inout Context) {
    _ = list.handle(key, items(context).items, rows: Self.area(context.size).size.rows)
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    let rows = Self.area(context.size).size.rows
    let items = items(context).items
    switch command {
    case .next:
      if let detail = detail(context) {
        context.push(detail)
      } else if list.isAtEnd(items, rows: rows) {
        context.pop()
      } else {
        _ = list.handle(.pageDown, items, rows: rows)
      }
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .recorded(let entries): found.noted(entries)
    case .languageChanged: found.speak(context.language)
    default: return
    }
  }

  // MARK: Lines

  /// The lines, and what there is to be told of those that can be chosen.
  private func items(
    _ context: Context
  ) -> (items: [ReadingList.Item], targets: [Int: FoundDetails.Target]) {
    let words = found.words(context.strings)
    let columns = Self.area(context.size).size.columns - 2
    var items: [ReadingList.Item] = []
    var targets: [Int: FoundDetails.Target] = [:]
    for (domain, line) in zip(found.domains, verdicts(words, columns)) {
      targets[items.count] = .verdict(domain)
      items.append(.init([line]))
    }
    items.append(.init(""))
    if found.findings.isEmpty { items.append(.init(words.strings.nothingFound, .done)) }
    for finding in found.findings {
      targets[items.count] = .finding(finding)
      items.append(item(finding, words, columns))
    }
    let former = found.former
    if !former.isEmpty {
      items += [.init(""), .init(words.strings.changedTitle, .title)]
      for change in former {
        targets[items.count] = .former(change)
        items.append(
          .init(Self.wrapped(words.formerSentence(change), lead: "", columns, .warning)))
      }
    }
    items.append(.init(""))
    for line in found.unset(words) + [found.judgedBy(words)] {
      items.append(.init(Self.wrapped(line, lead: "", columns, .dim), isChoice: false))
    }
    return (items, targets)
  }

  private func verdicts(_ words: FoundWords, _ columns: Int) -> [ScrolledText.Line] {
    let strings = words.strings
    let domains = found.domains
    let labels = domains.map { words.standard.domains[$0].label(words.language) }
    let labelWidth = min(24, labels.map { width(of: $0) }.max() ?? 0)
    let states = domains.map { strings.state(found.state($0)) }
    let stateWidth = states.map { width(of: $0) }.max() ?? 0
    return domains.indices.map { place in
      let state = found.state(domains[place])
      let remark = found.remark(domains[place], words)
      let text =
        Fitting.fit(labels[place], to: labelWidth) + "  " + strings.mark(state) + " "
        + (remark.isEmpty
          ? states[place] : Fitting.fit(states[place], to: stateWidth) + "  " + remark)
      return .init(Fitting.cut(text, to: columns), state.role)
    }
  }

  private func item(
    _ finding: Finding, _ words: FoundWords, _ columns: Int
  ) -> ReadingList.Item {
    let strings = words.strings
    let levels = FindingLevel.allCases.map { width(of: strings.level($0)) }.max() ?? 4
    let level = finding.check.level
    return .init(
      Self.wrapped(
        found.sentence(finding, words),
        lead: Fitting.fit(strings.level(level), to: levels) + "  ", columns, level.role))
  }

  private static func wrapped(
    _ text: String, lead: String, _ columns: Int, _ role: Role
  ) -> [ScrolledText.Line] {
    let indent = width(of: lead)
    return Wrapping.lines(text, width: columns - indent).enumerated().map { offset, line in
      .init((offset == 0 ? lead : String(repeating: " ", count: indent)) + line, role)
    }
  }

  // MARK: Drawing

  private static func area(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row, column: 1, rows: body.size.rows, columns: body.size.columns - 2)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.findings
    Frame.head(strings.title, right: door, into: &canvas, context)
    let area = Self.area(canvas.size)
    list.draw(items(context).items, into: &canvas, area, more: context.strings.households.more)
    canvas.put(
      Fitting.cut(strings.hint, to: canvas.size.columns - 2),
      at: Point(row: canvas.size.rows - 3, column: 1), role: .dim)
    Frame.foot(offers(context), into: &canvas, context)
  }
}

extension VerdictState {
  /// How it is drawn; never the only thing that tells it apart.
  var role: Role {
    switch self {
    case .met: .done
    case .notMet: .error
    case .unknown: .warning
    case .notApplicable, .notAssessed: .dim
    }
  }
}

extension FindingLevel {
  /// How it is drawn; its word stands before it.
  var role: Role {
    switch self {
    case .red: .error
    case .yellow: .warning
    case .info: .text
    }
  }
}
