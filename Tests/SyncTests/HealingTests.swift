import Record
import RecordFiles
import SimulatedDisks
import Sync
import Testing

/// Bodies that are gone without right come back over an exchange folder, from whoever has them.
@Suite struct HealingTests {
  /// Two laptops with the same two answers, and what was said about another household.
  private func two() throws -> (a: Laptop, b: Laptop) {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["one", "two"])
    try a.meet(stick)
    try b.meet(stick)
    #expect(try b.values() == ["one", "two"])
    return (a, b)
  }

  /// What is to be gone on a laptop from now on.
  private func doom(_ doomed: ErasedBodies, on laptop: Laptop) throws {
    try laptop.work { _ = try $0.village(village).erase(doomed) }
  }

  /// Takes bodies away as an erasure does that turns out to be without right.
  private func lose(_ numbers: Set<Int>, on laptop: Laptop) throws {
    let ids = try laptop.work { folder in
      try folder.village(village).entries().filter { numbers.contains($0.sequence) }.map(\.id)
    }
    try doom(ErasedBodies(entries: Set(ids)), on: laptop)
    try doom(ErasedBodies(), on: laptop)
  }

  private let all = ErasedBodies(subjects: [.household("h1")])

  @Test func whatLiesThereIsReadAgain() throws {
    let stick = try newStick()
    let (a, b) = try two()
    try a.meet(stick)
    try b.meet(stick)
    try doom(all, on: b)
    // As long as it is to be gone it stays so.
    try b.meet(stick)
    #expect(try b.values() == [])
    try doom(ErasedBodies(), on: b)
    #expect(try b.meet(stick).isWhole)
    #expect(try b.values() == ["one", "two"])
    let before = segments(stick)
    let quiet = try b.meet(stick)
    #expect(quiet.cameIn.isEmpty && quiet.wentOut.isEmpty)
    #expect(segments(stick) == before)
  }

  @Test func whoHasTheBodiesLeavesThemWhereTheyAreGone() throws {
    let stick = try newStick()
    let (a, b) = try two()
    try doom(all, on: b)
    try doom(ErasedBodies(), on: b)
    // The first to come to the new stick is the one that lost them.
    try b.meet(stick)
    #expect(try !a.meet(stick).wentOut.isEmpty)
    try b.meet(stick)
    #expect(try b.values() == ["one", "two"])
    let c = try Laptop(3)
    try c.meet(stick)
    #expect(try c.values() == ["one", "two"])
    for laptop in [a, b, c] { try laptop.meet(stick) }
    let before = segments(stick)
    for laptop in [a, b, c] {
      let quiet = try laptop.meet(stick)
      #expect(quiet.cameIn.isEmpty && quiet.wentOut.isEmpty)
    }
    #expect(segments(stick) == before)
  }

  @Test func whatNobodyHasIsNotReadForEver() throws {
    let stick = try newStick()
    let (a, b) = try two()
    for laptop in [a, b] {
      try doom(all, on: laptop)
      try doom(ErasedBodies(), on: laptop)
    }
    for _ in 0..<2 {
      try a.meet(stick)
      try b.meet(stick)
    }
    let before = segments(stick)
    for laptop in [a, b] {
      var told: [Scope] = []
      try laptop.work { folder in
        let report = try laptop.exchange(stick).meet(
          folder, person: laptop.person,
          arrived: { (scope, _) throws(DataFolderFault) in told.append(scope) })
        #expect(report.isWhole && report.wentOut.isEmpty)
      }
      #expect(told.isEmpty)
    }
    #expect(segments(stick) == before)
    #expect(try a.values() == [] && b.values() == [])
  }

  @Test func eachHasWhatTheOtherLost() throws {
    let stick = try newStick()
    let (a, b) = try two()
    try lose([1], on: a)
    try lose([2], on: b)
    #expect(try a.values() == ["two"] && b.values() == ["one"])
    for laptop in [a, b, a, b] { try laptop.meet(stick) }
    for laptop in [a, b] {
      #expect(try laptop.values() == ["one", "two"])
      let quiet = try laptop.meet(stick)
      #expect(quiet.cameIn.isEmpty && quiet.wentOut.isEmpty)
    }
  }

  @Test func ofSomeBodiesThoseComeBackThatSomebodyHas() throws {
    let stick = try newStick()
    let (a, b) = try two()
    try lose([2], on: a)
    try lose([1, 2], on: b)
    for laptop in [a, b, a] { try laptop.meet(stick) }
    #expect(try b.values() == ["one"])
    for laptop in [b, a] {
      let quiet = try laptop.meet(stick)
      #expect(quiet.cameIn.isEmpty && quiet.wentOut.isEmpty)
    }
  }

  @Test func whatIsToBeGoneDoesNotComeBack() throws {
    let stick = try newStick()
    let (a, b) = try two()
    try a.meet(stick)
    let first = try b.work { folder in
      try folder.village(village).entries().filter { $0.sequence == 1 }.map(\.id)
    }
    try lose([2], on: b)
    try doom(ErasedBodies(entries: Set(first)), on: b)
    try b.meet(stick)
    #expect(try b.values() == ["two"])
    #expect(try b.meet(stick).cameIn.isEmpty)
  }
}
