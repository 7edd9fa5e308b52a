import SeededRandom

extension FamilyMaker {
  /// Gathers the members of a family with that story.
  mutating func gather(_ story: FamilyStory) {
    household.stories.insert(story)
    switch story {
    case .parentsAndChildren, .surnameReading, .sameName, .chronicIllness, .relocated:
      gatherParentsAndChildren()
    case .threeGenerations, .deadMember, .marriedOut, .unknownBirthday, .newborn, .soldier:
      gatherThreeGenerations()
    case .elderlyCouple, .prisoner, .lostContact: gatherElderlyCouple()
    case .elderAlone, .welfareHome: gatherElderAlone()
    case .leftBehind: gatherLeftBehind()
    case .grandparentsOnly: gatherGrandparentsOnly()
    case .singleParent, .deadHead: gatherSingleParent()
    case .eightMembers: gatherEight()
    case .twins: gatherTwins()
    case .boarder: gatherBoarder()
    case .severeDisability, .childTaughtAtHome, .majorIllness, .outOfSchool, .childWithoutNumber:
      gatherParentsAndChildren()
    case .brothers: gatherBrothers()
    case .allAway: gatherAllAway()
    case .middleDot: gatherMiddleDot()
    case .rareCharacter: gatherRareCharacter()
    }
  }

  private mutating func gatherParentsAndChildren() {
    let age = random.number((schoolAge + 22)...(schoolAge + 33))
    addCouple(age: age)
    addChild(schoolAge: schoolAge)
    if random.chance(55) { addChild(schoolAge: max(0, schoolAge - random.number(2...6))) }
    household.stories.insert(.parentsAndChildren)
  }

  private mutating func gatherThreeGenerations() {
    let age = random.number((schoolAge + 23)...(schoolAge + 32))
    addCouple(age: age)
    addChild(schoolAge: schoolAge)
    if random.chance(40) { addChild(schoolAge: min(17, schoolAge + random.number(2...5))) }
    addParents(headAge: age, both: random.chance(45))
    household.stories.insert(.threeGenerations)
  }

  private mutating func gatherElderlyCouple() {
    addCouple(age: random.number(62...81))
    let story = household.stories
    if story.contains(.prisoner) || story.contains(.lostContact) {
      add("20", sex: "1", age: random.number(28...40))
    }
    household.stories.insert(.elderlyCouple)
  }

  private mutating func gatherElderAlone() {
    add("02", sex: random.chance(60) ? "2" : "1", age: random.number(68...88))
    household.stories.insert(.elderAlone)
  }

  private mutating func gatherLeftBehind() {
    let age = random.number((schoolAge + 48)...(schoolAge + 55))
    addCouple(age: age)
    add("20", sex: "1", age: age - random.number(22...25))
    add("38", sex: "2", age: age - random.number(24...28), surname: otherSurname())
    addChild(schoolAge: schoolAge, son: "41", daughter: "42")
    if random.chance(60) {
      addChild(schoolAge: max(1, schoolAge - random.number(2...4)), son: "41", daughter: "42")
    }
    for index in 2...3 { household.members[index].home = random.chance(80) ? "far" : "prov" }
  }

  private mutating func gatherGrandparentsOnly() {
    addCouple(age: random.number((schoolAge + 46)...(schoolAge + 58)))
    addChild(schoolAge: schoolAge, son: "41", daughter: "42")
    if random.chance(30) {
      addChild(schoolAge: max(2, schoolAge - 3), son: "43", daughter: "44")
    }
  }

  private mutating func gatherSingleParent() {
    let sex = household.stories.contains(.deadHead) || random.chance(50) ? "2" : "1"
    let age = random.number((schoolAge + 22)...(schoolAge + 34))
    add("02", sex: sex, age: age, surname: sex == "2" ? otherSurname() : nil)
    addChild(schoolAge: schoolAge)
    if random.chance(50) { addChild(schoolAge: min(17, schoolAge + 3)) }
    household.stories.insert(.singleParent)
  }

  private mutating func gatherEight() {
    let age = random.number(34...40)
    addCouple(age: age)
    addChild(schoolAge: schoolAge)
    addChild(schoolAge: max(1, schoolAge - 2))
    addChild(schoolAge: min(16, schoolAge + 2))
    addParents(headAge: age, both: true)
    add("70", sex: "1", age: age - 5)
    household.stories.insert(.threeGenerations)
  }

  private mutating func gatherTwins() {
    addCouple(age: random.number((schoolAge + 23)...(schoolAge + 30)))
    let first = addChild(schoolAge: schoolAge)
    let birth = household.members[first].birth
    let sex = random.chance(50) ? "1" : "2"
    add(sex == "1" ? "20" : "30", sex: sex, birth: birth)
    household.stories.insert(.parentsAndChildren)
  }

  private mutating func gatherBoarder() {
    addCouple(age: random.number(38...46))
    household.members[addChild(schoolAge: random.number(12...15))].home = "board"
    addChild(schoolAge: random.number(6...10))
    household.stories.insert(.parentsAndChildren)
  }

  private mutating func gatherBrothers() {
    let age = random.number(56...70)
    add("02", sex: "1", age: age)
    add("70", sex: "1", age: age - random.number(2...6))
  }

  private mutating func gatherAllAway() {
    let age = random.number(27...40)
    addCouple(age: age)
    addChild(schoolAge: random.number(2...8))
    for index in household.members.indices { household.members[index].home = "far" }
  }

  private mutating func gatherMiddleDot() {
    ethnicGroup = "05"
    let age = random.number((schoolAge + 23)...(schoolAge + 30))
    add("02", sex: "1", age: age, name: PersonNames.dotted(sex: "1", &random))
    add("10", sex: "2", age: age - 1, name: PersonNames.dotted(sex: "2", &random))
    let sex = random.chance(50) ? "1" : "2"
    let child = addChild(schoolAge: schoolAge, sex: sex)
    household.members[child].name = PersonNames.dotted(sex: sex, &random)
    while child != household.members.firstIndex(where: { $0.name == household.members[child].name })
    { household.members[child].name = PersonNames.dotted(sex: sex, &random) }
    household.stories.insert(.parentsAndChildren)
  }

  private mutating func gatherRareCharacter() {
    gatherParentsAndChildren()
    household.members[2].name = surname + PersonNames.rareGiven(&random)
  }
}
