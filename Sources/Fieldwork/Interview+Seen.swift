import Record

/// A finding on the screen: which, in what way, when and before whom.
public struct ViewedFinding: Equatable, Sendable {
  /// The finding, with the answers it hung on.
  public var finding: SeenFinding
  /// Whether it was shown during the interview; else when it was complete.
  public var atOnce: Bool
  /// Who saw it, when, on which laptop.
  public var stamp: Stamp
  /// What stood at its answers then, in their order; empty where nothing did.
  public var values: [String]
}

/// That an answer says something else than it did when a finding that hung on it was seen.
public struct ChangedAfterSeen: Equatable, Sendable {
  /// The finding as it was last seen before the change.
  public var seen: ViewedFinding
  /// The answer.
  public var key: AnswerKey
  /// What it said when the finding was seen, as XLSForm text.
  public var before: String
  /// What it was changed to; empty when it was taken away or its row was struck.
  public var after: String
  /// Who changed it, when, on which laptop.
  public var stamp: Stamp
}

extension Interview {
  mutating func see(
    _ findings: [SeenFinding], atOnce: Bool, _ stamp: Stamp, _ saw: ((EntryPlace) -> Bool)?
  ) {
    for finding in findings {
      seenFindings.append(
        ViewedFinding(
          finding: finding, atOnce: atOnce, stamp: stamp,
          values: finding.answers.map { standingValue($0, saw) }))
    }
  }

  /// Notes the seen findings that an act changed an answer of; `before` is what stood there.
  ///
  /// To say the same again is no change, and neither is to go back to what was seen.
  mutating func note(
    _ changes: [(key: AnswerKey, before: String, after: String)], _ stamp: Stamp,
    _ saw: ((EntryPlace) -> Bool)?
  ) {
    guard !seenFindings.isEmpty else { return }
    for change in changes where change.before != change.after {
      for seen in lastSeen(with: change.key, saw) {
        guard let place = seen.finding.answers.firstIndex(of: change.key),
          seen.values[place] != change.after
        else { continue }
        changedAfterSeen.append(
          ChangedAfterSeen(
            seen: seen, key: change.key, before: seen.values[place], after: change.after,
            stamp: stamp))
      }
    }
  }

  /// The answers of a row and of the rows in it, as changed by striking it.
  func struck(_ row: RosterRow) -> [(key: AnswerKey, before: String, after: String)] {
    answers.keys.sorted().filter { $0.rows.starts(with: row.rows) }
      .map { ($0, standingValue($0, nil), "") }
  }

  /// Each finding that hangs on an answer, as it was seen last.
  ///
  /// What was shown on another laptop that the act's writer knew nothing of did not steer them.
  private func lastSeen(
    with key: AnswerKey, _ saw: ((EntryPlace) -> Bool)?
  ) -> [ViewedFinding] {
    var found: [ViewedFinding] = []
    for seen in seenFindings where seen.finding.answers.contains(key) {
      if let saw, !saw(seen.stamp.place) { continue }
      let earlier = found.firstIndex {
        $0.finding.rule == seen.finding.rule && $0.finding.rows == seen.finding.rows
      }
      if let earlier { found[earlier] = seen } else { found.append(seen) }
    }
    return found
  }

  /// What an answer says, as far as someone had seen; empty where its row is struck.
  private func standingValue(_ key: AnswerKey, _ saw: ((EntryPlace) -> Bool)?) -> String {
    let isStruck = rows.contains {
      $0.removal != nil && key.rows.starts(with: $0.row.rows)
    }
    return isStruck ? "" : seenAnswer(key, saw)?.value ?? ""
  }
}
