import InventedVillages
import JSONText
import Testing

@Suite struct InventedVillageTests {
  let village = InventedVillage.sample

  var members: [InventedMember] { village.households.flatMap(\.members) }

  @Test("the committed register is what the generator makes")
  func committedRegister() throws {
    let labels = RegisterLabels(form: try RepositoryFile.householdForm())
    let made = village.registerCSV(language: .chinese, labels: labels)
    let committed = try RepositoryFile.bytes("Data/sample/register.csv")
    #expect(committed.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(committed == Array(made.utf8), "see Benchmarks/InventRegister for how to make it anew")
  }

  @Test("both languages have the same shape and no cell is left as a bare choice name")
  func bothLanguages() throws {
    let labels = RegisterLabels(form: try RepositoryFile.householdForm())
    let chinese = village.registerCSV(language: .chinese, labels: labels)
    let english = village.registerCSV(language: .english, labels: labels)
    #expect(chinese.split(separator: "\r\n").count == english.split(separator: "\r\n").count)
    #expect(chinese.contains("户主姓名") && english.contains("Birth date"))
    #expect(!chinese.contains(",general,") && !english.contains(",general,"))
  }

  @Test("the same code and seed make the same village, another seed another")
  func deterministic() {
    let one = InventedVillage(code: "990101201207", name: "甲村", seed: 5, households: 40)
    let two = InventedVillage(code: "990101201207", name: "甲村", seed: 5, households: 40)
    let other = InventedVillage(code: "990101201207", name: "甲村", seed: 6, households: 40)
    let names = { (village: InventedVillage) in
      village.households.flatMap { $0.members.map { $0.name + $0.citizenNumber } }
    }
    #expect(names(one) == names(two))
    #expect(names(one) != names(other))
  }

  @Test("every citizen number passes its check, tells birthday and sex, and is of no area")
  func citizenNumbers() throws {
    var seen: Set<String> = []
    var twice = 0
    for member in members where !member.citizenNumber.isEmpty {
      let number = member.citizenNumber
      #expect(number.count == 18)
      #expect(CitizenNumber.checkDigit(of: number.dropLast()) == number.last)
      let province = try #require(Int(number.prefix(2)))
      #expect(!CitizenNumber.assignedProvinces.contains(province))
      #expect(number.dropFirst(6).prefix(8) == member.birth.digits)
      let order = try #require(Int(number.dropFirst(14).prefix(3)))
      #expect((order % 2 == 1) == (member.sex == "1"))
      if !seen.insert(number).inserted { twice += 1 }
    }
    // One person is counted in two households, in the register in only one.
    #expect(twice == 1)
    let registered = members.filter { $0.isInRegister && !$0.citizenNumber.isEmpty }
    #expect(Set(registered.map(\.citizenNumber)).count == registered.count)
    #expect(seen.count > 300)
    let province = try #require(Int(village.code.prefix(2)))
    #expect(village.code.count == 12)
    #expect(!CitizenNumber.assignedProvinces.contains(province))
  }

  @Test("phone numbers begin as no subscriber's does")
  func phones() {
    for household in village.households where !household.phone.isEmpty {
      #expect(household.phone.hasPrefix("100-0"))
    }
    for household in village.households where !household.helper.isEmpty {
      #expect(household.helper.contains(" 100-0"))
    }
  }

  @Test("the village is large enough and every story occurs")
  func stories() {
    #expect(village.households.count >= 120)
    #expect(Set(village.households.map(\.group)).count >= 5)
    let told = village.households.reduce(into: Set<FamilyStory>()) { $0.formUnion($1.stories) }
    #expect(told == Set(FamilyStory.allCases))
  }

  @Test("families are as they are")
  func families() {
    let today = village.today
    let cutOff = CivilDate(year: 2026, month: 8, day: 31)
    let schoolAges = Set(
      members.filter { $0.isCounted && $0.birth <= cutOff }.map { $0.birth.age(on: cutOff) })
    #expect(schoolAges.isSuperset(of: 6...15))
    let homes = Set(members.map(\.home))
    for home in ["board", "county", "prov", "far", "inst", "army", "jail", "lost", "dead", "out"] {
      #expect(homes.contains(home), "nobody is \(home)")
    }
    #expect(members.contains { $0.chronic.contains("htn") })
    #expect(members.contains { $0.disability == "1" || $0.disability == "2" })
    #expect(
      members.contains {
        !$0.isBirthKnown && $0.citizenNumber == "" && $0.birth.age(on: today) > 60
      })
    #expect(
      members.contains { $0.citizenNumber == "" && $0.isBirthKnown && $0.birth.age(on: today) < 18 }
    )
    #expect(members.contains { !$0.isInRegister && $0.birth.age(on: today) == 0 })
    #expect(members.contains { $0.home == "dead" && $0.registerHome == "home" })
    #expect(members.contains { $0.home == "out" && $0.registerHome == "home" })
    #expect(village.households.contains { $0.members.count == 1 })
    #expect(village.households.contains { $0.members.count == 8 })
    #expect(village.households.contains { $0.dwelling == "relocated" })
    #expect(
      village.households.contains { household in
        household.members.contains { one in
          household.members.contains { $0.index > one.index && $0.birth == one.birth }
        }
      })
    #expect(
      village.households.contains { household in
        household.members.contains { ["41", "42"].contains($0.relation) }
          && !household.members.contains { ["20", "30", "38"].contains($0.relation) }
      })
    #expect(
      village.households.contains { household in
        household.membersAtHome.contains { $0.birth.age(on: today) < 16 }
          && household.membersAtHome.allSatisfy {
            $0.birth.age(on: today) < 16 || $0.birth.age(on: today) > 45
          }
          && household.members.contains { $0.home == "far" || $0.home == "prov" }
      })
  }

  @Test("names are as hard as names are")
  func names() throws {
    #expect(members.contains { member in "曾单仇查解区".contains(member.name.prefix(1)) })
    #expect(members.contains { $0.name.contains("·") && $0.ethnicGroup == "05" })
    #expect(members.contains { $0.name.unicodeScalars.contains { $0.value > 0xFFFF } })
    let heads = village.households.map(\.head)
    let namesake = try #require(village.households.first { $0.stories.contains(.sameName) })
    #expect(heads.count { $0 == namesake.head } >= 2)
    #expect(!heads.contains(""))
    for household in village.households {
      #expect(Set(household.members.map(\.name)).count == household.members.count)
      #expect(household.members.count { $0.relation == "02" && $0.isCounted } == 1)
      #expect(household.members.count { $0.registerRelation == "02" && $0.isInRegister } == 1)
    }
  }

  @Test("some are surveyed, some begun, some absent, some refused, some still to come")
  func plans() {
    for status in VisitPlan.Status.allCases {
      #expect(village.households.contains { $0.plan.status == status })
    }
    let small = InventedVillage(code: "990101201209", name: "乙村", seed: 1, households: 12)
    for status in VisitPlan.Status.allCases {
      #expect(small.households.contains { $0.plan.status == status })
    }
    #expect(Set(village.households.map(\.route)) == Set(1...village.households.count))
  }

  @Test("any size can be invented", arguments: [0, 1, 5, 31, 500])
  func sizes(count: Int) {
    let village = InventedVillage.village(3, households: count)
    #expect(village.households.count == count)
    #expect(village.households.allSatisfy { !$0.members.isEmpty && $0.members.count <= 9 })
  }
}
