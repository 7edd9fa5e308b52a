import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("People, their roles, villages and PINs")
struct PeoplePagesTests {
  private static let other: InventedVillage = {
    var other = InventedVillage.large(3)
    other.code = "990101001002"
    other.name = "石桥村"
    return other
  }()

  private func subject(_ sitting: Sitting, _ index: Int) -> Subject {
    .person(sitting.team.people[index].id.rawValue)
  }

  /// The page of laptops and people, of a team whose second person works in one village and has a PIN.
  private func opened(
    _ language: Screens.Language = .chinese, role: String = "supervisor", mayAdmit: Bool = true
  ) throws -> Sitting {
    let sitting = try Sitting([.sample, Self.other], role: role, language: language)
    let pin = try #require(Sitting.pin)
    let person = sitting.team.people[1].id
    _ = try sitting.teamStore.append(
      [
        Fact.personPlaced(villages: [InventedVillage.sample.code]).draft(of: subject(sitting, 1)),
        Fact.pinSet(pin).draft(of: subject(sitting, 1)),
      ], person)
    sitting.send(.team(Team(sitting.teamStore.entries)))
    sitting.devices = ShownTeam(
      name: "北岭县入户队",
      devices: [
        ShownDevice(
          key: [1], name: "王小明的电脑",
          words: try #require(FingerprintWords(digest: MemoryStore.digest("key 1"))), isThis: true,
          standing: .founder(time: "2026-11-01T08:00:00.000+08:00"),
          people: [.init(name: "李芳", id: person.rawValue, lastSeen: "2026-11-20 18:42")])
      ], mayAdmit: mayAdmit,
      withoutRight: [
        .init(
          time: "2026-11-20 17:00", person: "李芳", what: .role(name: "李芳", role: "supervisor")),
        .init(time: "2026-11-20 17:05", person: "李芳", what: .overlay(name: "county.json")),
      ])
    try sitting.play("^P")
    let line = try #require(
      sitting.text.split(separator: "\n").first {
        $0.contains("电脑和人员") || $0.contains("laptops and people")
      })
    let number = line.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first
    try sitting.play("\(try #require(number)) ⏎ 2")
    return sitting
  }

  private func facts(_ sitting: Sitting) -> [Fact] {
    sitting.teamStore.entries.compactMap { Fact($0) }
  }

  @Test("are listed, each with a page, and what was done without right below")
  func areShown() throws {
    for language in Screens.Language.allCases {
      let name = language.rawValue
      let sitting = try opened(language)
      Golden.expect(sitting.app.frame(), "team-people-\(name)-80x24")
      try sitting.play("2")
      Golden.expect(sitting.app.frame(), "person-\(name)-80x24")
      try sitting.play("2")
      Golden.expect(sitting.app.frame(), "person-villages-\(name)-80x24")
    }
  }

  @Test("are given a role, villages and no PIN by who may")
  func areChanged() throws {
    let sitting = try opened()
    try sitting.play("2 1 3")
    #expect(sitting.team.people[1].role == "office")
    #expect(sitting.text.contains("角色改好了"))
    try sitting.play("2 2 3")
    #expect(sitting.text.contains("村定好了"))
    #expect(
      sitting.team.people[1].villages == [InventedVillage.sample.code, Self.other.code])
    try sitting.play("4 1")
    #expect(sitting.team.people[1].pin == nil)
    // Somebody else's PIN is not theirs to set.
    try sitting.play("3")
    #expect(sitting.text.contains("密码要本人来设"))
    #expect(facts(sitting).contains(.pinTaken))
  }

  @Test("are left as they are by who may not")
  func areLeft() throws {
    let sitting = try opened(role: "surveyor", mayAdmit: false)
    let before = facts(sitting)
    for choice in ["1", "2", "4"] {
      try sitting.play("2 \(choice)")
      #expect(sitting.text.contains("要督导或办公室的人来做"))
      try sitting.play("{Esc}")
    }
    #expect(facts(sitting) == before)
  }

  @Test("set their own PIN by typing it twice, unseen")
  func setAPIN() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      try sitting.play("1 3 １2")
      Golden.expect(sitting.app.frame(), "pin-set-\(language.rawValue)-80x24")
      try sitting.play("⏎")
      #expect(sitting.text.contains(language == .chinese ? "4 到 12 位" : "4 to 12 digits"))
      try sitting.play("1234⏎ 1235⏎")
      #expect(sitting.team.people[0].pin == nil)
      try sitting.play("3 1234⏎ 1234⏎")
      #expect(sitting.team.people[0].pin != nil)
      #expect(!sitting.text.contains("1234"))
    }
  }

  @Test("give their PIN before they are at the keyboard, and wait after wrong ones")
  func giveAPIN() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      try sitting.play("{Esc} {Esc} ^W 2")
      let first = sitting.person
      try sitting.play("abc")
      #expect(sitting.text.contains(language == .chinese ? "密码只有数字" : "only digits"))
      try sitting.play("9999⏎")
      Golden.expect(sitting.app.frame(), "pin-wait-\(language.rawValue)-80x24")
      #expect(sitting.app.isTicking)
      // As long as it waits nothing is looked at.
      let looks = { sitting.asked.count { if case .checkPIN = $0 { true } else { false } } }
      let before = looks()
      try sitting.play("1234⏎")
      #expect(looks() == before)
      sitting.clock.pass(milliseconds: 4_000)
      #expect(!sitting.app.isTicking)
      #expect(sitting.person == first)
      try sitting.play("⏎")
      #expect(sitting.person == sitting.team.people[1].id)
    }
  }

  @Test("are offered the villages where they work, and asked before they open another one")
  func openTheirOwn() throws {
    let sitting = try opened()
    _ = try sitting.teamStore.append(
      [
        Fact.personPlaced(villages: [Self.other.code]).draft(of: subject(sitting, 1)),
        Fact.pinTaken.draft(of: subject(sitting, 1)),
      ], sitting.team.people[1].id)
    sitting.send(.team(Team(sitting.teamStore.entries)))
    try sitting.play("{Esc} {Esc} ^W 2")
    Golden.expect(sitting.app.frame(), "villages-not-yours-zh-80x24")
    // There is no way back to the village that is open but to say that one means to go there.
    try sitting.play("{Esc}")
    #expect(sitting.text.contains("哪个村"))
    try sitting.play("1")
    Golden.expect(sitting.app.frame(), "villages-elsewhere-zh-80x24")
    try sitting.play("1")
    #expect(sitting.text.contains("哪个村"))
    try sitting.play("1 2")
    #expect(sitting.text.contains("这个村不归您;照样能做"))
    #expect(!sitting.text.contains("哪个村"))
    try sitting.play("^W 1 ^W 2 2")
    #expect(sitting.text.contains(Self.other.name))
    #expect(!sitting.text.contains("不归您"))
  }
}
