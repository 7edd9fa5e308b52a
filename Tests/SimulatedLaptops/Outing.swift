import Fieldwork
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import Station
import Sync

/// Some laptops of one team on one day: all admitted, with the same register, that met in the morning.
package final class Outing {
  package let surroundings: Surroundings
  /// The team's identity in exchange folders.
  package let team: String
  /// The stick that goes from hand to hand.
  package let stick = Stick("stick")
  private var laptops: [Laptop]
  private var acts: UInt64 = 0

  package init(_ count: Int, _ crypto: Crypto, _ sealing: Sealing) throws {
    let surroundings = Surroundings(crypto, sealing, form: try WorldForm.definition())
    self.surroundings = surroundings
    surroundings.begin(1)
    laptops = (0..<count).map { number in
      Laptop(
        String(decoding: [UInt8(ascii: "A") + UInt8(number)], as: UTF8.self),
        person: PersonID(bytes: [UInt8](repeating: UInt8(number + 1), count: 10)), surroundings,
        disk: SimulatedDisk())
    }
    try laptops[0].foundTeam()
    guard let team = try laptops[0].authority(laptops[0].opened().folder).team else {
      throw Impossible(what: "no team was founded")
    }
    self.team = team
    for (number, laptop) in laptops.enumerated() {
      surroundings.begin(UInt64(number + 10))
      if number > 0 { _ = try laptops[0].admit(laptop.key(), laptop.name) }
      var random = SplitMix64(seed: 1)
      _ = try laptop.importRegister(&random)
    }
    acts = 100
    try meetAll()
  }

  /// A laptop, about to do something: time goes on, and new identities are new.
  package subscript(number: Int) -> Laptop {
    acts += 1
    surroundings.begin(acts)
    return laptops[number]
  }

  /// How many there are.
  package var count: Int { laptops.count }

  /// Copies a laptop that was left in order, disk and key; returns the number of its twin.
  package func clone(_ number: Int) -> Int {
    let laptop = laptops[number]
    laptop.close()
    let twin = Laptop(
      laptop.name + "'", person: laptop.person, surroundings, disk: laptop.disk.copy())
    twin.team = laptop.team
    laptops.append(twin)
    return laptops.count - 1
  }

  /// The households of the register, in order.
  package func households() throws -> [HouseholdID] { try laptops[0].households() }

  /// One laptop meets whoever was at the stick before.
  @discardableResult
  package func meet(_ number: Int, over other: Stick? = nil) throws -> SyncReport {
    try self[number].meet(other ?? stick, team: team, incrementally: number % 2 == 0)
  }

  /// Everybody meets everybody.
  package func meetAll(over other: Stick? = nil) throws {
    for _ in 0..<2 { for number in laptops.indices { try meet(number, over: other) } }
  }

  /// The derived files of a laptop by name.
  package func derived(_ number: Int) throws -> [String: [UInt8]] {
    let (_, files, desk) = try laptops[number].opened()
    try desk.settle()
    var found = ["village.json": try files.readDerived("village.json") ?? []]
    for name in try files.derivedNames("households") {
      found[name] = try files.readDerived("households/\(name)") ?? []
    }
    return found
  }

  /// Whether all laptops hold the same, byte for byte.
  package func areSame() throws -> Bool {
    let first = try derived(0)
    return try laptops.indices.allSatisfy { try derived($0) == first }
  }
}
