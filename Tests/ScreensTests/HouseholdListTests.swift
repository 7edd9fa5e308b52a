import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("The village's list")
struct HouseholdListTests {
  @Test(
    "shows who is done and who is left, in both languages and at any size",
    arguments: [
      ("zh", "80x24"), ("en", "80x24"), ("zh", "120x40"), ("en", "120x40"), ("zh", "200x60"),
    ])
  func isShown(language: String, size: String) throws {
    let sitting = try Sitting(
      [.sample], language: Language(rawValue: language) ?? .chinese, size: Size(size) ?? .standard)
    Golden.expect(sitting.app.frame(), "list-\(language)-\(size)")
  }

  @Test("begins at the first household that needs a visit")
  func beginsAtTheFirstOpen() throws {
    let sitting = try Sitting([.sample])
    #expect(line(with: ">", in: sitting.text)?.contains("王秀英") == true)
    let cursor = try #require(sitting.app.frame().cursor)
    #expect(sitting.app.frame().text(ofRow: cursor.row).contains("王秀英"))
  }

  @Test(
    "finds households by number, name, pinyin and initials, typed in any way",
    arguments: [
      ("11", ["买买提·吐尔逊"]), ("１１", ["买买提·吐尔逊"]), ("lgq", ["李国强"]), ("liguo", ["李国强", "李国英"]),
      ("{burst 国强}", ["李国强"]), ("LGY", ["李国英"]), ("3组 ⌫⌫ 国山", ["张国山"]),
      ("{paste 欧阳\n}", ["欧阳福贵"]),
    ])
  func finds(script: String, names: [String]) throws {
    let sitting = try Sitting([.sample])
    try sitting.play(script)
    #expect(heads(sitting) == names)
  }

