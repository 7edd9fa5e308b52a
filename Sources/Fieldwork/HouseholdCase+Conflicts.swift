import Record

extension HouseholdCase {
  /// What several people did here without knowing of each other, and nobody has decided yet: in its
  /// interviews, between them, about its door, and about interviews that may be its own.
  ///
  /// An interview that was set aside has none.
  public var conflicts: [Conflict] {
    // The household that a conflict touches is the one whose interviews these are now.
    let own = interviews.filter { owns($0) }.flatMap(\.conflicts).map { conflict in
      var conflict = conflict
      conflict.household = household.id
      return conflict
    }
    return own + meetings + doors + claims.compactMap(\.contested)
  }

  /// Whether it is open which interview, or which door, is this household's: then nothing is certain
  /// of its current interview.
  public var isDisputed: Bool {
    standing.map(isDisputed) ?? (!doors.isEmpty || !meetings.isEmpty || !claims.isEmpty)
  }

  /// Finds which interviews count, and which were begun side by side.
  mutating func compareInterviews(_ causality: Causality) {
    meetings = []
    setAside = [:]
    guard interviews.count > 1 else { return }
    let decided = decisions(causality)
    setAside = decided.standing
    meetings = decided.contradictions.map { decisions in
      conflict(decisions.flatMap(Self.interviews), decisions.map(Self.tip))
    }
    meetings += begunSideBySide(decided, causality)
  }

  /// What people decided about which of the interviews count.
  private func decisions(_ causality: Causality) -> PairDecisions<InterviewID> {
    typealias Act = PairDecisions<InterviewID>.Act
    let known = Set(interviews.map(\.id))
    var acts: [Act] = []
    var beginnings: [EntryID: InterviewID] = [:]
    for interview in interviews {
      if let start = interview.startStamp { beginnings[start.entry] = interview.id }
      for act in interview.setAside where known.contains(act.other) && act.other != interview.id {
        acts.append(Act(stamp: act.stamp, what: .decided(.under(interview.id, act.other))))
      }
    }
    for settlement in ([household] + others).flatMap(\.settled) {
      acts.append(Act(stamp: settlement.stamp, what: .settled(settlement.entries)))
    }
    return PairDecisions(acts, beginnings: beginnings, causality)
  }

  private static func interviews(
    _ decision: PairDecisions<InterviewID>.Decision
  ) -> [InterviewID] {
    switch decision.outcome {
    case .under(let one, let other): [one, other]
    // Its pair is named by what it contradicts.
    case .apart: []
    }
  }

  private static func tip(_ decision: PairDecisions<InterviewID>.Decision) -> Tip {
    switch decision.outcome {
    case .under(let one, let other):
      Tip(stamp: decision.stamp, act: .setAside(one, for: other), isDecision: true)
    case .apart: Tip(stamp: decision.stamp, act: .bothCount, isDecision: true)
    }
  }

  private func conflict(_ ids: [InterviewID], _ tips: [Tip]) -> Conflict {
    Conflict(
      kind: .interviews(interviews.map(\.id).filter(ids.contains)),
      subject: .household(household.id.rawValue), household: household.id,
      tips: tips.sorted { $0.stamp < $1.stamp })
  }

  /// The interviews of one round that were begun by people who did not know of each other.
  private func begunSideBySide(
    _ decided: PairDecisions<InterviewID>, _ causality: Causality
  ) -> [Conflict] {
    var found: [Conflict] = []
    var left = interviews.filter { owns($0) && $0.startStamp != nil }
    while !left.isEmpty {
      var group = [left.removeFirst()]
      var next = 0
      while next < group.count {
        let one = group[next]
        next += 1
        group += left.filter {
          areBegunSideBySide(one, $0, causality) && !decided.isDecided(one.id, $0.id)
        }
        left.removeAll { other in group.contains { $0.id == other.id } }
      }
      guard group.count > 1 else { continue }
      found.append(
        conflict(
          group.map(\.id),
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
      one.start?.round == other.start?.round
    else { return false }
    return !causality.saw(second.place, first.place) && !causality.saw(first.place, second.place)
  }
}
