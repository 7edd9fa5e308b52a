import Fieldwork
import Record

extension VillageDesk {
  /// Takes in entries that came from others and are on the disk, in causal order; the list is then the
  /// same as if it had been made from all entries at once.
  ///
  /// They may stand before entries that are known already. Throws what the store throws: then the list
  /// must be made anew.
  public func take(arrived: [Entry]) throws {
    guard !arrived.isEmpty else { return }
    forgetCausality()
    // More of a split journal can change who had seen what among entries that were here before.
    let causality = try causality()
    if Set(arrived.map(\.writer)).contains(where: causality.isSplit) { return try rebuild() }
    // Who could do what is known better now: so may be what had effect.
    if village.isReviewed, judgedBy != store.roles().heads { return try rebuild() }
    try absorb(arrived)
    isListBehind = true
  }

  /// Where so many households changed it is quicker to read everything in one go.
  private static let many = 400

  /// Looks up anew what the entries touch.
  func absorb(_ entries: [Entry]) throws {
    let causality = try causality()
    if !village.isReviewed { judgedBy = store.roles().heads }
    var touched: Set<HouseholdID> = []
    var joining: Set<HouseholdID> = []
    var placing: Set<InterviewID> = []
    var interviews: Set<InterviewID> = []
    var issues: Set<IssueID> = []
    var isOfVillage = false
    for entry in entries {
      village.note(entry)
      if entry.body == nil || entry.kind == Entry.erased { hasErased = true }
      switch entry.subject {
      case .household(let name):
        touched.insert(HouseholdID(name))
        if entry.kind == "householdJoined" || entry.body == nil {
          joining.insert(HouseholdID(name))
        }
      case .interview(let name):
        interviews.insert(InterviewID(name))
        if entry.kind == "interviewStarted" || entry.kind == "moved" {
          placing.insert(InterviewID(name))
        }
      case .issue(let name): issues.insert(IssueID(name))
      case .village: isOfVillage = true
      default: break
      }
    }
    if touched.count + interviews.count > Self.many { return try rebuild() }
    if isOfVillage {
      village.refresh(VillageFields(try store.entriesOf([.village]), causality))
    }
    for id in placing.union(interviews.intersection(village.contested.keys)) {
      let interview = Interview(
        id: id, entries: try store.entriesOf([.interview(id.rawValue)]), causality, store.roles())
      touched.formUnion(village.place(id, in: interview.household))
      touched.formUnion(village.contest(id, interview.contested?.movedTo ?? []))
    }
    touched.formUnion(interviews.compactMap { village.interviews[$0] })
    touched.formUnion(try placeIssues(issues, causality))
    // Whoever may be asked about a contested interview looks at it, too.
    touched.formUnion(interviews.flatMap { village.contested[$0] ?? [] })
    let before = touched.map(village.root(of:))
    if !joining.isEmpty || isOfVillage && !village.joining.isEmpty {
      touched.formUnion(try join(joining))
    }
    touched.formUnion(before)
    touched.formUnion(touched.map(village.root(of:)))
    for id in touched { try refresh(id) }
    stale.formUnion(touched)
    try compareDoors()
  }

  /// Finds anew which households are one, now that something new was said of some; tells all that this
  /// can touch.
  private func join(_ candidates: Set<HouseholdID>) throws -> Set<HouseholdID> {
    let before = village.joins
    let (households, decided) = try decideDoors(village.joining.union(candidates))
    let joining = households.filter { !$0.joins.isEmpty }.map(\.id)
    village.join(decided.joins, among: Set(joining))
    // Whoever was joined to one of them stands under another one now, too.
    return Set(before.keys).union(before.values).union(decided.joins.keys).union(
      decided.joins.values)
  }

  /// What people decided about which households are one, from what is said of these and of those they
  /// were joined to.
  private func decideDoors(
    _ candidates: Set<HouseholdID>
  ) throws -> (households: [Household], decided: DecidedDoors) {
    let causality = try causality()
    func read(_ ids: Set<HouseholdID>) throws -> [Household] {
      try ids.sorted().map { id in
        var household = Household(id: id)
        for entry in try store.entriesOf([.household(id.rawValue)]) {
          household.apply(entry, causality, store.roles())
        }
        return household
      }
    }
    guard !candidates.isEmpty else { return ([], DecidedDoors([], [], causality)) }
    var households = try read(candidates)
    households += try read(
      Set(households.flatMap { $0.joins.map(\.other) }).subtracting(candidates))
    let settled = VillageFields(try store.entriesOf([.village]), causality).settled
    return (households, DecidedDoors(households, settled, causality))
  }

