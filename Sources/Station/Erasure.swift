import Fieldwork
import Record

/// The entries by which something is erased.
public enum Erasure {
  /// Erases everything about a household: its interviews too, and what was written at its other doors.
  ///
  /// They are not named: what goes with it is known by its links, those too that nobody here has seen.
  public static func household(_ file: HouseholdCase, reason: String) -> [EntryDraft] {
    let subjects = [file.household.id.subject]
    return [Fact.erased(entries: [], subjects: subjects, reason: reason).draft(of: .village)]
  }

  /// Erases single entries.
  ///
  /// What stood before such an answer stands again, and nobody has looked at it since: a completed
  /// interview is opened again, so that someone declares it complete as it is then.
  public static func entries(
    _ entries: [Entry], in desk: VillageDesk, reason: String
  ) throws -> [EntryDraft] {
    var drafts = [
      Fact.erased(entries: entries.map(\.id), subjects: [], reason: reason).draft(of: .village)
    ]
    var reopened: Set<Subject> = []
    for entry in entries {
      guard case .interview(let name) = entry.subject,
        let household = desk.village.interviews[InterviewID(name)],
        let interview = try desk.file(of: household).interviews.first(where: {
          $0.id.rawValue == name
        }),
        interview.isCompleted,
        interview.history.contains(where: { $0.stamp.entry == entry.id && $0.changesAnswers }),
        reopened.insert(entry.subject).inserted
      else { continue }
      drafts.append(Fact.reopened(reason: reason).draft(of: entry.subject))
    }
    return drafts
  }
}

extension Act {
  /// Whether an interview says something else without it.
  fileprivate var changesAnswers: Bool {
    switch fact {
    case .answered, .prefilled, .rowAdded, .rowRemoved, .settled, .visitStarted: true
    default: false
    }
  }
}
