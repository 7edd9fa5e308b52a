import SeededRandom

extension InventedVillage {
  /// Lets the work of a survey have the slips a supervisor looks for: one visit far too short, and one
  /// old woman counted in two households, since she lives with either son in turn.
  mutating func spoilWork(seed: UInt64) {
    guard households.count >= Self.householdsPerRound else { return }
    var random = SplitMix64(seed: seed, key: code + "work")
    let order = random.shuffled(Array(households.indices)).filter {
      households[$0].plan.status == .complete && !households[$0].hasHardship
    }
    if let hurried = order.first(where: { households[$0].members.count == 1 }) {
      households[hurried].plan.isHurried = true
    }
    countTwice(order)
  }

  private mutating func countTwice(_ order: [Int]) {
    for position in order {
      let host = households[position]
      guard
        let mother = host.members.first(where: {
          $0.relation == "52" && !$0.citizenNumber.isEmpty && $0.home == "home"
        }),
        let other = order.first(where: { other in
          let son = households[other]
          return other != position && son.members.count < 6
            && son.groupNumber == host.groupNumber
            && !son.members.contains { $0.relation == "51" || $0.relation == "52" }
            && (20...35).contains(mother.birth.years(before: son.members[0].birth))
        })
      else { continue }
      var again = mother
      again.index = households[other].members.count
      again.isInRegister = false
      households[other].members.append(again)
      return
    }
  }
}

extension CivilDate {
  /// Full years from this day to a later one.
  fileprivate func years(before later: CivilDate) -> Int { age(on: later) }
}
