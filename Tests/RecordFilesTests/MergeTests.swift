import JSONText
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import Testing

/// Taking in is commutative, associative and idempotent, whatever the journals.
@Suite struct MergeTests {
  /// Three laptops that worked, crashed, were cloned and met now and then.
  private func laptops(seed: UInt64) throws -> [Workplace] {
    var random = SplitMix64(seed: seed)
    var places = [try Workplace(), try Workplace(), try Workplace()]
    for number in 0..<25 {
      let index = Int.random(in: places.indices, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<6:
        try places[index].record(
          (0..<Int.random(in: 1...3, using: &random)).map { "\(number).\($0)" },
          closing: Int.random(in: 0..<4, using: &random) > 0)
        places[index].disk = places[index].disk.afterKill()
      case 6..<9:
        let other = Int.random(in: places.indices, using: &random)
        if other != index { try places[index].take(from: places[other]) }
      default:
        if places.count < 5 { places.append(places[index].clone()) }
      }
    }
    return places
  }

  private func pending(_ place: Workplace) throws -> [String] {
    let path = "/data/villages/\(village)/pending"
    return try place.disk.status(path) == nil ? [] : try place.disk.list(path)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func anyOrderAndGroupingGiveTheSame(seed: UInt64) throws {
    let places = try laptops(seed: seed)
    let parts = try places.map { try $0.parts(limit: 700) }
    var random = SplitMix64(seed: seed)
    let all = try Workplace()
    try all.receive(parts.flatMap { $0 })
    let expected = try all.state()
    for round in 0..<4 {
      // Each part by itself, some twice.
      let receiver = try Workplace()
      let order = (parts.flatMap { $0 } + parts[0].prefix(10)).shuffled(using: &random)
      for part in order { try receiver.receive([part]) }
      #expect(try receiver.state() == expected, "round \(round)")
      #expect(try pending(receiver).isEmpty)
      // A laptop in between gathers some of them first.
      let between = try Workplace()
      for index in [0, 1] { try between.receive(parts[index]) }
      let last = try Workplace()
      for index in parts.indices.reversed() where index > 1 { try last.receive(parts[index]) }
      try last.receive(between.parts(limit: 500))
      #expect(try last.state() == expected)
      #expect(try last.receive(between.parts()).entries.isEmpty)
    }
    // The laptops themselves meet, two by two, until nothing is new.
    for _ in 0..<2 {
      for place in places {
        for other in places { try place.take(from: other) }
      }
    }
    for place in places {
      #expect(try place.state() == places[0].state())
      let report = try #require(try place.verify().last)
      #expect(report.isSound && report.derived.isEmpty && report.unsigned.isEmpty)
    }
  }
}
