import Fieldwork
import Record
import Screens
import SeededRandom
import Station
import Terminal
import Testing

/// Whole interviews, played by what the screen says and nothing else.
@Suite struct InterviewJourneyTests {
  /// Plays someone who was told nothing, and returns the screens on which they got stuck.
  ///
  /// They choose the first choice, write small numbers and press Enter; no letter key.
  private func fillIn(_ sitting: Sitting, keys: (String) -> [String]) throws -> [String] {
    var stuck: [String] = []
    for _ in 0..<400 {
      let before = sitting.text
      if before.contains("入户结果: 完成") { break }
      for script in keys(before) {
        try sitting.play(script)
        if position(sitting.text) != position(before) { break }
      }
      if position(sitting.text) == position(before) {
        stuck.append(before)
        break
      }
    }
    return stuck
  }

  /// The line that says where in the interview one is.
  private func position(_ text: String) -> String {
    text.split(separator: "\n").prefix(4).joined(separator: "\n")
  }

  private func plainKeys(_ text: String) -> [String] {
    if text.contains("登记的是") { return ["⏎"] }
    if text.contains("按编号选") { return ["1"] }
    if text.contains("可多选: 按编号") { return ["1⏎"] }
    if text.contains("可多选: 输入编号") { return ["1⏎⏎"] }
    if text.contains("输入编号或几个字") { return ["1⏎", "⏎", "⏎"] }
    if text.contains("Enter 往下问") { return ["⏎"] }
    return ["3⏎", "^G", "2010-05-15⏎", "^G", "⏎", "⏎"]
  }

  @Test func aHouseholdIsCompletedWithDigitsAndEnterOnly() throws {
    let sitting = try Sitting([.sample])
    // The fourth household was never visited: one person lives there.
    try sitting.play("↓⏎⏎1")
    #expect(sitting.text.contains("[户]"))
    let stuck = try fillIn(sitting, keys: plainKeys)
    #expect(stuck == [])
    // Nothing is open: it says how to finish, and Enter once too often does not do it.
    #expect(sitting.text.contains("按 1 完成"))
    #expect(!sitting.text.contains("核对过"))
    #expect(!sitting.text.contains("去那一题"))
    #expect(sitting.text.contains("Enter 念一遍"))
    try sitting.play("⏎⏎")
    #expect(sitting.text.contains("要答的都答了"))
    let household = InventedVillage.household(4)
    #expect(sitting.desk.village.households[household]?.status != .complete)
    Golden.expect(sitting.app.frame(), "interview-end-clean-zh-80x24")
    try sitting.play("^L")
    Golden.expect(sitting.app.frame(), "interview-end-clean-en-80x24")
    try sitting.play("^L1")
    #expect(sitting.text.contains("这一户已完成"))
    #expect(sitting.text.contains("核查结果"))
    try sitting.play("^X")
    #expect(sitting.desk.village.households[household]?.status == .complete)
  }

  @Test func aFamilyWithChildrenIsCompletedToo() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("⏎⏎")
    let stuck = try fillIn(sitting, keys: plainKeys)
    #expect(stuck == [])
    #expect(sitting.text.contains("要答的都答了"))
    try sitting.play("1^X")
    #expect(sitting.desk.village.households[InventedVillage.household(3)]?.status == .complete)
  }

  @Test func eachAnswerIsOneWrite() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("⏎⏎")
    let before = sitting.store.appends
    // How it is done and the class are confirmed, who answers is chosen; consent stands already.
    try sitting.play("⏎⏎1⏎")
    #expect(sitting.store.appends == before + 3)
    // Moving writes nothing.
    try sitting.play("↑↑{PgDn}{PgUp}^N^F12⏎")
    #expect(sitting.store.appends == before + 3)
  }

  @Test func randomKeysInAnInterviewCrashNothingAndLoseNothing() throws {
    let pool: [Key] =
      "0123456789１２？／。张三ab x".map { .character($0) } + [
        .burst("张三"), .burst("12"), .paste("a\nb"), .enter, .enter, .enter, .enter, .tab, .backTab,
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .backspace, .delete,
        .escape, .resize(Size(rows: 23, columns: 79)), .resize(.standard), .resize(.standard),
        .resize(Size(rows: 60, columns: 200)),
      ] + "notfpzygluakerwd_b".map { .control($0) } + (1...12).map { .function($0) }
    var random = SplitMix64(seed: 2026)
    let sitting = try Sitting([.sample])
    try sitting.play("⏎⏎")
    for count in 0..<2_500 {
      sitting.send(.key(pool[Int.random(in: 0..<pool.count, using: &random)]))
      let frame = sitting.app.frame()
      if let cursor = frame.cursor, frame.size.holds(.standard) {
        #expect(frame[cursor] != nil, "key \(count)")
      }
      if sitting.hasQuit { break }
    }
    // What the list says is what the entries say.
    try sitting.desk.settle()
    let kept = sitting.desk.village.households
    try sitting.desk.rebuild()
    #expect(sitting.desk.village.households == kept)
  }
}
