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
    let cases = try desk.files()
    for file in cases.values {
      for interview in file.interviews where file.owns(interview) {
        interviews[interview.id] = file.household.id
      }
    }
    let listed = Set(desk.village.households.keys)
    let model = SlowModel(
      record: record, interviews: interviews.filter { listed.contains($0.value) },
      isListed: { listed.contains($0) }, root: desk.village.root(of:))
    let reported = Set(try desk.conflicts().compactMap(Self.line))
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
    for file in cases.values.sorted(by: { $0.household.id < $1.household.id })
    where listed.contains(file.household.id) {
      try checkMet(file, record, desk)
    }
  }

  /// As the slow model tells it; nil for kinds that it does not look for.
  private static func line(_ conflict: Conflict) -> String? {
    let entries = conflict.tips.map(\.stamp.entry)
    guard case .interview(let id) = conflict.subject else {
      switch conflict.kind {
      case .village(let field): return SlowModel.line("village \(field.rawValue)", entries)
      case .households: return SlowModel.line("doors", entries)
      case .interviews:
        let began = conflict.tips.filter { if case .began = $0.act { true } else { false } }
        return began.isEmpty ? nil : SlowModel.line("interviews", entries)
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
    default: return "\(conflict)"
    }
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
    let open = file.conflicts.filter { conflict in
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
