import SeededRandom

/// A village of invented households, the same for the same code, seed and size.
public struct InventedVillage: Sendable {
  /// The 12-digit code, of an area that is not assigned.
  public let code: String
  /// The village's name.
  public let name: String
  /// The day on which the village is as it is.
  public let today: CivilDate
  /// How many groups it has; the last is the resettlement site.
  public let groups: Int
  /// The households in the order of their serial numbers.
  public internal(set) var households: [InventedHousehold] = []

  /// Invents a village.
  ///
  /// A code should begin with 99, see `CitizenNumber`; its first six digits are the area of the
  /// citizen numbers. `today` only fixes how old everybody is.
  public init(
    code: String, name: String, seed: UInt64, households count: Int,
    today: CivilDate = CivilDate(year: 2026, month: 11, day: 21)
  ) {
    self.code = code
    self.name = name
    self.today = today
    groups = max(1, min(12, count / 21))
    var random = SplitMix64(seed: seed, key: code)
    let stories = InventedVillage.stories(count, &random)
    let perGroup = max(1, (count + groups - 1) / groups)
    var schoolAge = 5
    households.reserveCapacity(count)
    for position in 0..<count {
      schoolAge = schoolAge == 15 ? 6 : schoolAge + 1
      let number = position / perGroup + 1
      let household = InventedHousehold(
        villageCode: code, group: "\(number)组", groupNumber: number, serial: position + 1,
        seed: random.next())
      households.append(
        makeFamily(household, story: stories[position], schoolAge: schoolAge))
    }
    nameNeighbours()
    giveNumbers(seed: seed)
    planVisits(seed: seed)
    dealHardships(seed: seed)
    spoilWork(seed: seed)
  }

  /// Every story once, shuffled among ordinary families.
  private static func stories(_ count: Int, _ random: inout SplitMix64) -> [FamilyStory] {
    var stories: [FamilyStory] = []
    for story in FamilyStory.allCases where stories.count < count { stories.append(story) }
    while stories.count < count {
      stories.append(
        random.draw(
          weighted: [
            (.parentsAndChildren, 30), (.threeGenerations, 22), (.elderlyCouple, 14),
            (.leftBehind, 12), (.elderAlone, 7), (.singleParent, 4), (.boarder, 4), (.allAway, 3),
            (.grandparentsOnly, 3), (.unknownBirthday, 1),
          ]))
    }
    stories = random.shuffled(stories)
    // A namesake must have somebody before him.
    if stories.first == .sameName { stories.swapAt(0, stories.count - 1) }
    return stories
  }

  private func makeFamily(
    _ household: InventedHousehold, story: FamilyStory, schoolAge: Int
  ) -> InventedHousehold {
    var random = SplitMix64(seed: household.seed, key: "family")
    let namesake = households.first {
      $0.members[0].sex == "1" && $0.members[0].relation == "02"
        && !$0.stories.contains(.middleDot)
    }
    let surname: String
    switch story {
    case .surnameReading: surname = random.draw(from: PersonNames.readings)
    case .sameName: surname = namesake?.surname ?? random.draw(from: PersonNames.common)
    default:
      surname =
        random.chance(6)
        ? random.draw(from: PersonNames.readings) : random.draw(from: PersonNames.common)
    }
    let ethnicGroup = random.draw(weighted: [("01", 70), ("15", 18), ("06", 12)])
    var maker = FamilyMaker(
      today: today, schoolAge: schoolAge, random: random, surname: surname,
      ethnicGroup: ethnicGroup, household: household)
    maker.household.surname = surname
    if PersonNames.readings.contains(surname) { maker.household.stories.insert(.surnameReading) }
    if household.groupNumber == groups && groups > 1 {
      maker.household.dwelling = "relocated"
      maker.household.stories.insert(.relocated)
    }
    maker.gather(story)
    if story == .sameName, let namesake {
      maker.household.members[0].name = namesake.members[0].name
    }
    maker.live()
    maker.register()
    return maker.household
  }

  private mutating func nameNeighbours() {
    for position in households.indices {
      households[position].neighbours = [position - 1, position + 1].filter {
        households.indices.contains($0)
          && households[$0].groupNumber == households[position].groupNumber
      }.map { households[$0].head }
    }
  }

  private mutating func giveNumbers(seed: UInt64) {
    var random = SplitMix64(seed: seed, key: code + "numbers")
    var given: Set<String> = []
    let home = String(code.prefix(6))
    let elsewhere = ["990102", "990214", "991523", "992631", "994005"]
    for position in households.indices {
      for index in households[position].members.indices {
        let member = households[position].members[index]
        guard member.isBirthKnown, member.isInRegister,
          !(households[position].stories.contains(.childWithoutNumber) && index == 2)
        else { continue }
        let marriedIn = ["10", "38", "28"].contains(member.relation)
        let area = marriedIn && random.chance(50) ? random.draw(from: elsewhere) : home
        var number = ""
        repeat {
          let order = random.number(0...498) * 2 + (member.sex == "1" ? 1 : 2)
          number = CitizenNumber.make(area: area, birth: member.birth, order: order)
        } while !given.insert(number).inserted
        households[position].members[index].citizenNumber = number
      }
    }
  }
}
