import SeededRandom

extension InventedVillage {
  /// Lets two interviewers walk the groups in turn and stop half-way through the village.
  mutating func planVisits(seed: UInt64) {
    var random = SplitMix64(seed: seed, key: code + "visits")
    // Even houses on the way out, odd ones on the way back, as one walks a valley.
    let order = households.indices.sorted { left, right in
      let first = households[left]
      let second = households[right]
      let firstKey = (first.groupNumber, first.serial % 2, first.serial)
      let secondKey = (second.groupNumber, second.serial % 2, second.serial)
      return firstKey < secondKey
    }
    let reached = households.count * 3 / 5
    for (place, position) in order.enumerated() {
      households[position].route = place + 1
      guard place < reached else { continue }
      households[position].plan = visit(place: place, reached: reached, position, &random)
    }
    // Whatever the size, each status occurs as far as there are households for it.
    let wanted: [VisitPlan.Status] = [.complete, .begun, .absent, .refused]
    for (place, status) in wanted.enumerated() where place < order.count {
      guard !households.contains(where: { $0.plan.status == status }) else { continue }
      let position = order[place]
      let minute = 9 * 60 + place * 20
      households[position].plan = VisitPlan(
        status: status, day: 0, minute: minute,
        answeredPercent: status == .complete ? 100 : status == .begun ? 40 : 0)
    }
  }

  private func visit(
    place: Int, reached: Int, _ position: Int, _ random: inout SplitMix64
  ) -> VisitPlan {
    let nobodyHome = households[position].membersAtHome.isEmpty
    let isLast = place >= reached - 2
    let status: VisitPlan.Status =
      nobodyHome
      ? .absent
      : isLast
        ? .begun
        : random.draw(
          weighted: [(.complete, 80), (.begun, 5), (.absent, 11), (.refused, 2), (.notVisited, 2)])
    guard status != .notVisited else {
      return VisitPlan(status: .notVisited, day: -1, minute: 0, answeredPercent: 0)
    }
    return VisitPlan(
      status: status, day: place / 16, minute: 8 * 60 + 30 + place % 16 * 30,
      answeredPercent: status == .complete ? 100 : status == .begun ? random.number(15...85) : 0)
  }
}
