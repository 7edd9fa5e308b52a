import Record

/// The questions that say how a visit ended: the form names them so.
public enum VisitQuestion {
  /// The date of the interview.
  public static let date = "c_date"
  /// Whether the household agrees.
  public static let consent = "c_consent"
  /// The visit's result.
  public static let result = "c_result"
  /// The planned day of return.
  public static let next = "c_next"
}

extension Interview {
  /// Takes in the next entry of the interview; entries come in causal order.
  public mutating func apply(_ entry: Entry) {
    guard let fact = Fact(entry) else { return }
    let stamp = Stamp(entry)
    var before: [Answer?] = []
    switch fact {
    case .interviewStarted(let start):
      // Only the first counts: a second one would be another interview under the same identity.
      if self.start == nil {
        self.start = start
        startStamp = stamp
        household = start.household
      }
    case .prefilled(let rows, let answers):
      for row in rows { add(row) }
      for answer in answers { set(answer, .prefilled, stamp) }
    case .visitStarted(let visit, let cleared, let date):
      for key in cleared { answers[key] = nil }
      if let date, start?.date != date {
        start?.date = date
        let key = AnswerKey(VisitQuestion.date)
        answers[key] = Answer(value: date, special: nil, source: .answered, stamp: stamp)
      }
      visits.append(Visit(id: visit, start: stamp, end: nil, result: "", next: ""))
    case .visitEnded(let visit, _):
      if let index = visits.firstIndex(where: { $0.id == visit }) {
        visits[index].end = stamp
        visits[index].result = value(VisitQuestion.result)
        visits[index].next = value(VisitQuestion.next)
      }
    case .answered(let changes, let reversal, _):
      before = changes.map { answers[$0.key] }
      note(changes, before, stamp)
      let earlier = undone(by: reversal)
      for (index, change) in changes.enumerated() {
        // What was only prefilled before the undone answer is only prefilled again.
        let source = earlier.flatMap { $0.indices.contains(index) ? $0[index]?.source : nil }
        set(change, source ?? self.source(of: change), stamp)
      }
    case .rowAdded(let row, let answers, _, _):
      add(row)
      before = answers.map { self.answers[$0.key] }
      note(answers, before, stamp)
      for answer in answers { set(answer, source(of: answer), stamp) }
    case .rowRemoved(let row, let reason, _, _):
      if let index = rows.firstIndex(where: { $0.row == row }) {
        if rows[index].removal == nil { note(struck(row), stamp) }
        rows[index].removal = Removal(reason: reason, stamp: stamp)
      }
    case .remarked(let key, let text):
      remarks[key, default: []].append(Remark(text: text, stamp: stamp))
    case .findingsSeen(let atOnce, let findings): see(findings, atOnce: atOnce, stamp)
    case .completed: phase = .completed(stamp)
    case .reopened(let reason):
      phase = .open
      reopenings.append(Remark(text: reason, stamp: stamp))
    case .moved(let household): self.household = household
    default: break
    }
    history.append(Act(stamp: stamp, fact: fact, before: before))
  }

  /// Folds entries that stand in causal order.
  public init(id: InterviewID, entries: some Sequence<Entry>) {
    self.init(id: id)
    for entry in entries { apply(entry) }
  }

  private mutating func add(_ row: RosterRow) {
    if let index = rows.firstIndex(where: { $0.row == row }) {
      rows[index].removal = nil
    } else {
      rows.append(Row(row: row, removal: nil))
    }
  }

  private mutating func set(_ change: GivenAnswer, _ source: Answer.Source, _ stamp: Stamp) {
    answers[change.key] = Answer(
      value: change.value, special: change.special, source: source, stamp: stamp)
    if source == .shownAgain {
      shownAgain.insert(change.key)
    } else if !shownAgain.isEmpty {
      shownAgain.remove(change.key)
    }
  }

  /// What came of itself is an earlier answer where there was one, else a default of the form.
  private func source(of change: GivenAnswer) -> Answer.Source {
    if change.isSaid { return .answered }
    guard let before = answers[change.key], !before.value.isEmpty else { return .prefilled }
    return before.source == .prefilled ? .prefilled : .shownAgain
  }

  private mutating func note(_ changes: [GivenAnswer], _ before: [Answer?], _ stamp: Stamp) {
    note(
      zip(changes, before).map { change, before in
        (change.key, before?.value ?? "", change.value)
      }, stamp)
  }

  /// What stood before the act that the reversal takes back.
  private func undone(by reversal: Reversal?) -> [Answer?]? {
    guard case .undo(let entry) = reversal else { return nil }
    return history.last { $0.stamp.entry == entry }?.before
  }
}
