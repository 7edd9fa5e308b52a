import Fieldwork
import Screens
import Station
import Terminal
import Testing

@Suite("People, villages and days")
struct PeopleAndVillagesTests {
  @Test("asks who is there before anything else, and one key says it")
  func asksWho() throws {
    for language in Language.allCases {
      let sitting = try Sitting([.sample], isKnown: false, language: language)
      Golden.expect(sitting.app.frame(), "people-\(language.rawValue)-80x24")
      try sitting.play("2")
      #expect(sitting.person == sitting.team.people[1].id)
      #expect(sitting.text.contains("李芳"))
    }
  }

  @Test("writes down who is not listed, even when nobody is")
  func addsPeople() throws {
    let sitting = try Sitting([.sample], people: [], isKnown: false)
    try sitting.play("1")
    Golden.expect(sitting.app.frame(), "people-add-zh-80x24")
    try sitting.play("⏎ {burst 周大山} ⏎")
    #expect(sitting.team.people.map(\.name) == ["周大山"])
    #expect(sitting.person == sitting.team.people[0].id)
    #expect(sitting.text.contains("调查员 周大山"))
  }

  @Test("does not write the same name down twice")
  func knowsTwins() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^W 3 {burst 李芳} ⏎")
    #expect(sitting.text.contains("名单里已有"))
    #expect(sitting.team.people.count == 2)
  }

  @Test("changes the person at any time")
  func changesPerson() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^W ↓ ⏎")
    #expect(sitting.text.contains("调查员 李芳"))
  }

  @Test("opens another village")
  func changesVillage() throws {
    var other = InventedVillage.large(3)
    other.code = "990101001002"
    other.name = "石桥村"
    let sitting = try Sitting([.sample, other], opensVillage: false)
    Golden.expect(sitting.app.frame(), "villages-zh-80x24")
    try sitting.play("2")
    #expect(sitting.text.contains("石桥村"))
    #expect(sitting.text.contains("共3户"))
  }

  @Test("asks for the day when the clock is behind, and believes no day before the records")
  func asksForTheDay() throws {
    for language in Language.allCases {
      let clock = TestClock("1970-01-01T00:05:00.000+08:00")
      let sitting = try Sitting([.sample], clock: clock, language: language)
      Golden.expect(sitting.app.frame(), "date-\(language.rawValue)-80x24")
      try sitting.play("2026-11-19 ⏎")
      #expect(sitting.text.contains("2026-11-20"))
      try sitting.play("^U 2026-02-30 ⏎")
      #expect(
        sitting.store.entries.compactMap(Fact.init).allSatisfy {
          if case .dateConfirmed = $0 { false } else { true }
        })
      try sitting.play("^U {burst ２０２６年１１月２２日} ⏎")
      let last = sitting.store.entries.compactMap(Fact.init).last
      #expect(last == .dateConfirmed(date: "2026-11-22", clock: "1970-01-01"))
      #expect(sitting.text.contains("2026-11-22"))
    }
  }

  @Test(
    "believes a day before the records when it is said twice, since another's clock may be ahead")
  func believesAnEarlyDay() throws {
    let clock = TestClock("2026-11-19T09:00:00.000+08:00")
    let sitting = try Sitting([.sample], clock: clock)
    try sitting.play("2026-11-19 ⏎")
    #expect(sitting.text.contains("请再看一下日期"))
    try sitting.play("⏎")
    let last = sitting.store.entries.compactMap(Fact.init).last
    guard case .dateConfirmed("2026-11-19", "2026-11-19", let ahead)? = last else {
      Issue.record("nothing was confirmed")
      return
    }
    #expect(!ahead.isEmpty)
    #expect(!sitting.text.contains("今天是几号"))
  }

  @Test(
    "shows the day at a glance",
    arguments: [("zh", "80x24"), ("en", "80x24"), ("zh", "120x40")])
  func showsTheDay(language: String, size: String) throws {
    let sitting = try Sitting(
      [.sample], language: Language(rawValue: language) ?? .chinese, size: Size(size) ?? .standard)
    sitting.send(.secondCopy(.made(at: "2026-11-19T10:00:00.000+08:00", hoursAgo: 47)))
    try sitting.play("^D")
    Golden.expect(sitting.app.frame(), "day-\(language)-\(size)")
    try sitting.play("1")
    #expect(sitting.text.contains(language == "zh" ? "副本:刚刚" : "just made"))
    try sitting.play("⏎")
    #expect(!sitting.text.contains("2026-11-19"))
  }
}
