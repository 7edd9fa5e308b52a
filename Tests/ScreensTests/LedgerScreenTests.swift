import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("The issue ledger")
struct LedgerScreenTests {
  /// A surveyor who did all the work so far, a supervisor, and the office; water is far at two households
  /// of one group.
  private func sitting(_ language: Screens.Language = .chinese) throws -> Sitting {
    var village = FindingsScreenTests.village
    village.homes[0].answers = [
      ("f_enough", nil, "yes"), ("f_prot", nil, "any"), ("w_src", nil, "tap_s"),
      ("w_acc", nil, "point"), ("w_min", nil, "60"), ("w_enough", nil, "ok"),
    ]
    return try Sitting(
      [village], people: ["王小明", "李芳", "赵主任"],
      roles: ["surveyor", "supervisor", "office"], language: language)
  }

  private static let surveyor = "^W 1"
  private static let supervisor = "^W 2"
  private static let office = "^W 3"

  /// Fills the form of an assignment in: measure, last day, and the person of the township.
  private static func assigned(_ measure: String, by day: String, to person: String) -> String {
    "1 {paste \(measure)} ⏎ {paste \(day)} ⏎ ↓ ↓ ↓ ↓ ↓ ↓ ↓ {paste \(person)} ⏎ ⏎"
  }

  /// Writes an issue about a site down.
  private static let site =
    "^A 2 {paste 上寨安置点} ⏎ {paste 路灯坏了三盏} ⏎ ⏎ 7 ⏎ 2 ⏎ 8 ⏎ ⏎"

