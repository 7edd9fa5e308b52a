import Fieldwork
import FormEngine
import Record
import SeededRandom
import Station

// What a person does at a door. Each tells in a few words what was done, or nil when there was
// nothing to do.
extension Laptop {
  /// Writes drafts as the person at the keyboard, and remembers what was acknowledged.
  package func record(_ drafts: [EntryDraft]) throws -> String {
    let entries = try opened().desk.append(drafts, person: person)
    acknowledged += entries
    let range = [entries.first?.sequence, entries.last?.sequence].compactMap { $0 }
    return "[\(range.map(String.init).joined(separator: "-"))]"
  }

  private func record(
    _ outcome: InterviewSession.Outcome, _ words: String
  ) throws -> String? {
    switch outcome {
    case .record(let drafts): return try words + " " + record(drafts)
    case .refused(.constraint), .refused(.notAChoice): return nil
    case .refused, .nothing: return nil
    }
  }

  /// The households in the list, in order.
  package func households() throws -> [HouseholdID] {
    try opened().desk.village.households.keys.sorted()
  }

  /// The interviews that are here, in order.
  package func interviews(_ isWanted: (Interview) -> Bool) throws -> [Interview] {
    let desk = try opened().desk
    return try desk.village.households.keys.sorted().flatMap { household in
      try desk.file(of: household).interviews.filter {
        $0.household == household && $0.start != nil && isWanted($0)
      }
    }
  }

  private func session(
    _ random: inout SplitMix64, _ isWanted: (Interview) -> Bool = { !$0.isCompleted }
  ) throws -> InterviewSession? {
    guard let interview = random.one(of: try interviews(isWanted)) else { return nil }
    return InterviewSession(
      interview, definition: surroundings.form, person: person, language: "zh")
  }

  package func openDoor(_ random: inout SplitMix64) throws -> String? {
    guard let household = random.one(of: try households()) else { return nil }
    let desk = try opened().desk
    let file = try desk.file(of: household)
    let visit = VisitID(random: surroundings.crypto.random)
    switch InterviewOpening.step(for: file, today: clock.day) {
    case .begin:
      let interview = InterviewID(random: surroundings.crypto.random)
      let start = InterviewStart(
        household: household, round: desk.village.round, form: WorldForm.hash, date: clock.day,
        identityCheck: "confirmed")
      let drafts = InterviewOpening.begin(
        file, start: start, interview: interview, visit: visit, village: Self.code,
        definition: surroundings.form, now: clock.text)
      return "begins \(Self.short(interview)) of \(Self.short(household)) " + (try record(drafts))
    case .revisit:
      guard let interview = file.current else { return nil }
      let drafts = InterviewOpening.revisit(interview, visit: visit, today: clock.day)
      return "visits again in \(Self.short(interview.id)) " + (try record(drafts))
    case .resume, .completed: return nil
    }
  }

  /// Answers a question on the way; `again` one that was answered already, `special` with a state.
  package func answer(
    _ random: inout SplitMix64, again: Bool = false, special: Bool = false
  ) throws -> String? {
    guard var session = try session(&random) else { return nil }
    var words: [String] = []
    let count = again || special ? 1 : 1 + random.below(4)
    for _ in 0..<count {
      guard let said = try answerNext(&session, &random, again: again, special: special) else {
        break
      }
      words.append(said)
    }
    return words.isEmpty
      ? nil : "says \(Self.short(session.interview.id)) " + words.joined(separator: ", ")
  }

  /// Answers one question in a session; nil where there is none or the form refuses.
  private func answerNext(
    _ session: inout InterviewSession, _ random: inout SplitMix64, again: Bool = false,
    special: Bool = false, inOrder: Bool = false
  ) throws -> String? {
    var addresses: [NodeAddress] = []
    for stop in session.stops {
      guard case .question(let address) = stop, !session.instance.isReadOnly(address),
        !again || session.isConfirmed(address)
      else { continue }
      addresses.append(address)
    }
    // People ask in order, mostly.
    let open = addresses.first { !session.isConfirmed($0) && session.instance.isRequired($0) }
    let chosen =
      inOrder
      ? open
      : again || open == nil || random.chance(25)
        ? random.one(of: addresses) : open
    guard let address = chosen else { return nil }
    let name = surroundings.form.nodes[address.node].name
    let value = Self.value(for: name, special: special, &random)
    guard case .record(let drafts) = session.answer(value, at: address, now: 1000) else {
      return nil
    }
    let entries = try opened().desk.append(drafts, person: person)
    acknowledged += entries
    session.recorded(entries, now: 1000)
    let row = address.rows.last.map { "(\($0.prefix(4)))" } ?? ""
    return "\(name)\(row)='\(value)'[\(entries.first?.sequence ?? 0)]"
  }

