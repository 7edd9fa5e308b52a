import Fieldwork
import Record
import Screens
import SeededRandom
import Station
import Terminal
import Testing

@Suite("Random keys")
struct RandomKeysTests {
  private static let keys: [Key] = [
    .enter, .enter, .enter, .tab, .up, .down, .down, .left, .right, .pageUp, .pageDown, .home,
    .end, .backspace, .delete, .escape, .backTab, .insert, .function(1), .function(5),
    .control("a"), .control("d"), .control("e"), .control("f"), .control("g"), .control("k"),
    .control("l"), .control("n"), .control("o"), .control("p"), .control("t"), .control("u"),
    .control("w"), .control("x"), .control("y"), .control("z"), .character("1"),
    .character("1"), .character("2"), .character("3"), .character("4"), .character("9"),
    .character("0"), .character("李"), .character("l"), .character("?"), .character("/"),
    .character("２"), .character(" "), .burst("国强"), .burst("2026-12-01"), .paste("1\n2"),
    .resize(Size(rows: 24, columns: 80)), .resize(Size(rows: 40, columns: 120)),
    .resize(Size(rows: 10, columns: 40)),
  ]

  @Test(
    "crash nothing, lose nothing and leave every frame whole", arguments: [1, 2, 3] as [UInt64])
  func areHarmless(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sitting = try Sitting([.sample])
    for number in 0..<3_400 {
      let key = Self.keys[Int.random(in: Self.keys.indices, using: &random)]
      sitting.send(.key(key))
      if number % 10 == 0 {
        let frame = sitting.app.frame()
        #expect(frame.size.rows > 0)
      }
    }
    // What is recorded folds to what the desk holds: nothing was lost on the way.
    try sitting.desk.settle()
    let again = try VillageDesk(
      code: sitting.desk.village.code, store: sitting.store.store, pinyin: Sitting.pinyin,
      forms: { $0 == HouseholdForm.hash ? HouseholdForm.definition : nil })
    try again.rebuild()
    #expect(again.village == sitting.desk.village)
  }

  @Test("do so in the queue of review, and nobody's own work is approved by them")
  func areHarmlessInTheReview() throws {
    var random = SplitMix64(seed: 6)
    let sitting = try Sitting(
      [FindingsScreenTests.village], people: ["王小明", "李芳"], roles: ["surveyor", "supervisor"])
    try sitting.play("^W 2")
    for number in 0..<900 {
      // To the queue, and every other time to a household in it.
      if number % 30 == 0 { try sitting.play("^G ^G ^G ^G ^G ^N") }
      if number % 60 == 0 { try sitting.play("⏎") }
      let key = Self.keys[Int.random(in: Self.keys.indices, using: &random)]
      sitting.send(.key(key))
      if number % 10 == 0 { #expect(sitting.app.frame().size.rows > 0) }
    }
    let kinds = Set(sitting.store.entries.map(\.kind))
    #expect(kinds.contains("approved") || kinds.contains("returned"))
    try sitting.desk.settle()
    let again = try VillageDesk(
      code: sitting.desk.village.code, store: sitting.store.store, pinyin: Sitting.pinyin,
      forms: { $0 == HouseholdForm.hash ? HouseholdForm.definition : nil })
    try again.rebuild()
    #expect(again.village == sitting.desk.village)
    for id in sitting.desk.village.households.keys {
      let review = try sitting.desk.file(of: id).review
      guard let approval = review.approval else { continue }
      #expect(!review.workers.contains(approval.person))
    }
  }

  @Test("do so in the issue ledger, too")
  func areHarmlessInTheLedger() throws {
    var random = SplitMix64(seed: 4)
    let sitting = try Sitting([FindingsScreenTests.village], role: "supervisor")
    for number in 0..<600 {
      // To an issue, of which the class and the like are recorded.
      if number % 30 == 0 { try sitting.play("^G ^G ^G ^G ^G ^O ⏎ 6 ↓ ↓ ↓ ↓ ⏎") }
      let key = Self.keys[Int.random(in: Self.keys.indices, using: &random)]
      sitting.send(.key(key))
      if number % 10 == 0 { #expect(sitting.app.frame().size.rows > 0) }
    }
    #expect(sitting.store.entries.contains { $0.kind.hasPrefix("issue") })
    try sitting.desk.settle()
    let again = try VillageDesk(
      code: sitting.desk.village.code, store: sitting.store.store, pinyin: Sitting.pinyin,
      forms: { $0 == HouseholdForm.hash ? HouseholdForm.definition : nil })
    try again.rebuild()
    #expect(again.village == sitting.desk.village)
  }
}
