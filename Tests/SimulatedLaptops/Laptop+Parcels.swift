import Fieldwork
import Record
import RecordFiles
import SimulatedDisks
import Station
import Sync

// Sealed parcels, as the program packs and opens them.
extension Laptop {
  private func parcel(_ path: String, on disk: SimulatedDisk) -> Parcel {
    Parcel(
      path: path, disk: disk, crypto: surroundings.crypto, sealing: surroundings.sealing,
      clock: { self.clock.text })
  }

  /// Packs the village for other devices.
  package func pack(
    for receivers: [[UInt8]], team: String, to path: String, on disk: SimulatedDisk
  ) throws {
    _ = try parcel(path, on: disk).pack(
      opened().folder, villages: [Self.code], team: team, for: .devices(receivers), person: person)
  }

  /// Opens a parcel whose sender the team knows, and takes in what is in it; the list is as it is with
  /// that when this returns.
  @discardableResult
  package func unpack(_ path: String, on disk: SimulatedDisk, team: String) throws -> SyncReport {
    let (folder, files, desk) = try opened()
    try desk.settle()
    let parcel = parcel(path, on: disk)
    let authority = try authority(folder)
    let report = try parcel.unpack(
      into: folder, team: team, person: person, isKnown: { authority.isMember($0) },
      arrived: { (_, _) throws(DataFolderFault) in _ = try self.putInOrder(folder, files) })
    _ = try putInOrder(folder, files)
    try desk.rebuild()
    try desk.settle()
    return report
  }
}