  package static func value(for question: String, special: Bool, _ random: inout SplitMix64)
    -> String
  {
    if random.chance(3) { return "" }
    switch question {
    case "c_consent": return random.chance(92) ? "yes" : "no"
    case "c_group": return "\(1 + random.below(2))组"
    case "c_hh_no": return "\(1 + random.below(4))"
    case "c_date": return "2026-11-2\(random.below(3))"
    case "m_name": return ["甲", "乙", "丙"][random.below(3)]
    case "m_rel": return random.chance(60) ? "02" : "10"
    case "m_home": return random.chance(80) ? "home" : ["out", "dead"][random.below(2)]
    case "w_min":
      return special ? ["-8", "-9"][random.below(2)] : "\([5, 15, 25, 45][random.below(4)])"
    case "h_rooms": return "\(1 + random.below(3))"
    case "c_result": return random.chance(75) ? "done" : ["part", "refused"][random.below(2)]
    case "c_next": return "2026-12-01"
    default: return special ? "unk" : random.chance(75) ? "yes" : "no"
    }
  }

  package func addRow(_ random: inout SplitMix64) throws -> String? {
    guard var session = try session(&random), let roster = roster(session) else { return nil }
    let id = MembershipID(random: surroundings.crypto.random)
    let name = Self.value(for: "m_name", special: false, &random)
    return try record(
      session.addRow(to: roster, id: id, first: name, now: 1000),
      "adds \(Self.short(id)) \(name) to \(Self.short(session.interview.id))")
  }

  package func strikeRow(_ random: inout SplitMix64) throws -> String? {
    guard var session = try session(&random), let roster = roster(session),
      let row = random.one(of: session.instance.rows(roster))
    else { return nil }
    let reason = ["died", "mistake"][random.below(2)]
    return try record(
      session.removeRow(row, from: roster, reason: reason, now: 1000),
      "strikes \(row.prefix(4)) from \(Self.short(session.interview.id)), \(reason)")
  }

  private func roster(_ session: InterviewSession) -> NodeAddress? {
    surroundings.form.node(named: WorldForm.roster).flatMap { node in
      let address = NodeAddress(node: node, rows: [])
      return session.instance.isRelevant(address) ? address : nil
    }
  }

  package func undo(_ random: inout SplitMix64, redo: Bool) throws -> String? {
    guard var session = try session(&random) else { return nil }
    let outcome = redo ? session.redo(now: 1000) : session.undo(now: 1000)
    return try record(
      outcome, (redo ? "redoes" : "undoes") + " in \(Self.short(session.interview.id))")
  }

  package func remark(_ random: inout SplitMix64) throws -> String? {
    guard var session = try session(&random, { _ in true }),
      case .question(let address)? = random.one(of: session.stops)
    else { return nil }
    return try record(
      session.remark("看过 \(random.below(9))", at: address, now: 1000),
      "remarks in \(Self.short(session.interview.id))")
  }

  package func endVisit(_ random: inout SplitMix64) throws -> String? {
    guard var session = try session(&random) else { return nil }
    return try record(
      session.endVisit(now: 1000), "ends the visit in \(Self.short(session.interview.id))")
  }

  /// Mostly asks what is left, says that all is done, and declares the interview complete.
  package func complete(_ random: inout SplitMix64) throws -> String? {
    guard var session = try session(&random) else { return nil }
    var words: [String] = []
    if random.chance(70) {
      for _ in 0..<30 {
        guard let said = try answerNext(&session, &random, inOrder: true) else { break }
        words.append(said)
      }
    }
    if let node = surroundings.form.node(named: VisitQuestion.result),
      !VisitResult.isFinal(session.interview.value(VisitQuestion.result)),
      case .record(let drafts) = session.answer("done", at: NodeAddress(node: node), now: 1000)
    {
      let entries = try opened().desk.append(drafts, person: person)
      acknowledged += entries
      session.recorded(entries, now: 1000)
    }
    words.insert("completes \(Self.short(session.interview.id)),", at: 0)
    session.compare(with: try opened().desk.village)
    return try record(session.complete(now: 1000), words.joined(separator: " "))
  }

  package func reopen(_ random: inout SplitMix64) throws -> String? {
    guard var session = try session(&random, { $0.isCompleted }) else { return nil }
    return try record(
      session.reopen(reason: "check"), "opens \(Self.short(session.interview.id)) again")
  }

  package func seeFindings(_ random: inout SplitMix64) throws -> String? {
    guard let session = try session(&random, { $0.isCompleted }),
      let draft = session.seen(session.judged().findings(), atOnce: false)
    else { return nil }
    return "sees findings of \(Self.short(session.interview.id)) " + (try record([draft]))
  }

  package static func short(_ id: some CustomStringConvertible) -> String {
    String(id.description.prefix(4))
  }
}
