import Fieldwork
import Record
import RecordFiles
import Screens
import Station

extension Workplace {
  /// The entries whose contents an erasure in the open village takes away.
  func entries(erasedBy target: ErasureTarget) throws -> [Entry] {
    guard let desk, let files else { throw Fault.noVillage }
    switch target {
    case .household(let id):
      let file = try desk.file(of: id)
      let households = [file.household.id] + file.joined.sorted()
      return try files.entries(
        of: households.map { .household($0.rawValue) }
          + file.interviews.map { .interview($0.id.rawValue) } + file.issues.map(\.id.subject))
    case .entries(let ids):
      let wanted = Set(ids)
      return try files.entries().filter { wanted.contains($0.id) }
    }
  }

  /// Whether a person may erase these entries in the open village.
  func mayErase(_ entries: [Entry], _ person: PersonID) -> Bool {
    authority.mayErase(person) || entries.allSatisfy { $0.person == person }
  }

  /// Erases in the open village and computes all anew; tells of how many entries the contents are gone.
  func erase(_ target: ErasureTarget, reason: String, person: PersonID) throws -> Int {
    guard let desk else { throw Fault.noVillage }
    let drafts =
      switch target {
      case .household(let id): Erasure.household(try desk.file(of: id), reason: reason)
      case .entries:
        try Erasure.entries(entries(erasedBy: target), in: desk, reason: reason)
      }
    _ = try desk.append(drafts, person: person)
    return try carryOutErasures()
  }
}
