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
  private var wrapped: [ScrolledText.Line] = []
  private var columns = 0

  /// The lines for so many columns; they are kept for those that were asked for last by `wrap`.
  func lines(columns: Int) -> [ScrolledText.Line] {
    columns == self.columns ? wrapped : wrap(in: columns)
  }

  /// Keeps the lines for so many columns: a long interview is not wrapped anew at every key.
  mutating func wrap(columns: Int) {
    guard columns != self.columns else { return }
    wrapped = wrap(in: columns)
    self.columns = columns
  }

  private func wrap(in columns: Int) -> [ScrolledText.Line] {
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
    let writer = ReviewWriter(household, session, context)
    paragraphs.append(.init(text: writer.standing, role: .title, indent: 0))
    let gaps = ReviewWords(context).damage(context.environment.damage()) {
      household.isWritten(by: $0.writer)
    }
    paragraphs += (gaps + [writer.unknownPeople].compactMap { $0 })
      .map { .init(text: $0, role: .warning, indent: 0) }
    add(.toSend, toSend.map { .init(text: writer.toSend($0), role: .warning) }, context)
    add(
      .comments,
      household.review.comments.map {
        .init(text: writer.comment($0), role: $0.isOpen ? .warning : .text)
      }, context)
    add(.changed, household.changesSinceReview.map { .init(text: writer.change($0)) }, context)
    if let session { found(session, context) }
    add(.remarks, writer.remarks.map { .init(text: $0) }, context)
    add(.visits, writer.visits(today: context.today).map { .init(text: $0) }, context)
    add(.answers, writer.answers.map { .init(text: $0.text, role: $0.role) }, context)
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
    add(.verdicts, verdicts(found, words), context)
    add(
      .findings,
      found.findings.flatMap { finding -> [Paragraph] in
        let role = finding.check.level.role
        let sentence = "\(strings.level(finding.check.level))  \(found.sentence(finding, words))"
        let fired = finding.values.filter { !words.isUncalculated($0) }
          .map { words.value($0, beside: finding.address.rows) }
        return [.init(text: sentence, role: role)]
          + fired.map { .init(text: $0, role: .dim, indent: 6) }
      }, context)
  }

  /// A line for each domain that is below the standard or cannot be told; of the rest one for each verdict.
  private func verdicts(_ found: Found, _ words: FoundWords) -> [Paragraph] {
    let strings = words.strings
    func name(_ domain: Int) -> String { words.standard.domains[domain].label(words.language) }
    func isOpen(_ domain: Int) -> Bool {
      words.standard.domains[domain].isHousehold
        || found.state(domain) == .notMet || found.state(domain) == .unknown
    }
    let open = found.domains.filter(isOpen).map { domain -> Paragraph in
      let state = found.state(domain)
      let remark = found.remark(domain, words)
      return .init(
        text: "\(name(domain))  \(strings.mark(state)) \(strings.state(state))"
          + (remark.isEmpty ? "" : "  \(remark)"), role: state.role)
    }
    let settled = found.domains.filter { !isOpen($0) }
    let rest = VerdictState.allCases.compactMap { state -> Paragraph? in
      let names = settled.filter { found.state($0) == state }.map(name)
      guard !names.isEmpty else { return nil }
      return .init(
        text: "\(strings.mark(state)) \(strings.state(state)): "
          + names.joined(separator: words.separator))
    }
    return open + rest
  }
}
