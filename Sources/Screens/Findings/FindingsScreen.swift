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
  private var session: InterviewSession
  private let judged: HouseholdJudgement
  private let findings: [Finding]
  private var list = ReadingList()

  /// What was found at a door; nil where there is no standard, or nobody was interviewed.
  init?(_ session: InterviewSession, door: String, _ context: Context) {
    guard !session.definition.standard.isEmpty else { return nil }
    self.door = door
    self.session = session
    judged = session.judged()
    findings = judged.findings().filter { Self.isShown($0, context) }
    if judged.judgement.household == .notAssessed, findings.isEmpty { return nil }
  }

  /// What is said of the survey itself is the supervisor's, not the household's.
  static func isShown(_ finding: Finding, _ context: Context) -> Bool {
    finding.check.domain != HouseholdJudgement.qualityDomain || context.isSupervised
  }

  /// That these findings came on the screen now, where that was not recorded before.
  func seen(_ context: Context) -> Effect? {
    guard context.person != nil else { return nil }
    return session.seen(findings, atOnce: false).map { .record([$0]) }
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
    return FoundDetailScreen(target, session, judged, door: door)
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
    case .cancel:
      if list.focus == nil { context.pop() } else { list.unfocus(items, rows: rows) }
    case .leave: context.pop()
    default: return
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .recorded(let entries): session.noted(entries)
    case .languageChanged: session.speak(context.language)
    default: return
    }
  }

  // MARK: Lines

  private func words(_ context: Context) -> FoundWords {
    FoundWords(session, judged, context.strings)
  }

  /// The lines, and what there is to be told of those that can be chosen.
  private func items(
    _ context: Context
  ) -> (items: [ReadingList.Item], targets: [Int: FoundDetails.Target]) {
    let words = words(context)
    let columns = Self.area(context.size).size.columns - 2
    var items: [ReadingList.Item] = []
    var targets: [Int: FoundDetails.Target] = [:]
    for line in verdicts(words, columns) {
      targets[items.count] = .verdict(line.domain)
      items.append(line.item)
    }
    items.append(.init(""))
    if findings.isEmpty { items.append(.init(words.strings.nothingFound, .done)) }
    for finding in findings {
      targets[items.count] = .finding(finding)
      items.append(item(finding, words, columns))
    }
    let former = formerFindings
    if !former.isEmpty {
      items += [.init(""), .init(words.strings.changedTitle, .title)]
      for change in former {
        targets[items.count] = .former(change)
        items.append(
          .init(Self.wrapped(words.formerSentence(change), lead: "", columns, .warning)))
      }
    }
    let unset = unsetLines(words)
    if !unset.isEmpty { items.append(.init("")) }
    for line in unset {
      items.append(.init(Self.wrapped(line, lead: "", columns, .dim), isChoice: false))
    }
    return (items, targets)
  }

  /// The household first, then each domain.
  private func verdicts(
    _ words: FoundWords, _ columns: Int
  ) -> [(domain: Int, item: ReadingList.Item)] {
    let standard = words.standard
    let strings = words.strings
    let domains =
      standard.domains.indices.filter { standard.domains[$0].isHousehold }
      + standard.domains.indices.filter {
        standard.domains[$0].hasVerdict && !standard.domains[$0].isHousehold
      }
    let labels = domains.map { standard.domains[$0].label(words.language) }
    let labelWidth = min(24, labels.map { width(of: $0) }.max() ?? 0)
    let states = domains.map { strings.state(judged.judgement.verdicts[$0]) }
    let stateWidth = states.map { width(of: $0) }.max() ?? 0
    return domains.indices.map { place in
      let domain = domains[place]
      let state = judged.judgement.verdicts[domain]
      var text = Fitting.fit(labels[place], to: labelWidth) + "  " + strings.mark(state) + " "
      let rest: String
      if standard.domains[domain].isHousehold {
        rest = strings.counts(counts)
      } else if state == .unknown {
        rest = open(domain, words)
      } else {
        rest = ""
      }
      text +=
        rest.isEmpty ? states[place] : Fitting.fit(states[place], to: stateWidth) + "  " + rest
      return (domain, .init([.init(Fitting.cut(text, to: columns), state.role)]))
    }
  }

  /// What keeps a verdict open: what is missing, else the answers that are not enough.
  private func open(_ domain: Int, _ words: FoundWords) -> String {
    let values = judged.instance.reasons(of: domain, in: judged.judgement).values
    let missing = values.filter { $0.isUnanswered || $0.special != nil }.map(words.label)
    if !missing.isEmpty { return words.strings.openBecause(missing) }
    return values.isEmpty
      ? "" : words.strings.because(values.map { words.value($0, beside: []) })
  }

  private var counts: [(FindingLevel, Int)] {
    FindingLevel.allCases.reversed().compactMap { level in
      let count = findings.count { $0.check.level == level }
      return count == 0 ? nil : (level, count)
    }
  }

  private func item(
    _ finding: Finding, _ words: FoundWords, _ columns: Int
  ) -> ReadingList.Item {
    let strings = words.strings
    let levels = FindingLevel.allCases.map { width(of: strings.level($0)) }.max() ?? 4
    var text = words.sentence(finding)
    let departments = words.departments(finding.check)
    if !departments.isEmpty { text += "  " + strings.inCharge(departments) }
    let isChanged = !session.changedAfterSeen(finding.check.name, finding.address.rows).isEmpty
    if isChanged { text += "  " + strings.changedMark }
    let level = finding.check.level
    return .init(
      Self.wrapped(
        text, lead: Fitting.fit(strings.level(level), to: levels) + "  ", columns, level.role))
  }

  private static func wrapped(
    _ text: String, lead: String, _ columns: Int, _ role: Role
  ) -> [ScrolledText.Line] {
    let indent = width(of: lead)
    return Wrapping.lines(text, width: columns - indent).enumerated().map { offset, line in
      .init((offset == 0 ? lead : String(repeating: " ", count: indent)) + line, role)
    }
  }

  /// The findings that are no longer true since an answer was changed after they were seen, each by
  /// its newest change.
  private var formerFindings: [ChangedAfterSeen] {
    var former: [ChangedAfterSeen] = []
    for change in session.interview.changedAfterSeen {
      let seen = change.seen.finding
      let stands = findings.contains {
        $0.check.name == seen.rule && $0.address.rows == seen.rows
      }
      if stands { continue }
      former.removeAll { $0.seen.finding.rule == seen.rule && $0.seen.finding.rows == seen.rows }
      former.append(change)
    }
    return former
  }

  /// Lines of money that the county has not set, each with the rules that wait for it.
  private func unsetLines(_ words: FoundWords) -> [String] {
    let standard = words.standard
    return standard.unsetLines.map { line in
      words.strings.unset(
        standard.parameters[line.parameter].label(words.language),
        line.checks.map { standard.checks[$0].name })
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

extension Context {
  /// Whether who sits at the keyboard looks after the survey itself.
  var isSupervised: Bool {
    team.people.first { $0.id == person }.map { $0.role != "surveyor" } ?? false
  }
}
