import Record

extension HouseholdCase {
  /// What several people did here without knowing of each other, and nobody has decided yet: in its
  /// interviews, between them, and about its door.
  ///
  /// An interview that was set aside has none.
  public var conflicts: [Conflict] {
    // The household that a conflict touches is the one whose interviews these are now.
    let own = interviews.filter { owns($0) }.flatMap(\.conflicts).map { conflict in
      var conflict = conflict
      conflict.household = household.id
      return conflict
    }
    return own + meetings + doors
  }

  /// Whether it is open which interview, or which door, is this household's: then nothing is certain
  /// of it as a whole.
  public var isDisputed: Bool { !meetings.isEmpty || !doors.isEmpty }

  /// Finds which interviews count, and which were begun side by side.
  mutating func compareInterviews(_ causality: Causality) {
    meetings = []
    setAside = [:]
    guard interviews.count > 1 else { return }
    let contradictions = takeSetAside(causality)
    for tips in contradictions { meetings.append(conflict(tips)) }
    meetings += begunSideBySide(causality)
  }

  private func conflict(_ tips: [Tip]) -> Conflict {
    let tips = tips.sorted { $0.stamp < $1.stamp }
    let ids = tips.compactMap { tip -> InterviewID? in
      switch tip.act {
      case .began(let id), .setAside(let id, _): id
      default: nil
      }
    }
    return Conflict(
      kind: .interviews(ids), subject: .household(household.id.rawValue), household: household.id,
      tips: tips)
  }

  /// Follows who was set aside for whom.
  ///
  /// Of two that were set aside each for the other, by people who
  /// did not know it, the last in causal order holds until someone decides.
  private mutating func takeSetAside(_ causality: Causality) -> [[Tip]] {
    let known = Set(interviews.map(\.id))
    let acts = interviews.flatMap { interview in interview.setAside.map { (interview.id, $0) } }
      .filter { known.contains($0.1.other) && $0.0 != $0.1.other }
      .sorted { $0.1.stamp < $1.1.stamp }
    var latest: [InterviewID: Interview.SetAside] = [:]
    var contradictions: [[Tip]] = []
    for (id, act) in acts {
      // A chain that would lead back to this one is broken where it does.
      var at = act.other
      while let next = latest[at] {
        if next.other == id {
          if !causality.saw(act.stamp.place, next.stamp.place) {
            contradictions.append([tip(at, next), tip(id, act)])
          }
          latest[at] = nil
          break
        }
        at = next.other
      }
      latest[id] = act
    }
    setAside = latest.mapValues(\.other)
    // Over when a later one saw both, or when someone settled it.
    return contradictions.filter { tips in
      let entries = Set(tips.map(\.stamp.entry))
      return !household.settled.contains { entries.isSubset(of: $0) }
        && !acts.contains { _, act in
          tips.allSatisfy {
            act.stamp.entry != $0.stamp.entry && causality.saw(act.stamp.place, $0.stamp.place)
          }
        }
    }
  }

  private func tip(_ id: InterviewID, _ act: Interview.SetAside) -> Tip {
    Tip(stamp: act.stamp, act: .setAside(id, for: act.other))
  }

  /// The interviews of one round that were begun by people who did not know of each other.
  private func begunSideBySide(_ causality: Causality) -> [Conflict] {
    var found: [Conflict] = []
    var left = interviews.filter { owns($0) && $0.startStamp != nil }
    while !left.isEmpty {
      var group = [left.removeFirst()]
      var next = 0
      while next < group.count {
        let one = group[next]
        next += 1
        group += left.filter { areBegunSideBySide(one, $0, causality) }
        left.removeAll { other in group.contains { $0.id == other.id } }
      }
      guard group.count > 1 else { continue }
      found.append(
        conflict(
          group.compactMap { interview in
            interview.startStamp.map { Tip(stamp: $0, act: .began(interview.id)) }
          }))
    }
    return found
  }

  private func areBegunSideBySide(
    _ one: Interview, _ other: Interview, _ causality: Causality
  ) -> Bool {
    guard let first = one.startStamp, let second = other.startStamp,
      one.start?.round == other.start?.round, !causality.saw(second.place, first.place),
      !causality.saw(first.place, second.place)
    else { return false }
    let entries: Set<EntryID> = [first.entry, second.entry]
    return !household.settled.contains { entries.isSubset(of: $0) }
  }
}