  @Test("says so when nothing is found, and shows all again")
  func findsNothing() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("zzz")
    Golden.expect(sitting.app.frame(), "list-nothing-zh-80x24")
    try sitting.play("⏎")
    #expect(!opensAnything(sitting))
    try sitting.play("{Esc}")
    #expect(heads(sitting).count == 12)
  }

  @Test("is narrowed to a group and a status by digits, and all comes back")
  func isNarrowed() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^F")
    Golden.expect(sitting.app.frame(), "list-filter-zh-80x24")
    try sitting.play("1 4")
    #expect(heads(sitting) == ["李大贵", "张国山", "买买提·吐尔逊", "欧阳福贵"])
    try sitting.play("^F 2 2")
    #expect(heads(sitting) == ["买买提·吐尔逊", "欧阳福贵"])
    try sitting.play("^F 5")
    #expect(heads(sitting).count == 12)
  }

  @Test("puts those to visit first when asked")
  func isOrdered() throws {
    let sitting = try Sitting([.sample])
    // By the route, which this register does not have, then those to visit first.
    try sitting.play("^E ^E {Home}")
    #expect(heads(sitting).prefix(3) == ["李国英", "张国山", "王秀英"])
    try sitting.play("^E ^E {Home}")
    #expect(heads(sitting).first == "张福贵")
  }

  @Test("says what to do in a village without households, and without any village")
  func isEmpty() throws {
    let empty = try Sitting([InventedVillage(homes: [])])
    Golden.expect(empty.app.frame(), "list-empty-zh-80x24")
    try empty.play("⏎ ^F")
    #expect(!opensAnything(empty))
    let none = try Sitting([], opensVillage: false)
    Golden.expect(none.app.frame(), "villages-none-zh-80x24")
  }

  @Test("warns of an old or missing second copy in words, not by colour alone")
  func warnsOfTheCopy() throws {
    let sitting = try Sitting([.sample])
    sitting.send(.secondCopy(.made(at: "2026-11-19T10:00:00.000+08:00", hoursAgo: 47)))
    #expect(sitting.text.contains("! 副本:47小时前"))
    sitting.send(.secondCopy(.missing(last: nil)))
    #expect(sitting.text.contains("! 副本还没做成"))
    sitting.send(.secondCopy(.made(at: "2026-11-21T10:00:00.000+08:00", hoursAgo: 0)))
    #expect(sitting.text.contains("副本:刚刚"))
  }

  @Test("holds ten thousand households and answers each key with one look at each")
  func isLarge() throws {
    let sitting = try Sitting([.large(10_000)])
    #expect(sitting.text.contains("共10000户"))
    try sitting.play("{End}")
    #expect(line(with: ">", in: sitting.text)?.contains("10000") == true)
    try sitting.play("999")
    #expect(sitting.text.contains("第1/11户"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("100组 999") || sitting.text.contains("10组 999"))
  }

  @Test("shows hostile names harmlessly and keeps its columns")
  func showsHostileNames() throws {
    let names = [
      "\u{1B}[2J\u{1B}]0;x\u{7}张三", "李\u{202E}四\u{200F}", String(repeating: "王", count: 300),
      "👨‍👩‍👧‍👦陈😀", "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}b", "\n\t\r", "",
    ]
    var village = InventedVillage(homes: [])
    village.homes = names.enumerated().map { index, name in
      .init(
        group: index == 2 ? name : "1组", number: index + 1,
        members: [.init(name: name, relation: "02", born: "1970-01-01")])
    }
    let sitting = try Sitting([village])
    Golden.expect(sitting.app.frame(), "list-hostile-zh-80x24")
    for number in 1...names.count {
      try sitting.play("{Esc} \(number) ⏎")
      #expect(!sitting.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(!sitting.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{200F}" })
      try sitting.play("^G")
    }
    let kept = sitting.store.entries.flatMap { entry -> [String] in
      guard case .householdRegistered(let facts) = Fact(entry) else { return [] }
      return facts.members.map { $0["m_name"] }
    }
    #expect(kept == names)
  }

  @Test("keeps its place when a household was looked at, and tells what changed there")
  func keepsItsPlace() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("欧阳 ⏎")
    #expect(sitting.text.contains("012 欧阳福贵"))
    try sitting.play("2 {paste 门口有狗} ⏎")
    #expect(sitting.text.contains("门口有狗"))
    try sitting.play("^G")
    let chosen = try #require(line(with: ">", in: sitting.text))
    #expect(chosen.contains("欧阳福贵"))
    #expect(chosen.hasSuffix("1"))
  }

  @Test("goes on to the next household that needs a visit when one is done")
  func goesOn() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("⏎")
    let interview = try #require(
      sitting.desk.village.interviews(of: InventedVillage.household(3)).first)
    let subject = Subject.interview(interview.rawValue)
    let person = try #require(sitting.person)
    // As if the visit had ended and the interview had been completed on the screens above.
    _ = try sitting.desk.append(
      [
        Fact.answered([GivenAnswer(AnswerKey("c_result"), "done")], reversal: nil, nil)
          .draft(of: subject), Fact.completed(events: []).draft(of: subject),
      ], person: person)
    try sitting.play("^G")
    #expect(line(with: ">", in: sitting.text)?.contains("陈大山") == true)
  }

  @Test("leaves only when asked twice")
  func leaves() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^X 2")
    #expect(!sitting.hasQuit)
    try sitting.play("^X 1")
    #expect(sitting.hasQuit)
  }

  // MARK: Reading a screen

  private func line(with mark: String, in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(mark) }.map(String.init)
  }

  private func heads(_ sitting: Sitting) -> [String] {
    let all = InventedVillage.sample.homes.map { $0.members[0].name }
    return sitting.text.split(separator: "\n").dropFirst(4).compactMap { line in
      // A name may be cut at its column's end.
      all.first { line.contains($0.prefix(4)) && line.contains("组 ") }
    }
  }

  private func opensAnything(_ sitting: Sitting) -> Bool {
    sitting.asked.contains { if case .open = $0 { true } else { false } }
  }
}
