import Fieldwork
import FormEngine
import Record
import RecordFiles
import Station

/// What a scenario asked for could not be done.
package struct Impossible: Error {
  /// What.
  package let what: String
}

// What a person does at a named door, for scenarios: the same as at random, but told exactly.
extension Laptop {
  /// Writes a household down at its door.
  package func enrol(_ group: String, _ number: Int, _ head: String) throws -> HouseholdID {
    let id = HouseholdID(random: surroundings.crypto.random)
    _ = try record(
      Enrolment.atDoor(
        id, group: group, number: number, head: head,
        member: MembershipID(random: surroundings.crypto.random)))
    return id
  }

  /// Begins an interview of a household.
  package func begin(_ household: HouseholdID) throws -> InterviewID {
    let desk = try opened().desk
    let interview = InterviewID(random: surroundings.crypto.random)
    let start = InterviewStart(
      household: household, round: desk.village.round, form: WorldForm.hash, date: clock.day,
      identityCheck: "confirmed")
    _ = try record(
      InterviewOpening.begin(
        try desk.file(of: household), start: start, interview: interview,
        visit: VisitID(random: surroundings.crypto.random), village: Self.code,
        definition: surroundings.form, now: clock.text))
    return interview
  }

  /// An interview as it stands here.
  package func interview(_ id: InterviewID) throws -> Interview {
    let desk = try opened().desk
    guard let household = desk.village.interviews[id],
      let found = try desk.file(of: household).interviews.first(where: { $0.id == id })
    else { throw Impossible(what: "\(name) has no interview \(id)") }
    return found
  }

  /// An interview as its session shows it.
  package func session(_ id: InterviewID) throws -> InterviewSession {
    InterviewSession(
      try interview(id), definition: surroundings.form, person: person, language: "zh")
  }

  /// Answers a question.
  package func say(
    _ interview: InterviewID, _ question: String, _ value: String, row: String? = nil
  ) throws {
    var session = try session(interview)
    guard let node = surroundings.form.node(named: question) else {
      throw Impossible(what: "no question \(question)")
    }
    let address = NodeAddress(node: node, rows: row.map { [$0] } ?? [])
    try write(session.answer(value, at: address, now: 1000), "\(question) = \(value)")
  }

  /// Answers all that makes every domain met, and says that it is done.
  package func sayAll(_ interview: InterviewID) throws {
    try say(interview, "c_consent", "yes")
    for row in try self.interview(interview).standingRows(of: WorldForm.roster) {
      try say(interview, "m_home", "home", row: row.id)
      try say(interview, "m_ins", "yes", row: row.id)
    }
    for (question, value) in [
      ("w_tap", "yes"), ("w_enough", "yes"), ("h_safe", "yes"), ("c_result", "done"),
    ] {
      try say(interview, question, value)
    }
  }

  /// Strikes a row from the roster of members.
  package func strike(_ row: String, from interview: InterviewID, reason: String = "mistake") throws
  {
    var session = try session(interview)
    guard let node = surroundings.form.node(named: WorldForm.roster) else { return }
    try write(
      session.removeRow(
        row, from: NodeAddress(node: node, rows: []), reason: reason, now: 1000), "strike")
  }

  /// Declares an interview complete.
  package func complete(_ interview: InterviewID) throws {
    var session = try session(interview)
    session.compare(with: try opened().desk.village)
    try write(session.complete(now: 1000), "complete")
  }

  /// Opens a completed interview again.
  package func reopen(_ interview: InterviewID, _ reason: String) throws {
    var session = try session(interview)
    try write(session.reopen(reason: reason), "reopen")
  }

  private func write(_ outcome: InterviewSession.Outcome, _ what: String) throws {
    switch outcome {
    case .record(let drafts): _ = try record(drafts)
    case .nothing: break
    case .refused(let refusal): throw Impossible(what: "\(name): \(what): \(refusal)")
    }
  }

  /// What an answer says here; empty where there is none.
  package func value(_ interview: InterviewID, _ question: String, row: String? = nil) throws
    -> String
  {
    let key = AnswerKey(question, rows: row.map { [$0] } ?? [])
    return try self.interview(interview).answers[key]?.value ?? ""
  }

  /// What the list says of a domain of a household; empty where nothing is said.
  package func verdict(_ household: HouseholdID, _ domain: String) throws -> String {
    let desk = try opened().desk
    try desk.settle()
    return try desk.refreshed(household).findings?.verdicts[domain]?.rawValue ?? ""
  }
}
