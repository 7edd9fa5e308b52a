import Record
import RecordFiles
import SimulatedDisks
import Testing

/// Which bodies are gone and were not to be, by what was asked to be erased last.
@Suite struct MissingBodiesTests {
  /// A laptop with four entries, each second one about another household.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.visit { files throws in
      for number in 0..<2 {
        _ = try files.append([place.answer("keep \(number)")], person: place.person)
        _ = try files.append([place.answer("hidden \(number)", "h2")], person: place.person)
      }
    }
    return place
  }

  private func numbers(_ set: RangeSet<Int>) -> [Int] { set.ranges.flatMap { Array($0) } }

  @Test func whatIsNoLongerToBeGoneIsMissing() throws {
    let place = try place()
    let first = try #require(try place.entries().first).id
    func missing(_ files: VillageFiles, after from: Int = 0, upTo to: Int = 9) throws -> [Int] {
      let journal = try #require(files.keys().keys.first)
      return try numbers(files.missing(in: journal, after: from, upTo: to))
    }
    try place.visit { files throws in
      #expect(try missing(files).isEmpty && !files.hasDoomed)
      let gone = ErasedBodies(entries: [first], subjects: [.household("h2")])
      #expect(try files.erase(gone) == 3)
      let journal = try #require(files.keys().keys.first)
      #expect(try numbers(files.erased(in: journal, after: 0, upTo: 9)) == [1, 2, 4])
      #expect(try missing(files).isEmpty && files.hasDoomed)
    }
    // It is remembered from one start of the program to the next.
    try place.visit { files throws in
      #expect(try missing(files).isEmpty && files.hasDoomed)
      #expect(try files.erase(ErasedBodies(entries: [first])) == 0)
      #expect(try missing(files) == [2, 4])
      #expect(try missing(files, after: 2) == [4])
      #expect(try missing(files, upTo: 3) == [2])
    }
    try place.visit { files throws in
      #expect(try files.erase(ErasedBodies()) == 0)
      #expect(try missing(files) == [1, 2, 4] && !files.hasDoomed)
    }
  }
}
