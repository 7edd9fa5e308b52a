import Fieldwork
import Record
import SimulatedLaptops
import Station
import Testing
import Trust

extension Outing {
  /// Some laptops with the real digests.
  static func of(_ count: Int) throws -> Outing {
    try Outing(count, #require(Crypto.sodium()), #require(Sealing.sodium()))
  }

  /// The questions over which a conflict is open on a laptop, in order.
  func questions(_ laptop: Int) throws -> [String] {
    try self[laptop].opened().desk.conflicts().compactMap { conflict in
      if case .answer(let key) = conflict.kind { key.question } else { nil }
    }.sorted()
  }

  /// How many conflicts of any kind are open on a laptop.
  func conflicts(_ laptop: Int) throws -> Int { try self[laptop].opened().desk.conflicts().count }

  /// Settles the first open conflict on a laptop with the value at a tip's place.
  func settle(_ laptop: Int, _ choice: ConflictChoice) throws {
    let desk = try self[laptop].opened().desk
    let conflict = try #require(try desk.conflicts().first)
    _ = try self[laptop].record(desk.settle(conflict, choosing: choice))
  }
}
