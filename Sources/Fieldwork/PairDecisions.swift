import Record

/// What people decided about pairs of things of which only one may stand: two interviews of one
/// household, two doors of one household.
///
/// A decision about a pair takes the place of those about it that its author knew. Where several are left
/// that say different things they cannot both hold: the last in causal order stands, and they are in
/// conflict until a person who knows them all decides once more.
struct PairDecisions<ID: Hashable & Comparable> {
  /// What was decided.
  enum Outcome: Hashable {
    /// The first stands back for the second.
    case under(ID, ID)
    /// Each of these stands for itself.
    case apart(Set<ID>)
  }

  /// Something that a person did about pairs.
  struct Act {
    /// What.
    enum What {
      /// A decision.
      case decided(Outcome)
      /// A person named entries. With the beginnings of two things among them each stands for itself;
      /// else what stood last of the named decisions holds.
      case settled(Set<EntryID>)
    }

    var stamp: Stamp
    var what: What
  }

  /// A decision with its author.
  struct Decision {
    var stamp: Stamp
    var outcome: Outcome
    /// Entries that the author named, and so knew.
    var named: Set<EntryID> = []
  }

  private struct Pair: Hashable {
    let low: ID
    let high: ID

    init(_ one: ID, _ other: ID) {
      low = Swift.min(one, other)
      high = Swift.max(one, other)
    }
  }

  /// Which thing stands back, and for which.
  private(set) var standing: [ID: ID] = [:]
  /// Decisions that cannot all hold, each group in causal order.
  private(set) var contradictions: [[Decision]] = []
  private var tips: [Pair: [Decision]] = [:]
  private let causality: Causality

  /// Whether anybody decided about a pair.
  func isDecided(_ one: ID, _ other: ID) -> Bool { tips[Pair(one, other)] != nil }

  /// Decides by what people did; `beginnings` tells by which entries the things came to be known.
  ///
  /// With `isOneOnly` a thing cannot stand back for one by one person's word and for another by another's.
  init(
    _ acts: [Act], beginnings: [EntryID: ID], _ causality: Causality, isOneOnly: Bool = false
  ) {
    self.causality = causality
    guard !acts.isEmpty else { return }
    var decisions: [Decision] = []
    for act in acts.sorted(by: { $0.stamp < $1.stamp }) {
      if let decision = Self.decision(act, decisions, beginnings) { decisions.append(decision) }
    }
    for decision in decisions {
      for pair in Self.pairs(decision.outcome) {
        let unknown = (tips[pair] ?? []).filter { !knew(decision, $0) }
        tips[pair] = unknown + [decision]
      }
    }
    for (pair, decisions) in tips where Set(decisions.map { Self.outcome($0, pair) }).count > 1 {
      contradictions.append(decisions)
    }
    let holding = stand(decisions)
    breakCircles(decisions)
    if isOneOnly { scatter(holding) }
    contradictions.sort { ($0[0].stamp, $0[1].stamp) < ($1[0].stamp, $1[1].stamp) }
  }

  private static func decision(
    _ act: Act, _ earlier: [Decision], _ beginnings: [EntryID: ID]
  ) -> Decision? {
    switch act.what {
    case .decided(let outcome): return Decision(stamp: act.stamp, outcome: outcome)
    case .settled(let named):
      let begun = Set(named.compactMap { beginnings[$0] })
      if begun.count > 1 {
        return Decision(stamp: act.stamp, outcome: .apart(begun), named: named)
      }
      guard let last = earlier.last(where: { named.contains($0.stamp.entry) }) else { return nil }
      return Decision(stamp: act.stamp, outcome: last.outcome, named: named)
    }
  }

  private func knew(_ later: Decision, _ earlier: Decision) -> Bool {
    later.named.contains(earlier.stamp.entry)
      || causality.saw(later.stamp.place, earlier.stamp.place)
  }

  private static func pairs(_ outcome: Outcome) -> [Pair] {
    switch outcome {
    case .under(let one, let other): return [Pair(one, other)]
    case .apart(let all):
      let all = all.sorted()
      return all.indices.flatMap { index in all[(index + 1)...].map { Pair(all[index], $0) } }
    }
  }

  /// What a decision says of one pair.
  private static func outcome(_ decision: Decision, _ pair: Pair) -> Outcome {
    if case .apart = decision.outcome { .apart([pair.low, pair.high]) } else { decision.outcome }
  }

  /// Decisions by which a thing stands back, and for which.
  private typealias Holding = [ID: [(target: ID, decision: Decision)]]

  /// Finds for each thing for which other it stands back; tells all decisions by which it could.
  private mutating func stand(_ decisions: [Decision]) -> Holding {
    var unseen: Holding = [:]
    for decision in decisions {
      guard case .under(let one, let other) = decision.outcome else { continue }
      unseen[one, default: []].removeAll { knew(decision, $0.decision) }
      unseen[one, default: []].append((other, decision))
    }
    var holding: Holding = [:]
    for (one, list) in unseen {
      holding[one] = list.filter {
        tips[Pair(one, $0.target)]?.last?.outcome == $0.decision.outcome
      }
    }
    for (one, list) in holding { standing[one] = list.last?.target }
    return holding
  }

  /// Finds what stands back for several that are not one themselves, once no circle is left.
  private mutating func scatter(_ holding: Holding) {
    for (one, list) in holding where list.count > 1 {
      let ends = Set(list.map { root(of: $0.target, besides: one) })
      if ends.count > 1 { contradictions.append(list.map(\.decision)) }
    }
  }

  private static func first(_ decision: Decision) -> ID? {
    if case .under(let one, _) = decision.outcome { one } else { nil }
  }

  /// For which one a thing stands back in the end, without what is said of another.
  private func root(of thing: ID, besides other: ID) -> ID {
    var path = [thing]
    while let last = path.last, last != other, let next = standing[last], !path.contains(next) {
      path.append(next)
    }
    return path[path.count - 1]
  }

  /// Where three or more stand back for each other in a circle the last decision holds, and the one that
  /// its thing stood for stands again.
  private mutating func breakCircles(_ decisions: [Decision]) {
    for start in standing.keys.sorted() {
      var circle = [start]
      while let next = standing[circle[circle.count - 1]], !circle.contains(next) {
        circle.append(next)
      }
      guard standing[circle[circle.count - 1]] == start else { continue }
      let links = circle.compactMap { one in
        decisions.last { $0.outcome == standing[one].map { .under(one, $0) } }
      }.sorted { $0.stamp < $1.stamp }
      guard links.count == circle.count, let last = links.last, let closing = Self.first(last)
      else { continue }
      if !links.dropLast().allSatisfy({ knew(last, $0) }) { contradictions.append(links) }
      if let before = circle.first(where: { standing[$0] == closing }) { standing[before] = nil }
    }
  }
}
