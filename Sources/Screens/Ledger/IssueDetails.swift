import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// All there is to know of an issue, as paragraphs: made once, wrapped when drawn.
struct IssueDetails: Sendable {
  private struct Paragraph: Sendable {
    var text: String
    var role: Role = .text
    var indent = 2
  }

  private var paragraphs: [Paragraph] = []

  /// The lines for so many columns.
  func lines(columns: Int) -> [ScrolledText.Line] {
    paragraphs.flatMap { paragraph -> [ScrolledText.Line] in
      if paragraph.text.isEmpty { return [.init("")] }
      return Wrapping.lines(paragraph.text, width: columns - paragraph.indent).map {
        .init(String(repeating: " ", count: paragraph.indent) + $0, paragraph.role)
      }
    }
  }

  /// Writes what there is; `found` is the finding as the newest interview has it, where it does.
  init(_ opened: OpenedIssue, _ found: IssueFinding?, _ context: Context) {
    let writer = IssueWriter(opened, found, context)
    paragraphs.append(.init(text: writer.standing, role: writer.role, indent: 0))
    if opened.isImplied { paragraphs.append(.init(text: writer.strings.implied, role: .dim)) }
    add(.problem, writer.problem, writer)
    add(.assigned, writer.assigned.map { ($0, .text) }, writer)
    add(.ground, writer.ground, writer)
    add(.steps, writer.steps, writer)
    add(.about, writer.about.map { ($0, .text) }, writer)
  }

  private mutating func add(
    _ heading: IssueHeading, _ lines: [(text: String, role: Role)], _ writer: IssueWriter
  ) {
    guard !lines.isEmpty else { return }
    paragraphs.append(.init(text: ""))
    paragraphs.append(.init(text: writer.strings.heading(heading), role: .title, indent: 0))
    paragraphs += lines.map { .init(text: $0.text, role: $0.role) }
  }
}

/// A finding as the newest interview has it, with the words for it.
struct IssueFinding: Sendable {
  let finding: Finding
  let words: FoundWords
  /// Where to go in the interview to change what it rests on.
  let place: AnswerKey?

  /// Looks an issue's finding up; nil where the household's newest interview has it no more, or its form
  /// is not here.
  init?(_ opened: OpenedIssue, _ context: Context) {
    guard let person = context.person, let rule = opened.issue.rule,
      let interview = opened.file?.current,
      let definition = interview.start.flatMap({ context.environment.forms($0.form) })
    else { return nil }
    let session = InterviewSession(
      interview, definition: definition, person: person,
      language: context.language.name(
        among: definition.languages, default: definition.defaultLanguage))
    guard let found = Found(session, context.team, context.person),
      let finding = found.findings.first(where: {
        $0.check.name == rule.rule && ($0.address.rows.last ?? "") == rule.row
      })
    else { return nil }
    self.finding = finding
    words = found.words(context.strings)
    place = finding.values.lazy.compactMap(\.address).first.flatMap { session.key($0) }
  }
}

/// What the page of an issue says, in words; ID numbers are masked.
private struct IssueWriter {
  let strings: LedgerStrings
  private let opened: OpenedIssue
  private let found: IssueFinding?
  private let context: Context
  private let words: LedgerWords

  init(_ opened: OpenedIssue, _ found: IssueFinding?, _ context: Context) {
    self.opened = opened
    self.found = found
    self.context = context
    words = LedgerWords(context)
    strings = context.strings.ledger
  }

  private var issue: Issue { opened.issue }
  private func name(_ stamp: Stamp) -> String { words.name(stamp.person) }

  private func line(_ label: IssueDetail, _ text: String) -> String? {
    text.isEmpty ? nil : strings.line(strings.label(label), text)
  }

  // MARK: Where it stands

  var standing: String {
    strings.standing(
      words.states(opened.line.issue.state), issue.deadline, strings.due(opened.line.due),
      issue.timesReopened)
  }

  var role: Role {
    switch opened.line.due {
    case .overdue: .error
    case .soon: .warning
    case .none, .left: .title
    }
  }

  // MARK: What it is

  var problem: [(text: String, role: Role)] {
    var lines: [(text: String, role: Role)] = []
    if let found {
      lines.append((found.words.sentence(found.finding), .text))
      lines += [line(.remedy, found.words.remedy(found.finding))].compactMap { $0 }.map {
        ($0, .text)
      }
      lines += found.finding.values.filter { !found.words.isUncalculated($0) }.map {
        (found.words.value($0, beside: found.finding.address.rows), .text)
      }
    } else {
      lines.append((words.problem(opened.line), .text))
    }
    guard issue.rule != nil, opened.file?.current?.isCompleted == true else { return lines }
    if opened.line.isDoubtful { lines.append((strings.still, .warning)) }
    if !opened.line.isFound { lines.append((strings.gone, .done)) }
    return lines
  }

  var about: [String] {
    let line = opened.line
    let isHousehold = issue.household != nil
    let group = line.household.map { $0.group.isEmpty ? "" : "  \($0.group)" } ?? ""
    let opening =
      issue.opened.map { strings.done(name($0), $0.minute) } ?? ""
    return [
      self.line(isHousehold ? .household : .site, words.concern(line) + group),
      self.line(.member, line.issue.member),
      self.line(.issueClass, strings.issueClass(issue.issueClass)),
      self.line(.source, strings.source(issue.source)),
      self.line(.cause, words.cause(issue.cause)),
      self.line(.domain, line.issue.domain.isEmpty ? "" : words.domain(line.issue.domain)),
      self.line(.departments, words.departments(line.issue.departments)),
      self.line(.opened, opening),
      self.line(.note, issue.rule == nil ? "" : issue.text),
    ].compactMap { $0 }
  }

  var assigned: [String] {
    guard let assignment = issue.assignment else { return [] }
    return [line(.measure, assignment.measure), line(.deadline, assignment.deadline)]
      .compactMap { $0 }
      + IssueLevel.allCases.compactMap { level in
        assignment.responsible[level].map {
          strings.line(strings.level(level), words.responsible($0))
        }
      }
  }

  // MARK: By what it is gone

  var ground: [(text: String, role: Role)] {
    guard let ground = issue.ground, let reported = issue.reported else { return [] }
    var lines: [(text: String, role: Role)] = [
      (strings.ground(words.ground(ground), name(reported), reported.minute), .text)
    ]
    if case .evidence(let files, _) = ground {
      lines += files.map { ("\($0.name)  \($0.hash.prefix(16))".trimmed, .text) }
    }
    if let hindrance = issue.groundHindrance {
      lines.append((strings.groundFails(context.strings.review.hindrance(hindrance)), .warning))
    }
    return lines
  }

  // MARK: What was done

  var steps: [(text: String, role: Role)] {
    issue.steps.map { step in
      var what = strings.step(step.kind)
      switch step.kind {
      case .assigned(let assignment):
        what = strings.assignedTo(what, assignment.measure, assignment.deadline)
      case .reported(let ground): what += ": \(words.ground(ground))"
      default: if !step.text.isEmpty { what += ": \(step.text)" }
      }
      let role = step.role.map(context.strings.households.role) ?? ""
      let line = strings.by(what, name(step.stamp), role, step.stamp.minute)
      guard let hindrance = step.hindrance else { return (line, .text) }
      let review = context.strings.review
      return (review.withoutEffect(line, review.hindrance(hindrance)), .warning)
    }
  }
}
