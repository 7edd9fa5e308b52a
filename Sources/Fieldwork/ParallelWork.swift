import Record

/// What several journals did to one interview: every change of each field with what came after it, so
/// that it can be told which of them no later one knew of.
///
/// A **tip** is a change of a field that no later change of it saw. To decide between tips is a change,
/// too, even where it leaves things as they stand: so two people who decide apart are in conflict again.
struct ParallelWork: Equatable, Sendable {
  /// One change of a field.
  struct Change: Equatable, Sendable {
    var stamp: Stamp
    var act: Tip.Act
    /// The answer that it set; nil where it cleared one, and for rows.
    var answer: Interview.Answer?
    var isSaid = true
    /// Which later changes of the field saw it, by their places in the list.
    var seenBy: [Int] = []

    var isTip: Bool { seenBy.isEmpty }
  }

  /// That the interview was declared complete, until someone who knows of it completes or opens it
  /// again.
  struct Completion: Equatable, Sendable {
    var stamp: Stamp
    /// Changes that it did not see and that did not see it: the last of each writer, since the names of
    /// a split journal's branches differ from laptop to laptop.
    var missed: [WriterID: Stamp] = [:]
  }

  private(set) var answers: [AnswerKey: [Change]] = [:]
  private(set) var rows: [RosterRow: [Change]] = [:]
  private(set) var completions: [Completion] = []
  /// To which households the interview was moved.
  private var moves: [Change] = []
  /// The entries by which people decided between others.
  private var decisions: Set<EntryID> = []
  /// Every act that changed something, for completions that come later.
  private var changes: [Stamp] = []
  /// The last act of each journal: who saw that saw all before it there.
  private var lastActs: [JournalName: EntryPlace] = [:]

  /// Notes an act; tells whether its writer had seen all acts before it.
  mutating func act(_ place: EntryPlace, _ saw: (EntryPlace) -> Bool) -> Bool {
    let sawAll = lastActs.allSatisfy { saw($0.value) }
    lastActs[place.journal] = place
    return sawAll
  }

  // MARK: Answers

  /// Adds a change of an answer; returns what stands now.
  mutating func set(
    _ key: AnswerKey, _ answer: Interview.Answer?, isSaid: Bool, _ stamp: Stamp,
    _ saw: (EntryPlace) -> Bool
  ) -> Interview.Answer? {
    let act = Tip.Act.answered(key, value: answer?.value ?? "", special: answer?.special)
    let change = Change(stamp: stamp, act: act, answer: answer, isSaid: isSaid)
    Self.add(change, to: &answers[key, default: []], besidesTips: true, saw)
    return self.answer(key, seenBy: { _ in true })
  }

  /// What stands for someone who saw only some of the changes.
  func answer(_ key: AnswerKey, seenBy saw: (EntryPlace) -> Bool) -> Interview.Answer? {
    let list = answers[key] ?? []
    let seen = list.map { saw($0.stamp.place) }
    let tips = list.indices.filter { index in
      seen[index] && !list[index].seenBy.contains { seen[$0] }
    }
    // What came of itself never takes the place of what someone said elsewhere.
    let standing = tips.last { list[$0].isSaid } ?? tips.last
    return standing.flatMap { list[$0].answer }
  }

  /// Of an answer it is kept for each change who saw it, to tell what stood before someone; of a row only
  /// which of them are tips.
  private static func add(
    _ change: Change, to list: inout [Change], besidesTips: Bool, _ saw: (EntryPlace) -> Bool
  ) {
    let number = list.count
    for index in list.indices where besidesTips || list[index].seenBy.isEmpty {
      if list[index].stamp.entry == change.stamp.entry || saw(list[index].stamp.place) {
        list[index].seenBy.append(number)
      }
    }
    list.append(change)
  }

  // MARK: Rows

  /// Adds that a row was added, struck or answered in; returns why it is struck now, if it is.
  mutating func did(
    _ act: Tip.Act, in row: RosterRow, _ stamp: Stamp, _ saw: (EntryPlace) -> Bool
  ) -> Interview.Removal? {
    Self.add(
      Change(stamp: stamp, act: act), to: &rows[row, default: []], besidesTips: false, saw)
    return removal(of: row)
  }

