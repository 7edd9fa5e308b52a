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
  ///
  /// `causality` tells what each entry's writer had seen, at least of the journals that speak of this
  /// interview; one journal's own work needs none. `roles` tells who may review.
  public mutating func apply(
    _ entry: Entry, _ causality: Causality = Causality(), _ roles: TeamRoles = TeamRoles()
  ) {
    apply(entry, roles) { causality.saw(entry.place, $0) }
  }

  /// Takes in an entry whose writer had seen all that stands here: what was just written.
  public mutating func applyNext(_ entry: Entry, _ roles: TeamRoles = TeamRoles()) {
    apply(entry, roles) { _ in true }
  }

  /// Folds entries that stand in causal order.
  public init(
    id: InterviewID, entries: some Sequence<Entry>, _ causality: Causality = Causality(),
    _ roles: TeamRoles = TeamRoles()
  ) {
    self.init(id: id)
    for entry in entries { apply(entry, causality, roles) }
  }

  private mutating func apply(
    _ entry: Entry, _ roles: TeamRoles, saw: @escaping (EntryPlace) -> Bool
  ) {
    guard let fact = Fact(entry) else { return }
    let place = entry.place
    if parallel == nil, journal != place.journal {
      if journal == nil { journal = place.journal } else { beginParallelWork() }
    }
    let stamp = Stamp(entry)
    let ruling = ruling(fact, stamp, roles, saw)
    // Almost every interview is one laptop's work: nothing has to be looked up there.
    take(fact, stamp, ruling, parallel == nil ? nil : { $0.journal == place.journal || saw($0) })
  }

  /// A second journal speaks of the interview: what the first one said is told once more, so that it
  /// can be compared with.
  private mutating func beginParallelWork() {
    var again = Interview(id: id)
    again.isDisputed = isDisputed
    again.oneDoor = oneDoor
    again.parallel = ParallelWork()
    for act in history { again.take(act.fact, act.stamp, act.ruling) { _ in true } }
    self = again
  }

  /// Goes through the interview act by act, as it stood behind each.
  public func replay(_ each: (_ standing: Interview, _ act: Act) -> Void) {
    _ = replayed(each) { _ in true }
  }

  /// The interview as it is by some of its acts.
  func replayed(
    _ each: (_ standing: Interview, _ act: Act) -> Void = { _, _ in },
    _ counts: (Act) -> Bool
  ) -> Interview {
    var again = Interview(id: id)
    again.parallel = ParallelWork()
    for act in history where counts(act) {
      let unseen = Set(act.unseen.map { history[$0].stamp.place })
      again.take(act.fact, act.stamp, act.ruling) { !unseen.contains($0) }
      each(again, act)
    }
    return again
  }

  /// `saw` tells whether the act's writer had seen an earlier one; nil where it had seen all.
  private mutating func take(
    _ fact: Fact, _ stamp: Stamp, _ ruling: Reviewing.Ruling?, _ saw: ((EntryPlace) -> Bool)?
  ) {
    reviewing.take(fact, stamp, ruling, history, saw)
    var before: [Answer?] = []
    switch fact {
    case _ where ruling?.hindrance != nil: break
    case .interviewStarted(let start):
      // Only the first counts: a second one would be another interview under the same identity.
      if self.start == nil {
        self.start = start
        startStamp = stamp
        household = start.household
      }
    case .prefilled(let rows, let answers):
      for row in rows { add(row, stamp, saw) }
      for answer in answers { set(answer, isSaid: false, .prefilled, stamp, saw) }
    case .visitStarted(let visit, let cleared, let date):
      leaveVisits(saw)
      for key in cleared { clear(key, stamp, saw) }
      if let date, start?.date != date {
        start?.date = date
        set(
          GivenAnswer(AnswerKey(VisitQuestion.date), date), isSaid: true, .answered, stamp, saw)
      }
      begin(Visit(id: visit, start: stamp, end: nil, result: "", next: ""), saw)
    case .visitEnded(let visit, _):
      if let index = ended(visit, stamp) {
        visits[index].end = stamp
        leave(visitAt: index, saw)
      }
    case .answered(let changes, let reversal, _):
      before = changes.map { seenAnswer($0.key, saw) }
      note(changes, before, stamp, saw)
      let earlier = undone(by: reversal)
      for (index, change) in changes.enumerated() {
        // What was only prefilled before the undone answer is only prefilled again.
        let source = earlier.flatMap { $0.indices.contains(index) ? $0[index]?.source : nil }
        say(change, source ?? self.source(of: change, before[index]), stamp, saw)
      }
    case .rowAdded(let row, let answers, _, _):
      add(row, stamp, saw)
      if let saw { parallel?.changed(stamp, saw) }
      before = answers.map { seenAnswer($0.key, saw) }
      note(answers, before, stamp, saw)
      for (answer, before) in zip(answers, before) {
        set(answer, isSaid: answer.isSaid, source(of: answer, before), stamp, saw)
      }
    case .rowRemoved(let row, let reason, _, _): strike(row, reason, stamp, saw)
    case .remarked(let key, let text):
      remarks[key, default: []].append(Remark(text: text, stamp: stamp))
    case .findingsSeen(let atOnce, let findings): see(findings, atOnce: atOnce, stamp, saw)
    case .completed:
      phase = .completed(stamp)
      if let saw { parallel?.completed(stamp, saw) }
    case .reopened(let reason):
      open(stamp, saw)
      reopenings.append(Remark(text: reason, stamp: stamp))
    case .returned: open(stamp, saw)
    case .moved(let household):
      // Where its beginning was erased nothing is known that could be anybody's.
      guard start != nil else { break }
      self.household = household
      if let saw { parallel?.moved(to: household, stamp, saw) }
    case .interviewSetAside(let other, let reason):
      setAside.append(SetAside(other: other, reason: reason, stamp: stamp))
    case .settled(let entries, let answers):
      let saw = knowing(entries, saw)
      settle(Set(entries), isAnswering: !answers.isEmpty, stamp, saw)
      before = answers.map { seenAnswer($0.key, saw) }
      note(answers, before, stamp, saw)
      for (answer, before) in zip(answers, before) {
        say(answer, source(of: answer, before), stamp, saw)
        // Of two evaluation dates the chosen one holds.
        if answer.key == AnswerKey(VisitQuestion.date), !answer.value.isEmpty {
          start?.date = answer.value
        }
      }
    default: break
    }
    if let parallel { phase = parallel.phase }
    var unseen: [Int] = []
    if let saw, parallel?.act(stamp.place, saw) == false {
      unseen = history.indices.filter { !saw(history[$0].stamp.place) }
    }
    history.append(
      Act(stamp: stamp, fact: fact, before: before, unseen: unseen, ruling: ruling))
  }

  private mutating func open(_ stamp: Stamp, _ saw: ((EntryPlace) -> Bool)?) {
    phase = .open
    if let saw { parallel?.reopened(stamp, saw) }
  }

  /// Whoever knocks again knows that the visits before are over; when they ended nobody wrote down.
  private mutating func leaveVisits(_ saw: ((EntryPlace) -> Bool)?) {
    for index in visits.indices
    where !visits[index].isOver && (saw.map { $0(visits[index].start.place) } ?? true) {
      leave(visitAt: index, saw)
    }
  }

  private mutating func leave(visitAt index: Int, _ saw: ((EntryPlace) -> Bool)?) {
    visits[index].isOver = true
    visits[index].result = seenAnswer(AnswerKey(VisitQuestion.result), saw)?.value ?? ""
    visits[index].next = seenAnswer(AnswerKey(VisitQuestion.next), saw)?.value ?? ""
  }

  /// Visits stand in causal order, and those that did not know of each other as the clocks say.
  private mutating func begin(_ visit: Visit, _ saw: ((EntryPlace) -> Bool)?) {
    var place = visits.count
    if let saw {
      while place > 0, !saw(visits[place - 1].start.place), visits[place - 1].isLater(than: visit) {
        place -= 1
      }
    }
    visits.insert(visit, at: place)
  }

  /// The visit that ends: the one that is named, else the open one of the same laptop, where it was
  /// erased how it was named.
  ///
  /// By the writer and not by the journal: how branches are called differs from laptop to laptop.
  private func ended(_ visit: VisitID, _ stamp: Stamp) -> Int? {
    visits.firstIndex { $0.id == visit }
      ?? visits.lastIndex { !$0.isOver && $0.start.writer == stamp.writer }
  }

  private mutating func add(_ row: RosterRow, _ stamp: Stamp, _ saw: ((EntryPlace) -> Bool)?) {
    let index: Int
    if let known = rows.firstIndex(where: { $0.row == row }) {
      index = known
      rows[index].removal = nil
    } else {
      index = rows.count
      rows.append(Row(row: row, removal: nil))
    }
    guard let saw, parallel != nil else { return }
    rows[index].removal = parallel?.did(.added, in: row, stamp, saw)
    touch(row.rows.dropLast(), .changed, stamp, saw)
  }

  /// A row is not to be struck unseen while something in it is set.
  private mutating func touch(
    _ inner: some Collection<String>, _ act: Tip.Act, _ stamp: Stamp,
    _ saw: (EntryPlace) -> Bool
  ) {
    guard !inner.isEmpty else { return }
    for index in rows.indices where inner.starts(with: rows[index].row.rows) {
      rows[index].removal = parallel?.did(act, in: rows[index].row, stamp, saw)
    }
  }

  private mutating func strike(
    _ row: RosterRow, _ reason: String, _ stamp: Stamp, _ saw: ((EntryPlace) -> Bool)?
  ) {
    guard let index = rows.firstIndex(where: { $0.row == row }) else { return }
    if rows[index].removal == nil { note(struck(row), stamp, saw) }
    rows[index].removal = Removal(reason: reason, stamp: stamp)
    guard let saw, parallel != nil else { return }
    rows[index].removal = parallel?.did(.struck(reason: reason), in: row, stamp, saw)
    touch(row.rows.dropLast(), .changed, stamp, saw)
    parallel?.changed(stamp, saw)
  }

  /// What someone set at the door: it speaks for its rows, too, and against a completion elsewhere.
  private mutating func say(
    _ change: GivenAnswer, _ source: Answer.Source, _ stamp: Stamp,
    _ saw: ((EntryPlace) -> Bool)?
  ) {
    set(change, isSaid: change.isSaid, source, stamp, saw)
    guard change.isSaid, let saw, parallel != nil else { return }
    parallel?.changed(stamp, saw)
    let act = Tip.Act.answered(change.key, value: change.value, special: change.special)
    touch(change.key.rows, act, stamp, saw)
  }

  private mutating func set(
    _ change: GivenAnswer, isSaid: Bool, _ source: Answer.Source, _ stamp: Stamp,
    _ saw: ((EntryPlace) -> Bool)?
  ) {
    let answer = Answer(
      value: change.value, special: change.special, source: source, stamp: stamp)
    place(parallel(change.key, answer, isSaid: isSaid, stamp, saw) ?? answer, at: change.key)
  }

  /// Takes an answer away of itself, as a new visit does with the result of the last one.
  private mutating func clear(
    _ key: AnswerKey, _ stamp: Stamp, _ saw: ((EntryPlace) -> Bool)?
  ) {
    let standing = parallel(key, nil, isSaid: false, stamp, saw)
    place(standing ?? nil, at: key)
  }

  /// What stands where two journals spoke; nil while only one did.
  private mutating func parallel(
    _ key: AnswerKey, _ answer: Answer?, isSaid: Bool, _ stamp: Stamp,
    _ saw: ((EntryPlace) -> Bool)?
  ) -> Answer?? {
    guard let saw, parallel != nil else { return nil }
    return parallel?.set(key, answer, isSaid: isSaid, stamp, saw)
  }

  mutating func place(_ answer: Answer?, at key: AnswerKey) {
    answers[key] = answer
    if answer?.source == .shownAgain {
      shownAgain.insert(key)
    } else if !shownAgain.isEmpty {
      shownAgain.remove(key)
    }
  }

  /// What stood there for whoever wrote the act.
  func seenAnswer(_ key: AnswerKey, _ saw: ((EntryPlace) -> Bool)?) -> Answer? {
    guard let saw, let parallel else { return answers[key] }
    return parallel.answer(key, seenBy: saw)
  }

  /// What came of itself is an earlier answer where there was one, else a default of the form.
  private func source(of change: GivenAnswer, _ before: Answer?) -> Answer.Source {
    if change.isSaid { return .answered }
    guard let before, !before.value.isEmpty else { return .prefilled }
    return before.source == .prefilled ? .prefilled : .shownAgain
  }

  private mutating func note(
    _ changes: [GivenAnswer], _ before: [Answer?], _ stamp: Stamp,
    _ saw: ((EntryPlace) -> Bool)?
  ) {
    note(
      zip(changes, before).map { change, before in
        (change.key, before?.value ?? "", change.value)
      }, stamp, saw)
  }

  /// What stood before the act that the reversal takes back.
  private func undone(by reversal: Reversal?) -> [Answer?]? {
    guard case .undo(let entry) = reversal else { return nil }
    return history.last { $0.stamp.entry == entry }?.before
  }
}
