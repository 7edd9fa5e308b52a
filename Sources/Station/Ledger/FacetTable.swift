/// What each of many lines can be narrowed by, worked out once: a filter with its counts then costs one look
/// at each line.
struct FacetTable<Facet: Hashable & Sendable, Kind: Hashable & Sendable>: Sendable {
  private var facets: [Facet] = []
  /// The kind of each facet, as a bit.
  private var kinds: [UInt64] = []
  private var bits: [Kind: UInt64] = [:]
  /// What each line has, one line's behind the other's.
  private var members: [Int] = []
  private var starts: [Int] = [0]

  /// Takes in each line's facets, in the order of the lines; there are no more than 64 kinds.
  init(_ lines: some Sequence<[Facet]>, kind: (Facet) -> Kind) {
    var places: [Facet: Int] = [:]
    for line in lines {
      for facet in line {
        let place = places[facet] ?? facets.count
        if place == facets.count {
          places[facet] = place
          facets.append(facet)
          kinds.append(bit(kind(facet)))
        }
        members.append(place)
      }
      starts.append(members.count)
    }
  }

  private mutating func bit(_ kind: Kind) -> UInt64 {
    if let bit = bits[kind] { return bit }
    let bit = UInt64(1) << UInt64(bits.count)
    bits[kind] = bit
    return bit
  }

  /// The places of the lines that have all that is chosen, of each kind at most one; and for each facet how
  /// many there are with it instead of the chosen one of its kind.
  func narrowed(
    to chosen: Set<Facet>, kind: (Facet) -> Kind
  ) -> (lines: [Int], counts: [Facet: Int]) {
    // Of a kind that no line has nothing is left.
    let isMissing = chosen.contains { bits[kind($0)] == nil }
    let wanted = chosen.reduce(0) { $0 | (bits[kind($1)] ?? 0) }
    let isChosen = facets.map(chosen.contains)
    var lines: [Int] = []
    var numbers = [Int](repeating: 0, count: facets.count)
    for line in 0..<(starts.count - 1) where !isMissing {
      let range = starts[line]..<starts[line + 1]
      var met: UInt64 = 0
      for place in members[range] where isChosen[place] { met |= kinds[place] }
      let missing = wanted & ~met
      if missing == 0 {
        lines.append(line)
        for place in members[range] { numbers[place] += 1 }
      } else if missing.nonzeroBitCount == 1 {
        // Only this kind stands in the way: with another choice of it the line would be there.
        for place in members[range] where kinds[place] == missing { numbers[place] += 1 }
      }
    }
    var counts: [Facet: Int] = [:]
    for (place, facet) in facets.enumerated() where numbers[place] > 0 {
      counts[facet] = numbers[place]
    }
    return (lines, counts)
  }
}