  /// Why a row is struck: where struck and kept are both open, the last act says; else the last that
  /// added or struck it.
  func removal(of row: RosterRow) -> Interview.Removal? {
    let list = rows[row] ?? []
    if isInConflict(list), let last = list.last(where: \.isTip), !last.act.isStriking { return nil }
    let last = list.last { change in
      switch change.act {
      case .added, .struck: return true
      default: return false
      }
    }
    guard let last, case .struck(let reason) = last.act else { return nil }
    return Interview.Removal(reason: reason, stamp: last.stamp)
  }

  private func isInConflict(_ list: [Change]) -> Bool {
    let tips = list.filter(\.isTip)
    return tips.contains { $0.act.isStriking } && tips.contains { !$0.act.isStriking }
  }

  // MARK: Completion

  /// Notes an act that changed what the interview says: a said answer, a row.
  mutating func changed(_ stamp: Stamp, _ saw: (EntryPlace) -> Bool) {
    if changes.last?.entry != stamp.entry { changes.append(stamp) }
    for index in completions.indices where !saw(completions[index].stamp.place) {
      completions[index].missed[stamp.writer] = stamp
    }
  }

  mutating func completed(_ stamp: Stamp, _ saw: (EntryPlace) -> Bool) {
    completions.removeAll { saw($0.stamp.place) }
    var completion = Completion(stamp: stamp)
    for change in changes where !saw(change.place) {
      completion.missed[change.writer] = change
    }
    completions.append(completion)
  }

  /// To open it again is a change, too, for whoever completes it elsewhere.
  mutating func reopened(_ stamp: Stamp, _ saw: (EntryPlace) -> Bool) {
    completions.removeAll { saw($0.stamp.place) }
    changed(stamp, saw)
  }

  /// Complete is what someone declared so who knew of everything.
  var phase: Interview.Phase {
    completions.last { $0.missed.isEmpty }.map { .completed($0.stamp) } ?? .open
  }

  // MARK: Moves

  /// Adds that the interview was moved to a household.
  mutating func moved(to household: HouseholdID, _ stamp: Stamp, _ saw: (EntryPlace) -> Bool) {
    let change = Change(stamp: stamp, act: .moved(to: household))
    Self.add(change, to: &moves, besidesTips: false, saw)
  }

  // MARK: Settling

  /// Notes that an entry decides between others.
  mutating func decides(_ entry: EntryID) { decisions.insert(entry) }

  private func tip(_ change: Change) -> Tip {
    Tip(
      stamp: change.stamp, act: change.act,
      isDecision: decisions.contains(change.stamp.entry))
  }

  /// Takes away the completions that a person looked at together with what they had missed.
  mutating func settleCompletions(_ named: Set<EntryID>) {
    completions.removeAll { !$0.missed.isEmpty && named.contains($0.stamp.entry) }
  }

  /// The answers that a person left as they stand, knowing the others of these entries.
  func leftStanding(_ named: Set<EntryID>) -> [(key: AnswerKey, answer: Interview.Answer?)] {
    answers.sorted { $0.key < $1.key }.compactMap { key, list in
      let tips = Self.tips(named, list).filter(\.isSaid)
      return Set(tips.map(\.act)).count > 1 ? tips.last.map { (key, $0.answer) } : nil
    }
  }

  /// The rows that a person left struck or kept, knowing that somebody did the other.
  func leftStanding(_ named: Set<EntryID>) -> [(row: RosterRow, act: Tip.Act)] {
    rows.compactMap { row, list in
      let tips = Self.tips(named, list)
      guard let last = tips.last?.act, Set(tips.map(\.act.isStriking)).count > 1 else { return nil }
      return (row, last.isStriking ? last : .added)
    }
  }

  /// The household at which a person left the interview, knowing the other moves.
  func leftStanding(_ named: Set<EntryID>) -> HouseholdID? {
    let tips = Self.tips(named, moves)
    guard Set(tips.map(\.act)).count > 1, case .moved(let household) = tips.last?.act else {
      return nil
    }
    return household
  }

  /// Of the named changes those that no other named one saw.
  private static func tips(_ named: Set<EntryID>, _ list: [Change]) -> [Change] {
    let places = list.indices.filter { named.contains(list[$0].stamp.entry) }
    return places.filter { !list[$0].seenBy.contains(where: places.contains) }.map { list[$0] }
  }
}

