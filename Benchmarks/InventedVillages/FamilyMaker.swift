import SeededRandom

/// Puts one family together: who belongs to it, then how they live, then what the register says.
struct FamilyMaker {
  let today: CivilDate
  /// The school age of the first child, handed round so that every age occurs in a village.
  let schoolAge: Int
  var random: SplitMix64
  var surname: String
  var ethnicGroup: String
  var household: InventedHousehold

  /// Adds a member of that age today and returns its position.
  @discardableResult
  mutating func add(
    _ relation: String, sex: String, age: Int, surname: String? = nil, name: String? = nil
  ) -> Int {
    let latest = CivilDate(year: today.year - age, month: today.month, day: today.day)
    return add(
      relation, sex: sex, birth: latest.adding(days: -random.number(0...364)), surname: surname,
      name: name)
  }

  /// Adds a member of a birthday and returns its position.
  @discardableResult
  mutating func add(
    _ relation: String, sex: String, birth: CivilDate, surname: String? = nil, name: String? = nil
  ) -> Int {
    let age = birth.age(on: today)
    var full = name ?? newName(surname ?? self.surname, sex: sex, age: age)
    while household.members.contains(where: { $0.name == full }) {
      full = newName(surname ?? self.surname, sex: sex, age: age)
    }
    var member = InventedMember(
      name: full, relation: relation, registerRelation: relation, citizenNumber: "",
      birth: birth, sex: sex, ethnicGroup: ethnicGroup)
    member.index = household.members.count
    household.members.append(member)
    return member.index
  }

  /// Adds the head and, of the other sex, the spouse.
  mutating func addCouple(age: Int) {
    let headSex = household.stories.contains(.sameName) || random.chance(85) ? "1" : "2"
    add("02", sex: headSex, age: age)
    let other = headSex == "1" ? "2" : "1"
    add(
      "10", sex: other, age: max(20, age + random.number(-4...3)), surname: otherSurname())
  }

  /// Adds a child of that age at the cut-off of the school year.
  @discardableResult
  mutating func addChild(
    schoolAge: Int, sex: String? = nil, son: String = "20", daughter: String = "30"
  ) -> Int {
    let sex = sex ?? (random.chance(52) ? "1" : "2")
    let year = (today.month, today.day) >= (9, 1) ? today.year : today.year - 1
    let latest = CivilDate(year: year - schoolAge, month: 8, day: 31)
    return add(
      sex == "1" ? son : daughter, sex: sex, birth: latest.adding(days: -random.number(0...364)))
  }

  /// Adds father, mother or both of the head, so many years older than the head.
  mutating func addParents(headAge: Int, both: Bool) {
    let age = min(96, headAge + random.number(22...28))
    let withFather = both || random.chance(35)
    if withFather { add("51", sex: "1", age: age) }
    if both || !withFather { add("52", sex: "2", age: age - 1, surname: otherSurname()) }
  }

  mutating func otherSurname() -> String {
    let other = random.draw(from: PersonNames.common)
    return other == surname ? "钟" : other
  }

  private mutating func newName(_ surname: String, sex: String, age: Int) -> String {
    surname + PersonNames.given(sex: sex, age: age, &random)
  }
}
