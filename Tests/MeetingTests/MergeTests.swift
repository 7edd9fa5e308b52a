import Fieldwork
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import SimulatedLaptops
import Station
import Testing

/// To take in what others have is commutative, associative and idempotent: any order, any grouping, any
/// repetition comes to the same state, byte for byte.
@Suite struct MergeTests {
  /// Everything a laptop has, in pieces of any size.
  private func pieces(_ laptop: Laptop, _ random: inout SplitMix64) throws -> [(Scope, JournalPart)]
  {
    let (folder, files, _) = try laptop.opened()
    var pieces: [(Scope, JournalPart)] = []
    for scope in [try folder.team(), files] {
      try scope.sign(person: laptop.person)
      for state in try scope.inventory() {
        var from = 0
        while let part = try scope.part(
          of: state.journal, from: from, limit: 300 + random.below(3000))
        {
          pieces.append((scope.scope, part))
          from = part.to
        }
      }
    }
    return pieces
  }

  /// The state of a new laptop that took pieces in, in groups.
  private func state(
    _ outing: Outing, _ groups: [[(Scope, JournalPart)]]
  ) throws -> [String: [UInt8]] {
    let laptop = Laptop(
      "Z", person: outing[0].person, outing.surroundings, disk: SimulatedDisk())
    let (folder, files, _) = try laptop.opened()
    for group in groups {
      let team = try folder.team()
      _ = try team.receive(group.filter { $0.0 == .team }.map(\.1))
      _ = try files.receive(group.filter { $0.0 != .team }.map(\.1))
    }
    try laptop.reorder()
    let desk = try laptop.opened().desk
    try desk.rebuild()
    try desk.settle()
    var found = ["village.json": try files.readDerived("village.json") ?? []]
    for name in try files.derivedNames("households") {
      found[name] = try files.readDerived("households/\(name)") ?? []
    }
    return found
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func anyOrderGroupingAndRepetition(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let outing = try Outing.of(3)
    let interview = try outing[0].begin(try outing.households()[0])
    try outing[0].say(interview, "c_consent", "yes")
    try outing.meetAll()
    for number in 0..<3 {
      let laptop = outing[number]
      for _ in 0..<4 { _ = try outing[number].answer(&random) }
      _ = try laptop.addRow(&random)
      if random.chance(50) { _ = try laptop.complete(&random) }
    }
    let all = try (0..<3).flatMap { try pieces(outing[$0], &random) }
    let expected = try state(outing, [all])
    #expect(expected.count > 2)
    // Commutative: any order. Associative: any grouping. Idempotent: again and again.
    for _ in 0..<3 {
      var order = all
      order.shuffle(using: &random)
      #expect(try state(outing, order.map { [$0] }) == expected, "one by one")
      let cut = random.below(order.count)
      #expect(
        try state(outing, [Array(order[..<cut]), Array(order[cut...])]) == expected, "in two groups"
      )
      #expect(try state(outing, [order, order.reversed(), order]) == expected, "repeated")
    }
  }
}
