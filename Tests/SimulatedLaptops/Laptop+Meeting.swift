import Fieldwork
import Record
import RecordFiles
import Station
import Sync

// Meeting others over a folder.
extension Laptop {
  /// Meets whoever was or will be there; after so many reports of progress the person stops it.
  ///
  /// `incrementally` takes what came into the open list; else the village is opened anew.
  @discardableResult
  package func meet(
    _ stick: Stick, team: String, stoppingAfter limit: Int? = nil, incrementally: Bool = false
  ) throws -> SyncReport {
    let (folder, files, desk) = try opened()
    try desk.settle()
    let heads = try files.heads()
    var ticks = 0
    var mustRebuild = false
    let exchange = Exchange(
      path: Stick.path, team: team, disk: stick.disk, crypto: surroundings.crypto,
      sealing: surroundings.sealing, clock: { self.clock.text },
      milliseconds: { self.surroundings.clock.seconds * 1000 })
    let report = try exchange.meet(
      folder, person: person,
      arrived: { (_, arrival) throws(DataFolderFault) in
        if try self.putInOrder(folder, files) || arrival.healed > 0 { mustRebuild = true }
      },
      progress: { _ in
        ticks += 1
        return limit.map { ticks <= $0 } ?? true
      })
    if try putInOrder(folder, files) || mustRebuild {
      try desk.rebuild()
    } else if incrementally, let newer = try files.entries(after: heads) {
      try desk.take(arrived: newer)
    } else {
      try reopen()
    }
    try opened().desk.settle()
    return report
  }
}
