import Fieldwork
import FormEngine
import Record

/// The entries that begin an interview, a visit, or both.
public enum InterviewOpening {
  /// Begins an interview of a household: what it is bound to, what the register and the form's
  /// defaults bring, and the first visit; one write.
  ///
  /// The register's values come in only where the form's column `prefill` says so, and stay
  /// unconfirmed until someone says them at the door. With `head` in that column a member of whom
  /// the register says nothing is taken to be as the head of the household; with `stated` the value
  /// counts as said, since the household was just recognised by it.
  public static func begin(
    _ file: HouseholdCase, start: InterviewStart, interview: InterviewID, visit: VisitID,
    village: String, definition: FormDefinition, now: String
  ) -> [EntryDraft] {
    let subject = Subject.interview(interview.rawValue)
    var instance = FormInstance(
      definition, today: start.date, now: now, random: InterviewSession.chance(interview),
      creating: true, newRowID: { interview.rawValue })
    var rows: [RosterRow] = []
    if let roster = definition.node(named: HouseholdCase.memberRoster) {
      let address = NodeAddress(node: roster, rows: [])
      for row in instance.rows(address) { instance.removeRow(address, id: row) }
      for member in file.members() where member.removal == nil {
        instance.addRow(address, id: member.id.rawValue)
        rows.append(RosterRow(roster: HouseholdCase.memberRoster, rows: [member.id.rawValue]))
      }
    }
    let head = file.head()
    let stated: [String: String] = [
      "c_village": village, "c_round": start.round, "c_date": start.date,
    ]
    for node in definition.nodes {
      guard case .question = node.kind, let source = node.attributes["prefill"], !source.isEmpty
      else { continue }
      if node.repeats.isEmpty {
        if let value = stated[node.name] ?? file.fact(node.name)?.value, !value.isEmpty {
          take(value, at: NodeAddress(node: node.index), in: &instance)
        }
        continue
      }
      for member in file.members() where member.removal == nil {
        var value = member[node.name]
        if value.isEmpty, source == "head" { value = head?[node.name] ?? "" }
        if !value.isEmpty {
          take(value, at: NodeAddress(node: node.index, rows: [member.id.rawValue]), in: &instance)
        }
      }
    }
    var taken: [GivenAnswer] = []
    var said: [GivenAnswer] = []
    for address in instance.answeredAddresses() {
      let node = definition.nodes[address.node]
      let answer = GivenAnswer(
        AnswerKey(definition.key(of: address.node), rows: address.rows), instance.value(address),
        special: instance.special(address)?.rawValue)
      if node.attributes["prefill"] == "stated" {
        said.append(answer)
      } else {
        taken.append(answer)
      }
    }
    var facts: [Fact] = [.interviewStarted(start), .prefilled(rows: rows, answers: taken)]
    if !said.isEmpty { facts.append(.answered(said, reversal: nil, nil)) }
    facts.append(.visitStarted(visit, cleared: []))
    return facts.map { $0.draft(of: subject) }
  }

  /// A value the form would refuse is left for the interviewer to ask: a register may be wrong.
  private static func take(
    _ value: String, at address: NodeAddress, in instance: inout FormInstance
  ) {
    instance.load(address, value)
    switch instance.constraint(address) {
    case .fail: instance.load(address, "")
    default: break
    }
  }

  /// Begins another visit in an interview: the last visit's result is set aside, and so is a refusal
  /// or absence, so that both are asked again.
  ///
  /// A visit that was never ended gets no end by it: nobody knows when that was.
  ///
  /// An interview of which nothing was asked yet takes the date of today; one that was begun keeps
  /// its own, so that ages and skips do not drift between two visits.
  public static func revisit(
    _ interview: Interview, visit: VisitID, today: String
  ) -> [EntryDraft] {
    var cleared: [AnswerKey] = []
    for question in [VisitQuestion.result, VisitQuestion.next]
    where !interview.value(question).isEmpty { cleared.append(AnswerKey(question)) }
    let consent = interview.value(VisitQuestion.consent)
    if !consent.isEmpty, consent != "yes" { cleared.append(AnswerKey(VisitQuestion.consent)) }
    let subject = Subject.interview(interview.id.rawValue)
    let date = consent == "yes" ? nil : today
    return [Fact.visitStarted(visit, cleared: cleared, date: date).draft(of: subject)]
  }

  /// What is to be done with a household's interview when its door is chosen.
  public enum Step: Equatable, Sendable {
    /// There is none: check that it is the right household, then begin.
    case begin
    /// It goes on as it is: the lid was closed in the middle, or it was opened again to correct it.
    case resume
    /// It goes on in a new visit.
    case revisit
    /// It is complete: it can be looked at, and opened again with a reason.
    case completed
  }

  /// Tells the step for a household on a day.
  public static func step(for file: HouseholdCase, today: String) -> Step {
    guard let interview = file.current else { return .begin }
    if interview.isCompleted { return .completed }
    if interview.isBeingCorrected { return .resume }
    guard let visit = interview.openVisit else { return .revisit }
    return visit.start.day == today ? .resume : .revisit
  }
}

extension FormInstance {
  /// Where an answer is stored: every question with a value, in the form's order and the rows'.
  func answeredAddresses() -> [NodeAddress] {
    definition.nodes.flatMap { node -> [NodeAddress] in
      guard case .question = node.kind else { return [] }
      return rowPaths(of: node.repeats[...], within: [])
        .map { NodeAddress(node: node.index, rows: $0) }
        .filter { !value($0).isEmpty }
    }
  }

  private func rowPaths(of repeats: ArraySlice<Int>, within rows: [RowID]) -> [[RowID]] {
    guard let first = repeats.first else { return [rows] }
    return self.rows(NodeAddress(node: first, rows: rows)).flatMap {
      rowPaths(of: repeats.dropFirst(), within: rows + [$0])
    }
  }
}
