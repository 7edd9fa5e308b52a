import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// Adds a row to a roster with an answer to its first question, such as a name.
  public mutating func addRow(
    to roster: NodeAddress, id: MembershipID, first value: String, now: Int
  ) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    var candidate = instance
    let defaults = candidate.addRow(roster, id: id.rawValue)
    let rows = roster.rows + [id.rawValue]
    var answers = defaults.map { given($0, candidate) }
    if let first = firstQuestion(of: roster), !value.isEmpty {
      let address = NodeAddress(node: first, rows: rows)
      let result = candidate.set(address, value)
      if let refusal = refusal(result) { return .refused(refusal) }
      answers.append(GivenAnswer(key(address), candidate.value(address)))
      answers += result.also.map { given($0, candidate) }
    }
    pending = Pending(
      instance: candidate, place: nil, changed: answers.compactMap { self.address($0.key) })
    let row = RosterRow(roster: definition.key(of: roster.node), rows: rows)
    let paradata = Paradata(shown: shownAt, answered: now, before: events)
    return .record([
      Fact.rowAdded(row, answers: answers, reversal: nil, paradata).draft(of: subject)
    ])
  }

  /// Strikes a row from a roster with a reason; it stays in the record.
  public mutating func removeRow(
    _ id: String, from roster: NodeAddress, reason: String, now: Int
  ) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    guard !reason.isEmpty else { return .refused(.noReason) }
    var candidate = instance
    let lost = candidate.removeRow(roster, id: id)
    pending = Pending(
      instance: candidate, place: .stop(.roster(roster)), changed: lost.map(\.address))
    let row = RosterRow(roster: definition.key(of: roster.node), rows: roster.rows + [id])
    let paradata = Paradata(shown: shownAt, answered: now, before: events)
    var facts: [Fact] = [.rowRemoved(row, reason: reason, reversal: nil, paradata)]
    if !lost.isEmpty {
      // Answers that chose this row are no longer offered, and so no longer stand.
      let changes = lost.map { given($0, candidate) }
      facts.append(.answered(changes, reversal: nil, nil))
    }
    return .record(facts.map { $0.draft(of: subject) })
  }

  /// The first question inside a repeat: what a row is known by.
  public func firstQuestion(of roster: NodeAddress) -> Int? {
    func search(_ node: Int) -> Int? {
      for child in definition.nodes[node].children {
        switch definition.nodes[child].kind {
        case .question: return child
        case .group: if let found = search(child) { return found }
        default: continue
        }
      }
      return nil
    }
    return search(roster.node)
  }
}