  private func issue(_ sitting: Sitting, _ household: Int, _ rule: String) throws -> Fieldwork.Issue
  {
    try #require(
      try sitting.desk.file(of: InventedVillage.household(household)).issues.first {
        $0.rule?.rule == rule
      })
  }

  @Test("shows the ledger, an issue, its assignment and the four tables", arguments: ["zh", "en"])
  func isShown(language: String) throws {
    let sitting = try sitting(Language(rawValue: language) ?? .chinese)
    func expect(_ name: String) {
      Golden.expect(sitting.app.frame(), "ledger-\(name)-\(language)-80x24")
    }
    try sitting.play("\(Self.supervisor) ^O \(Self.site)")
    try sitting.play("{Home} ⏎ \(Self.assigned("水利站接水到院", by: "2026-11-15", to: "刘海")) ^X")
    try sitting.play("↓ ⏎ \(Self.assigned("帮助参保", by: "2026-11-24", to: "陈月")) ^X {Home}")
    expect("list")
    try sitting.play("⏎")
    expect("issue")
    try sitting.play("1")
    expect("assign")
    try sitting.play("^X 8")
    expect("similar")
    try sitting.play("^X ^X ^E")
    expect("problems")
    try sitting.play("^E")
    expect("responsibilities")
    try sitting.play("^E")
    expect("tasks")
    try sitting.play("^E → →")
    expect("rectification")
    // It stays where it was moved to while one of its issues is looked at.
    let moved = sitting.text
    try sitting.play("⏎ ^X")
    #expect(sitting.text == moved)
    try sitting.play("^E ^F")
    expect("filter")
    // The surveyor is told at the household.
    try sitting.play("^X ^X \(Self.surveyor) {Home}")
    expect("in-list")
    try sitting.play("⏎")
    expect("at-household")
  }

  @Test("leads from a finding over the household's new answers to a second person and back")
  func isPlayed() throws {
    let sitting = try sitting()
    func state() throws -> IssueState? { try issue(sitting, 1, "WA1").state }
    // Whoever only asks does not assign, and hears why.
    try sitting.play("\(Self.surveyor) ^O ⏎ 1")
    #expect(sitting.text.contains("只有督导或办公室的人能这样做"))
    try sitting.play("^X ^X \(Self.supervisor) ^O ⏎")
    // What is not whole is not recorded, and nothing that was typed is lost by it.
    try sitting.play("1 {paste 接水到院} ⏎ {paste 明天} ⏎ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ⏎")
    #expect(sitting.text.contains("时限要写成日期"))
    try sitting.play("^U {paste 2026-12-01} ⏎ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ⏎")
    #expect(sitting.text.contains("至少一个责任人的姓名"))
    #expect(sitting.text.contains("接水到院"))
    try sitting.play("{paste 刘海} ⏎ ⏎")
    #expect(try state() == .assigned)
    #expect(try issue(sitting, 1, "WA1").assignment?.responsible[.township]?.person == "刘海")
    try sitting.play("2 {paste 开始挖沟} ⏎")
    #expect(try state() == .underway)

    // The old answers are no ground; the surveyor asks again at the door.
    try sitting.play("^X ^X \(Self.surveyor) {Home} ⏎")
    #expect(sitting.text.contains("要再问: 取水往返"))
    try sitting.play("^O ⏎ 3 1")
    #expect(sitting.text.contains("那次访问完成时还不知道这个问题"))
    try sitting.play("^X 7")
    #expect(sitting.text.contains("复核问题: 取水往返"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("一次往返取水分钟"))
    try sitting.play("{burst 10} ⏎ ^F {burst 入户结果} ⏎ 1 1 9 ^X")
    #expect(sitting.text.contains("可以按 ^O 报告整改完成: 取水往返"))
    try sitting.play("^X 3 1")
    #expect(try state() == .toCheck)
    #expect(sitting.text.contains("等另一个人复核"))
    #expect(sitting.text.contains("按最新的答案已经没有这个问题"))

    // Nobody strikes off what is their own; a second person does, and it can be opened again.
    try sitting.play("5")
    #expect(sitting.text.contains("只有督导或办公室的人能这样做"))
    #expect(try state() == .toCheck)
    try sitting.play("^X ^X ^X \(Self.office) ^O ^F 2 6 ⏎ 5")
    #expect(try state() == .struckOff)
    #expect(sitting.text.contains("已销号。您确认了: 访问答案"))
    try sitting.play("4 {paste 水又停了} ⏎")
    #expect(try state() == .new)
    #expect(try issue(sitting, 1, "WA1").timesReopened == 1)
    #expect(try issue(sitting, 1, "WA1").withoutRight.isEmpty)
    #expect(sitting.text.contains("重新打开过1次"))
  }

  @Test("does not let whoever hands evidence in strike the issue off")
  func evidenceIsLookedAt() throws {
    let sitting = try sitting()
    func found() throws -> Fieldwork.Issue { try issue(sitting, 2, "ME1") }
    try sitting.play("\(Self.supervisor) ^O ↓ ⏎")
    try sitting.play("\(Self.assigned("帮助参保", by: "2026-12-01", to: "陈月")) 3 2")
    try sitting.play("{paste /nowhere/card.jpg} ⏎ ↓ ↓ {paste 看过医保卡} ⏎ ⏎")
    #expect(sitting.text.contains("没有这个文件: /nowhere/card.jpg"))
    #expect(sitting.text.contains("看过医保卡"))
    #expect(try found().state == .assigned)
    try sitting.play("^U {paste /media/usb/card.jpg} ⏎ ↓ ↓ ↓ ⏎")
    #expect(try found().state == .toCheck)
    guard case .evidence(let files, "看过医保卡") = try found().ground else {
      Testing.Issue.record("the ground is no evidence")
      return
    }
    #expect(files.map(\.name) == ["card.jpg"])
    try sitting.play("5")
    #expect(sitting.text.contains("要另一个人复核"))
    #expect(try found().state == .toCheck)
    try sitting.play("^X ^X \(Self.office) ^O ^F 2 6 ⏎ 4 {paste 卡是去年的} ⏎")
    #expect(try found().state == .underway)
    #expect(sitting.text.contains("退回整改"))
  }

  @Test("tells of a step without effect, and why", arguments: ["zh", "en"])
  func withoutEffectIsTold(language: String) throws {
    let sitting = try sitting(Language(rawValue: language) ?? .chinese)
    try sitting.play("\(Self.supervisor) ^O ⏎")
    try sitting.play("\(Self.assigned("水利站接水到院", by: "2026-11-30", to: "刘海")) ^X")
    let id = try issue(sitting, 1, "WA1").id
    _ = try sitting.desk.append(
      [Fact.issueStruckOff(of: []).draft(of: id.subject)],
      person: PersonID(bytes: MemoryStore.digest("王小明")))
    #expect(try issue(sitting, 1, "WA1").state == .assigned)
    try sitting.play("⏎ {PgDn} {PgDn}")
    #expect(sitting.text.contains(language == "zh" ? "不算数: 只有督导" : "without effect: only a"))
    Golden.expect(sitting.app.frame(), "ledger-steps-\(language)-80x24")
  }

  @Test("drops what was filled in only when that is said twice")
  func keepsWhatWasTyped() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^O ⏎ 1 {paste 接水到院} ^X")
    #expect(sitting.text.contains("填的还没有记下"))
    try sitting.play("⏎ ^X ^X")
    #expect(sitting.text.contains("回到台账"))
    #expect(sitting.store.entries.allSatisfy { $0.kind != "issueAssigned" })
  }

  @Test("leads from a household under review to its issues")
  func isReachedFromReview() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ ^O")
    #expect(sitting.text.contains("问题台账"))
    #expect(sitting.text.contains("没有参加今年的医保"))
    #expect(sitting.text.contains("第1/2条"))
    // What is written down there is about that household.
    try sitting.play("^A ↓ {paste 房顶漏雨} ⏎ ↓ ↓ ↓ ⏎")
    #expect(sitting.text.contains("第1/3条"))
    #expect(sitting.text.contains("房顶漏雨"))
    // So is a yellow finding that is made an issue of, in its own words.
    try sitting.play("^A ⏎")
    #expect(sitting.text.contains("都不是,自己写"))
    try sitting.play("2 ↓ ↓ ↓ ↓ ⏎")
    #expect(sitting.text.contains("第1/4条"))
    let opened = try #require(sitting.store.entries.last { $0.kind == "issueOpened" })
    guard case .issueOpened(let opening) = Fact(opened) else { return }
    #expect(!opening.rule.isEmpty && opening.text.isEmpty)
    // Back, it is the same household under review.
    try sitting.play("{Esc}")
    #expect(sitting.text.contains("下一户"))
  }

  @Test("narrows by several things at once and says how many there are")
  func isNarrowed() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^O \(Self.site)")
    #expect(sitting.text.contains("第1/4条"))
    try sitting.play("^F 4")
    #expect(sitting.text.contains("饮水安全  3"))
    try sitting.play("3 ^F 8")
    #expect(sitting.text.contains("上寨安置点  1"))
    try sitting.play("{Esc} {Esc} ^F 7 3")
    #expect(sitting.text.contains("第1/1条"))
    #expect(sitting.text.contains("路灯坏了三盏"))
    try sitting.play("{Esc}")
    #expect(sitting.text.contains("第"))
    #expect(sitting.text.contains("/4条"))
  }
}
