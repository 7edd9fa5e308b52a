import Fieldwork
import FormEngine
import Record

extension VillageDesk {
  /// Everything that people did side by side and nobody has decided yet: the village's own first, then by
  /// household.
  public func conflicts() throws -> [Conflict] {
    var found = village.conflicts
    guard village.households.values.contains(where: { $0.conflicts > 0 }) else { return found }
    for summary in HouseholdQuery().ordered(village) where summary.conflicts > 0 {
      found += try file(of: summary.id).conflicts.filter { $0.doors.isEmpty }
    }
    return found
  }

  /// Whether a conflict bears on what is asked, so that each side is to be looked at as a whole.
  public func steers(_ conflict: Conflict) throws -> Bool {
    guard let (interview, definition) = try interview(of: conflict) else { return false }
    switch conflict.kind {
    case .answer(let key):
      return interview.start != nil
        && definition.node(named: key.question).map(definition.steers) ?? false
    default: return false
    }
  }

  /// The sides of a conflict in an answer or a row, as each of them had the interview: in the order of
  /// the conflict's tips.
  ///
  /// None for other conflicts, or where the form is not here. `language` is that of the labels; the form's own where it is nil.
  public func branches(of conflict: Conflict, language: String? = nil) throws -> [ConflictBranch] {
    switch conflict.kind {
    case .answer, .row: break
    default: return []
    }
    guard let (joined, definition) = try interview(of: conflict) else { return [] }
    let entries = try store.entriesOf([conflict.subject])
    let causality = try causality()
    let sides = conflict.tips.enumerated().map { index, tip -> Interview in
      let others = conflict.tips.indices.filter { $0 != index }.map {
        conflict.tips[$0].stamp.place
      }
      // The side is what this tip's journal had in the end, before it knew of any of the others.
      let head =
        entries.last { entry in
          entry.place.journal == tip.stamp.place.journal
            && entry.sequence >= tip.stamp.place.sequence
            && !others.contains { causality.saw(entry.place, $0) }
        }?.place ?? tip.stamp.place
      return Interview(
        id: joined.id,
        entries: entries.filter { $0.place == head || causality.saw(head, $0.place) }, causality)
    }
    var comparison = BranchComparison(
      conflict, joined: joined, sides: sides, definition: definition,
      language: language ?? definition.defaultLanguage)
    return comparison.branches()
  }

  /// The entries that settle a conflict as a person chose; none where the choice means nothing to it.
  public func settle(
    _ conflict: Conflict, choosing choice: ConflictChoice
  ) throws -> [EntryDraft] {
    let entries = conflict.tips.map(\.stamp.entry)
    // Over when somebody who knows both approves or returns it.
    if case .approval = conflict.kind { return [] }
    let asItStands = [Fact.settled(entries, answers: []).draft(of: conflict.settledUnder)]
    switch (choice, conflict.kind) {
    case (.asItStands, _): return asItStands
    case (.tip(let index), _) where !conflict.tips.indices.contains(index): return []
    case (.tip(let index), .answer(let key)):
      guard case .answered(_, let value, let special) = conflict.tips[index].act else { return [] }
      let given = GivenAnswer(key, value, special: special)
      if try steers(conflict) {
        let branches = try branches(of: conflict)
        if branches.indices.contains(index) {
          return [draft(conflict, branches[index].answers)]
        }
      }
      return [draft(conflict, try following(given, conflict))]
    case (.value(let value, let special), .answer(let key)):
      let given = GivenAnswer(key, value, special: special)
      return [draft(conflict, try following(given, conflict))]
    case (.tip(let index), .row(let row)):
      let fact: Fact
      if case .struck(let reason) = conflict.tips[index].act {
        fact = .rowRemoved(row, reason: reason, reversal: nil, nil)
      } else {
        fact = .rowAdded(row, answers: [], reversal: nil, nil)
      }
      return [fact.draft(of: conflict.subject)]
    case (.tip, .completion): return asItStands
    case (.tip, .approval): return []
    case (.tip(let index), .interviews(let ids)):
      switch conflict.tips[index].act {
      case .began(let chosen):
        return ids.filter { $0 != chosen }.map {
          Fact.interviewSetAside(for: chosen, reason: "").draft(of: .interview($0.rawValue))
        }
      case .setAside(let id, let other):
        return [Fact.interviewSetAside(for: other, reason: "").draft(of: .interview(id.rawValue))]
      default: return []
      }
    case (.tip(let index), .households(let ids)):
      guard case .enrolled(let chosen) = conflict.tips[index].act else { return [] }
      return ids.filter { $0 != chosen }.map {
        Fact.householdJoined(into: chosen, reason: "").draft(of: .household($0.rawValue))
      }
    case (.tip(let index), .village):
      switch conflict.tips[index].act {
      case .round(let round):
        return [Fact.villageNamed(name: village.name, round: round).draft(of: .village)]
      case .standard(let overlay, let profile):
        return [Fact.standardChosen(overlay: overlay, profile: profile).draft(of: .village)]
      default: return []
      }
    case (.value, _): return []
    }
  }

  private func draft(_ conflict: Conflict, _ answers: [GivenAnswer]) -> EntryDraft {
    Fact.settled(conflict.tips.map(\.stamp.entry), answers: answers).draft(of: conflict.subject)
  }

  /// An answer with what follows from it of itself in the joined interview.
  private func following(_ given: GivenAnswer, _ conflict: Conflict) throws -> [GivenAnswer] {
    guard let (interview, definition) = try interview(of: conflict),
      let node = definition.node(named: given.key.question)
    else { return [given] }
    let session = InterviewSession(
      interview, definition: definition, person: PersonID.nobody,
      language: definition.defaultLanguage)
    var candidate = session.instance
    let address = NodeAddress(node: node, rows: given.key.rows)
    let result =
      given.value.isEmpty ? candidate.clear(address) : candidate.set(address, given.value)
    return [given]
      + result.also.filter { $0.address != address }.map { session.given($0, candidate) }
  }

  private func interview(
    of conflict: Conflict
  ) throws -> (interview: Interview, definition: FormDefinition)? {
    guard case .interview(let name) = conflict.subject, let household = conflict.household,
      let interview = try file(of: household).interviews.first(where: { $0.id.rawValue == name }),
      let definition = interview.start.flatMap({ forms($0.form) })
    else { return nil }
    return (InterviewSession.joined(interview, definition), definition)
  }
}

extension Conflict {
  /// About what it is said that a conflict is settled.
  var settledUnder: Subject {
    switch kind {
    case .households, .village: .village
    default: subject
    }
  }
}
