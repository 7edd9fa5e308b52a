import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("What two people wrote differently")
struct ConflictScreenTests {
  private func remark(_ text: String) -> [EntryDraft] {
    [
      Fact.householdRemarked(text: text).draft(
        of: .household(InventedVillage.household(3).rawValue))
    ]
  }

  private var value: ShownConflict {
    ShownConflict(
      id: "a", household: InventedVillage.household(3), door: "1组 003 王秀英", what: "取水用多少分钟",
      why: "两个人答的不一样。",
      sides: [
        .init(
          text: "25", source: "王小明 11-20 14:05 王小明的电脑", drafts: remark("25")),
        .init(text: "40", source: "李芳 11-20 15:10 李芳的电脑", drafts: remark("40")),
      ], third: .typed)
  }

  private var branches: ShownConflict {
    ShownConflict(
      id: "b", household: InventedVillage.household(3), door: "1组 003 王秀英", what: "主要饮用水源",
      why: "这一题决定后面问什么,所以整份地选: 选了一份,下面这些答案都照它。",
      sides: [
        .init(
          text: "水厂管网", source: "王小明 11-20 14:05 王小明的电脑", drafts: remark("piped")),
        .init(text: "井", source: "李芳 11-20 15:10 李芳的电脑", drafts: remark("well")),
      ],
      differences: [
        .init(section: "水(饮水)", label: "取水方式", values: ["", "提水"]),
        .init(section: "水(饮水)", label: "一次往返取水需要多少分钟", values: ["", "25"]),
        .init(section: "房", label: "厨房有没有自来水", values: ["有", "没有"]),
      ])
  }

  /// A conflict over which two people decided apart, and an interview that was moved to two doors.
  private func apart(_ language: Screens.Language) -> [ShownConflict] {
    let isChinese = language == .chinese
    let door = isChinese ? "1组 003 王秀英" : "1组 no. 3 王秀英"
    func by(_ person: String) -> String {
      isChinese ? "\(person) 11-20 14:05 \(person)的电脑 定的" : "chosen by \(person), 11-20 14:05"
    }
    return [
      ShownConflict(
        id: "c", household: InventedVillage.household(3), door: door,
        what: isChinese ? "取水用多少分钟" : "Minutes to fetch water",
        why: isChinese
          ? "两个人各定了一次,没有看到对方定的,定得不一样。请再定一次。"
          : "Two people decided this without having seen each other's decision, and differently. Please decide once more.",
        sides: [
          .init(text: "25", source: by("王小明"), drafts: remark("25")),
          .init(text: "40", source: by("李芳"), drafts: remark("40")),
        ], third: .typed),
      ShownConflict(
        id: "d", household: InventedVillage.household(3), door: door,
        what: isChinese ? "这份问卷是哪一户的" : "whose interview this is",
        why: isChinese
          ? "两个人把这份问卷各移到了一户。没有选定以前,两户都不能算达标。"
          : "Two people moved this interview, each to another household. Until it is decided it makes neither of them meet the standard.",
        sides: [
          .init(
            text: isChinese ? "是 1组 004 陈大山 的" : "it is 1组 no. 4 陈大山's",
            source: "王小明 11-20 14:05", drafts: remark("4")),
          .init(
            text: isChinese ? "是 2组 005 李福贵 的" : "it is 2组 no. 5 李福贵's",
            source: "李芳 11-20 15:10", drafts: remark("5")),
        ]),
    ]
  }

  @Test("shows who decided what apart, and an interview with both doors that it was moved to")
  func showsWhatWasDecidedApart() throws {
    for language in Screens.Language.allCases {
      let sitting = try Sitting([.sample], language: language)
      sitting.conflicts = apart(language)
      try sitting.play("^K")
      Golden.expect(sitting.app.frame(), "conflicts-apart-\(language.rawValue)-80x24")
      try sitting.play("1")
      Golden.expect(sitting.app.frame(), "conflict-decided-apart-\(language.rawValue)-80x24")
      try sitting.play("{Esc} 2")
      Golden.expect(sitting.app.frame(), "conflict-moved-\(language.rawValue)-80x24")
    }
  }

  private func opened(_ language: Screens.Language = .chinese) throws -> Sitting {
    let sitting = try Sitting([.sample], language: language)
    sitting.conflicts = [value, branches]
    try sitting.play("^K")
    return sitting
  }

  private func written(_ sitting: Sitting) -> [String] {
    sitting.store.entries.compactMap { entry in
      if case .householdRemarked(let text) = Fact(entry) { text } else { nil }
    }
  }

  @Test("lists them, shows both values or both branches with who and when")
  func isShown() throws {
    for language in Screens.Language.allCases {
      let name = language.rawValue
      let sitting = try opened(language)
      Golden.expect(sitting.app.frame(), "conflicts-\(name)-80x24")
      try sitting.play("1")
      Golden.expect(sitting.app.frame(), "conflict-value-\(name)-80x24")
      try sitting.play("{Esc} 2")
      Golden.expect(sitting.app.frame(), "conflict-branches-\(name)-80x24")
    }
  }

  @Test("decides by one key, and Enter pressed once too often decides nothing")
  func decides() throws {
    let sitting = try opened()
    try sitting.play("1 ⏎ ⏎")
    #expect(written(sitting) == [])
    try sitting.play("2")
    #expect(written(sitting) == ["40"])
    #expect(sitting.text.contains("还有 1 处"))
  }

  @Test("says who decided what and when, and a key pressed once too often decides nothing more")
  func saysWhatWasDecided() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      try sitting.play("1 1 1 1")
      #expect(written(sitting) == ["25"])
      Golden.expect(sitting.app.frame(), "conflict-decided-\(language.rawValue)-80x24")
    }
  }

  @Test("takes a third answer, and says why it cannot be one")
  func takesAThird() throws {
    let sitting = try opened()
    try sitting.play("1 3 ?⏎")
    #expect(sitting.text.contains("没有这个选项"))
    try sitting.play("3 30⏎ ⏎")
    #expect(
      sitting.asked.contains {
        if case .settleConflict("a", "30") = $0 { true } else { false }
      })
    #expect(sitting.text.contains("主要饮用水源"))
    #expect(!sitting.text.contains("取水用多少分钟"))
  }

  @Test("leaves it undecided, and says when nothing differs")
  func leaves() throws {
    let sitting = try opened()
    try sitting.play("2 3")
    #expect(sitting.text.contains("两个人写的不一样"))
    #expect(written(sitting) == [])
    let other = try Sitting([.sample])
    try other.play("^K")
    #expect(other.text.contains("全村没有写得不一样的"))
  }
}
