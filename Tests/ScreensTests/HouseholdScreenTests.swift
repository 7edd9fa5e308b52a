import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("One household")
struct HouseholdScreenTests {
  @Test(
    "shows members, visits and facts, and says what Enter does",
    arguments: [
      ("begin", "4"), ("begun", "3"), ("absent", "5"), ("complete", "2"), ("refused", "7"),
    ])
  func isShown(name: String, number: String) throws {
    for (language, size) in [("zh", "80x24"), ("en", "80x24"), ("zh", "120x40")] {
      let sitting = try Sitting(
        [.sample], language: Language(rawValue: language) ?? .chinese,
        size: Size(size) ?? .standard)
      try sitting.play("\(number) ⏎")
      Golden.expect(sitting.app.frame(), "household-\(name)-\(language)-\(size)")
    }
  }

  @Test("shows what was said at a door that was joined to it, under that door's name")
  func showsJoinedDoors() throws {
    for language in Screens.Language.allCases {
      let sitting = try Sitting([.sample], language: language)
      let door = HouseholdID("joined")
      _ = try sitting.desk.append(
        Enrolment.atDoor(
          door, group: "3组", number: 9, head: "丁家宝", member: MembershipID("joined1"))
          + Enrolment.remark("门口有狗", on: door)
          + [
            Fact.householdJoined(into: InventedVillage.household(3), reason: "").draft(
              of: .household(door.rawValue))
          ], person: try #require(sitting.person))
      sitting.send(.village(sitting.desk.village))
      try sitting.play("3 ⏎ {PgDn} {PgDn} {PgDn}")
      #expect(sitting.text.contains("丁家宝"))
      #expect(sitting.text.contains("门口有狗"))
      Golden.expect(sitting.app.frame(), "household-joined-\(language.rawValue)-80x24")
    }
  }

  @Test("never shows a whole ID number")
  func masksNumbers() throws {
    let sitting = try Sitting([.sample])
    let whole = InventedVillage.idNumber(born: "1959-03-03", sex: 1, serial: 2)
    try sitting.play("3 ⏎")
    #expect(!sitting.text.contains(whole))
    #expect(sitting.text.contains(MaskedIDNumber.text(whole)))
  }

  @Test("turns the page to what does not fit")
  func scrolls() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("3 ⏎ {PgDn}")
    #expect(sitting.text.contains("住址: 云溪村3号"))
    try sitting.play("{PgUp}")
    #expect(sitting.text.contains("王秀英"))
  }

  @Test("checks the door, begins the interview and opens it, with one write")
  func begins() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("4 ⏎ 1")
    Golden.expect(sitting.app.frame(), "identity-zh-80x24")
    let before = sitting.store.appends
    try sitting.play("⏎ ⏎")
    #expect(sitting.store.appends == before)
    try sitting.play("1")
    #expect(sitting.store.appends == before + 1)
    let facts = sitting.store.entries.suffix(4).compactMap(Fact.init)
    guard case .interviewStarted(let start) = facts.first else {
      Issue.record("no interview was begun: \(facts)")
      return
    }
    #expect(start.household == InventedVillage.household(4))
    #expect(start.identityCheck == "confirmed")
    #expect(start.date == "2026-11-21")
    #expect(!sitting.text.contains("开始入户调查"))
    // Leaving leads back to the household, which knows of the interview.
    try sitting.play("^X")
    #expect(sitting.text.contains("接着问"))
  }

  @Test("keeps how the door was recognised")
  func neighboursConfirm() throws {
    let sitting = try Sitting([.sample], language: .english)
    try sitting.play("4 ⏎ 1")
    Golden.expect(sitting.app.frame(), "identity-en-80x24")
    try sitting.play("2")
    let start = sitting.store.entries.compactMap(Fact.init).last {
      if case .interviewStarted = $0 { true } else { false }
    }
    guard case .interviewStarted(let begun) = start else { return }
    #expect(begun.identityCheck == "neighbours")
  }

  @Test("goes back to the list when it is another household, and enrols one that is not listed")
  func isAnotherDoor() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("4 ⏎ 1 3")
    #expect(sitting.text.contains("查找"))
    try sitting.play("⏎ 1 4")
    #expect(sitting.text.contains("登记新户"))
    #expect(sitting.text.contains("哪个组"))
  }

  @Test("begins a new visit where nobody was met")
  func revisits() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("5 ⏎ ⏎")
    let last = sitting.store.entries.compactMap(Fact.init).last
    guard case .visitStarted(_, let cleared, _) = last else {
      Issue.record("no visit was begun: \(String(describing: last))")
      return
    }
    #expect(cleared.map(\.question).contains("c_result"))
  }

  @Test("gives a visit that nobody ended no end when somebody comes again")
  func leavesTheEndOpen() throws {
    let sitting = try Sitting([.sample])
    let before = sitting.store.appends
    try sitting.play("⏎ ⏎ ^X")
    #expect(sitting.store.appends > before)
    let lines = sitting.text.split(separator: "\n").filter {
      $0.contains("第") && $0.contains("次  ")
    }
    #expect(lines.count == 2)
    #expect(lines.first?.contains("2026-11-20 14:05  王小明  没有写结果") == true)
    #expect(lines.last?.contains("正在进行") == true)
  }

  @Test("opens a completed interview again only with a reason")
  func reopens() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("2 ⏎ 3 ⏎")
    let before = sitting.store.appends
    Golden.expect(sitting.app.frame(), "household-reopen-zh-80x24")
    #expect(sitting.store.appends == before)
    try sitting.play("{burst 户主来电更正} ⏎")
    #expect(sitting.store.appends == before + 1)
    #expect(sitting.text.contains("> 1  接着问"))
  }

  @Test("moves an interview to the household it belongs to, once that was confirmed")
  func moves() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("3 ⏎ 3")
    Golden.expect(sitting.app.frame(), "move-pick-zh-80x24")
    try sitting.play("12 ⏎")
    Golden.expect(sitting.app.frame(), "move-check-zh-80x24")
    try sitting.play("1")
    #expect(sitting.text.contains("开始入户调查"))
    try sitting.play("^G {Esc} 12 ⏎")
    #expect(sitting.text.contains("进行中") || sitting.text.contains("再次入户"))
  }

  @Test("says why there is nothing to move")
  func hasNothingToMove() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("4 ⏎ 3")
    #expect(sitting.text.contains("还没有问卷"))
  }

  @Test("changes nothing, and says so, when the disk refuses")
  func diskRefuses() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("4 ⏎ 1")
    sitting.store.fail(with: .diskFull)
    try sitting.play("1")
    #expect(sitting.text.contains("没有存上:磁盘已满"))
    sitting.store.fail(with: nil)
    try sitting.play("1 1")
    #expect(
      sitting.store.entries.compactMap(Fact.init).contains {
        if case .interviewStarted(let start) = $0 {
          start.household == InventedVillage.household(4)
        } else {
          false
        }
      })
  }

  @Test("has help in both languages")
  func helps() throws {
    for language in Language.allCases {
      let sitting = try Sitting([.sample], language: language)
      try sitting.play("?")
      Golden.expect(sitting.app.frame(), "list-help-\(language.rawValue)-80x24")
      try sitting.play("⏎ ^P")
      Golden.expect(sitting.app.frame(), "list-menu-\(language.rawValue)-80x24")
    }
  }
}
