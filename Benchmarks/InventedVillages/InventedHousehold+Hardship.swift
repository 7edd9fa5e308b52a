extension InventedHousehold {
  /// Whether a family is such that a hardship can befall it.
  func canSuffer(_ hardship: Hardship, on today: CivilDate) -> Bool {
    guard hardship != .recovered else { return canHaveRecovered }
    // Who has a story of its own is left alone with it.
    let own: Set<FamilyStory> = [
      .majorIllness, .outOfSchool, .childTaughtAtHome, .middleDot, .newborn, .welfareHome, .allAway,
      .severeDisability, .lostContact,
    ]
    guard stories.isDisjoint(with: own), !membersAtHome.isEmpty, monitoring == "none" else {
      return false
    }
    let isOrdinary = householdClass == "general" && assistance == ["none"]
    let counted = members.count { $0.isCounted }
    let lives = dwelling == "own"
    return switch hardship {
    case .destitute: isOrdinary && !hasChild(0...17, today)
    case .wanting: !isTarget && lives && counted >= 2 && isAllHome && hasWorker(today)
    case .truant: hasChild(7...15, today)
    case .untaught, .seldomTaught: !isTarget && hasChild(7...14, today) && counted <= 5
    case .untreated: !isTarget && healthyAdult(today) != nil
    case .unsafeHouse, .noSafeHouse, .oldHouse: lives
    case .farWater: lives && groupNumber % 6 == 3
    case .badWater: lives && groupNumber % 3 == 2
    case .relocatedJobless: isAllHome && hasWorker(today)
    case .uncared, .seldomVisited:
      !isTarget && counted == membersAtHome.count
        && membersAtHome.allSatisfy { $0.birth.age(on: today) >= 60 }
    case .notEnrolled: hasChild(6...6, today)
    case .putOff: hasChild(7...8, today) && lives
    case .forgotten: householdClass == "out" && hasChild(6...15, today)
    case .leftEarly: hasChild(8...13, today) && lives
    case .unknownChild: lives && counted <= 6
    case .lateInsurance:
      members.count < 8 && members.contains { $0.relation == "10" && $0.birth.age(on: today) < 45 }
        && members.contains { ["far", "prov"].contains($0.home) }
    case .halfTreated: members.contains { isFollowedUp($0) } && healthyAdult(today) != nil
    case .hospitalBill: isOrdinary && counted <= 4 && healthyAdult(today) != nil
    case .noSign: lives && !isTarget
    case .recovered: false
    }
  }

  /// Monitored, with a helper, and with nobody of whom something is not known.
  private var canHaveRecovered: Bool {
    ["unstable", "marginal", "sudden"].contains(monitoring) && !helper.isEmpty
      && registerFacts == ["none"] && !stories.contains(.majorIllness)
      && members.allSatisfy { $0.facts.isEmpty && $0.home != "lost" && $0.isBirthKnown }
  }

  // MARK: Who is who

  private func hasChild(_ ages: ClosedRange<Int>, _ today: CivilDate) -> Bool {
    child(ages, today) != nil
  }

  /// The first child at home or at boarding school of that age at the cut-off of the school year.
  func child(_ ages: ClosedRange<Int>, _ today: CivilDate) -> Int? {
    let cutOff = today.schoolYearCutOff
    return members.firstIndex { member in
      ["home", "board"].contains(member.home) && member.isBirthKnown && member.facts.isEmpty
        && member.birth <= cutOff && ages.contains(member.birth.age(on: cutOff))
    }
  }

  /// Someone of age at home with whom nothing is the matter.
  func healthyAdult(_ today: CivilDate) -> Int? {
    members.firstIndex { member in
      member.home == "home" && member.health == ["ok"] && member.facts.isEmpty
        && (30...75).contains(member.birth.age(on: today))
    }
  }

  /// The oldest at home.
  var oldest: Int? { membersAtHome.min { $0.birth < $1.birth }?.index }

  /// Whether an illness is one of the four that a doctor follows up.
  func isFollowedUp(_ member: InventedMember) -> Bool {
    member.home == "home" && member.facts.isEmpty
      && !Set(member.chronic).isDisjoint(with: ["htn", "dm", "tb"])
  }

  private var isAllHome: Bool {
    members.allSatisfy { ["home", "board", "out", "dead"].contains($0.home) }
  }

  private func hasWorker(_ today: CivilDate) -> Bool {
    members.contains { isOfWorkingAge($0, today) && $0.labour == "normal" }
  }

  /// Who is asked for work, school apart.
  func isOfWorkingAge(_ member: InventedMember, _ today: CivilDate) -> Bool {
    member.home == "home" && (19...64).contains(member.birth.age(on: today))
  }
}

extension CivilDate {
  /// The last day on which one must be born to be of an age in this school year.
  var schoolYearCutOff: CivilDate {
    CivilDate(year: (month, day) >= (9, 1) ? year : year - 1, month: 8, day: 31)
  }
}
