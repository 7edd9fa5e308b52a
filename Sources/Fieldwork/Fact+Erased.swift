import Record

extension Fact {
  /// What an entry still says whose body was erased, by its header alone: only where it is more careful
  /// to let it hold than to let it go.
  ///
  /// What was opened again or no longer approved stays so, an interview that was moved or set aside
  /// stays so, households that are one stay one, and a visit was made. That something was complete, said
  /// or approved, nobody may guess.
  static func afterErasure(_ entry: Entry) -> Fact? {
    switch entry.kind {
    case "reopened": return .reopened(reason: "")
    case "returned": return .returned([])
    case "unapproved": return .unapproved(reason: "")
    case "issueReopened": return .issueReopened(reason: "")
    case "moved": return HouseholdID(entry.link).map { .moved(to: $0) }
    case "householdJoined":
      return HouseholdID(entry.link).map { .householdJoined(into: $0, reason: "") }
    case "interviewSetAside":
      return InterviewID(entry.link).map { .interviewSetAside(for: $0, reason: "") }
    case "householdTaken": return .householdTaken
    case "householdGivenBack": return .householdGivenBack
    case "visitStarted":
      // What came of an earlier visit is not what came of this one.
      return .visitStarted(
        VisitID(ShortID.text(entry.id.bytes)),
        cleared: [VisitQuestion.result, VisitQuestion.next].map { AnswerKey($0) })
    case "visitEnded": return .visitEnded(VisitID(""), events: [])
    default: return nil
    }
  }
}
