import Fieldwork
import JSONText
import Record
import Station
import Testing

/// A list must not keep what was erased, however the program ended in between.
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
      return Entry(
        id: entry.id, writer: entry.writer, sequence: entry.sequence, lamport: entry.lamport,
        seen: entry.seen, time: entry.time, person: entry.person, subject: entry.subject,
        kind: entry.kind, body: nil)
    }
    let again = try SharedVillage.desk(laptop, village.form)
    #expect(again.village.households.isEmpty)
    #expect(again.village.erased.count == 1)
    #expect(again.village.interviews.isEmpty)
  }
}
