import Fieldwork
import FormEngine
import Record
import Screens
import Station

/// A household's history in words: when, who, on which laptop, what, from what to what.
struct HouseholdHistory {
  private let file: HouseholdCase
  private let team: Team
  private let forms: (String) -> FormDefinition?
  private let sentences: HistorySentences
  private let language: Language

  init(
    _ file: HouseholdCase, team: Team, forms: @escaping (String) -> FormDefinition?,
    language: Language
  ) {
    self.file = file
    self.team = team
    self.forms = forms
    self.language = language
    sentences = .of(language)
  }

  /// One line or more for each entry, in the order given; `causality` tells who had seen what.
  func lines(_ entries: [Entry], _ causality: Causality = Causality()) -> [String] {
    var interviews: [String: Interview] = [:]
    var words: [String: AnswerWords] = [:]
    return entries.flatMap { entry -> [String] in
      var before: [Interview.Answer?] = []
      var seen: [ChangedAfterSeen] = []
      var answers: AnswerWords?
      if case .interview(let name) = entry.subject {
        let id = InterviewID(name)
        interviews[name, default: Interview(id: id)].apply(entry, causality)
        before = interviews[name]?.history.last?.before ?? []
        seen = interviews[name]?.changedAfterSeen.filter { $0.stamp.entry == entry.id } ?? []
        if words[name] == nil { words[name] = self.words(of: id) }
        answers = words[name]
      }
      return what(entry, before, seen, answers).map { "\(stamp(entry))  \($0)" }
    }
  }

  private func stamp(_ entry: Entry) -> String {
    let minute = Stamp(entry).minute
    return
      "\(minute)  \(team.name(of: entry.person, language))  [\(entry.writer.rawValue.prefix(4))]"
  }

  private func words(of id: InterviewID) -> AnswerWords? {
    guard let interview = file.interviews.first(where: { $0.id == id }),
      let definition = interview.start.flatMap({ forms($0.form) })
    else { return nil }
    return AnswerWords(interview, definition, file, language)
  }

  private func what(
    _ entry: Entry, _ before: [Interview.Answer?], _ seen: [ChangedAfterSeen],
    _ words: AnswerWords?
  ) -> [String] {
    // What holds without its body is told as erased all the same.
    guard entry.body != nil, let fact = Fact(entry) else {
      return [entry.body == nil ? sentences.erased(entry.kind) : sentences.unknown(entry.kind)]
    }
    switch fact {
    case .householdRegistered(let facts):
      return [sentences.registered(facts.source, facts.members.count)]
    case .householdEnrolled: return [sentences.enrolled]
    case .householdRemarked(let text): return [sentences.remarked(text)]
    case .interviewStarted(let start): return [sentences.began(start.date)]
    case .prefilled(_, let answers): return [sentences.prefilled(answers.count)]
    case .visitStarted: return [sentences.visitStarted]
    case .visitEnded(let visit, _):
      let ended = file.interviews.flatMap(\.visits).first { $0.id == visit }
      let key = AnswerKey(VisitQuestion.result)
      let result = ended.map { words?.value($0.result, special: nil, key) ?? $0.result } ?? ""
      return [sentences.visitEnded(result, ended?.next ?? "")]
    case .paused: return [sentences.paused]
    case .answered(let changes, let reversal, _):
      return changes.enumerated().map { index, change in
        let old = before.indices.contains(index) ? before[index] : nil
        let line = marked(answer(change, old, words), seen.filter { $0.key == change.key })
        switch reversal {
        case .undo: return sentences.undone(line)
        case .redo: return sentences.redone(line)
        case nil: return line
        }
      }
    case .rowAdded(let row, let answers, _, _):
      return [sentences.rowAdded(words?.row(row.id) ?? row.id)]
        + answers.map { answer($0, nil, words) }
    case .rowRemoved(let row, let reason, _, _):
      let line = sentences.rowRemoved(words?.row(row.id) ?? row.id, sentences.reason(reason))
      return [marked(line, seen)]
    case .remarked(let key, let text):
      return [sentences.remarkedOn(words?.label(key) ?? key.question, text)]
    case .findingsSeen(let atOnce, let findings):
      return [sentences.findingsSeen(Self.named(findings.map(\.rule)), atOnce)]
    case .standardChosen(let overlay, let profile):
      return [sentences.standardChosen(overlay, profile)]
    case .findingsShownAtOnce(let isOn): return [sentences.findingsAtOnce(isOn)]
    case .completed: return [sentences.completed]
    case .reopened(let reason): return [sentences.reopened(reason)]
    case .moved(let household): return [sentences.moved(household.rawValue)]
    case .householdTaken: return [sentences.taken]
    case .householdGivenBack: return [sentences.givenBack]
    case .householdJoined(let household, let reason):
      return [sentences.householdJoined(household.rawValue, reason)]
    case .interviewSetAside(let interview, let reason):
      return [sentences.setAside(interview.rawValue, reason)]
    case .settled(_, let answers):
      guard !answers.isEmpty else { return [sentences.settled] }
      return answers.map { sentences.settledAs(answer($0, nil, words)) }
    case .erased(let entries, let subjects, let reason):
      return [sentences.erasedWhy(entries.count + subjects.count, reason)]
    default:
      guard let lines = reviewed(fact, words) else { return [sentences.unknown(entry.kind)] }
      return isIdle(entry) ? lines.map(ReviewSentences.of(language).withoutEffect) : lines
    }
  }