extension ParallelWork {
  /// What is open: whose it is, answers by key, then rows, then the completion.
  ///
  /// `oneDoor` are households that were found to be one: which of them it was moved to is no matter.
  func conflicts(
    _ interview: InterviewID, _ household: HouseholdID?, oneDoor: Set<HouseholdID>
  ) -> [Conflict] {
    let subject = Subject.interview(interview.rawValue)
    func conflict(_ kind: Conflict.Kind, _ tips: [Tip]) -> Conflict {
      Conflict(kind: kind, subject: subject, household: household, tips: tips)
    }
    var found: [Conflict] = []
    if let (households, tips) = contested(oneDoor) {
      found.append(conflict(.move(households), tips))
    }
    for (key, list) in answers.sorted(by: { $0.key < $1.key }) {
      let tips = list.filter { $0.isTip && $0.isSaid }.map(tip)
      if Set(tips.map(\.act)).count > 1 { found.append(conflict(.answer(key), tips)) }
    }
    for (row, list) in rows.sorted(by: { ($0.key.roster, $0.key.id) < ($1.key.roster, $1.key.id) })
    where isInConflict(list) {
      found.append(
        conflict(.row(row), list.filter(\.isTip).map(tip)))
    }
    if case .open = phase, !completions.isEmpty {
      var tips = completions.map { Tip(stamp: $0.stamp, act: .completed) }
      for stamp in Set(completions.flatMap(\.missed.values)) {
        tips.append(Tip(stamp: stamp, act: .changed))
      }
      found.append(conflict(.completion, tips.sorted { $0.stamp < $1.stamp }))
    }
    return found
  }
}

extension ParallelWork {
  /// The households to which people moved it who did not know of each other, and their acts.
  private func contested(_ oneDoor: Set<HouseholdID>) -> ([HouseholdID], [Tip])? {
    let tips = moves.filter(\.isTip).map(tip)
    var households: [HouseholdID] = []
    for case .moved(let household) in tips.map(\.act) where !households.contains(household) {
      households.append(household)
    }
    let isOne = households.count < 2 || oneDoor.isSuperset(of: households)
    return isOne ? nil : (households, tips)
  }
}

extension Tip.Act {
  var isStriking: Bool { if case .struck = self { true } else { false } }
}

extension Interview {
  /// What several people did to the interview without knowing of each other, and nobody has decided
  /// yet.
  ///
  /// - An answer: said in different ways, where no later change of it saw all.
  /// - A row: struck, and added or answered in elsewhere.
  /// - The completion: declared by someone who did not know of a said answer, a row or a re-opening that
  ///   did not know of the completion either, unless a completion stands that knew of everything.
  /// - The approval: given by someone who did not know of a change that did not know of it either.
  /// - The household it was moved to: a different one each time.
  public var conflicts: [Conflict] {
    guard let parallel else { return [] }
    return parallel.conflicts(id, household, oneDoor: oneDoor)
      + reviewing.conflicts(.interview(id.rawValue), household)
  }

  /// That it was moved to different households by people who did not know of each other.
  public var contested: Conflict? {
    conflicts.first { if case .move = $0.kind { true } else { false } }
  }

  /// Whether something in it was done without knowing of something else: then an answer may have come to
  /// light that nobody gave as things stand now.
  public var isJoined: Bool { parallel != nil && history.contains { !$0.unseen.isEmpty } }

  /// Takes an answer as one that was said before its question was out of the way: until someone says that
  /// it holds.
  public mutating func doubt(_ key: AnswerKey) {
    guard answers[key]?.source == .answered else { return }
    answers[key]?.source = .shownAgain
    shownAgain.insert(key)
  }
}

extension Act {
  /// The answers that the act set or cleared.
  public var keys: [AnswerKey] {
    switch fact {
    case .prefilled(_, let answers), .answered(let answers, _, _), .rowAdded(_, let answers, _, _),
      .settled(_, let answers):
      answers.map(\.key)
    case .visitStarted(_, let cleared, let date):
      date == nil ? cleared : cleared + [AnswerKey(VisitQuestion.date)]
    default: []
    }
  }
}
