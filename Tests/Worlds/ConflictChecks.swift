import Fieldwork
import FormEngine
import Record
import RecordFiles
import SimulatedLaptops
import Station

/// Holds the conflicts that the program reports against those of the slow model, and every "met"
/// against the people who gave the interview.
struct ConflictChecks {
  private let world: World

  init(_ world: World) { self.world = world }

  func check(_ laptop: Laptop) throws {
    let (_, files, desk) = try laptop.opened()
    let counting = Set(try files.entries().map(\.id))
    let record = SlowRecord(
      laptop.disk, crypto: world.surroundings.crypto, counts: counting,
      causality: try files.causality())
    var interviews: [InterviewID: HouseholdID] = [:]
    var placed: [InterviewID: HouseholdID] = [:]
    let cases = try desk.files()
    for file in cases.values {
      for interview in file.interviews { placed[interview.id] = file.household.id }
      for interview in file.interviews where file.owns(interview) {
        interviews[interview.id] = file.household.id
      }
    }
    let listed = Set(desk.village.households.keys)
    let model = SlowModel(
      record: record, interviews: interviews.filter { listed.contains($0.value) },
      placed: placed, isListed: { listed.contains($0) }, root: desk.village.root(of:),
      idle: Set(
        cases.values.flatMap(\.interviews).flatMap(\.review.withoutRight).map(\.stamp.entry)))
    let open = try desk.conflicts()
    let reported = Set(open.compactMap(Self.line))
    world.tally.decidedApart = open.count { $0.tips.count(where: \.isDecision) > 1 }
    let moves = model.openMoves()
    world.tally.movedApart = moves.count
    let expected = model.conflicts()
    world.tally.conflicts = expected.count
    let all = files.limits
    files.limits = EntryLimits()
    world.tally.heldApart = try files.entries().count - counting.count
    files.limits = all
    guard reported == expected else {
      throw WorldFailure(
        promise: "conflicts are those of the slow model",
        found: "only reported: \(reported.subtracting(expected).sorted())\n"
          + "only in the model: \(expected.subtracting(reported).sorted())")
    }
    try ReviewChecks(world, laptop).check(
      cases.values.filter { listed.contains($0.household.id) },
      Array(desk.village.issues.values))
    for file in cases.values.sorted(by: { $0.household.id < $1.household.id })
    where listed.contains(file.household.id) {
      try checkMet(file, record, desk)
      try checkMoves(
        file, moves.filter { $0.value.doors.contains(file.household.id) }, record, desk)
    }
  }

  /// While it is open at which door an interview was made it makes nobody meet anything, neither where
  /// it stands nor where it would take the place of what stands; and neither does an interview in which
  /// somebody may be missing who is open in an earlier one.
  private func checkMoves(
    _ file: HouseholdCase, _ moves: [InterviewID: SlowModel.OpenMove], _ record: SlowRecord,
    _ desk: VillageDesk
  ) throws {
    guard let current = file.current else { return }
    func start(_ id: InterviewID) -> Entry? {
      record.entries.first {
        $0.subject == .interview(id.rawValue) && $0.kind == "interviewStarted"
      }
    }
    let isInQuestion = moves.keys.contains { id in
      guard let own = start(current.id), let other = start(id) else { return true }
      return id == current.id || own < other
    }
    let mayLackSomeone = file.interviews.contains { earlier in
      earlier.id != current.id && file.owns(earlier)
        && earlier.conflicts.contains { conflict in
          guard case .row(let row) = conflict.kind else { return false }
          return !current.rows.contains { $0.row.id == row.id }
        }
    }
    guard isInQuestion || mayLackSomeone else { return }
    let verdicts = try desk.refreshed(file.household.id).findings?.verdicts ?? [:]
    let met = verdicts.filter { $0.value == .met }.keys.sorted()
    guard met.isEmpty else {
      throw WorldFailure(
        promise: "nothing is met by an interview that may be another household's",
        found: "\(met) of \(file.household.id) in \(current.id)")
    }
  }

