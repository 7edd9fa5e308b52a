import SeededRandom

extension FamilyMaker {
  /// Gives everybody health, work and a place to be, then what the stories add.
  mutating func live() {
    let stays = !household.stories.contains(.allAway)
    let keeper = keeperIndex()
    for index in household.members.indices {
      let age = household.members[index].birth.age(on: today)
      household.members[index].labour = labour(age: age)
      if age >= 40, random.chance(age >= 60 ? 36 : 12) { addChronic(index) }
      if stays, index != keeper, household.members[index].home == "home" {
        household.members[index].home = whereabouts(
          age: age, relation: household.members[index].relation)
      }
      if age >= 30, random.chance(4) { addDisability(index, grade: random.draw(from: ["3", "4"])) }
    }
    for story in FamilyStory.allCases where household.stories.contains(story) { tell(story) }
    for index in household.members.indices {
      insure(index)
      let home = household.members[index].home
      let seenByOffice = home == "board" || home == "inst" || random.chance(60)
      household.members[index].registerHome = seenByOffice ? home : "home"
    }
    for story in [FamilyStory.deadMember, .deadHead, .marriedOut] {
      guard household.stories.contains(story) else { continue }
      // The register is behind life: it still lists them at home.
      for index in household.members.indices where !household.members[index].isCounted {
        household.members[index].registerHome = "home"
      }
    }
  }

  /// Who stays at home whatever happens: the oldest woman of age, else the head.
  private func keeperIndex() -> Int {
    let grown = household.members.filter { $0.birth.age(on: today) >= 20 }
    let woman = grown.filter { $0.sex == "2" }.min { $0.birth < $1.birth }
    return woman?.index ?? 0
  }

  private mutating func labour(age: Int) -> String {
    switch age {
    case ..<16: ""
    case 16..<60: random.draw(weighted: [("normal", 84), ("skilled", 10), ("weak", 6)])
    case 60..<76: random.draw(weighted: [("weak", 75), ("normal", 20), ("none", 5)])
    default: random.draw(weighted: [("none", 65), ("weak", 35)])
    }
  }

  private mutating func whereabouts(age: Int, relation: String) -> String {
    switch age {
    case ..<10: return "home"
    case 10..<16: return random.chance(age >= 12 ? 45 : 12) ? "board" : "home"
    case 16..<19: return random.chance(75) ? "board" : "county"
    case 19..<56:
      guard random.chance(relation == "02" || relation == "10" ? 38 : 68) else { return "home" }
      return random.draw(weighted: [("far", 55), ("prov", 25), ("county", 20)])
    default: return "home"
    }
  }

  private mutating func addChronic(_ index: Int) {
    let illness = random.draw(
      weighted: [(["htn"], 45), (["dm"], 15), (["other"], 22), (["htn", "dm"], 14), (["tb"], 4)])
    addHealth(index, "chronic")
    household.members[index].chronic = illness
    household.stories.insert(.chronicIllness)
  }

  private mutating func addDisability(_ index: Int, grade: String) {
    addHealth(index, "disab")
    household.members[index].disability = grade
    if grade == "1" || grade == "2" { household.members[index].labour = "lost" }
  }

  private mutating func addHealth(_ index: Int, _ state: String) {
    household.members[index].health.removeAll { $0 == "ok" || $0 == state }
    household.members[index].health.append(state)
  }

  private mutating func insure(_ index: Int) {
    household.members[index].insurance =
      switch household.members[index].home {
      case "army": "army"
      case "jail": "exempt"
      case "lost": "dk"
      case "far", "prov": random.draw(weighted: [("res", 80), ("emp", 19), ("other", 1)])
      default:
        household.members[index].facts["m_ins"]
          ?? random.draw(
            weighted: [("res", 98), ("emp", 2)])
      }
  }

  private mutating func tell(_ story: FamilyStory) {
    switch story {
    case .chronicIllness:
      if !household.members.contains(where: { !$0.chronic.isEmpty }) { addChronic(0) }
    case .relocated: household.dwelling = "relocated"
    case .severeDisability:
      addDisability(1, grade: random.draw(from: ["1", "2"]))
      household.members[1].home = "home"
    case .childTaughtAtHome:
      addDisability(2, grade: "1")
      household.members[2].labour = ""
      household.members[2].home = "home"
      household.members[2].facts = [
        "e_status": "home_teach", "e_paper": "yes", "e_teach": "fort", "d_care": "carer",
      ]
    case .majorIllness: tellMajorIllness()
    case .unknownBirthday:
      if let elder = household.members.indices.last {
        household.members[elder].isBirthKnown = false
        household.members[elder].home = "home"
      }
    case .deadMember:
      if let elder = household.members.indices.last { household.members[elder].home = "dead" }
    case .deadHead: tellDeadHead()
    case .marriedOut:
      let daughter = add("30", sex: "2", age: random.number(21...25))
      household.members[daughter].home = "out"
      household.members[daughter].labour = "normal"
    case .newborn:
      let born = add("20", sex: "1", birth: today.adding(days: -random.number(20...60)))
      household.members[born].isInRegister = false
      household.members[born].facts["m_ins"] = "newborn"
    case .soldier, .prisoner, .lostContact: tellAbsence(story)
    case .welfareHome:
      household.members[0].home = "inst"
      household.dwelling = "inst"
    case .outOfSchool:
      household.members[2].home = "home"
      household.members[2].facts = ["e_status": "out", "e_reason": "dislike"]
    case .middleDot: household.facts = ["c_resp": "cadre", "c_resp_why": "language"]
    case .elderAlone:
      household.facts["i_support"] = random.draw(
        weighted: [("yes", 84), ("little", 6), ("nochild", 10)])
    default: break
    }
  }

  private mutating func tellMajorIllness() {
    addHealth(0, "major")
    household.members[0].home = "home"
    household.members[0].labour = "weak"
    let total = random.number(60...180) * 1000
    household.facts = [
      "d_hosp": "yes", "d_total": String(total), "d_own": String(total * 32 / 100),
      "i_shock": "illness", "i_drop": "down_big", "i_relief": "yes",
      "i_rigid": String(total * 32 / 100 + 4000),
    ]
  }

  /// The dead man is the register's head; at the door his widow is, and the rows say so.
  private mutating func tellDeadHead() {
    let widow = household.members[0]
    household.members[0].registerRelation = "10"
    let dead = add(
      "10", sex: "1", age: min(75, widow.birth.age(on: today) + random.number(1...5)))
    household.members[dead].registerRelation = "02"
    household.members[dead].home = "dead"
    household.members[dead].labour = "normal"
  }

  private mutating func tellAbsence(_ story: FamilyStory) {
    let home = story == .soldier ? "army" : story == .prisoner ? "jail" : "lost"
    if story == .soldier {
      let son = add("20", sex: "1", age: random.number(19...22))
      household.members[son].labour = "normal"
      household.members[son].home = home
    } else if let son = household.members.lastIndex(where: { $0.relation == "20" }) {
      household.members[son].home = home
    }
  }
}
