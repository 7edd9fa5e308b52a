import SeededRandom

extension FamilyMaker {
  /// Gives the household what an office has on file.
  mutating func register() {
    classify()
    assist()
    if household.isTarget { help() }
    household.systemNumber =
      household.isTarget || household.monitoring == "cleared"
      ? household.villageCode + CivilDate.padded(household.serial, 4) : ""
    if !household.systemNumber.isEmpty {
      for index in household.members.indices where household.members[index].isInRegister {
        household.members[index].personNumber =
          household.systemNumber + CivilDate.padded(index + 1, 2)
      }
      let base = household.monitoring == "none" ? 9000 : 6000
      household.incomePerHead = base + random.number(0...1200) * 10
    }
    household.head =
      household.members.first { $0.registerRelation == "02" }?.name ?? ""
    household.phone =
      random.chance(88) ? "100-0\(digits(3))-\(digits(4))" : ""
    household.address =
      household.dwelling == "relocated"
      ? "安置点\(random.number(1...6))栋\(random.number(1...3))单元\(random.number(101...604))"
      : "\(household.group)\(household.serial)号"
  }

  private mutating func classify() {
    if household.stories.contains(.majorIllness) {
      household.householdClass = "general"
      household.monitoring = "sudden"
      return
    }
    let poor =
      household.dwelling == "relocated" || household.stories.contains(.severeDisability)
      || household.stories.contains(.childTaughtAtHome)
    household.householdClass =
      poor ? "out" : random.draw(weighted: [("general", 68), ("out", 31), ("dk", 1)])
    if household.householdClass == "out" {
      household.monitoring = random.draw(
        weighted: [("none", 84), ("unstable", 9), ("cleared", 7)])
    } else if household.householdClass == "general" {
      household.monitoring = random.draw(
        weighted: [("none", 94), ("marginal", 4), ("cleared", 2)])
    }
  }

  private mutating func assist() {
    var assistance: [String] = []
    let severe = household.members.contains { $0.disability == "1" || $0.disability == "2" }
    if household.dwelling == "inst" {
      assistance.append("tk_c")
    } else if household.stories.contains(.brothers) {
      assistance.append("tk_s")
    } else if severe || random.chance(household.householdClass == "out" ? 16 : 4) {
      assistance.append("dibao")
    } else if household.monitoring == "marginal" {
      assistance.append("edge")
    }
    if household.members.contains(where: { !$0.disability.isEmpty }) { assistance.append("dis") }
    household.assistance = assistance.isEmpty ? ["none"] : assistance
    if assistance.contains("dibao") { household.registerFacts = ["none"] }
  }

  private mutating func help() {
    let ill = household.members.contains { $0.health.contains("major") || !$0.chronic.isEmpty }
    let disabled = household.members.contains { !$0.disability.isEmpty }
    let studies = household.members.contains { $0.birth.age(on: today) < 23 }
    household.cause = random.draw(
      weighted: [
        ("ill", ill ? 45 : 2), ("dis", disabled ? 45 : 1), ("study", studies ? 20 : 1),
        ("skill", 16), ("labour", 12), ("fund", 10), ("land", 4), ("drive", 3), ("road", 2),
      ])
    let others = ["skill", "fund", "labour", "road", "study"].filter { $0 != household.cause }
    household.otherCauses =
      random.chance(40) ? Array(others.prefix(random.number(1...2))) : []
    var measures: [String] = []
    for (measure, percent) in [
      ("job", 40), ("crop", 45), ("loan", 15), ("school", studies ? 50 : 0),
      ("medical", ill ? 70 : 30), ("relief", household.assistance == ["none"] ? 5 : 80),
      ("house", household.dwelling == "relocated" ? 100 : 15), ("train", 12),
    ] where random.chance(percent) {
      measures.append(measure)
    }
    // Whatever else there is, help that fits the cause is given; else somebody would have asked.
    if let fitting = Self.fitting[household.cause], !measures.contains(where: fitting.contains) {
      measures.append(fitting[0])
    }
    household.measures = measures.isEmpty ? ["none"] : measures
    household.registerFacts = [random.draw(weighted: [("none", 98), ("car", 1), ("house", 1)])]
    if random.chance(92) {
      let sex = random.chance(70) ? "1" : "2"
      let name =
        random.draw(from: PersonNames.common) + PersonNames.given(sex: sex, age: 40, &random)
      household.helper = "\(name) 100-0\(digits(3))-\(digits(4))"
    }
  }

  /// By cause: the measures of which one should be there.
  private static let fitting = [
    "ill": ["medical", "relief"], "dis": ["relief", "care", "medical"], "study": ["school"],
    "skill": ["job", "train"], "labour": ["relief", "care"], "fund": ["crop", "loan"],
    "land": ["crop", "job"], "drive": ["job", "train"], "road": ["crop", "job"],
  ]

  private mutating func digits(_ count: Int) -> String {
    var text = ""
    for _ in 0..<count { text += String(random.number(0...9)) }
    return text
  }
}
