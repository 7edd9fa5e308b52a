import Fieldwork
import JSONText
import Record
import Station
import Testing

/// Erasing opens what rested on it again, and a list must not keep what was erased, however the program ended in between.
@Suite struct ErasureTests {
  @Test func aListMadeBeforeTheBodiesWereGoneIsNotBelieved() throws {
    let village = try SharedVillageTests.begun()
    try village.add(
      .erased(entries: [], subjects: [.household("h1"), .interview("i1")], reason: "x"),
      of: .village, on: 0)
    let laptop = village.laptops[0]
    try village.desks[0].settle()
    #expect(village.desks[0].village.households.count == 1)
    // The bodies go, and the program ends before the list is made anew.
    laptop.entries = laptop.entries.map { entry in
      guard entry.subject == .household("h1") || entry.subject == .interview("i1") else {
        return entry
      }
      return entry.withoutBody
    }
    let again = try SharedVillage.desk(laptop, village.form)
    #expect(again.village.households.isEmpty)
    #expect(again.village.erased.count == 1)
    #expect(again.village.interviews.isEmpty)
  }

  @Test func aListMadeBeforeTheErasureWasWrittenIsNotBelievedEither() throws {
    let village = try SharedVillageTests.begun()
    let laptop = village.laptops[0]
    try village.desks[0].settle()
    let list = laptop.derived["village.json"]
    try village.add(
      .erased(entries: [], subjects: [.household("h1")], reason: "x"), of: .village, on: 0)
    // The bodies go, and the program ends with the list as it was.
    laptop.derived["village.json"] = list
    laptop.entries = laptop.entries.map { entry in
      guard entry.subject == .household("h1") || entry.subject == .interview("i1") else {
        return entry
      }
      return entry.withoutBody
    }
    let again = try SharedVillage.desk(laptop, village.form)
    #expect(again.village.households.isEmpty)
    #expect(again.village.erased.count == 1)
  }

  @Test func toEraseAnAnswerOpensACompletedInterviewAgain() throws {
    let village = try SharedVillageTests.begun()
    try village.answer("w_min", "10", in: "i1", of: "h1", on: 0)
    try village.answer("w_min", "15", in: "i1", of: "h1", on: 0)
    try village.answer("c_result", "done", in: "i1", of: "h1", on: 0)
    try village.complete("i1", of: "h1", on: 0)
    let desk = village.desks[0]
    let last = village.laptops[0].entries.filter { $0.kind == "answered" }.dropLast().suffix(1)
    let drafts = try Erasure.entries(Array(last), in: desk, reason: "x")
    #expect(drafts.map(\.kind) == ["erased", "reopened"])
    try village.add(drafts, on: 0)
    #expect(try !SharedVillageTests.interview(village).isCompleted)
    // What is no answer leaves it as it is, and so does an interview that is open.
    let paused = village.laptops[0].entries.filter { $0.kind == "visitEnded" }
    #expect(try Erasure.entries(paused, in: desk, reason: "x").map(\.kind) == ["erased"])
    #expect(try Erasure.entries(Array(last), in: desk, reason: "x").map(\.kind) == ["erased"])
    let whole = Erasure.household(try desk.file(of: HouseholdID("h1")), reason: "x")
    #expect(whole.count == 1)
  }
}
