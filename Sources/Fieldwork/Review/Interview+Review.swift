import Record

extension Interview {
  /// Where its review stands.
  ///
  /// Of an interview of which it is disputed whether it counts, that is one conflict more.
  public var review: InterviewReview {
    var review = reviewing.standing
    review.isCompleted = isCompleted
    review.conflicts =
      (parallel?.conflicts(id, household, oneDoor: oneDoor).count ?? 0) + (isDisputed ? 1 : 0)
    guard review.approval == nil else { return review }
    if isCompleted {
      review.state = reviewing.wasOpenedAgain ? .completedAgain : .completed
    } else if !reviewing.openReturns.isEmpty {
      review.state = .returned
    } else if !history.isEmpty {
      review.state = .started
    }
    return review
  }

  /// The last act of every journal that speaks of it: what an approval names.
  public var lastActs: [EntryID] {
    var last: [JournalName: Stamp] = [:]
    for act in history { last[act.stamp.place.journal] = act.stamp }
    return last.sorted { $0.key < $1.key }.map(\.value.entry)
  }

  /// Judges an act of review by what its writer had seen; nil for any other act.
  func ruling(
    _ fact: Fact, _ stamp: Stamp, _ roles: TeamRoles, _ saw: @escaping (EntryPlace) -> Bool
  ) -> Reviewing.Ruling? {
    guard let act = fact.reviewAct else { return nil }
    // Almost every completion is of an interview that nobody returned.
    if act == .completing, reviewing.comments.isEmpty { return nil }
    let known = roles.known(saw)
    var ruling = Reviewing.Ruling(role: known[stamp.person], hindrance: nil)
    if fact.isUnsaid {
      ruling.hindrance = .nothingSaid
      return ruling
    }
    let seen = seen { $0.journal == stamp.place.journal || saw($0) }
    ruling.hindrance = seen.review.hindrance(act, by: stamp.person, roles: known)
    if case .approved(let entries) = fact, ruling.hindrance == nil,
      !seen.areNamed(by: entries, history)
    {
      ruling.hindrance = .notAllNamed
    }
    return ruling
  }

  /// Whether entries name the last act of every journal that is known here.
  private func areNamed(by entries: [EntryID], _ all: [Act]) -> Bool {
    guard let named = Reviewing.named(entries, all) else { return true }
    return history.allSatisfy { act in
      named[act.stamp.writer].map { $0 >= act.stamp.place.sequence } ?? false
    }
  }

  /// The interview as it stood for somebody who had seen some of its acts.
  private func seen(_ saw: (EntryPlace) -> Bool) -> Interview {
    guard parallel != nil, !history.allSatisfy({ saw($0.stamp.place) }) else { return self }
    return replayed { saw($0.stamp.place) }
  }
}
