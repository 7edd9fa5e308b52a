import Fieldwork
import InventedVillages
import JSONText
import Record
import RecordFiles
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// What was said is erased from where it is seen.
@Suite struct ErasingTests {
  private func choose(_ line: String, in sitting: Sitting) throws {
    sitting.press("^P")
    for _ in 0..<40 where !sitting.screen.contains(line) { sitting.press("↓") }
    let found = try #require(
      sitting.screen.split(separator: "\n").first { $0.contains(line) })
    let number = try #require(found.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first)
    sitting.press("\(number) ⏎")
  }

  @Test func aHouseholdIsErasedFromItsPage() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    sitting.open(household.serial)
    try choose("删除内容", in: sitting)
    sitting.expect("1 条记录的内容")
    sitting.press("1 本人撤回同意⏎ 1")
    sitting.expect("已删除 1 条")
    sitting.expect("共5户")
    sitting.close()
    let entries = try laptop.entries()
    let gone = entries.filter { $0.subject == .household(laptop.id(household).rawValue) }
    #expect(!gone.isEmpty && gone.allSatisfy { $0.body == nil })
    #expect(entries.last { $0.kind == Entry.erased }?.body?["why"]?.string == "本人撤回同意")
  }

  @Test func oneAnswerIsErasedFromItsHistory() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(until: "w_cut")
    sitting.press("3 ⏎")
    let said = try #require(sitting.acknowledged.last { $0.kind == "answered" })
    sitting.press("↑")
    try choose("这题的经过", in: sitting)
    sitting.expect("周敏")
    sitting.expect("删除这一条")
    sitting.press("1")
    sitting.expect("1 条记录的内容")
    sitting.press("1 录错了⏎ 1")
    sitting.expect("已删除 1 条")
    sitting.close()
    let entry = try #require(try laptop.entries().first { $0.id == said.id })
    #expect(entry.body == nil)
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    #expect(interview.value("w_cut").isEmpty)
  }
}
