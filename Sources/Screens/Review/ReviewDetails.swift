import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// All that a reviewer looks at in one household, as paragraphs: made once, wrapped when drawn.
struct ReviewDetails: Sendable {
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

  /// Writes what there is; `session` is nil where the form is not here.
  init(
    _ household: ReviewedHousehold, _ session: InterviewSession?, toSend: [ReviewComment],
    _ context: Context
  ) {
    let writer = Writer(household, session, context)
    paragraphs.append(.init(text: writer.standing, role: .title, indent: 0))
    add(.toSend, toSend.map { .init(text: writer.toSend($0), role: .warning) }, context)
    add(
      .comments,
      household.review.comments.map {
        .init(text: writer.comment($0), role: $0.isOpen ? .warning : .text)
      }, context)
    add(.changed, household.changesSinceReview.map { .init(text: writer.change($0)) }, context)
    if let session { found(session, context) }
    add(.remarks, writer.remarks.map { .init(text: $0) }, context)
    add(.answers, writer.answers.map { .init(text: $0.text, role: $0.role) }, context)
    add(.history, household.history.reversed().map { .init(text: writer.change($0)) }, context)
    add(.steps, household.review.steps.map { .init(text: writer.step($0)) }, context)
  }

  private mutating func add(
    _ heading: ReviewHeading, _ lines: [Paragraph], _ context: Context
  ) {
    guard !lines.isEmpty else { return }
    paragraphs.append(.init(text: ""))
    paragraphs.append(.init(text: context.strings.review.heading(heading), role: .title, indent: 0))
    paragraphs += lines
  }

  private mutating func found(_ session: InterviewSession, _ context: Context) {
    guard let found = Found(session, context.team, context.person) else { return }
    let words = found.words(context.strings)
    let strings = words.strings
    add(
      .verdicts,
      found.domains.map { domain in
        let state = found.state(domain)
        let remark = found.remark(domain, words)
        return .init(
          text: "\(words.standard.domains[domain].label(words.language))  \(strings.mark(state)) "
            + strings.state(state) + (remark.isEmpty ? "" : "  \(remark)"), role: state.role)
      }, context)
    add(
      .findings,
      found.findings.map {
        .init(
          text: "\(strings.level($0.check.level))  \(found.sentence($0, words))",
          role: $0.check.level.role)
      }, context)
  }
}

/// What the page of a household under review says, in words; ID numbers are masked.
private struct Writer {
  private let household: ReviewedHousehold
  private let session: InterviewSession?
  private let context: Context
  private let strings: ReviewStrings

  init(_ household: ReviewedHousehold, _ session: InterviewSession?, _ context: Context) {
    self.household = household
    self.session = session
    self.context = context
    strings = context.strings.review
  }

  private func name(_ person: PersonID) -> String { context.team.name(of: person) }
  private var shown: ShownAnswer? {
    session.map { ShownAnswer($0, context.strings.interview) }
  }

  var standing: String {
    strings.standing(
      strings.state(household.review.state), household.review.timesReturned,
      household.review.workers.sorted().map(name))
  }

  private func label(_ key: AnswerKey?) -> String {
    guard let key else { return strings.whole }
    guard let session, let shown, let address = session.address(key) else { return key.question }
    let who = shown.rowNames(address)
    return (who.isEmpty ? "" : who + " ") + shown.label(address)
  }

  private func value(_ value: String, _ key: AnswerKey) -> String {
    guard !value.isEmpty else { return strings.empty }
    guard let session, let shown, let address = session.address(key) else {
      return MaskedIDNumber.hidden(in: value)
    }
    return MaskedIDNumber.hidden(in: shown.text(value, at: address))
  }

  func toSend(_ comment: ReviewComment) -> String {
    strings.toSend(label(comment.key), comment.text)
  }

  func comment(_ comment: StandingComment) -> String {
    var text = strings.line(
      toSend(comment.comment), name(comment.stamp.person), comment.stamp.minute)
    for answer in comment.answers {
      text += "  >  " + strings.line(answer.text, name(answer.stamp.person), answer.stamp.minute)
    }
    return text
  }

  func change(_ change: ReviewedHousehold.Change) -> String {
    strings.line(
      strings.change(
        label(change.key), value(change.before, change.key), value(change.after, change.key)),
      name(change.stamp.person), change.stamp.minute)
  }

  func step(_ step: ReviewStep) -> String {
    var given: String?
    if case .assigned(let person?) = step.kind { given = name(person) }
    var what = strings.step(step.kind, given)
    if !step.text.isEmpty { what += ": \(step.text)" }
    let line = strings.line(what, name(step.stamp.person), step.stamp.minute)
    return step.hindrance.map { strings.withoutEffect(line, strings.hindrance($0)) } ?? line
  }

  var remarks: [String] {
    household.interview.remarks.sorted { $0.key < $1.key }.flatMap { key, remarks in
      remarks.map {
        strings.line("\(label(key)): \($0.text)", name($0.stamp.person), $0.stamp.minute)
      }
    }
  }

  /// The answers in the form's order, a heading before each section.
  var answers: [(text: String, role: Role)] {
    guard let session, let shown else { return [] }
    var lines: [(text: String, role: Role)] = []
    let sections = session.sections()
    var section: Int?
    for stop in session.stops {
      guard case .question(let address) = stop else { continue }
      let answer = shown.text(address)
      guard !answer.isEmpty else { continue }
      let here = session.sectionIndex(of: .stop(stop))
      if here != section, let here {
        section = here
        lines.append((sections[here].title, .border))
      }
      let who = shown.rowNames(address)
      lines.append(
        ((who.isEmpty ? "" : who + " ") + "\(shown.label(address)): \(answer)", .text))
    }
    return lines
  }
}
