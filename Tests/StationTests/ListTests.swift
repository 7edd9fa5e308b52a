import Fieldwork
import FormEngine
import JSONText
import Record
import Station
import Testing

@Suite struct ListTests {
  static func household(
    _ number: Int, _ head: String, _ initials: String, group: String = "3组",
    status: String = "notVisited", next: String = ""
  ) -> HouseholdSummary? {
    HouseholdSummary(
      json: [
        "id": .string("h\(number)"), "group": .string(group), "number": .int(number),
        "head": .string(head), "pinyin": .string(initials + "x"), "initials": .string(initials),
        "size": 4, "status": .string(status), "next": .string(next), "last": "2026-11-21",
      ])
  }

  static let village: Village = {
    var village = Village(code: "990101201201")
    let all = [
      household(17, "李国强", "lgq"), household(170, "王秀英", "wxy", status: "complete"),
      household(3, "曾小贤", "zxx", group: "10组", status: "absent", next: "2026-11-20"),
      household(2, "陈立", "cl", group: "2组", status: "refused"),
    ]
    for household in all.compactMap({ $0 }) { village.refresh(household) }
    return village
  }()

  func found(_ text: String) -> [Int?] {
    var query = HouseholdQuery()
    query.text = text
    return query.run(Self.village).map(\.number)
  }

  @Test func findsByNumberNameAndInitials() {
    #expect(found("17") == [17, 170])
    #expect(found("017") == [17, 170])
    #expect(found("70") == [])
    #expect(found("国") == [17])
    #expect(found("ZXX") == [3])
    #expect(found("3组 l") == [17])
    #expect(found("") == [2, 17, 170, 3])
  }

  @Test func theRouteIsTheWayOneWalks() {
    var village = Village(code: "990101201201")
    for (number, route) in [(1, 3), (2, 1), (3, 2)] {
      guard var household = Self.household(number, "李国强", "lgq") else { continue }
      household.route = route
      #expect(HouseholdSummary(json: household.json) == household)
      village.refresh(household)
    }
    var query = HouseholdQuery()
    #expect(query.run(village).map(\.number) == [1, 2, 3])
    query.order = query.order.next
    #expect(query.run(village).map(\.number) == [2, 3, 1])
  }

  @Test func whatWaitsForUsComesFirst() {
    var query = HouseholdQuery()
    query.order = .open
    #expect(query.run(Self.village).map(\.number) == [3, 17, 2, 170])
    query.statuses = [.refused]
    #expect(query.run(Self.village).map(\.number) == [2])
  }

  @Test func aDayAtAGlance() {
    let day = DayGlance(Self.village, day: "2026-11-21")
    #expect(day.due.map(\.number) == [3])
    #expect(day.all.total == 4)
    #expect(day.all.open == 2)
    #expect(day.visited[.complete] == 1)
  }

  @Test func datesAndChoicesAsPeopleTypeThem() {
    for text in ["2024-5-6", "2024/05/06", "20240506", "2024年5月6日", "2024.5.6"] {
      #expect(TypedAnswer.date(text) == "2024-05-06")
    }
    for text in ["6/5/2024", "2024-13-01", "202405", "x"] {
      #expect(TypedAnswer.date(text) == nil)
    }
    let choices = Door().session.instance.choices(Door().address("c_consent"))
    #expect(TypedAnswer.value("2", type: .selectOne(list: "consent"), choices: choices) == "no")
    #expect(ChoiceKeys(choices).isSingleDigit)
    #expect(
      TypedAnswer.value("1、3", type: .selectMultiple(list: "consent"), choices: choices)
        == "yes nobody")
  }

  @Test func aClockThatIsBehindAsksWhichDayItIs() {
    var maker = Door()
    maker.answer("c_consent", "yes")
    var village = Village(code: "990101201201")
    for entry in maker.entries { _ = village.apply(entry) }
    #expect(WorkingDate.standing("2026-11-22", in: village) == .clock("2026-11-22"))
    #expect(
      WorkingDate.standing("1970-01-01", in: village) == .behind(newest: "2026-11-21"))
  }

  @Test func anIDNumberIsMaskedButForItsEnds() {
    #expect(MaskedIDNumber.text("990101199605245556") == "990***********5556")
    #expect(MaskedIDNumber.text("123") == "***")
  }
}
