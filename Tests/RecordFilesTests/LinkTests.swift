import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct LinkTests {
  /// A laptop with two interviews of households, one of them moved, among other work.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.visit { files throws in
      for (interview, household) in [("i1", "h1"), ("i2", "h2"), ("i1", "h2")] {
        let tie = EntryDraft(
          subject: .interview(interview), link: .household(household), kind: "began",
          body: ["v": "said"])
        _ = try files.append([place.answer("between"), tie], person: place.person)
      }
      try files.sign(person: place.person)
    }
    return place
  }

  private func ties(_ entries: [Entry]) -> [String] {
    entries.map { "\($0.subject.text) \($0.link?.text ?? "none")" }
  }

  private let expected = ["i:i1 h:h1", "i:i2 h:h2", "i:i1 h:h2"]

  @Test func whatIsTiedTogetherIsFoundByTheIndex() throws {
    let place = try place()
    let other = place.another("/home/other")
    try other.record(["nothing tied"])
    #expect(try ties(place.open(.reading).village(village).tiedEntries()) == expected)
    let path = "/data/villages/\(village)/index"
    let index = try #require(place.disk.bytes(path))
    try place.disk.remove(path)
    try place.visit { files throws in #expect(try ties(files.tiedEntries()) == expected) }
    #expect(place.disk.bytes(path) == index)
    #expect(try place.verify().last?.derived == [:])
  }

  @Test func tiesStayWhereTheBodyIsErasedAndTravel() throws {
    let place = try place()
    let gone = ErasedBodies(subjects: [.interview("i1"), .interview("i2")])
    try place.visit { files throws in
      #expect(try files.erase(gone) == 3)
      #expect(try ties(files.tiedEntries()) == expected)
      #expect(try files.tiedEntries().allSatisfy { $0.body == nil })
    }
    let receiver = try Workplace()
    try receiver.take(from: place)
    #expect(try ties(receiver.open(.reading).village(village).tiedEntries()) == expected)
  }

  @Test func whatIsHeldApartTiesNothing() throws {
    let place = try place()
    try place.visit { files throws in
      let journal = try #require(try files.inventory().first?.journal)
      files.limits = EntryLimits([journal: .upTo(4)])
      #expect(try ties(files.tiedEntries()) == Array(expected.prefix(2)))
    }
  }
}
