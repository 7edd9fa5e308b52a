import Fieldwork
import FormEngine
import Foundation
import JSONText
import Record
import RecordFiles
import SeededRandom
import Station
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// Keys that mean nothing: whatever is pressed, nothing crashes and nothing recorded is lost.
@Suite struct RandomKeysTests {
  struct Run: CustomTestStringConvertible {
    var seed: UInt64
    var language: Language
    var testDescription: String { "\(seed) \(language.rawValue)" }
  }

  /// Four runs make ten thousand keys; the long tests press ten times as many.
  static let keys = ProcessInfo.processInfo.environment["RUHU_TORTURE"] == nil ? 2_500 : 25_000

  /// Names as no register should have them, and as some have.
  static let hostile = [
    "\u{1B}[2J\u{1B}[31m张\u{1B}]0;x\u{07}", "李\u{0}\u{8}\r\n四\t\u{7F}\u{9B}2J",
    "\u{202E}文\u{2066}阿里\u{200F}\u{200D}", String(repeating: "长", count: 300),
    String(repeating: "m", count: 300), "👨‍👩‍👧‍👦🏳️‍🌈👍🏽王", "é\u{301}\u{301}\u{301}\u{20DD}ﷺ龘",
    "\u{FEFF}\u{E000}\u{FFFF}\u{10FFFF}", " ", "(){}|%s%n\\",
  ]

  @Test(
    arguments: [
      Run(seed: 1, language: .chinese), Run(seed: 2, language: .english),
      Run(seed: 3, language: .chinese), Run(seed: 4, language: .english),
    ])
  func crashNothingAndLoseNothing(run: Run) throws {
    let laptop = try Laptop(households: 4)
    try addHostile(to: laptop)
    var random = SplitMix64(seed: run.seed)
    var sitting = try open(laptop, run.language)
    var acknowledged: Set<EntryID> = []
    for step in 0..<Self.keys {
      let key = Self.key(&random)
      let frame = sitting.press(key)
      Self.expectWhole(frame, key)
      // Now and then the program is left, or dies; so that no run stays where it once went.
      let ends = sitting.isOver || step % 600 == 599
      guard ends else { continue }
      acknowledged.formUnion(sitting.acknowledged.map(\.id))
      if random.next() % 2 == 0 { sitting.kill() } else { sitting.close() }
      sitting = try open(laptop, run.language)
    }
    acknowledged.formUnion(sitting.acknowledged.map(\.id))
    sitting.kill()
    #expect(acknowledged.count > 40, "the keys led nowhere: \(acknowledged.count)")
    let there = Set(
      try laptop.entries().map(\.id)
        + Archive(path: laptop.data, crypto: laptop.crypto).read(.team).entries.map(\.id))
    #expect(there.isSuperset(of: acknowledged))
    sitting = try laptop.open(run.language)
    sitting.close()
    try laptop.expectSound(afterKill: true)
    try expectStoredAsTyped(laptop)
  }

  /// Opens the program and goes to a door, where most keys have something to do.
  private func open(_ laptop: Laptop, _ language: Language) throws -> Sitting {
    let sitting = try laptop.open(language)
    if sitting.app.stack.last is PeopleScreen { sitting.press("1") }
    sitting.press("⏎ ⏎ 1")
    return sitting
  }

  private func addHostile(to laptop: Laptop) throws {
    let workplace = try laptop.workplace()
    let desk = try workplace.open(Laptop.code)
    let person = try #require(workplace.team.people.first?.id)
    let drafts = Self.hostile.enumerated().map { index, name in
      Fact.householdRegistered(
        HouseholdFacts(
          values: [
            FactValue("c_group", name), FactValue("c_hh_no", String(100 + index)),
            FactValue("address", name), FactValue("neighbours", name), FactValue("head", name),
          ],
          members: [
            MemberFacts(
              id: MembershipID("hostile\(index)"),
              values: [FactValue("m_name", name), FactValue("m_rel", "02")])
          ])
      ).draft(of: .household("hostile\(index)"))
    }
    _ = try desk.append(drafts, person: person)
    workplace.close()
  }

  private func expectStoredAsTyped(_ laptop: Laptop) throws {
    for (index, name) in Self.hostile.enumerated() {
      let file = try laptop.file(of: HouseholdID("hostile\(index)"))
      #expect(file.household["c_group"] == name)
      #expect(file.household.members.first?["m_name"] == name)
      let document = try laptop.document(HouseholdID("hostile\(index)"))
      let member = document["members"]?.array?.first?["facts"]?["m_name"]
      // Keys at random may answer with another name; what the register says stands as it came.
      if member?["interview"] == nil {
        #expect(Array((member?["value"]?.string ?? "").utf8) == Array(name.utf8))
      }
    }
  }

  /// Every row is exactly as wide as the window, and nothing in it could drive a terminal.
  private static func expectWhole(_ frame: Canvas, _ key: Key) {
    for row in 0..<frame.size.rows {
      let text = frame.text(ofRow: row)
      let isHarmless = text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }
      if width(of: text) != frame.size.columns || !isHarmless {
        Issue.record("row \(row) after \(key) is not \(frame.size.columns) wide: |\(text)|")
      }
    }
    if let cursor = frame.cursor {
      #expect(
        frame.bounds.rows.contains(cursor.row) && frame.bounds.columns.contains(cursor.column))
    }
  }

  /// Keys as they come from a keyboard that a child plays with, with those that lead on more often.
  private static func key(_ random: inout SplitMix64) -> Key {
    func pick<Element>(_ list: [Element]) -> Element {
      list[Int(random.next() % UInt64(list.count))]
    }
    switch random.next() % 100 {
    case 0..<30: return .character(pick(Array("1234567890")))
    case 30..<55: return .enter
    case 55..<67:
      return pick([
        .down, .up, .left, .right, .tab, .backTab, .pageUp, .pageDown, .home, .end, .backspace,
        .delete, .insert,
      ])
    case 67..<80: return .control(pick(Array("abcdefghijklmnopqrstuvwyz_")))
    case 80..<83: return .function(Int(random.next() % 14) + 1)
    case 83..<85: return pick([.escape, .control("x")])
    case 85..<90: return .character(pick(Array("ab水张/?？１２。-. \u{301}\u{1B}\u{202E}😀é")))
    case 90..<94: return .burst(pick(hostile + ["张三", "李", "2026-11-21", "停水"]))
    case 94..<97: return .paste(pick(hostile + ["1\n2\n3", "\u{1B}[200~", "云溪\n村"]))
    default:
      return .resize(
        pick([
          Size(rows: 24, columns: 80), Size(rows: 24, columns: 80), Size(rows: 60, columns: 200),
          Size(rows: 23, columns: 79), Size(rows: 1, columns: 1), Size(rows: 30, columns: 100),
        ]))
    }
  }
}
