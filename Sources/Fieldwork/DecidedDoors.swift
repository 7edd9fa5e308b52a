import Record

/// Which households people found to be one, and what they decided about that without knowing of each
/// other.
public struct DecidedDoors {
  /// The households that stand back, each with the one that it is.
  public private(set) var joins: [HouseholdID: HouseholdID] = [:]
  /// Decisions that cannot all hold.
  public private(set) var conflicts: [Conflict] = []

  /// Decides by what was said of these households, and settled in the village.
  ///
  /// Needed are those that were joined to another, and those others.
  public init(
    _ households: some Collection<Household>, _ settlements: [Settlement], _ causality: Causality
  ) {
    typealias Act = PairDecisions<HouseholdID>.Act
    var acts: [Act] = []
    var known: Set<HouseholdID> = []
    for household in households {
      for join in household.joins {
        acts.append(Act(stamp: join.stamp, what: .decided(.under(household.id, join.other))))
        known.formUnion([household.id, join.other])
      }
    }
    guard !acts.isEmpty else { return }
    var beginnings: [EntryID: HouseholdID] = [:]
    for household in households where known.contains(household.id) {
      for entry in household.beginnings { beginnings[entry] = household.id }
    }
    acts += settlements.map { Act(stamp: $0.stamp, what: .settled($0.entries)) }
    let decided = PairDecisions(acts, beginnings: beginnings, causality, isOneOnly: true)
    joins = decided.standing
    conflicts = decided.contradictions.compactMap(Self.conflict)
  }

  private static func conflict(_ decisions: [PairDecisions<HouseholdID>.Decision]) -> Conflict? {
    var ids: Set<HouseholdID> = []
    var tips: [Tip] = []
    for decision in decisions {
      switch decision.outcome {
      case .under(let one, let other):
        ids.formUnion([one, other])
        tips.append(Tip(stamp: decision.stamp, act: .joined(one, into: other), isDecision: true))
      case .apart: tips.append(Tip(stamp: decision.stamp, act: .areTwo, isDecision: true))
      }
    }
    let sorted = ids.sorted()
    guard let first = sorted.first else { return nil }
    return Conflict(
      kind: .households(sorted), subject: .household(first.rawValue), household: first, tips: tips)
  }
}
