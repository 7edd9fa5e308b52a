import Record

/// What an issue is judged by besides its own entries: who had seen what, who had which role, and the
/// interviews that can be its ground.
public struct IssueContext {
  let causality: Causality
  let roles: TeamRoles
  private let interviews: [InterviewID: Interview]

  /// Collects what an issue is judged by; `interviews` are those that count for its household.
  public init(
    _ causality: Causality = Causality(), _ roles: TeamRoles = TeamRoles(),
    interviews: some Sequence<Interview> = [Interview]()
  ) {
    self.causality = causality
    self.roles = roles
    self.interviews = Dictionary(
      interviews.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Who did the work of an interview that a completion stands for: those who declared it complete among
  /// them.
  func workers(_ ground: IssueGround?) -> Set<PersonID> {
    guard case .answers(let id, let completion) = ground, let interview = interviews[id],
      let done = act(completion, in: interview)
    else { return [] }
    var workers: Set<PersonID> = [done.stamp.person]
    for act in interview.history where act.hasEffect && act.fact.isWork {
      if causality.saw(done.stamp.place, act.stamp.place) { workers.insert(act.stamp.person) }
    }
    return workers
  }

  private func act(_ completion: EntryID, in interview: Interview) -> Act? {
    interview.history.first { act in
      guard act.stamp.entry == completion, act.hasEffect else { return false }
      if case .completed = act.fact { return true }
      return false
    }
  }

  /// Since when an opening knows of what it says: its completion's place, or its own.
  func since(_ opening: IssueOpening, _ stamp: Stamp) -> EntryPlace {
    guard let interview = opening.interview.flatMap({ interviews[$0] }) else { return stamp.place }
    if let completion = opening.completion {
      return act(completion, in: interview)?.stamp.place ?? stamp.place
    }
    let last = interview.history.last { act in
      guard act.stamp.writer == stamp.writer, act.stamp.place.sequence < stamp.place.sequence
      else { return false }
      if case .completed = act.fact { return true }
      return false
    }
    return last?.stamp.place ?? stamp.place
  }

  /// Why a ground does not do for an issue; nil where it does.
  ///
  /// `turn` are the acts that opened the issue, `counts` the acts that are looked at.
  func hindrance(
    _ ground: IssueGround, _ rule: Judged.Rule?, _ turn: [Issue.Turn],
    _ counts: (EntryPlace) -> Bool
  ) -> Hindrance? {
    switch ground {
    case .evidence(let files, let text):
      return files.allSatisfy(\.hash.isEmpty) && text.isEmpty ? .noEvidence : nil
    case .answers(let id, let completion):
      guard let interview = interviews[id], let done = act(completion, in: interview),
        counts(done.stamp.place), case .completed(_, let judged) = done.fact
      else { return .groundMissing }
      let saw = { (place: EntryPlace) in causality.saw(done.stamp.place, place) }
      let sawOpening = turn.contains { saw($0.place) }
      let sawAll = turn.allSatisfy { saw($0.isReopening ? $0.place : $0.since) }
      guard sawOpening, sawAll else { return .groundTooOld }
      guard stands(done, in: interview, counts) else { return .groundGone }
      guard let judged, let rule, judged.meets(rule) else { return .groundNotMet }
      return nil
    }
  }

  /// Whether a completion still stands by the acts that are looked at.
  private func stands(
    _ done: Act, in interview: Interview, _ counts: (EntryPlace) -> Bool
  ) -> Bool {
    let place = done.stamp.place
    return !interview.history.contains { act in
      let other = act.stamp.place
      guard other != place, act.hasEffect, act.fact.changesInterview, counts(other),
        !causality.saw(place, other)
      else { return false }
      let knew = causality.saw(other, place)
      switch act.fact {
      case .completed: return knew
      case .reopened, .returned: return true
      default: return !knew
      }
    }
  }
}
