import Fieldwork
import FormEngine
import Record

extension VillageDesk {
  /// Everything that people did side by side and nobody has decided yet: the village's own first, then by
  /// household.
  public func conflicts() throws -> [Conflict] {
    var found = village.conflicts
    guard village.households.values.contains(where: { $0.conflicts > 0 }) else { return found }
    var moves: Set<[Tip]> = []
    for summary in HouseholdQuery().ordered(village) where summary.conflicts > 0 {
      found += try file(of: summary.id).conflicts.filter { conflict in
        // Both households that an interview was moved to have it.
        conflict.doors.isEmpty
          && (conflict.movedTo.isEmpty || moves.insert(conflict.tips).inserted)
      }
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
        entries: entries.filter { $0.place == head || causality.saw(head, $0.place) }, causality,
        store.roles())
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
    // Over when somebody who knows both approves or returns it.
    if case .approval = conflict.kind { return [] }
    switch choice {
    case .asItStands: return try leave(conflict)
    case .value(let value, let special):
      guard case .answer(let key) = conflict.kind else { return [] }
      let given = GivenAnswer(key, value, special: special)
      return [draft(conflict, try following(given, conflict))]
    case .tip(let index):
      guard conflict.tips.indices.contains(index) else { return [] }
      return try settle(conflict, choosing: index)
    }
  }

  private func settle(_ conflict: Conflict, choosing index: Int) throws -> [EntryDraft] {
    switch (conflict.tips[index].act, conflict.kind) {
    case (.answered(_, let value, let special), .answer(let key)):
      let given = GivenAnswer(key, value, special: special)
      if try steers(conflict) {
        let branches = try branches(of: conflict)
        if branches.indices.contains(index) {
          return [draft(conflict, branches[index].answers)]
        }
      }
      return [draft(conflict, try following(given, conflict))]
    case (.struck(let reason), .row(let row)):
      return [
        Fact.rowRemoved(row, reason: reason, reversal: nil, nil).draft(of: conflict.subject)
      ]
    case (_, .row(let row)):
      return [
        Fact.rowAdded(row, answers: [], reversal: nil, nil).draft(of: conflict.subject)
      ]
    case (_, .completion), (.bothCount, _), (.areTwo, _): return try leave(conflict)
    case (.began(let chosen), .interviews(let ids)):
      return ids.filter { $0 != chosen }.map {
        Fact.interviewSetAside(for: chosen, reason: "").draft(of: .interview($0.rawValue))
      }
    case (.setAside(let id, let other), _):
      return [Fact.interviewSetAside(for: other, reason: "").draft(of: .interview(id.rawValue))]
    case (.enrolled(let chosen), .households(let ids)):
      return ids.filter { $0 != chosen }.map {
        Fact.householdJoined(into: chosen, reason: "").draft(of: .household($0.rawValue))
      }
    case (.joined(let id, let other), _):
      return [Fact.householdJoined(into: other, reason: "").draft(of: .household(id.rawValue))]
    case (.moved(let household), _):
      return [Fact.moved(to: household).draft(of: conflict.subject)]
    case (.round(let round), _):
      return [Fact.villageNamed(name: village.name, round: round).draft(of: .village)]
    case (.standard(let overlay, let profile), _):
      return [Fact.standardChosen(overlay: overlay, profile: profile).draft(of: .village)]
    default: return []
    }
  }

  /// Nothing is chosen over anything else.
  ///
  /// Both interviews count, the households are two, a completion is left to be declared anew. Of what can
  /// only be one thing, what stands now is chosen: said as such, so that it counts as much as what someone
  /// else chooses elsewhere.
  private func leave(_ conflict: Conflict) throws -> [EntryDraft] {
    var entries = conflict.tips.map(\.stamp.entry)
    switch conflict.kind {
    case .answer:
      guard case .answered(_, let value, let special)? = conflict.tips.last?.act else { return [] }
      return try settle(conflict, choosing: .value(value, special: special))
    case .row, .village, .move: return try settle(conflict, choosing: conflict.tips.count - 1)
    case .completion, .approval: break
    // By their beginnings it is said which of them each stand for themselves.
    case .interviews(let ids):
      guard let household = conflict.household else { return [] }
      entries += try file(of: household).interviews.filter { ids.contains($0.id) }
        .compactMap(\.startStamp?.entry)
    case .households(let ids):
      for id in ids {
        let known = try store.entriesOf([.household(id.rawValue)])
        var household = Household(id: id)
        for entry in known { household.apply(entry) }
        entries += household.beginnings.sorted()
      }
    }
    var named: Set<EntryID> = []
    return [
      Fact.settled(entries.filter { named.insert($0).inserted }, answers: [])
        .draft(of: conflict.settledUnder)
    ]
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
