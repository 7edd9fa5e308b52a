import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// What the pages of a household under review say, in words; ID numbers are masked.
struct ReviewWriter: Sendable {
  private let household: ReviewedHousehold
  private let session: InterviewSession?
  private let team: Team
  private let language: Language
  private let strings: ReviewStrings

  init(_ household: ReviewedHousehold, _ session: InterviewSession?, _ context: Context) {
    self.household = household
    self.session = session
    team = context.team
    language = context.language
    strings = context.strings.review
  }

  private func name(_ person: PersonID) -> String { team.name(of: person, language) }
  private var shown: ShownAnswer? {
    session.map { ShownAnswer($0, language.strings.interview) }
  }

  var standing: String {
    strings.standing(
      strings.state(household.review.state), household.review.timesReturned,
      household.review.workers.sorted().map(name))
  }

  /// Who did work in it whom nobody of the team knows: nil where there is none.
  var unknownPeople: String? {
    let unknown = household.review.workers.filter { team.person($0) == nil }.sorted()
    return unknown.isEmpty ? nil : strings.unknownPeople(unknown.map(name))
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

  /// Each visit: when, who, what came of it.
  func visits(today: String) -> [String] {
    let words = VisitWords(FormWords(session?.definition, language), team, language)
    let newest = household.interview.visits.max { $1.isLater(than: $0) }
    return household.interview.visits.enumerated().map { index, visit in
      words.line(index, visit, isNewest: visit.id == newest?.id, today: today)
    }
  }

  /// The answers in the form's order, a heading before each section; those that were changed since the
  /// last review say so.
  var answers: [(text: String, role: Role)] {
    guard let session, let shown else { return [] }
    let changed = Set(household.changesSinceReview.map(\.key))
    var lines: [(text: String, role: Role)] = []
    let sections = session.sections()
    var section: Int?
    for stop in session.stops {
      guard case .question(let address) = stop else { continue }
      let answer = shown.text(address)
      let isChanged = !changed.isEmpty && changed.contains(session.key(address))
      guard !answer.isEmpty || isChanged else { continue }
      let here = session.sectionIndex(of: .stop(stop))
      if here != section, let here {
        section = here
        lines.append((sections[here].title, .border))
      }
      let who = shown.rowNames(address)
      let text =
        (who.isEmpty ? "" : who + " ")
        + "\(shown.label(address)): \(answer.isEmpty ? strings.empty : answer)"
      lines.append(
        isChanged ? ("\(text)  \(strings.changedMark)", .warning) : (text, .text))
    }
    return lines
  }
}
