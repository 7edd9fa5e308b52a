import Fieldwork
import JSONText
import Record

/// A household as it stood when its file was written: from the entries that the file says it was made of.
struct PastHousehold {
  private let bySubject: [Subject: [Entry]]
  private let entries: [EntryID: Entry]
  private let causality: Causality
  private let roles: TeamRoles

  init(_ entries: [Entry], _ causality: Causality, _ roles: TeamRoles) {
    bySubject = Dictionary(grouping: entries, by: \.subject)
    self.entries = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    self.causality = causality
    self.roles = roles
  }

  /// Whether an entry is one about a subject.
  func knows(_ last: String, of subject: Subject) -> Bool {
    bySubject[subject]?.contains { $0.id.rawValue == last } ?? false
  }

  /// Folds what is about each subject up to its last entry.
  func file(
    _ id: HouseholdID, _ reads: [(subject: Subject, last: String)], _ json: JSON
  ) -> HouseholdCase {
    var household = Household(id: id)
    var others: [Household] = []
    var interviews: [Interview] = []
    var issues: [IssueID: [Entry]] = [:]
    for (subject, last) in reads {
      switch subject {
      case .household(id.rawValue):
        for entry in about(subject, last) { household.apply(entry, causality, roles) }
      case .household(let name):
        var other = Household(id: HouseholdID(name))
        for entry in about(subject, last) { other.apply(entry, causality, roles) }
        others.append(other)
      case .interview(let name):
        interviews.append(
          Interview(id: InterviewID(name), entries: about(subject, last), causality, roles))
      case .issue(let name): issues[IssueID(name)] = about(subject, last)
      default: break
      }
    }
    let claims = Set((json["claims"]?.members ?? []).map(\.key))
    var file = HouseholdCase(
      household: household, interviews: interviews.filter { !claims.contains($0.id.rawValue) },
      joined: others, issues: issues, causality, roles)
    file.claims = interviews.filter { claims.contains($0.id.rawValue) }
    file.doors = (json["conflicts"]?.array ?? []).compactMap(doors)
    return file
  }

  private func about(_ subject: Subject, _ last: String) -> [Entry] {
    let all = bySubject[subject] ?? []
    let end = last.isEmpty ? nil : all.firstIndex { $0.id.rawValue == last }
    return end.map { Array(all[...$0]) } ?? []
  }

  /// A conflict about doors, which no file of one household tells by itself: as the file names it, where the
  /// entries that it names say so.
  private func doors(_ json: JSON) -> Conflict? {
    guard json["about"]?.string == "households" else { return nil }
    let ids = (json["households"]?.array ?? []).compactMap { $0.string.map { HouseholdID($0) } }
    let tips = (json["tips"]?.array ?? []).compactMap(tip)
    guard let first = ids.first else { return nil }
    return Conflict(
      kind: .households(ids), subject: .household(first.rawValue), household: first, tips: tips)
  }

  private func tip(_ json: JSON) -> Tip? {
    guard let id = json["entry"]?.string.flatMap(EntryID.init(rawValue:)), let entry = entries[id]
    else { return nil }
    let household = json["household"]?.string.map { HouseholdID($0) }
    switch (Fact(entry), household) {
    case (.householdEnrolled, let household?) where entry.subject == .household(household.rawValue):
      return Tip(stamp: Stamp(entry), act: .enrolled(household))
    case (.householdJoined(let other, _), let household?)
    where entry.subject == .household(household.rawValue):
      return Tip(
        stamp: Stamp(entry), act: .joined(household, into: other), isDecision: true)
    case (.settled, nil): return Tip(stamp: Stamp(entry), act: .areTwo, isDecision: true)
    case (.settled, let household?):
      guard let other = json["into"]?.string else { return nil }
      return Tip(
        stamp: Stamp(entry), act: .joined(household, into: HouseholdID(other)), isDecision: true)
    default: return nil
    }
  }
}
