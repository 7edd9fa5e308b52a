import Record

extension Interview {
  /// Whoever decides about an entry has seen it, whatever the journals tell of each other.
  func knowing(
    _ entries: [EntryID], _ saw: ((EntryPlace) -> Bool)?
  ) -> ((EntryPlace) -> Bool)? {
    guard let saw, parallel != nil else { return saw }
    let named = Set(entries)
    let places = Set(history.filter { named.contains($0.stamp.entry) }.map(\.stamp.place))
    return { saw($0) || places.contains($0) }
  }

  /// A person looked at what these entries did: what stands of it holds, and is their decision.
  ///
  /// Where they set answers, it is about those alone; where they name a completion, about what it had
  /// missed: then nothing else is decided that the entries happen to differ in.
  mutating func settle(
    _ named: Set<EntryID>, isAnswering: Bool, _ stamp: Stamp, _ saw: ((EntryPlace) -> Bool)?
  ) {
    guard let saw, var work = parallel else { return }
    work.decides(stamp.entry)
    work.settleCompletions(named)
    let isOfCompletion = history.contains { act in
      guard case .completed = act.fact else { return false }
      return named.contains(act.stamp.entry)
    }
    guard !isAnswering, !isOfCompletion else {
      parallel = work
      return
    }
    for (key, answer) in work.leftStanding(named) as [(key: AnswerKey, answer: Answer?)] {
      place(work.set(key, answer, isSaid: true, stamp, saw), at: key)
    }
    for (row, act) in work.leftStanding(named) as [(row: RosterRow, act: Tip.Act)] {
      let removal = work.did(act, in: row, stamp, saw)
      for index in rows.indices where rows[index].row == row { rows[index].removal = removal }
    }
    if let household: HouseholdID = work.leftStanding(named) {
      work.moved(to: household, stamp, saw)
      self.household = household
    }
    parallel = work
  }
}