  /// Puts the line of a household in anew, or takes it out where it stands under another or was erased.
  private func refresh(_ id: HouseholdID) throws {
    opened[id] = nil
    guard village.root(of: id) == id else { return village.remove(id, isErased: false) }
    let file = try file(of: id)
    village.refresh(issuesOf: file)
    if file.household.stamps.isEmpty, file.interviews.isEmpty {
      village.remove(id, isErased: false)
    } else if file.household.isErased, file.interviews.allSatisfy({ $0.start == nil }) {
      village.remove(id, isErased: true)
    } else {
      village.remove(id, isErased: false)
      village.refresh(summary(of: file))
    }
  }

  /// Finds which doors may be one household's, and sums up anew those of which that changed.
  func compareDoors(_ cases: [HouseholdID: HouseholdCase] = [:]) throws {
    let before = village.doorConflicts
    let found = try doorConflicts(cases) + decideDoors(village.joining).decided.conflicts
    guard found != before else { return }
    village.refresh(doors: found)
    let touched = Set((before + found).flatMap(\.doors).map(village.root(of:)))
    for id in touched where village.households[id] != nil {
      opened[id] = nil
      village.refresh(summary(of: try file(of: id)))
    }
    stale.formUnion(touched)
  }

  private func doorConflicts(_ cases: [HouseholdID: HouseholdCase]) throws -> [Conflict] {
    let doors = village.households.values.filter { $0.door != nil }.sorted { $0.id < $1.id }
    guard doors.count > 1 else { return [] }
    var alike: [HouseholdID: [HouseholdID]] = [:]
    for (index, one) in doors.enumerated() {
      guard let door = one.door else { continue }
      for other in doors[(index + 1)...] where other.door.map(door.resembles) ?? false {
        alike[one.id, default: []].append(other.id)
        alike[other.id, default: []].append(one.id)
      }
    }
    guard !alike.isEmpty else { return [] }
    let causality = try causality()
    // The derived list does not say what was settled: it is asked for only here.
    let settled = VillageFields(try store.entriesOf([.village]), causality).settled
    var stamps: [HouseholdID: Stamp] = [:]
    for id in alike.keys {
      stamps[id] = try (cases[id] ?? file(of: id)).household.doorStamp
    }
    func areUnseen(_ one: HouseholdID, _ other: HouseholdID) -> Bool {
      guard let first = stamps[one], let second = stamps[other] else { return false }
      let entries: Set<EntryID> = [first.entry, second.entry]
      return !causality.saw(first.place, second.place) && !causality.saw(second.place, first.place)
        && !settled.contains { entries.isSubset(of: $0.entries) }
    }
    var found: [Conflict] = []
    var left = alike.keys.sorted()
    while !left.isEmpty {
      var group = [left.removeFirst()]
      var next = 0
      while next < group.count {
        let one = group[next]
        next += 1
        for other in alike[one] ?? [] where !group.contains(other) && areUnseen(one, other) {
          group.append(other)
        }
      }
      left.removeAll(where: group.contains)
      guard group.count > 1 else { continue }
      let tips = group.compactMap { id in stamps[id].map { Tip(stamp: $0, act: .enrolled(id)) } }
        .sorted { $0.stamp < $1.stamp }
      let ids = tips.compactMap { tip -> HouseholdID? in
        if case .enrolled(let id) = tip.act { id } else { nil }
      }
      guard let first = ids.first else { continue }
      found.append(
        Conflict(
          kind: .households(ids), subject: .household(first.rawValue), household: first, tips: tips)
      )
    }
    return found
  }
}

extension Conflict {
  /// The households of which it is open whether they are one.
  var doors: [HouseholdID] { if case .households(let ids) = kind { ids } else { [] } }

  /// The households to which an interview was moved side by side.
  var movedTo: [HouseholdID] { if case .move(let ids) = kind { ids } else { [] } }
}