  /// As the slow model tells it; nil for kinds that it does not look for.
  private static func line(_ conflict: Conflict) -> String? {
    let entries = conflict.tips.map(\.stamp.entry)
    guard case .interview(let id) = conflict.subject else {
      switch conflict.kind {
      case .village(let field): return SlowModel.line("village \(field.rawValue)", entries)
      case .households(let ids): return doors(conflict, ids, entries)
      case .interviews(let ids):
        let began = conflict.tips.filter { if case .began = $0.act { true } else { false } }
        guard began.isEmpty else { return SlowModel.line("interviews", entries) }
        let pair = ids.map(\.rawValue).sorted()
        return ids.count == 2 ? SlowModel.line("decided \(pair[0]) \(pair[1])", entries) : nil
      default: return "\(conflict)"
      }
    }
    switch conflict.kind {
    case .answer(let key):
      let name = ([key.question] + key.rows).joined(separator: " ")
      return SlowModel.line("answer \(id) \(name)", entries)
    case .row(let row): return SlowModel.line("row \(id) \(row.id)", entries)
    case .completion:
      let completed = conflict.tips.filter { if case .completed = $0.act { true } else { false } }
      return SlowModel.line("completion \(id)", completed.map(\.stamp.entry))
    case .move: return SlowModel.line("move \(id)", entries)
    case .approval: return nil
    default: return "\(conflict)"
    }
  }

  private static func doors(
    _ conflict: Conflict, _ ids: [HouseholdID], _ entries: [EntryID]
  ) -> String? {
    guard conflict.tips.allSatisfy(\.isDecision) else { return SlowModel.line("doors", entries) }
    let joined = conflict.tips.compactMap { tip -> HouseholdID? in
      if case .joined(let one, _) = tip.act { one } else { nil }
    }
    if Set(joined).count == 1, joined.count == conflict.tips.count {
      return SlowModel.line("joined \(joined[0])", entries)
    }
    return ids.count == 2 ? SlowModel.line("decided \(ids[0]) \(ids[1])", entries) : nil
  }

  private static let prefixes = ["water": "w_", "medical": "m_", "housing": "h_"]

  /// No domain is met that nobody gave so, and none over which a conflict is open.
  private func checkMet(_ file: HouseholdCase, _ record: SlowRecord, _ desk: VillageDesk) throws {
    guard let interview = file.current, interview.isCompleted else { return }
    let verdicts = try desk.refreshed(file.household.id).findings?.verdicts ?? [:]
    let form = world.surroundings.form
    func fail(_ domain: String, _ found: String) -> WorldFailure {
      WorldFailure(
        promise: "no interview is met that nobody gave",
        found: "\(domain) of \(file.household.id) in \(interview.id): \(found)")
    }
    // Of several interviews the last counts; a question left open in an earlier one is no part of it.
    // Which of several earlier ones counts is neither.
    let order = file.interviews.map(\.id)
    let open = file.conflicts.filter { conflict in
      if case .interviews(let ids) = conflict.kind {
        let own = order.firstIndex(of: interview.id) ?? 0
        return ids.contains { order.firstIndex(of: $0) ?? 0 >= own }
      }
      // Whether an interview is approved says nothing of its answers.
      if conflict.kind == .approval { return false }
      guard case .interview(let id) = conflict.subject else { return true }
      return id == interview.id.rawValue
    }
    if verdicts["household"] == .met, !open.isEmpty {
      throw fail("household", "met with \(open.count) conflicts open")
    }
    let about = record.entries.filter { $0.subject == .interview(interview.id.rawValue) }
    let views = about.filter { $0.kind == "completed" }.map { completion in
      Interview(
        id: interview.id,
        entries: about.filter { $0.id == completion.id || record.saw(completion, $0) },
        record.causality)
    }
    for (domain, prefix) in Self.prefixes where verdicts[domain] == .met {
      world.tally.met += 1
      for conflict in interview.conflicts {
        if case .answer(let key) = conflict.kind, key.question.hasPrefix(prefix) {
          throw fail(domain, "met while \(key.question) is in conflict")
        }
      }
      let standing = Self.said(interview, prefix)
      let wasGiven = views.contains { view in
        HouseholdJudgement(view, definition: form).verdicts[domain] == .met
          && Self.said(view, prefix) == standing
      }
      if !wasGiven { throw fail(domain, "met, and nobody who completed it gave it so") }
    }
  }

  /// What stands in the answers of a domain, of rows that stand.
  private static func said(_ interview: Interview, _ prefix: String) -> [AnswerKey: String] {
    let rows = Set(interview.standingRows(of: WorldForm.roster).map(\.id))
    return interview.answers.filter { key, answer in
      key.question.hasPrefix(prefix) && !answer.value.isEmpty
        && key.rows.allSatisfy(rows.contains)
    }.mapValues(\.value)
  }
}
