import Record

/// Whose interviews and issues are whose and which households are one, as the links of entries tell it: that stays
/// known when all that was said of them is gone.
public struct Belongings: Equatable, Sendable {
  private var owners: [InterviewID: HouseholdID] = [:]
  private var joins: [HouseholdID: HouseholdID] = [:]
  /// What each issue is about.
  private var concerns: [Subject: Subject] = [:]

  /// What some entries tie together; given in any order.
  ///
  /// An interview is the household's to which it was moved last, else the one for which it was begun; a
  /// household is the one into which it was joined last.
  public init(_ entries: some Sequence<Entry>) {
    var starts: [InterviewID: HouseholdID] = [:]
    for entry in entries.sorted() {
      if case .issue = entry.subject, entry.kind == "issueOpened", concerns[entry.subject] == nil {
        concerns[entry.subject] = entry.link
      }
      guard let link = HouseholdID(entry.link) else { continue }
      switch (entry.kind, entry.subject) {
      case ("interviewStarted", .interview(let id)):
        // Only the first counts, as in the interview itself.
        if starts[InterviewID(id)] == nil { starts[InterviewID(id)] = link }
      case ("moved", .interview(let id)): owners[InterviewID(id)] = link
      case ("householdJoined", .household(let id)): joins[HouseholdID(id)] = link
      default: continue
      }
    }
    owners.merge(starts) { moved, _ in moved }
  }

  /// All that goes with some households: the households that were found to be one of them, the
  /// interviews of them all, and what was opened about any of these.
  public func all(of households: Set<HouseholdID>) -> Set<Subject> {
    var all = households
    for household in joins.keys where leads(household, to: households) { all.insert(household) }
    let interviews = owners.filter { all.contains($0.value) }.keys
    let subjects = Set(all.map(\.subject)).union(interviews.map(\.subject))
    return subjects.union(concerns.filter { subjects.contains($0.value) }.keys)
  }

  private func leads(_ household: HouseholdID, to households: Set<HouseholdID>) -> Bool {
    var passed: Set<HouseholdID> = []
    var next: HouseholdID? = household
    while let at = next, passed.insert(at).inserted {
      if households.contains(at) { return true }
      next = joins[at]
    }
    return false
  }
}
