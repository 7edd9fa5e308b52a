import SeededRandom

/// What has gone wrong at a family, or nearly, so that the standard finds it.
///
/// In a hundred-odd households each befalls one; a child out of school is a story of its own.
enum Hardship: String, CaseIterable, Sendable {
  // Below the standard.

  /// Poor and known to no office: hungry, without a change of clothes, far below every line.
  case destitute
  /// Short of food, bedding and shoes, with a loan overdue: all who could work are without any.
  case wanting
  /// A child whom school has not seen for weeks.
  case truant
  /// A child with a disability to whom no teacher comes.
  case untaught
  /// Ill, not insured and not treated.
  case untreated
  /// A house of grade C.
  case unsafeHouse
  /// A house that nobody has made safe, below a slope.
  case noSafeHouse
  /// The old house still lived in, the subsidy for the new one short.
  case oldHouse
  /// Water from a stream far below, and too little of it.
  case farWater
  /// Tap water that failed its test.
  case badWater

  // A risk, help that has not come, or something to verify.

  /// Old people alone, without a larder, a carer or a child who helps.
  case uncared
  /// A child of six not at school, and water that is scarce by their own words.
  case notEnrolled
  /// A child past seven still put off, in a house that leaks.
  case putOff
  /// A child at home to whom the teacher comes seldom; the elder one's schooling costs more than they
  /// can bear.
  case seldomTaught
  /// Out of poverty on paper: no helper, no card, no aid for a child who came back to school, but a car
  /// in the register.
  case forgotten
  /// A child who says school is done with, in a house nobody has assessed.
  case leftEarly
  /// A relative's child of whom nobody knows the age, in a house that leans.
  case unknownChild
  /// A baby whose insurance is late, the parent insured elsewhere.
  case lateInsurance
  /// Chronic illness without a doctor who comes.
  case halfTreated
  /// A hospital bill that eats the year up, and some of the food.
  case hospitalBill
  /// Moved to a new house larger than allowed, the old one still standing, and no work there.
  case relocatedJobless

  // Nothing to mend.

  /// Old people whose children come seldom.
  case seldomVisited
  /// No sign at the door, the pig next to it.
  case noSign
  /// Watched, and well by now.
  case recovered
}

extension InventedVillage {
  /// Lets hardships befall families that they can befall, those first that were surveyed.
  mutating func dealHardships(seed: UInt64) {
    var random = SplitMix64(seed: seed, key: code + "hardships")
    var wanted: [Hardship] = []
    // In a village of that size each once; in a smaller one some, in a larger one some twice.
    let count = households.count * Hardship.allCases.count / Self.householdsPerRound
    while wanted.count < count { wanted += random.shuffled(Hardship.allCases) }
    let order = random.shuffled(Array(households.indices))
    let hosts = (0...2).flatMap { rank in order.filter { self.rank($0) == rank } }
    let taken = Self.match(
      wanted.prefix(count).map { hardship in
        hosts.filter { households[$0].canSuffer(hardship, on: today) }
      }, hosts: households.count)
    for (hardship, host) in zip(wanted, taken) {
      guard let host else { continue }
      households[host].suffer(hardship, on: today)
    }
  }

  /// In so many households each hardship is met once.
  static let householdsPerRound = 126

  private func rank(_ position: Int) -> Int {
    switch households[position].plan.status {
    case .complete: 0
    case .notVisited: 1
    case .begun, .absent, .refused: 2
    }
  }

  /// Finds each wish a host of its own, as far as there are any: who was given one may be asked to
  /// take another that it suits as well.
  private static func match(_ wishes: [[Int]], hosts count: Int) -> [Int?] {
    var guest = [Int?](repeating: nil, count: count)
    func place(_ wish: Int, _ asked: inout Set<Int>) -> Bool {
      for host in wishes[wish] where asked.insert(host).inserted {
        if let other = guest[host], !place(other, &asked) { continue }
        guest[host] = wish
        return true
      }
      return false
    }
    for wish in wishes.indices {
      var asked: Set<Int> = []
      _ = place(wish, &asked)
    }
    var hosts = [Int?](repeating: nil, count: wishes.count)
    for (host, wish) in guest.enumerated() {
      if let wish { hosts[wish] = host }
    }
    return hosts
  }
}
