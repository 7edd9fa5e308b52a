import Record

/// What conflicts outside the current interview mean for it.
///
/// The verdict of a household is read off its current interview alone: what was said there, by someone
/// who stood at the door. An earlier interview reaches into it in two ways only, both when it begins:
///
/// - **Answers are taken over** into it (the number of the house, the class in the register). What nobody
///   at the door has said since is as open as the conflict it came from. What was said again there is not.
/// - **The roster is taken over**: who was struck earlier is not asked about. Where an earlier interview
///   leaves it open whether someone was struck, and the current one does not know them at all, somebody may be missing
///   in it, and that can bear on every domain. Whoever stands in the current roster, or was struck there,
///   was gone through at the door.
///
/// Everything else is listed and holds nothing back: whether an earlier interview was complete, what it
/// said of things that were asked anew, and facts that lists show from it (they come with their source).
/// Which of several earlier interviews counts, or whether one is this household's at all, is treated as if
/// all that it says were open. Where choosing could change which interview is the current one, nothing of
/// it is certain: it is disputed.
extension HouseholdCase {
  /// Whether choosing in some conflict could put another interview in this one's place, or this one at
  /// another door.
  public func isDisputed(_ interview: Interview) -> Bool {
    if owns(interview), !doors.isEmpty { return true }
    let replacing = meetings.contains { conflict in
      guard case .interviews(let ids) = conflict.kind else { return false }
      return ids.contains(interview.id)
        || ids.contains { id in
          interviews.contains { $0.id == id && Self.isLater($0, interview) }
        }
    }
    return replacing || claims.contains { Self.isLater($0, interview) }
  }

  /// What in the current interview rests on something open in earlier ones.
  func doubts(of current: Interview) -> Doubts {
    var doubts = Doubts()
    for interview in interviews where interview.id != current.id && owns(interview) {
      for conflict in interview.conflicts {
        switch conflict.kind {
        case .answer(let key):
          if Self.isTakenOver(key, into: current) { doubts.answers.insert(key) }
        case .row(let row): if !Self.knows(row, current) { doubts.ofWhoLivesThere = true }
        case .move: doubt(all: interview, current, &doubts)
        case .completion, .approval, .interviews, .households, .village: break
        }
      }
    }
    for conflict in meetings {
      guard case .interviews(let ids) = conflict.kind else { continue }
      for interview in interviews where ids.contains(interview.id) && interview.id != current.id {
        doubt(all: interview, current, &doubts)
      }
    }
    for interview in claims { doubt(all: interview, current, &doubts) }
    return doubts
  }

  private func doubt(all interview: Interview, _ current: Interview, _ doubts: inout Doubts) {
    for key in interview.answers.keys where Self.isTakenOver(key, into: current) {
      doubts.answers.insert(key)
    }
    if interview.rows.contains(where: { !Self.knows($0.row, current) }) {
      doubts.ofWhoLivesThere = true
    }
  }

  /// Whether an answer stands as it was when the interview began, before the first knock at the door.
  private static func isTakenOver(_ key: AnswerKey, into interview: Interview) -> Bool {
    guard let answer = interview.answers[key] else { return false }
    guard answer.source == .answered, let first = interview.visits.first else { return true }
    return answer.stamp < first.start
  }

  private static func knows(_ row: RosterRow, _ interview: Interview) -> Bool {
    interview.rows.contains { $0.row == row }
  }

  private static func isLater(_ one: Interview, _ other: Interview) -> Bool {
    guard let first = one.startStamp, let second = other.startStamp else { return true }
    return second < first
  }
}
