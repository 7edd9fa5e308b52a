import Fieldwork
import Record

/// The households of a village that want a supervisor's look, the worst first.
///
/// It is made from the village's list alone. What each household can be narrowed by is worked out once,
/// so that a filter costs one look at each line.
public struct ReviewQueue: Sendable {
  /// What is left of the queue by a filter, and how many there would be by each further one.
  public struct Selection: Sendable {
    /// The lines that are left, by their places in the queue.
    public var lines: [Int] = []
    /// For each facet that occurs: how many lines there are with it instead of the chosen one of its kind.
    public var counts: [ReviewFacet: Int] = [:]
  }

  /// Every line, due or not, the worst first.
  public let lines: [ReviewLine]
  private var facets: [ReviewFacet] = []
  private var kinds: [UInt32] = []
  /// What each line has, one line's behind the other's.
  private var members: [Int] = []
  private var starts: [Int] = [0]
  private let due: [Bool]

  /// A queue of nothing.
  public init() {
    lines = []
    due = []
  }

  /// Puts a village's households in the order of the queue on a day, as `2026-12-31`.
  ///
  /// `role` is the role of whoever looks at it; nil for everybody's.
  public init(_ village: Village, today: String, for role: String? = nil) {
    var overdue: Set<HouseholdID> = []
    for issue in village.issues.values where issue.isOverdue(on: today) {
      if let household = issue.household { overdue.insert(village.root(of: household)) }
    }
    let found = HouseholdQuery().ordered(village).map {
      ReviewLine($0, hasOverdue: overdue.contains($0.id), today: today)
    }
    let urgencies = found.map(\.urgency)
    lines = found.indices.sorted {
      urgencies[$0] == urgencies[$1] ? $0 < $1 : urgencies[$0] < urgencies[$1]
    }.map { found[$0] }
    due = lines.map { $0.isDue(for: role) }
    var places: [ReviewFacet: Int] = [:]
    for line in lines {
      for facet in line.facets {
        let place = places[facet] ?? facets.count
        if place == facets.count {
          places[facet] = place
          facets.append(facet)
          kinds.append(Self.bit(facet.kind))
        }
        members.append(place)
      }
      starts.append(members.count)
    }
  }

  private static func bit(_ kind: ReviewFacet.Kind) -> UInt32 {
    UInt32(1) << UInt32(ReviewFacet.Kind.allCases.firstIndex(of: kind) ?? 0)
  }

  /// How many households are due.
  public var dueCount: Int { due.count { $0 } }

  /// What is left where all of these hold, of each kind at most one; without a state only what is due.
  public func narrowed(to chosen: Set<ReviewFacet>) -> Selection {
    let state = Self.bit(.state)
    let isDueOnly = !chosen.contains { $0.kind == .state }
    let isChosen = facets.map(chosen.contains)
    let wanted = chosen.reduce(state) { $0 | Self.bit($1.kind) }
    var selection = Selection()
    var counts = [Int](repeating: 0, count: facets.count)
    for line in lines.indices {
      var met: UInt32 = isDueOnly && due[line] ? state : 0
      let range = starts[line]..<starts[line + 1]
      for place in members[range] where isChosen[place] { met |= kinds[place] }
      let missing = wanted & ~met
      if missing == 0 {
        selection.lines.append(line)
        for place in members[range] { counts[place] += 1 }
      } else if missing.nonzeroBitCount == 1 {
        // Only this kind stands in the way: with another choice of it the line would be there.
        for place in members[range] where kinds[place] == missing { counts[place] += 1 }
      }
    }
    for (place, facet) in facets.enumerated() where counts[place] > 0 {
      selection.counts[facet] = counts[place]
    }
    return selection
  }
}