  /// Whether an act of review has no effect, since its writer had no right to it.
  private func isIdle(_ entry: Entry) -> Bool {
    let steps = file.interviews.flatMap(\.review.withoutRight) + file.review.withoutRight
    return steps.contains { $0.stamp.entry == entry.id }
      || file.issues.flatMap(\.withoutRight).contains { $0.stamp.entry == entry.id }
  }

  /// What was done in review; nil for anything else.
  private func reviewed(_ fact: Fact, _ words: AnswerWords?) -> [String]? {
    let sentences = ReviewSentences.of(language)
    switch fact {
    case .householdAssigned(let person):
      return [person.map { sentences.assigned(team.name(of: $0)) } ?? sentences.assignedToNobody]
    case .returned(let comments):
      return [sentences.returned(comments.count)]
        + comments.map { comment in
          comment.key.map { sentences.comment(words?.label($0) ?? $0.question, comment.text) }
            ?? sentences.remark(comment.text)
        }
    case .commentAnswered(_, let text): return [sentences.commentAnswered(text)]
    case .approved: return [sentences.approved]
    case .unapproved(let reason): return [sentences.unapproved(reason)]
    default: return sentences.issue(fact).map { [$0] }
    }
  }

  /// A line with the findings that were seen before it changed what they hung on.
  private func marked(_ line: String, _ seen: [ChangedAfterSeen]) -> String {
    let rules = Self.named(seen.map(\.seen.finding.rule))
    return rules.isEmpty ? line : sentences.afterSeen(line, rules)
  }

  /// Each rule once, in the order of seeing.
  private static func named(_ rules: [String]) -> [String] {
    rules.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func answer(
    _ change: GivenAnswer, _ old: Interview.Answer?, _ words: AnswerWords?
  ) -> String {
    let label = words?.label(change.key) ?? change.key.question
    let new = words?.value(change.value, special: change.special, change.key) ?? change.value
    let former = old.map { words?.value($0.value, special: $0.special, change.key) ?? $0.value }
    if !change.isSaid, former?.isEmpty == false { return sentences.shownAgain(label, new) }
    if let old, old.source != .answered, old.value == change.value, !new.isEmpty {
      return sentences.confirmed(label, new)
    }
    guard let former, !former.isEmpty, former != new else {
      return new.isEmpty ? sentences.cleared(label) : sentences.answered(label, new)
    }
    return new.isEmpty
      ? sentences.clearedFrom(label, former) : sentences.changed(label, former, new)
  }
}
